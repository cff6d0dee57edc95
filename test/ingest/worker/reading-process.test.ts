import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DocumentJob } from '../../../src/ingest/worker/jobs.ts';
import { startReadingProcess } from '../../../src/ingest/worker/reading-process.ts';
import { residentBytes } from '../../../src/ingest/worker/resident-memory.ts';
import { pdfBomb, ublOf } from '../support/certain.ts';
import { limitsWith, withFolder } from '../support/readers.ts';

const memoryBytes = 768 * 1024 * 1024;
const longMs = 60_000;

function documentJob(file: string, mediaType: string): DocumentJob {
  return {
    kind: 'document',
    file,
    mediaType,
    mayBeDamaged: false,
    workDirectory: path.dirname(file),
    filePrefix: 'inside',
    context: {},
    limits: limitsWith({}),
  };
}

async function withDocument<Result>(
  content: Uint8Array | string,
  mediaType: string,
  work: (job: DocumentJob) => Promise<Result>,
): Promise<Result> {
  return await withFolder(async (folder) => {
    const file = path.join(folder, 'document');
    await writeFile(file, content);
    return await work(documentJob(file, mediaType));
  });
}

describe('a reading process', () => {
  test('does one job after the other', async () => {
    const reading = startReadingProcess(memoryBytes);
    await withDocument(ublOf(1), 'application/xml', async (job) => {
      for (const _again of [1, 2]) {
        expect(await reading.run(job, longMs)).toMatchObject({
          ended: true,
          result: { kind: 'invoice', format: 'ubl' },
        });
      }
    });
    expect(reading.isAlive()).toBe(true);
    await reading.kill();
    expect(reading.isAlive()).toBe(false);
  });

  test('is killed when it takes too long', async () => {
    const reading = startReadingProcess(memoryBytes);
    await withDocument(ublOf(1), 'application/xml', (job) => reading.run(job, longMs));
    const outcome = await withDocument(await pdfBomb(), 'application/pdf', (job) => reading.run(job, 100));
    expect(outcome).toMatchObject({ ended: false, violation: 'too_slow' });
    await reading.kill();
    expect(reading.isAlive()).toBe(false);
  });

  test('is killed when it takes too much memory (A2)', async () => {
    const reading = startReadingProcess(160 * 1024 * 1024);
    const outcome = await withDocument(await pdfBomb(), 'application/pdf', (job) => reading.run(job, longMs));
    expect(outcome).toMatchObject({ ended: false, violation: 'too_big' });
    await reading.kill();
  });

  test('whose job fails says so and is not to be used again', async () => {
    const reading = startReadingProcess(memoryBytes);
    const outcome = await reading.run(documentJob('/nowhere/at/all', 'application/pdf'), longMs);
    expect(outcome).toMatchObject({ ended: false, violation: 'crashed' });
    await reading.kill();
  });

  test('does not do a job that lies behind one that fails: it is told that its turn did not come', async () => {
    const reading = startReadingProcess(memoryBytes);
    await withDocument(ublOf(1), 'application/xml', async (job) => {
      const failing = reading.run(documentJob('/nowhere/at/all', 'application/pdf'), longMs);
      const behind = [reading.run(job, longMs), reading.run(job, longMs)];
      expect(await failing).toMatchObject({ ended: false, violation: 'crashed' });
      expect(await Promise.all(behind)).toEqual(['not_its_turn', 'not_its_turn']);
    });
    await reading.kill();
  });

  test("counts a job's time from its turn", async () => {
    const reading = startReadingProcess(memoryBytes);
    await withDocument(ublOf(1), 'application/xml', async (job) => {
      const file = path.join(job.workDirectory, 'bomb');
      await writeFile(file, await pdfBomb());
      // Two seconds for the first, one for the second: it would be over before its turn came.
      const bomb = reading.run(documentJob(file, 'application/pdf'), 2000);
      const behind = reading.run(job, 1000);
      expect(await bomb).toMatchObject({ detail: 'it was not done after 2000 ms' });
      expect(await behind).toBe('not_its_turn');
    });
    await reading.kill();
  });

  test('that is killed from outside has crashed', async () => {
    const reading = startReadingProcess(memoryBytes);
    const outcome = await withDocument(await pdfBomb(), 'application/pdf', async (job) => {
      // Until then it is only being started.
      await reading.run({ ...job, file: '/dev/null', mediaType: 'application/xml' }, longMs);
      const running = reading.run(job, longMs);
      await reading.kill();
      return await running;
    });
    expect(outcome).toMatchObject({
      ended: false,
      violation: 'crashed',
      detail: 'the process ended by signal SIGKILL',
    });
  });

  test('a disk that is full is not held against what is read', async () => {
    const reading = startReadingProcess(memoryBytes);
    await withDocument('Subject: Hej\r\n\r\nHej', 'text/plain', async ({ file, workDirectory, limits }) => {
      // Every write to this device fails as on a full disk.
      await symlink('/dev/full', path.join(workDirectory, 'part-1'));
      await expect(
        reading.run({ kind: 'split', file, holds: 'mail', workDirectory, limits }, longMs),
      ).rejects.toMatchObject({ code: 'ENOSPC' });
      const after = await reading.run({ ...documentJob('/dev/null', 'application/xml') }, longMs);
      expect(after).toMatchObject({ ended: true });
    });
    expect(reading.isAlive()).toBe(true);
    await reading.kill();
  });
});

test('resident memory is that of a living process, and null for one that is gone', async () => {
  expect(await residentBytes(process.pid)).toBeGreaterThan(10 * 1024 * 1024);
  expect(await residentBytes(2 ** 30)).toBeNull();
});
