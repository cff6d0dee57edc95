import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { clearAbandonedFolders, makeTemporaryFolder } from '../src/temporary.ts';

const twoHours = 2 * 60 * 60_000;
const deadPid = spawnSync(process.execPath, ['--version']).pid;

async function leftBehind(name: string, ageMs: number): Promise<string> {
  const folder = path.join(tmpdir(), name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'original'), 'a mail');
  const then = new Date(Date.now() - ageMs);
  await utimes(folder, then, then);
  return folder;
}

test('what a killed process left lying is cleared away, and nothing else', async () => {
  const old = await leftBehind(`staging-post-temporary-${deadPid}-old`, twoHours);
  const young = await leftBehind(`staging-post-temporary-${deadPid}-young`, 0);
  const others = await leftBehind(`staging-post-${deadPid}-another-matter`, twoHours);
  const own = await makeTemporaryFolder();
  const then = new Date(Date.now() - twoHours);
  await utimes(own, then, then);
  try {
    expect(await clearAbandonedFolders(new Date())).toBeGreaterThanOrEqual(1);
    expect([old, young, others, own].map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
  } finally {
    for (const folder of [young, others, own]) await rm(folder, { recursive: true, force: true });
  }
});
