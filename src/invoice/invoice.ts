/**
 * The invoice as everyone in the project knows it: the contract of `extract --json` (docs/extraction.md), what the
 * ledger stages and what a copy is given. Amounts are decimal strings with a point ("1250.00"), those of a credit note
 * positive, as UBL writes them; dates are ISO `YYYY-MM-DD`; what is absent is null.
 */

export type DocumentType = 'invoice' | 'creditNote';
export type AccountKind = 'iban' | 'bankgiro' | 'plusgiro' | 'other';

export interface Seller {
  name: string | null;
  /** Digits only for Swedish numbers ("5560360793"); foreign ones as printed, without spaces. */
  organisationNumber: string | null;
  /** No spaces, with its country prefix where the document has it there ("SE556036079301"; in Norway also "987654325MVA"). */
  vatId: string | null;
}

export interface Buyer {
  name: string | null;
  vatId: string | null;
}

export interface Totals {
  net: string | null;
  vat: string | null;
  gross: string | null;
  rounding: string | null;
  payable: string | null;
}

export interface VatSubtotal {
  /** UNCL5305 code where the format gives one ("S", "Z", "AE" …). */
  category: string | null;
  /** Percent, as a decimal string ("25"). */
  rate: string | null;
  taxable: string | null;
  tax: string | null;
}

export interface PaymentAccount {
  kind: AccountKind;
  /** IBAN without spaces; bankgiro "5402-9681"; plusgiro "286543-4"; other: as given. */
  id: string;
}

export interface InvoiceLine {
  id: string | null;
  description: string | null;
  quantity: string | null;
  unit: string | null;
  unitPrice: string | null;
  net: string | null;
  vatRate: string | null;
}

/** Where a field's value was read. */
export interface Evidence {
  /** "xml", "pdf-text", "mail" … */
  source: string;
  /** XPath for XML; page number and the text around it for a PDF. */
  where: string;
  /** The text as it stood there, before normalisation. */
  text: string;
  /** 0 to 1: how sure the reader is; 1 is for exact formats. */
  confidence: number;
  /** Where on the page: points from the top left corner of page `page`. */
  box?: { page: number; x: number; y: number; width: number; height: number };
  /** Other values that were found for the field, the likeliest first. */
  alternatives?: { value: string; confidence: number; where: string }[];
}

/** The result of one rule, kept with the invoice so that a person sees why it was held or trusted. */
export interface Check {
  /** Rule id: "BR-CO-15", "luhn:organisationNumber", "iban" … */
  rule: string;
  passed: boolean;
  message: string;
}

export interface Invoice {
  documentType: DocumentType;
  invoiceNumber: string | null;
  issueDate: string | null;
  dueDate: string | null;
  currency: string | null;
  seller: Seller;
  buyer: Buyer;
  totals: Totals;
  vatBreakdown: VatSubtotal[];
  payment: { accounts: PaymentAccount[]; reference: string | null };
  references: { order: string | null; buyer: string | null; preceding: string[] };
  lines: InvoiceLine[];
  /** Which reader gave it: "ubl", "pdf-text" … */
  source: string;
  /** By field path: "invoiceNumber", "totals.payable", "payment.accounts.0" … */
  evidence: Record<string, Evidence>;
  checks: Check[];
}

/** What a delivery came to: every mail ends as exactly one of these. */
export type Disposition = 'invoice' | 'not_invoice' | 'needs_review';

/** Why something is not simply an invoice: a stable code for programs, a sentence for people. */
export interface Reason {
  code: string;
  message: string;
}

/** An invoice with nothing known yet; readers fill in what they find. */
export function blankInvoice(source: string, documentType: DocumentType = 'invoice'): Invoice {
  return {
    documentType,
    invoiceNumber: null,
    issueDate: null,
    dueDate: null,
    currency: null,
    seller: { name: null, organisationNumber: null, vatId: null },
    buyer: { name: null, vatId: null },
    totals: { net: null, vat: null, gross: null, rounding: null, payable: null },
    vatBreakdown: [],
    payment: { accounts: [], reference: null },
    references: { order: null, buyer: null, preceding: [] },
    lines: [],
    source,
    evidence: {},
    checks: [],
  };
}
