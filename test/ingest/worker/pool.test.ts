import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { DocumentJob } from '../../../src/ingest/worker/jobs.ts';
import { createReadingPool } from '../../../src/ingest/worker/pool.ts';
import { pdfBomb, ublOf } from '../support/certain.ts';
import { limitsWith, silentLog, withFile } from '../support/readers.ts';

const options = { processes: 1, processBytes: 768 * 1024 * 1024 };

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
