/** Invented invoices on their way into a copy: everything in them follows from what makes them different. */
import { invoiceId, nextHead, sha256 } from '../../../src/invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../../src/invoice/invoice.ts';
import type { CandidateInvoice } from '../../../src/reconcile/apply.ts';
import type { Identity, Receipt } from '../../../src/reconcile/copies/copy.ts';

export interface Wanted {
  number?: string | null;
  payable?: string | null;
  issueDate?: string | null;
  supplier?: string | null;
  organisationNumber?: string | null;
  documentType?: Invoice['documentType'];
  currency?: string | null;
}

export function invoiceOf(wanted: Wanted = {}): Invoice {
  const {
    number = 'F-1',
    payable = '1250.00',
    issueDate = '2026-03-02',
    supplier = 'Norrby Kakel AB',
    organisationNumber = '5566778899',
    documentType = 'invoice',
    currency = 'SEK',
  } = wanted;
  const invoice = blankInvoice('test', documentType);
  invoice.invoiceNumber = number;
  invoice.issueDate = issueDate;
  invoice.currency = currency;
  invoice.seller = { name: supplier, organisationNumber, vatId: null };
  invoice.totals.payable = payable;
  return invoice;
}

export function candidate(book: string, wanted: Wanted = {}): CandidateInvoice {
  const invoice = invoiceOf(wanted);
  return {
    id: invoiceId(book, sha256(JSON.stringify(invoice))),
    book,
    invoice,
    files: [],
    cleared: false,
  };
}

/** With everything that a copy can hold of an invoice. */
export function fullCandidate(book: string): CandidateInvoice {
  const wanted = candidate(book, { number: 'Å-2026/17', supplier: 'Kakelboden i Åre "Öst" AB' });
  const { invoice } = wanted;
  invoice.dueDate = '2026-04-01';
  invoice.seller.vatId = 'SE556677889901';
  invoice.totals = { net: '999.995', vat: '250.00', gross: '1250.00', rounding: '-0.25', payable: '1249.75' };
  invoice.payment.accounts = [
    { kind: 'bankgiro', id: '5402-9681' },
    { kind: 'plusgiro', id: '286543-4' },
    { kind: 'iban', id: 'SE4550000000058398257466' },
  ];
  invoice.payment.reference = '1234567897';
  invoice.references = { order: 'PO-7', buyer: 'Anna; drop table x', preceding: ['F-0'] };
  const line = { id: null, unit: 'm2', vatRate: '25' };
  invoice.lines = [
    { ...line, description: 'Kakel, vit\n"15 × 15"', quantity: '12.5', unitPrice: '79.9996', net: '999.995' },
    { ...line, description: null, quantity: null, unitPrice: null, net: null },
  ];
  const file = (fileName: string, bytes: number[]) => {
    const content = Uint8Array.from(bytes);
    return { fileName, mediaType: 'application/octet-stream', sha256: sha256(content), content };
  };
  wanted.files = [file('faktura å.pdf', [0, 255, 39, 92, 10, 0]), file('tom.bin', [])];
  return wanted;
}

export function identityOf(book: string, change: Partial<Identity> = {}): Identity {
  return {
    book,
    copyId: '11111111-1111-4111-8111-111111111111',
    epoch: 3,
    fenced: false,
    head: nextHead('', book, 0, []),
    previousHead: '',
    batchId: '',
    receiptCount: 0,
    ...change,
  };
}

export function receiptOf(invoiceId: string, change: Partial<Receipt> = {}): Receipt {
  return {
    invoiceId,
    batchId: 'batch-1',
    outcome: 'applied',
    table: 'supplier_invoice',
    key: '1',
    epoch: 3,
    appliedAt: '2026-03-05T08:00:00.000Z',
    ...change,
  };
}
