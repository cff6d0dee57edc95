/**
 * Reads a folder's files through reading processes each time it is told to, and answers with the seconds it took. It runs in
 * a process of its own, so that whoever starts it can bind all of it to some cores.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDeliveryReader } from '../../src/ingest/reading.ts';
import { silentLog } from '../../src/log.ts';

const [folder = '', processes = ''] = process.argv.slice(2);
const files = (await readdir(folder)).map((name) => join(folder, name));
const reader = createDeliveryReader({ processes: Number(processes) }, silentLog);

async function readAll(): Promise<number> {
  const before = performance.now();
  await Promise.all(files.map(async (file) => await reader.readFile(file)));
  return (performance.now() - before) / 1000;
}

process.on('message', () => void readAll().then((seconds) => process.send?.(seconds)));
process.once('disconnect', () => void reader.close());
