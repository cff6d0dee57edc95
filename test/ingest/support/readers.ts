/** The real reader with its real processes, fed with bytes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import {
  createDeliveryReader,
  type DeliveryReader,
  type DeliveryReading,
} from '../../../src/ingest/reading.ts';
import { defaultReadingLimits, type ReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { createLog } from '../../../src/log.ts';

export const silentLog = createLog('silent');

export interface TestReader {
  reader: DeliveryReader;
  readMail: (raw: Uint8Array) => Promise<DeliveryReading>;
  readFile: (name: string, content: Uint8Array) => Promise<DeliveryReading>;
}

/** A reader that lasts as long as the test file; to be called at its top level. */
export function openTestReader(limits: Partial<ReadingLimits> = {}): TestReader {
  const reader = createDeliveryReader({ processes: 1, ...limits }, silentLog);
  afterAll(() => reader.close());
  return {
    reader,
    readMail: async (raw) => await withFile('mail', raw, (file) => reader.read(file)),
    readFile: async (name, content) => await withFile(name, content, (file) => reader.readFile(file)),
  };
}

export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-reading-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function withFile<Result>(
  name: string,
  content: Uint8Array,
  work: (file: string, folder: string) => Promise<Result>,
): Promise<Result> {
  return await withFolder(async (folder) => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return await work(file, folder);
  });
}

/** The default limits with some changed. */
export function limitsWith(changes: Partial<ReadingLimits>): ReadingLimits {
  return { ...defaultReadingLimits, ...changes };
}

export function codes(reasons: readonly { code: string }[]): string[] {
  return reasons.map(({ code }) => code);
}
