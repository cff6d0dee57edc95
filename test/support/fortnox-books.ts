/** What the stand-in of Fortnox holds, and which of its fields may be written, filtered by, and seen in a list. */

export type Fields = Record<string, unknown>;

export interface Supplier extends Fields {
  SupplierNumber: string;
  Name: string;
}
export interface SupplierInvoice extends Fields {
  GivenNumber: string;
  SupplierNumber: string;
}

/** Everything that its database holds: what a restore brings back. */
export interface Books {
  company: string;
  suppliers: Supplier[];
  invoices: SupplierInvoice[];
  inbox: { Id: string; Name: string; content: Uint8Array }[];
  connections: { FileId: string; Name: string; SupplierInvoiceNumber: string; content: Uint8Array }[];
  nextSupplier: number;
  nextInvoice: number;
}

export const writable = {
  Supplier: ['Name', 'OrganisationNumber', 'VATNumber', 'BG', 'PG', 'IBAN', 'SupplierNumber'],
  SupplierInvoice: [
    ...[
      'SupplierNumber',
      'InvoiceNumber',
      'InvoiceDate',
      'DueDate',
      'Currency',
      'Total',
      'VAT',
      'OCR',
      'YourReference',
    ],
    ...['OurReference', 'Comments', 'ExternalInvoiceNumber', 'ExternalInvoiceSeries', 'SupplierInvoiceRows'],
  ],
};
/** The list tells less than the invoice itself. */
export const listed = [
  ...[
    'GivenNumber',
    'SupplierNumber',
    'SupplierName',
    'InvoiceNumber',
    'InvoiceDate',
    'DueDate',
    'Total',
    'Balance',
  ],
  ...['Currency', 'Booked', 'Cancel', 'Credit', 'ExternalInvoiceNumber', 'ExternalInvoiceSeries'],
];
export const filters = ['suppliernumber', 'invoicenumber', 'supplierinvoicenumber', 'filter'];

export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(message: string, code: number, status = 400) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
