/** Receives and reads mails that something is wrong with, and looks whether the good ones after them go on. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { hostileAttachment } from '../../../demo/generator/hostile.ts';
import { parseDelivery } from '../../../src/ingest/parse-delivery.ts';
import { hashOf } from '../../support/mail-room.ts';
import { certainInvoice, ublOf } from './certain.ts';
import { type Intake, openIntake } from './intake.ts';
import { attached, mailOf, type RawPart } from './raw-mail.ts';
import { openTestReader } from './readers.ts';

export const letter: RawPart = { type: 'text/plain; charset=utf-8', content: 'Faktura bifogas.' };
export const pdf = 'application/pdf';

export function file(name: string, content: Uint8Array, type = 'application/octet-stream'): RawPart {
  return { type, headers: attached(name), content };
}

let numbers = 1000;

/** A number that no other test uses: the ledger holds what looks like a duplicate. */
export function newNumber(): number {
  numbers += 1;
  return numbers;
}

export async function hostile(kind: Parameters<typeof hostileAttachment>[0]): Promise<RawPart> {
  const { filename, contentType, content } = await hostileAttachment(kind, certainInvoice(newNumber()));
  return file(filename, Buffer.from(content), contentType);
}

/** A ledger and a reader that last as long as the test file; to be called at its top level. */
export function openFaultRoom() {
  const { reader } = openTestReader({ documentMs: 10_000 });
  let intake: Intake;
  beforeAll(async () => {
    intake = await openIntake();
  });
  afterAll(() => intake?.close());

  /** Receives and reads the mail; it must be as it came when it is asked for again. */
  const read = async (raw: Uint8Array) => {
    const id = await intake.receive(raw);
    await parseDelivery(intake.ledger, reader, id);
    expect(await intake.exportedHash(id)).toBe(hashOf(raw));
    const [{ disposition, codes }, documents, invoices] = await Promise.all([
      intake.delivery(id),
      intake.documents(id),
      intake.invoices(id),
    ]);
    return { disposition, codes, documents, invoices };
  };
  return {
    read,
    expectTheNextToGoOn: async () => {
      const number = newNumber();
      const after = await read(mailOf([letter, file('faktura.xml', ublOf(number))]));
      expect(after).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
    },
  };
}
