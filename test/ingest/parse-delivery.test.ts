import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StagingPostError } from '../../src/errors.ts';
import { parseDelivery } from '../../src/ingest/parse-delivery.ts';
import type { DeliveryReader } from '../../src/ingest/reading.ts';
import { setReviewPolicy } from '../../src/staging/books/review-policy.ts';
import { pdfOf, ublOf } from './support/certain.ts';
import { type Intake, openIntake } from './support/intake.ts';
import { attached, mailOf, type RawPart } from './support/raw-mail.ts';
import { openTestReader } from './support/readers.ts';

const { reader } = openTestReader();
let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake?.close());

const letter: RawPart = { type: 'text/plain', content: 'Faktura bifogas.' };

function ublMail(number: number): Buffer {
  return mailOf([
    letter,
    { type: 'application/xml', headers: attached('faktura.xml'), content: ublOf(number) },
  ]);
}

/** A reader whose reading always fails. */
function failing(error: Error): DeliveryReader {
  const fail = async () => await Promise.reject(error);
  return { read: fail, readFile: fail, close: async () => {} };
}

describe('reading a delivery', () => {
  test('stages its invoices with their documents, bytes and all, and settles what the mail came to', async () => {
    const pdf = await pdfOf(101);
    const id = await intake.receive(
      mailOf([
        letter,
        { type: 'application/pdf', headers: attached('faktura.pdf'), content: pdf },
        { type: 'application/xml', headers: attached('faktura.xml'), content: ublOf(101) },
      ]),
    );
    await parseDelivery(intake.ledger, reader, id);
    expect(await intake.delivery(id)).toMatchObject({ disposition: 'invoice', codes: [] });
    expect(await intake.invoices(id)).toEqual(['101 ready']);
    const documents = await intake.ledger.db
      .selectFrom('invoice_document')
      .innerJoin('document', 'document.id', 'invoice_document.document')
      .select(['role', 'file_name', 'document.sha256', 'document.original'])
      .where('document.delivery', '=', id)
      .orderBy('ordinal')
      .execute();
    expect(documents.map(({ role, file_name }) => [role, file_name])).toEqual([
      ['representation', 'faktura.pdf'],
      ['primary', 'faktura.xml'],
    ]);
    for (const { sha256, original } of documents) expect(original).toBe(sha256);
  });

  test('knows whose book it is: the buyer’s own numbers are not taken for the supplier’s', async () => {
    const id = await intake.receive(ublMail(102));
    const seen: unknown[] = [];
    const watching: DeliveryReader = {
      ...reader,
      read: async (file, context) => {
        seen.push(context);
        return await reader.read(file, context);
      },
    };
    await parseDelivery(intake.ledger, watching, id);
    expect(seen).toEqual([
      {
        ownNames: ['Nordvik Bygg AB'],
        ownOrganisationNumbers: ['5590123450'],
        ownVatIds: ['SE559012345001'],
        learnt: [],
      },
    ]);
  });

  test('holds what the book wants a person to see, whatever it was read from', async () => {
    const { db } = intake.ledger;
    const book = 'nordvik';
    await setReviewPolicy(db, book, { payableMax: { SEK: '1.00' } }, 'test');
    const id = await intake.receive(ublMail(108));
    await parseDelivery(intake.ledger, reader, id);
    await setReviewPolicy(db, book, null, 'test');
    expect(await intake.invoices(id)).toEqual(['108 needs_review']);
    const { reasons } = await db
      .selectFrom('invoice')
      .select('reasons')
      .where('delivery', '=', id)
      .executeTakeFirstOrThrow();
    expect(reasons.map(({ code }) => code)).toEqual(['amount_above_limit']);
  });

  test('again, or twice at once, changes nothing', async () => {
    const id = await intake.receive(ublMail(103));
    await Promise.all([parseDelivery(intake.ledger, reader, id), parseDelivery(intake.ledger, reader, id)]);
    await parseDelivery(intake.ledger, failing(new Error('is not to be read again')), id);
    expect(await intake.invoices(id)).toEqual(['103 ready']);
    const events = await intake.ledger.db
      .selectFrom('event')
      .select('type')
      .where('subject', '=', id)
      .orderBy('id')
      .execute();
    expect(events.map(({ type }) => type)).toEqual(['delivery:received', 'delivery:invoice']);
  });
});

describe('a fault that passes', () => {
  test('is written down, and the delivery waits longer each time', async () => {
    const id = await intake.receive(ublMail(104));
    const waits: number[] = [];
    for (const attempt of [1, 2, 3]) {
      const before = intake.ledger.clock.now().getTime();
      await parseDelivery(intake.ledger, failing(new Error('the process is gone')), id);
      const row = await intake.ledger.db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(row).toMatchObject({
        disposition: null,
        read_attempts: attempt,
        last_error: 'the process is gone',
      });
      waits.push(row.next_read_at.getTime() - before);
    }
    // Half of it is chance: the next wait is at least as long as the one before could be.
    expect(waits[0]).toBeGreaterThanOrEqual(1_000);
    expect(waits[1]).toBeGreaterThanOrEqual(2_000);
    expect(waits[2]).toBeGreaterThanOrEqual(4_000);
    await parseDelivery(intake.ledger, reader, id);
    expect(await intake.delivery(id)).toMatchObject({ disposition: 'invoice', lastError: null });
    expect(await intake.invoices(id)).toEqual(['104 ready']);
  });

  test('that does not pass puts the delivery to a person, whose replay reads it anew', async () => {
    const id = await intake.receive(ublMail(105));
    for (let attempt = 1; attempt <= 6; attempt++) {
      await parseDelivery(intake.ledger, failing(new Error('no way')), id);
    }
    expect(await intake.delivery(id)).toMatchObject({
      disposition: 'needs_review',
      codes: ['reading_failed'],
    });
    const other = await intake.receive(ublMail(106));
    await parseDelivery(intake.ledger, reader, other);
    expect(await intake.invoices(other)).toEqual(['106 ready']);
  });

  test.each([
    ['a full disk', Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })],
    [
      'a machine without a process to spare',
      new StagingPostError('reading_process_failed', 'none to be had'),
    ],
    ['a worker that is stopped', new StagingPostError('reading_closed', 'reading was closed')],
  ])('and is ours (%s) is never held against the mail', async (what, error) => {
    const id = await intake.receive(ublMail(110 + what.length));
    for (let attempt = 1; attempt <= 8; attempt++) await parseDelivery(intake.ledger, failing(error), id);
    expect(await intake.delivery(id)).toMatchObject({ disposition: null, readAttempts: 8 });
    await parseDelivery(intake.ledger, reader, id);
    expect(await intake.delivery(id)).toMatchObject({ disposition: 'invoice' });
  });
});
