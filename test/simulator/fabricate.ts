/** Mails that hold a fabricated invoice, and a reader of them. */
import type { DeliveryReader, DeliveryReading } from '../../src/ingest/reading.ts';
import { type Fabrication, fabricateReading } from '../simulation/fabricate.ts';

/** The same invoice may come in several mails, told apart by their covering letter. */
export function fabricateMail(fabrication: Fabrication, letter: number): Uint8Array {
  return Buffer.from(JSON.stringify({ letter, fabrication }));
}

export function readFabricated(mail: Uint8Array): DeliveryReading {
  const { fabrication } = JSON.parse(Buffer.from(mail).toString()) as { fabrication: Fabrication };
  return {
    disposition: 'invoice',
    reasons: [],
    ...fabricateReading(fabrication),
  } as unknown as DeliveryReading;
}

/** A reader whose mails are fabricated ones. */
export function fabricatingReader(contentOf: (path: string) => Uint8Array): DeliveryReader {
  const read = async (path: string) => readFabricated(contentOf(path));
  return { read, readFile: read, close: async () => undefined };
}
