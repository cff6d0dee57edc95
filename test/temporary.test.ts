import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, statSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import {
  clearAbandonedFolders,
  makeTemporaryFolder,
  nameTemporaryFolder,
  openTemporaryFile,
} from '../src/temporary.ts';

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

test('a folder that was only named is made with its first file, for nobody else to look into, and is swept as any', async () => {
  const folder = nameTemporaryFolder();
  expect(path.basename(folder)).toMatch(new RegExp(`^staging-post-temporary-${process.pid}-.{36}$`));
  expect(existsSync(folder)).toBe(false);
  try {
    for (const name of ['part-1', 'part-2']) closeSync(openTemporaryFile(path.join(folder, name)));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'part-2')).mode & 0o777).toBe(0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const ofKilled = path.join(tmpdir(), path.basename(folder).replace(`-${process.pid}-`, `-${deadPid}-`));
  closeSync(openTemporaryFile(path.join(ofKilled, 'part-1')));
  const then = new Date(Date.now() - twoHours);
  await utimes(ofKilled, then, then);
  await clearAbandonedFolders(new Date());
  expect(existsSync(ofKilled)).toBe(false);
});

test('a file that cannot be opened for another reason than its folder says which', () => {
  expect(() => openTemporaryFile(tmpdir())).toThrow('EISDIR');
});
