import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { DocumentJob, DocumentResult } from '../../../src/ingest/worker/jobs.ts';
import { createReadingPool } from '../../../src/ingest/worker/pool.ts';
import { pdfBomb, ublOf } from '../support/certain.ts';
import { limitsWith, silentLog, withFile, withFolder } from '../support/readers.ts';

const options = { processes: 1, processBytes: 768 * 1024 * 1024 };

function numberIn({ invoices: [found] }: DocumentResult): string | null | undefined {
  return found?.invoice.invoiceNumber;
}

function jobOn(file: string, workDirectory: string, mediaType: string): DocumentJob {
  return {
    kind: 'document',
    file,
    mediaType,
    mayBeDamaged: false,
    workDirectory,
    filePrefix: 'inside',
    context: {},
    limits: limitsWith({}),
  };
}

describe('a pool of reading processes', () => {
  test('gives the next job a new process when one is killed', async () => {
    const pool = createReadingPool(options, silentLog);
    const bomb = await pdfBomb();
    const [killed, read] = await Promise.all([
      withFile('bomb', bomb, (file, folder) => pool.run(jobOn(file, folder, 'application/pdf'), 500)),
      withFile('invoice', ublOf(1), (file, folder) =>
        pool.run(jobOn(file, folder, 'application/xml'), 60_000),
      ),
    ]);
    expect(killed).toMatchObject({ ended: false, violation: 'too_slow' });
    expect(read).toMatchObject({ ended: true, result: { kind: 'invoice' } });
    await pool.close();
  });

  test('does every job that lay ready behind one that was killed', async () => {
    const pool = createReadingPool(options, silentLog);
    await withFolder(async (folder) => {
      const bombs = ['bomb', 'bomb again'].map((name) => path.join(folder, name));
      for (const file of bombs) await writeFile(file, await pdfBomb());
      const invoices = [1, 2, 3, 4].map((number) => path.join(folder, `${number}.xml`));
      for (const [index, file] of invoices.entries()) await writeFile(file, ublOf(index + 1));
      const bombed = (file: string) => pool.run(jobOn(file, folder, 'application/pdf'), 500);
      const read = (file: string) => pool.run(jobOn(file, folder, 'application/xml'), 60_000);
      const [one = '', two = '', three = '', four = ''] = invoices;
      const outcomes = await Promise.all([
        read(one),
        ...bombs.map(bombed),
        read(two),
        bombed(bombs[0] ?? ''),
        read(three),
        read(four),
      ]);
      expect(
        outcomes.map((outcome) => (outcome.ended ? numberIn(outcome.result) : outcome.violation)),
      ).toEqual(['1', 'too_slow', 'too_slow', '2', 'too_slow', '3', '4']);
    });
    await pool.close();
  });

  test('replaces a process after so many jobs, and never in the middle of one', async () => {
    const pool = createReadingPool({ ...options, jobsPerProcess: 1 }, silentLog);
    await withFile('invoice', ublOf(7), async (file, folder) => {
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => pool.run(jobOn(file, folder, 'application/xml'), 60_000)),
      );
      expect(outcomes.map((outcome) => outcome.ended && numberIn(outcome.result))).toEqual(
        outcomes.map(() => '7'),
      );
    });
    await pool.close();
  });

  test('that is closed in the middle of a job says so, rather than hold it against what was read', async () => {
    const pool = createReadingPool(options, silentLog);
    const bomb = await pdfBomb();
    await withFile('bomb', bomb, async (file, folder) => {
      const running = pool.run(jobOn(file, folder, 'application/pdf'), 60_000);
      const failure = expect(running).rejects.toThrow('reading was closed');
      await delay(0);
      await pool.close();
      await failure;
      await expect(pool.run(jobOn(file, folder, 'application/pdf'), 60_000)).rejects.toThrow(
        'reading was closed',
      );
    });
  });
});
