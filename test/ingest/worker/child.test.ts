import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { eventually } from '../../support/eventually.ts';
import { withFile } from '../support/readers.ts';

const child = new URL('../../../src/ingest/worker/child.ts', import.meta.url);

async function environmentOf(pid: number): Promise<string> {
  return await readFile(`/proc/${pid}/environ`, 'latin1');
}

test('a reading process is started without the environment of its parent, where the secrets are', async () => {
  const { startReadingProcess } = await import('../../../src/ingest/worker/reading-process.ts');
  process.env.STAGING_POST_PASSWORD_TEST = 'hemligt-losenord';
  const reading = startReadingProcess(768 * 1024 * 1024);
  try {
    const pids = await childrenOf(process.pid);
    expect(pids).not.toEqual([]);
    for (const pid of pids) expect(await environmentOf(pid)).not.toContain('hemligt-losenord');
  } finally {
    delete process.env.STAGING_POST_PASSWORD_TEST;
    await reading.kill();
  }
});

async function childrenOf(pid: number): Promise<number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return list.split(' ').filter(Boolean).map(Number);
}

test('a reading process ends when its parent is killed, even in the middle of a loop', async () => {
  // A parent of its own, which starts a reading process, keeps it busy, and is then killed.
  const parent = fork(new URL('../support/busy-parent.ts', import.meta.url), [child.href], {
    serialization: 'advanced',
  });
  const [pid] = (await once(parent, 'message')) as [number];
  parent.kill('SIGKILL');
  await eventually(async () => {
    await expect(readFile(`/proc/${pid}/stat`, 'utf8').then((stat) => / Z /.test(stat))).rejects.toThrow();
  }, 20_000);
});

test('an idle reading process does not keep its parent from ending', async () => {
  await withFile('mail', Buffer.from('Subject: Hej\r\n\r\nHej'), async (file) => {
    const program = fileURLToPath(new URL('../support/idle-reader.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program, file]);
    expect(stdout).toBe('read');
  });
});
