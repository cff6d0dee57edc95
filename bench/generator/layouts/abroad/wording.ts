/** What a country's invoices say, in its language: several wordings of each thing, of which a seed takes one. */
import type { Random } from '../../../../demo/generator/random.ts';
import type { Company, Country } from '../../companies.ts';
import type { Language } from '../../layout.ts';
import type { AmountStyle, DateStyle } from '../../print.ts';
import type { FontName } from '../../sheet.ts';

/** Wordings that mean the same. */
export type Wordings = readonly [string, ...string[]];

export interface CountryWording {
  language: Language;
  country: Country;
  /** Those that have the language's letters. */
  fonts: readonly [FontName, ...FontName[]];
  dates: readonly [DateStyle, ...DateStyle[]];
  amounts: readonly [AmountStyle, ...AmountStyle[]];
  currency: Wordings;
  /** How invoices are numbered: '#' is a digit, 'Y' the year. */
  numbers: Wordings;
  title: Wordings;
  creditTitle: Wordings;
  seller: Wordings;
  buyer: Wordings;
  number: Wordings;
  /** Of a credit note. */
  creditNumber: Wordings;
  issued: Wordings;
  due: Wordings;
  delivered: Wordings;
  customer: Wordings;
  order: Wordings;
  preceding: Wordings;
  terms: Wordings;
  days: string;
  vatNumber: Wordings;
  /** As the country writes it. */
  printVatNumber(vatId: string, random: Random): string;
  /** Null where a company has no number but the one for VAT. */
  companyNumber: Wordings | null;
  columns: Readonly<Record<'description' | 'quantity' | 'unit' | 'unitPrice' | 'vatRate' | 'net', Wordings>>;
  net: Wordings;
  vat: Wordings;
  gross: Wordings;
  payable: Wordings;
  /** Over the sums of each rate. */
  rate: Wordings;
  taxable: Wordings;
  tax: Wordings;
  account: Wordings;
  bank: string;
  /** Null where no reference is usual. */
  reference: Wordings | null;
  /** A sentence that tells when to pay; `{date}` and `{amount}` stand for these. */
  pleasePay: Wordings;
  /** What else stands there. */
  others: readonly (readonly [label: string, value: string])[];
  foot: Wordings;
  papers: readonly PaperWording[];
}

export interface PaperWording {
  kind: 'reminder' | 'quotation' | 'order-confirmation' | 'delivery-note' | 'statement';
  title: Wordings;
  number: Wordings;
  date: Wordings;
  /** A sentence of it; `{number}`, `{date}` and `{amount}` stand for these. */
  says: Wordings;
  total: Wordings;
}

/** The wordings that one invoice has, each taken by chance. */
export function worded(random: Random, { columns, ...wording }: CountryWording) {
  const one = (wordings: Wordings) => random.pick(wordings);
  return {
    one,
    column: (name: keyof typeof columns) => one(columns[name]),
    vatNumberOf: ({ vatId }: Company) => wording.printVatNumber(vatId, random),
    wording,
  };
}

export type Words = ReturnType<typeof worded>;
