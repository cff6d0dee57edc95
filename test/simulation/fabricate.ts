/** Small invented invoices: everything in them follows from a number. */
import { sha256 } from '../../src/invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';
import type { DocumentToStage, InvoiceToStage } from '../../src/staging/invoices/invoices.ts';

/** Whom no copy in memory takes an invoice of. */
export const refusedSupplier = 'Ingen Leverantör AB';

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

export function fabricateReading(fabrication: Fabrication): {
  documents: DocumentToStage[];
  invoices: InvoiceToStage[];
} {
  const content = Buffer.from(JSON.stringify(fabrication));
  return {
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
  };
}
