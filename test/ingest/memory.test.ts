/** A large mail is streamed from end to end: it does not lie in anybody's memory. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { ublOf } from './support/certain.ts';
import { openIntake } from './support/intake.ts';
import { attached, mailOf } from './support/raw-mail.ts';
import { withFile } from './support/readers.ts';

const program = fileURLToPath(new URL('support/measured-worker.ts', import.meta.url));
const mebibytes = 1024 * 1024;

test('a mail of 50 MB needs far less than 500 MB, in the worker and in the reading process', async () => {
  const intake = await openIntake();
  await intake.ledger.db
    .insertInto('mailbox')
    .values({ name: 'fakturor', book: 'nordvik', url: 'imaps://a@b.example/INBOX' })
    .execute();
  const raw = mailOf([
    {
      type: 'application/octet-stream',
      headers: attached('ritning.dwg'),
      content: randomBytes(36 * mebibytes),
    },
    { type: 'application/xml', headers: attached('faktura.xml'), content: ublOf(1) },
  ]);
  expect(raw.length).toBeGreaterThan(49 * mebibytes);
  const { delivery, worker, reading } = await withFile('mail', raw, async (file) => {
    const { stdout } = await promisify(execFile)(process.execPath, [program], {
      env: {
        ...process.env,
        MEASURED_MAIL: file,
        MEASURED_LEDGER: intake.testLedger.url,
        MEASURED_DIR: intake.testLedger.dir,
        NODE_OPTIONS: '',
      },
    });
    return JSON.parse(stdout) as { delivery: string; worker: number; reading: number };
  });
  expect(await intake.invoices(delivery)).toEqual(['1 ready']);
  expect(worker).toBeLessThan(400 * mebibytes);
  expect(reading).toBeLessThan(400 * mebibytes);
  await intake.close();
  console.info(
    `a mail of ${Math.round(raw.length / mebibytes)} MiB: worker ${Math.round(worker / mebibytes)} MiB, reading process ${Math.round(reading / mebibytes)} MiB at most`,
  );
}, 120_000);
