/**
 * What a language calls the things on an invoice. A language is data: lists of plain phrases with commas between, in a
 * file of its own. Case, accents, spaces, full stops and hyphens do not matter: "org nr" is also "Org.nr", "ORGNR" and
 * "Org. -nr". In titles, a star stands for the beginning of a compound: "*rechnung" is also "Schlussrechnung".
 * docs/extraction-pdf.md shows how to add one.
 */

/** What a label can announce. */
export const labelledFields = [
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'terms',
  'currency',
  'net',
  'vat',
  'rounding',
  'gross',
  'payable',
  /** Already paid or to be deducted: an advance, an instalment. */
  'prepaid',
  /** Owed from before: what is to be paid is then more than this invoice. */
  'earlierBalance',
  'organisationNumber',
  'vatId',
  'buyerOrganisationNumber',
  'buyerVatId',
  'bankgiro',
  'plusgiro',
  'iban',
  /** A domestic account that is neither: Norwegian kontonr, Danish reg. and kontonr. */
  'account',
  /** The code of the account's bank: Danish reg.nr, clearing number, sort code, Bankleitzahl. */
  'bankCode',
  /** The account that the buyer pays from. */
  'buyerAccount',
  /** A reference with check digits: OCR, KID, FIK, viite, RF. */
  'ocr',
  'paymentReference',
  'order',
  'buyerReference',
  /** Somebody for the buyer to turn to: the seller's own, unless the page tells its own beside it as "our contact". */
  'yourContact',
  'preceding',
  'sellerName',
  /** Who is paid: the seller as a rule, unless it sold or pledged its claim. */
  'payee',
  'buyerName',
  /** Another date than those above: delivery, order, period. It keeps its date from being taken for the invoice's. */
  'otherDate',
  /** Another number: customer, project, contract. */
  'otherNumber',
  /** Any other label: it ends the value before it. */
  'other',
] as const;

export type LabelledField = (typeof labelledFields)[number];

export interface Labels {
  /** Phrases that mean the field wherever they stand. */
  anywhere?: string;
  /** Phrases too common for that: they count at the start of a cell only, and less. */
  atStart?: string;
}

/**
 * Words that labels of sums are put together from, so that not every wording need be listed: "Belopp exklusive moms" is a
 * `total`, a word for `without`, and the `tax`, which may be in that word already ("hors taxes").
 */
export interface SumWords {
  total: string;
  without: string;
  with: string;
  tax: string;
  /** "att betala": behind a word for a total it is what is to be paid. */
  toPay: string;
}

/** The columns of a table of lines, by their headings. */
export type LineColumn =
  | 'description'
  | 'article'
  | 'quantity'
  | 'unit'
  | 'unitPrice'
  | 'discount'
  | 'vatRate'
  | 'lineNet'
  | 'position';

/** Papers that look like invoices and are none. */
export type OtherPaper =
  | 'reminder'
  | 'debt_collection'
  | 'interest_invoice'
  | 'statement'
  | 'delivery_note'
  | 'order_confirmation'
  | 'purchase_order'
  | 'quotation'
  | 'pro_forma'
  | 'receipt'
  | 'remittance_advice'
  | 'terms_and_conditions'
  | 'contract'
  | 'notice';

export interface Language {
  code: string;
  labels: Partial<Record<LabelledField, Labels>>;
  sums: SumWords;
  columns: Partial<Record<LineColumn, string>>;
  /** Titles of an invoice, of a credit note, and of what looks like an invoice but is none. */
  invoiceTitles: string;
  creditTitles: string;
  notInvoiceTitles: Partial<Record<OtherPaper, string>>;
  /** Headings of the buyer's address, and of the seller's: what stands below is theirs. */
  buyerHeadings: string;
  sellerHeadings: string;
  /** Words right before or behind "VAT no" or "company no" that say whose it is: "Kundens momsnr", "USt-IdNr. des Empfängers". */
  ofBuyer: string;
  /** "Rechnung Nr. 42 vom 3.4.2026": words between a number and its date. */
  datedWords: string;
  /** Words that a date may begin with: "den 3 maj", "bis zum 12.8.". */
  dateLeads: string;
  /** Words that stand with a number of days in payment terms: "dagar", "days". */
  dayWords: string;
  /** Beginnings of words that speak of paying, words right before the day by which it is done, and beginnings of those that speak of what was paid before. */
  paying: string;
  byDay: string;
  /** Words right before the number of days in which it is to be paid. */
  withinDays: string;
  /** Words right behind the days that say the same: "14 päivän kuluessa". */
  afterDays?: string;
  /** Words for the end of the month in payment terms, after which days are counted: "løbende måned + 30". */
  monthEnd?: string;
  /** Words that stand with an account and with nothing else: a bank, its codes. */
  banks?: string;
  /** Beginnings of words that ask for something to be stated: "quoting" the invoice's number. */
  stating?: string;
  paidBefore: string;
  /** Phrases that say: nothing is to be sent to an account, it is drawn from the buyer's. */
  directDebit: string;
  /** Services by which a buyer may have it drawn. Who can also pay by himself is only offered them. */
  debitServices: string;
  /** Phrases that say: nothing is left to be paid. */
  paidAlready: string;
  /** Words beside those phrases that make them speak of what may be, or of another invoice. */
  notPaidAlready: string;
  /** Phrases that say: no VAT is charged, as the seller or what he sells is exempt from it. */
  exempt?: string;
  /** What an amount that no VAT comes on is called where it stands beside others: "exempt", "zero rated". */
  untaxed?: string;
  /** Phrases that say: the buyer owes the VAT. */
  reverseCharge: string;
  /** Phrases that say: the buyer wrote this invoice himself. */
  selfBilling: string;
  /** Phrases that speak of a discount for being paid early. */
  earlyPayment: string;
  /** Words for "or" and "otherwise", which part what a discount is given for from what is asked. */
  otherwise?: string;
  /** Words for "without", before a deduction. */
  withoutDiscount?: string;
  /** Phrases that say: the claim was sold or pledged, and another than the seller is paid. Whom they name comes after them. */
  assigned: string;
  /** Phrases right before the seller's name, in a sentence about an agent or a brand: "on behalf of", "is a trading name of". */
  sellerAfter: string;
  /** Phrases right before the name of one who acts for the seller: "represented by". */
  agentAfter: string;
  /** What a page says before the currency of all its amounts: "all amounts are in". */
  amountsIn?: string;
  /** Currencies' names as they stand behind that, by their codes. */
  currencyNames?: Readonly<Record<string, string>>;
  /** Beginnings of month names → 1 to 12. */
  months: Readonly<Record<string, number>>;
  /** Whether 3/4/2026 is certainly the third of April. */
  dayFirst: boolean;
  /** Whether 24-10-21 is certainly of 2024. */
  shortYearFirst?: boolean;
  /** What "kr" means here, or the currency where none is written and all else is of this country; null where nothing can be assumed. */
  impliedCurrency: string | null;
  /** The country whose company numbers are meant by "Org.nr" and the like; null where it is spoken in many. */
  country: string | null;
}

/** The phrases of a list. */
export function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
