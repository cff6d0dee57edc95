/** Invented invoices for the tests of formats: anything the generator can invent, under names that XML must escape. */
import fc from 'fast-check';
import { type InventedInvoice, inventInvoice } from '../../../demo/generator/invoices.ts';
import { createRandom } from '../../../demo/generator/random.ts';
import { inventSuppliers } from '../../../demo/generator/suppliers.ts';
import type { Finding, FoundInvoice } from '../../../src/ingest/formats/format.ts';
import { readXml } from '../../../src/ingest/formats/read-document.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import type { DocumentType, Invoice, InvoiceLine } from '../../../src/invoice/invoice.ts';

const buyer = {
  name: 'Kundbolaget i Ekeby AB',
  organisationNumber: '5590011127',
  vatId: 'SE559001112701',
};

/** One invoice for examples; `changes` make it another. */
export function invented(changes: Partial<InventedInvoice> = {}, seed = 1): InventedInvoice {
  const random = createRandom(seed);
  const [supplier] = inventSuppliers(random, 1);
  if (!supplier) throw new Error('there is no supplier');
  const wish = {
    supplier,
    buyer,
    invoiceNumber: String(random.int(1000, 999_999)),
    issueDate: '2026-11-02',
    documentType: changes.documentType ?? 'invoice',
  };
  return { ...inventInvoice(random, wish), ...changes };
}

/** Latin-9 can write all of these, so that every format can. */
const name = fc
  .array(fc.constantFrom(...Array.from('abcåäöÅÄÖéüß&<>"\'€ -./123')), { minLength: 1, maxLength: 30 })
  .map((characters) => characters.join('').trim())
  .filter((text) => /\p{L}/u.test(text) && !/\s{2}/.test(text));

export const anyInvoice: fc.Arbitrary<InventedInvoice> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    documentType: fc.constantFrom<DocumentType>('invoice', 'creditNote'),
    supplierName: name,
    buyerName: name,
  })
  .map(({ seed, documentType, supplierName, buyerName }) => {
    const invoice = invented({ documentType }, seed);
    return {
      ...invoice,
      supplier: { ...invoice.supplier, name: supplierName },
      buyer: { ...buyer, name: buyerName },
    };
  });

export function read(xml: string | Uint8Array): Finding {
  return readXml(typeof xml === 'string' ? Buffer.from(xml, 'utf8') : xml, { limits: defaultReadingLimits });
}

/** The one invoice that the XML must hold. */
export function readOne(xml: string | Uint8Array): FoundInvoice {
  const { invoices } = read(xml);
  const [found] = invoices;
  if (!found || invoices.length > 1) throw new Error(`the XML holds ${invoices.length} invoices, not one`);
  return found;
}

/** What every format must give back, but for the ways of paying. */
export interface Contract
  extends Pick<
    Invoice,
    | 'documentType'
    | 'invoiceNumber'
    | 'issueDate'
    | 'dueDate'
    | 'currency'
    | 'seller'
    | 'buyer'
    | 'totals'
    | 'vatBreakdown'
  > {
  reference: string | null;
  preceding: string[];
  lines: Pick<InvoiceLine, 'description' | 'quantity' | 'net' | 'vatRate'>[];
}

/** The contract of an invented invoice. */
export function contractOf(invoice: InventedInvoice): Contract {
  const { documentType, invoiceNumber, issueDate, dueDate, currency, supplier, preceding } = invoice;
  const { name, organisationNumber, vatId } = supplier;
  return {
    ...{ documentType, invoiceNumber, issueDate, dueDate, currency },
    seller: { name, organisationNumber, vatId },
    buyer: { name: invoice.buyer.name, vatId: invoice.buyer.vatId },
    totals: invoice.totals,
    vatBreakdown: invoice.vatBreakdown.map((subtotal) => ({ category: 'S', ...subtotal })),
    reference: invoice.paymentReference,
    preceding: preceding === null ? [] : [preceding],
    lines: invoice.lines.map(comparedLine),
  };
}

/** The same of an invoice that was read. */
export function contractIn(invoice: Invoice): Contract {
  const { documentType, invoiceNumber, issueDate, dueDate, currency, seller, buyer: to } = invoice;
  return {
    ...{ documentType, invoiceNumber, issueDate, dueDate, currency, seller, buyer: to },
    totals: invoice.totals,
    vatBreakdown: invoice.vatBreakdown,
    reference: invoice.payment.reference,
    preceding: invoice.references.preceding,
    lines: invoice.lines.map(comparedLine),
  };
}

function comparedLine({
  description,
  quantity,
  net,
  vatRate,
}: Contract['lines'][number]): Contract['lines'][number] {
  return { description, quantity, net, vatRate };
}

/** `xml` with `from` replaced once; an error where it does not stand there, so that no test passes by accident. */
export function changed(xml: string, from: string, to: string): string {
  if (!xml.includes(from)) throw new Error(`"${from}" does not stand in the XML`);
  return xml.replace(from, () => to);
}

/** The failed rules that the invoice keeps, held by them or not. */
export function failedRules({ invoice }: FoundInvoice): string[] {
  return invoice.checks.filter(({ passed }) => !passed).map(({ rule }) => rule);
}

export function reasonCodes({ reasons }: FoundInvoice): string[] {
  return reasons.map(({ code }) => code);
}
