/** Small invented invoices: everything in them follows from a number. */

import type { DeliveryReader, DeliveryReading } from '../../src/ingest/reading.ts';
import { sha256 } from '../../src/invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';
import { refusedSupplier } from './memory-copy.ts';

export interface Fabrication {
  /** Tells the invoices of one run apart. */
  number: number;
  /** The copy's database refuses it. */
  refused: boolean;
  /** The reader is sure of it. */
  certain: boolean;
}

export function fabricateInvoice({ number, refused }: Fabrication): Invoice {
  const invoice = blankInvoice('simulation');
  invoice.invoiceNumber = `F-${number}`;
  invoice.issueDate = '2026-03-02';
  invoice.currency = 'SEK';
  invoice.seller = {
    name: refused ? refusedSupplier : 'Norrby Kakel AB',
    organisationNumber: '5566778899',
    vatId: null,
  };
  invoice.totals.payable = `${100 + number}.00`;
  return invoice;
}

/** The same invoice may come in several mails, told apart by their covering letter. */
export function fabricateMail(fabrication: Fabrication, letter: number): Uint8Array {
  return Buffer.from(JSON.stringify({ letter, fabrication }));
}

export function fabricateReading(mail: Uint8Array): DeliveryReading {
  const { fabrication } = JSON.parse(Buffer.from(mail).toString()) as { fabrication: Fabrication };
  const content = Buffer.from(JSON.stringify(fabrication));
  return {
    disposition: 'invoice',
    reasons: [],
    documents: [
      {
        path: '1',
        fileName: 'invoice.xml',
        declaredType: 'application/xml',
        mediaType: 'application/xml',
        bytes: content.length,
        sha256: sha256(content),
        kind: 'invoice',
        reason: null,
        content,
      },
    ],
    invoices: [
      {
        primaryPath: '1',
        ordinal: 0,
        invoice: fabricateInvoice(fabrication),
        state: fabrication.certain ? 'ready' : 'needs_review',
        reasons: fabrication.certain ? [] : [{ code: 'uncertain', message: 'the simulation is in doubt' }],
        documents: [{ path: '1', role: 'primary' }],
      },
    ],
  } as unknown as DeliveryReading;
}

/** A reader whose mails are fabricated ones. */
export function fabricatingReader(contentOf: (path: string) => Uint8Array): DeliveryReader {
  const read = async (path: string) => fabricateReading(contentOf(path));
  return { read, readFile: read, close: async () => undefined };
}
