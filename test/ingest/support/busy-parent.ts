/** A parent whose reading process is stuck in a PDF that never ends, for whoever wants to kill the parent. Tells the process's id. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { pdfBomb } from './certain.ts';

const child = fork(new URL(process.argv[2] ?? ''), [], {
  env: {},
  serialization: 'advanced',
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
});
await once(child, 'message');
const workDirectory = await mkdtemp(path.join(tmpdir(), 'staging-post-busy-'));
const file = path.join(workDirectory, 'bomb.pdf');
await writeFile(file, await pdfBomb());
const job = {
  kind: 'document',
  file,
  mediaType: 'application/pdf',
  mayBeDamaged: false,
  workDirectory,
  filePrefix: 'x',
  context: {},
  limits: defaultReadingLimits,
};
child.send({ id: 1, job });
process.send?.(child.pid);
