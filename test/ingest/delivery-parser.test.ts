import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDeliveryParser } from '../../src/ingest/delivery-parser.ts';
import type { DeliveryReader } from '../../src/ingest/reading.ts';
import type { Service } from '../../src/service.ts';
import { eventually } from '../support/eventually.ts';
import { ublOf } from './support/certain.ts';
import { type Intake, openIntake } from './support/intake.ts';
import { attached, mailOf } from './support/raw-mail.ts';
import { openTestReader } from './support/readers.ts';

const { reader } = openTestReader();
let intake: Intake;
let parser: Service | undefined;

beforeEach(async () => {
  intake = await openIntake();
});
afterEach(async () => {
  await parser?.stop();
  await intake.close();
});

function ublMail(number: number): Buffer {
  return mailOf([{ type: 'application/xml', headers: attached('faktura.xml'), content: ublOf(number) }]);
}

async function start(with_: DeliveryReader, sweepIntervalMs: number): Promise<void> {
  parser = createDeliveryParser(intake.ledger, with_, { concurrency: 2, sweepIntervalMs });
  await parser.start();
}

async function dispositions(): Promise<(string | null)[]> {
  const rows = await intake.ledger.db.selectFrom('delivery').select('disposition').execute();
  return rows.map(({ disposition }) => disposition);
}

/** An hour: only the bell can be the cause. */
const never = 3_600_000;

describe('the parser', () => {
  test('answers the bell of a delivery that arrives', async () => {
    await start(reader, never);
    const id = await intake.receive(ublMail(1));
    await eventually(async () => expect(await intake.invoices(id)).toEqual(['1 ready']));
  });

  test('finds by its sweep what was received while it was away, with the bell lost', async () => {
    const ids = await Promise.all([1, 2, 3].map((number) => intake.receive(ublMail(number))));
    // Nothing rings for them any more.
    const deaf = { ...intake.ledger, doorbell: { ...intake.ledger.doorbell, answer: () => silent } };
    parser = createDeliveryParser(deaf, reader, { concurrency: 2, sweepIntervalMs: 50 });
    await parser.start();
    await eventually(async () => expect(await dispositions()).toEqual(ids.map(() => 'invoice')));
  });

  test('reads on after a mail that fails, and takes that up again when its time has come', async () => {
    let failures = 0;
    const flaky: DeliveryReader = {
      ...reader,
      read: async (file, context) => {
        failures += 1;
        if (failures === 1) throw new Error('the process is gone');
        return await reader.read(file, context);
      },
    };
    await Promise.all([1, 2].map((number) => intake.receive(ublMail(number))));
    await start(flaky, 50);
    await eventually(async () => expect(await dispositions()).toEqual(['invoice', 'invoice']));
    expect(failures).toBe(3);
  });

  test('that is stopped ends with what it has in hand, and a double stop is safe', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((number) => intake.receive(ublMail(number))));
    await start(reader, 50);
    await parser?.stop();
    await parser?.stop();
    const after = await Promise.all(
      ids.map(async (id) => [await intake.delivery(id), await intake.invoices(id)] as const),
    );
    for (const [{ disposition, lastError }, invoices] of after) {
      expect(lastError).toBeNull();
      expect(invoices).toHaveLength(disposition === 'invoice' ? 1 : 0);
    }
  });
});

const silent: Service = { name: 'nobody answers', start: async () => {}, stop: async () => {} };
