/**
 * What a language calls the things on an invoice. A language is data: lists of plain phrases with commas between, in a
 * file of its own. In a phrase a space stands for any spaces, full stops or hyphens, or none ("org nr" is also "Org.nr",
 * "orgnr" and "Org. nr"); case does not matter.
 */

/** What a label can announce. `other` announces nothing that is read, but ends the value before it. */
export type LabelledField =
  | 'invoiceNumber'
  | 'issueDate'
  | 'dueDate'
  | 'terms'
  | 'currency'
  | 'net'
  | 'vat'
  | 'rounding'
  | 'gross'
  | 'payable'
  | 'organisationNumber'
  | 'vatId'
  | 'buyerOrganisationNumber'
  | 'buyerVatId'
  | 'bankgiro'
  | 'plusgiro'
  | 'iban'
  | 'ocr'
  | 'paymentReference'
  | 'order'
  | 'buyerReference'
  | 'preceding'
  | 'other';

export interface Labels {
  /** Phrases that mean the field wherever they stand. */
  anywhere?: string;
  /** Phrases too common for that: they count at the start of a cell only, and less. */
  atStart?: string;
}

export interface NotInvoiceTitle {
  /** A stable code: "reminder", "order_confirmation" … */
  code: string;
  /** What it is, in English: "a reminder". */
  what: string;
  phrases: string;
}

export interface Language {
  code: string;
  labels: Partial<Record<LabelledField, Labels>>;
  /** Titles of an invoice, of a credit note, and of what looks like an invoice but is none. */
  invoiceTitles: string;
  creditTitles: string;
  notInvoiceTitles: readonly NotInvoiceTitle[];
  /** Headings of the buyer's address: what stands below is not the seller's. */
  buyerHeadings: string;
  /** Beginnings of month names → 1 to 12. */
  months: Readonly<Record<string, number>>;
  /** Whether 3/4/2026 is certainly the third of April. */
  dayFirst: boolean;
  /** The currency where none is written and the seller has a giro account; null where nothing can be assumed. */
  impliedCurrency: string | null;
}

/** The phrases of a list, the longest first, so that "faktura nr" is found before "faktura". */
export function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
}

/** The source of a regular expression for one phrase. */
export function phraseSource(phrase: string): string {
  return phrase
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('[\\s.\\-–]*');
}

/** A pattern for text that starts with one of the phrases, as whole words. */
export function startsWithPhrase(list: string): RegExp {
  return new RegExp(`^(?:${phrasesIn(list).map(phraseSource).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
