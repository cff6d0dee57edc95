/** What an invented invoice is about: everything that a page could show, and that adds up, whatever the page shows of it. */
import Big from 'big.js';
import type { Random } from '../../demo/generator/random.ts';
import type { DocumentType } from '../../src/invoice/invoice.ts';
import { normaliseAmount, sumAmounts } from '../../src/invoice/money.ts';
import { digits, number } from './check-digits.ts';
import { type Company, customerNumber } from './companies.ts';

export interface FactLine {
  article: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  net: string;
  vatRate: string;
}

/** Amounts are positive, also those of a credit note; how a page prints them is its own matter. */
export interface Facts {
  documentType: DocumentType;
  seller: Company;
  buyer: Company;
  invoiceNumber: string;
  issueDate: string;
  deliveryDate: string;
  dueDate: string;
  termsDays: number;
  currency: string;
  lines: FactLine[];
  breakdown: { category: string; rate: string; taxable: string; tax: string }[];
  totals: { net: string; vat: string; gross: string; rounding: string; prepaid: string; payable: string };
  /** As the payer must give it: digits, or RF and digits. */
  reference: string;
  order: string;
  customerNumber: string;
  ourReference: string;
  yourReference: string;
  /** The invoice that a credit note takes back, or ''. */
  preceding: string;
  isReverseCharge: boolean;
  isSelfBilled: boolean;
}

/** What a layout asks of the invoices that it draws. */
export interface Wish {
  seller: Company;
  buyer: Company;
  currency: string;
  /** Rates that its lines may have, in percent; by the date of issue where they have changed. */
  rates: readonly string[] | ((issueDate: string) => readonly string[]);
  /** What is sold; a rate of its own where it is not sold at the others. */
  goods: readonly (readonly [description: string, unit: string, rate?: string])[];
  lines: readonly [least: number, most: number];
  /** How the number is written: '#' is a digit, 'Y' the year. */
  number: string;
  terms: readonly number[];
  /** The reference for a body of digits. */
  reference: (body: string) => string;
  /** To whole units of the currency, or not at all. */
  rounds?: boolean;
  isCredit?: boolean;
  isReverseCharge?: boolean;
  isSelfBilled?: boolean;
  isPrepaid?: boolean;
  /** Quantities with decimals, as of energy or hours. */
  isMeasured?: boolean;
  /** The highest price of one unit. */
  highestPrice?: number;
}

const dayMs = 86_400_000;

export function inventFacts(random: Random, wish: Wish): Facts {
  const issueDate = new Date(Date.UTC(2024, random.int(0, 33), random.int(1, 28))).toISOString().slice(0, 10);
  const termsDays = random.pick(wish.terms);
  const lawful = typeof wish.rates === 'function' ? wish.rates(issueDate) : wish.rates;
  const rates = wish.isReverseCharge ? ['0'] : lawful;
  const lines = Array.from({ length: random.int(...wish.lines) }, () => inventLine(random, wish, rates));
  const invoiceNumber = numberLike(random, wish.number, issueDate);
  return {
    documentType: wish.isCredit ? 'creditNote' : 'invoice',
    seller: wish.seller,
    buyer: wish.buyer,
    invoiceNumber,
    issueDate,
    deliveryDate: dateAfter(issueDate, -random.int(1, 12)),
    dueDate: dateAfter(issueDate, termsDays),
    termsDays,
    currency: wish.currency,
    lines,
    ...sumsOf(random, lines, wish),
    reference: wish.reference(`${random.int(1, 9)}${digits(random, random.int(4, 9))}`),
    order: random.pick([number(random, 6), `PO-${number(random, 5)}`, number(random, 10)]),
    customerNumber: customerNumber(random),
    ourReference: wish.seller.person,
    yourReference: wish.buyer.person,
    preceding: wish.isCredit ? numberLike(random, wish.number, issueDate) : '',
    isReverseCharge: wish.isReverseCharge ?? false,
    isSelfBilled: wish.isSelfBilled ?? false,
  };
}

function sumsOf(
  random: Random,
  lines: readonly FactLine[],
  { rounds, isPrepaid, isReverseCharge }: Wish,
): Pick<Facts, 'breakdown' | 'totals'> {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))].sort((a, b) => Number(b) - Number(a));
  // VAT is counted on the sum of each rate, half up.
  const breakdown = rates.map((rate) => {
    const taxable = sumAmounts(lines.filter(({ vatRate }) => vatRate === rate).map(({ net }) => net));
    const tax = normaliseAmount(new Big(taxable).times(rate).div(100).round(2, Big.roundHalfUp));
    return { category: isReverseCharge ? 'AE' : rate === '0' ? 'Z' : 'S', rate, taxable, tax };
  });
  const net = sumAmounts(lines.map((line) => line.net));
  const vat = sumAmounts(breakdown.map(({ tax }) => tax));
  const gross = sumAmounts([net, vat]);
  const prepaid = isPrepaid
    ? normaliseAmount(new Big(gross).times(random.int(10, 60)).div(100).round(0))
    : '0.00';
  const open = new Big(gross).minus(prepaid);
  const payable = rounds ? open.round(0, Big.roundHalfUp) : open;
  return {
    breakdown,
    totals: {
      net,
      vat,
      gross,
      rounding: normaliseAmount(payable.minus(open)),
      prepaid,
      payable: normaliseAmount(payable),
    },
  };
}

function inventLine(random: Random, wish: Wish, rates: readonly string[]): FactLine {
  const [description, unit, rate] = random.pick(wish.goods);
  const quantity = wish.isMeasured
    ? `${random.int(0, 400)}.${random.int(1, 9)}`
    : random.once(3)
      ? '1'
      : String(random.int(1, 24));
  const unitPrice = normaliseAmount(
    `${random.int(3, wish.highestPrice ?? 2400)}.${random.pick(['00', '50', '25', '90', '95', '37'])}`,
  );
  return {
    article: number(random, random.int(3, 6)),
    description,
    quantity,
    unit,
    unitPrice,
    net: normaliseAmount(new Big(quantity).times(unitPrice).round(2, Big.roundHalfUp)),
    vatRate: rate ?? (random.once(3) ? random.pick(rates) : (rates[0] ?? '0')),
  };
}

function numberLike(random: Random, pattern: string, issueDate: string): string {
  const first = pattern.indexOf('#');
  return pattern
    .split('')
    .map((character, index) => {
      if (character === '#') return index === first ? random.int(1, 9) : random.int(0, 9);
      return character === 'Y' ? issueDate.slice(0, 4) : character;
    })
    .join('');
}

/** The price that a discount of whole percent brings down to this one. */
export function beforeDiscount(unitPrice: string, percent: number): string {
  return normaliseAmount(
    new Big(unitPrice)
      .times(100)
      .div(100 - percent)
      .round(2, Big.roundHalfUp),
  );
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
