/**
 * What a layout says of an invoice, and with it the truth about the page. A layout gets every value through here, in
 * print, and what it asked for is what its page shows: so the expected values can neither forget nor invent a field.
 */
import {
  type AccountKind,
  blankInvoice,
  type Invoice,
  type InvoiceLine,
  type VatSubtotal,
} from '../../src/invoice/invoice.ts';
import type { Facts } from './facts.ts';
import { type AmountStyle, type DateStyle, grouped, printAmount, printDate, printQuantity } from './print.ts';

export interface Truth {
  /** As the page shows it; null where it does not. `source`, `evidence` and `checks` are empty: they are the reader's. */
  invoice: Invoice;
  /**
   * By field path: further values that are right, because they follow from the page (a due date from terms, a VAT number
   * from a company number) or say the same ("SIREN" within "SIRET"). Where the page shows nothing, absence is right too.
   */
  accepted: Record<string, string[]>;
  /** By field path: the text on the page. */
  printed: Record<string, string>;
}

/** Between two wordings of a line's description in `accepted`: either is right. */
export const orWorded = ' ¦ ';

export interface PrintStyle {
  amount: AmountStyle;
  date: DateStyle;
  /** A credit note's amounts with their minus. */
  negativeCredit?: boolean;
  /** Percent as "25 %", "25%" or "25,00 %". */
  percent?: '25 %' | '25%' | '25,00 %' | '25.00%';
}

export interface PrintedLine {
  article: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  net: string;
  vatRate: string;
}

type LineColumn = keyof PrintedLine;

export interface Telling {
  readonly facts: Facts;
  invoiceNumber(): string;
  issueDate(style?: DateStyle): string;
  dueDate(style?: DateStyle): string;
  /** Number of days: from it the due date follows. */
  terms(): string;
  deliveryDate(): string;
  /** Says the currency, in whatever words: "SEK", "kr", "€". */
  currency(text?: string): string;
  sellerName(text?: string): string;
  /** @param text as printed: "556999-1234", "Y-tunnus"… The default is the digits. */
  sellerNumber(text?: string): string;
  /**
   * The person behind a one-person firm, where the page names both: either is the seller, and where the person's name
   * runs on into the firm's, both together.
   */
  sellerPerson(runsOn?: boolean): string;
  sellerVat(text?: string): string;
  buyerName(text?: string): string;
  buyerVat(text?: string): string;
  net(): string;
  vat(): string;
  gross(): string;
  rounding(): string;
  prepaid(): string;
  payable(): string;
  /** The same amount again, elsewhere on the page. */
  payableAgain(style: AmountStyle): string;
  account(kind: AccountKind, id: string, text?: string): string;
  iban(text?: string): string;
  reference(text?: string): string;
  order(): string;
  /** A number of an order that is not plainly the seller's own: right as the buyer's, and right left out. */
  doubtfulOrder(text: string): string;
  /** @param text what stands as the buyer's reference: a person if nothing else is given. */
  buyerReference(text?: string): string;
  preceding(): string;
  breakdown(): { readonly rate: string; readonly taxable: string; readonly tax: string }[];
  lines(...columns: LineColumn[]): PrintedLine[];
  /** Stands with a line's description (its unit, period or place): right with it, and right without. */
  besideDescription(index: number, text: string): string;
  amount(amount: string): string;
  truth(): Truth;
}

export function tell(facts: Facts, style: PrintStyle): Telling {
  const invoice = blankInvoice('', facts.documentType);
  const printed: Record<string, string> = {};
  const accepted = acceptedBeside(facts);
  const { seller, buyer, totals } = facts;
  const isCredit = facts.documentType === 'creditNote';

  const say = (path: string, text: string): string => {
    printed[path] ??= text;
    return text;
  };
  const signed = (amount: string) =>
    isCredit && style.negativeCredit && Number(amount) !== 0
      ? amount.startsWith('-')
        ? amount.slice(1)
        : `-${amount}`
      : amount;
  const amount = (value: string) => printAmount(signed(value), style.amount);
  const total = (field: keyof Invoice['totals']) => () => {
    invoice.totals[field] = totals[field];
    return say(`totals.${field}`, amount(totals[field]));
  };
  const date = (value: string, own?: DateStyle) => printDate(value, own ?? style.date);
  const percent = (given: string) => {
    const form = style.percent ?? '25 %';
    const rate = given.replace('.', style.amount.decimal);
    if (form === '25 %') return `${rate} %`;
    if (form === '25%') return `${rate}%`;
    return form === '25,00 %' ? `${rate},00 %` : `${rate}.00%`;
  };

  return {
    facts,
    invoiceNumber() {
      invoice.invoiceNumber = facts.invoiceNumber;
      return say('invoiceNumber', facts.invoiceNumber);
    },
    issueDate(own) {
      invoice.issueDate = facts.issueDate;
      return say('issueDate', date(facts.issueDate, own));
    },
    dueDate(own) {
      invoice.dueDate = facts.dueDate;
      return say('dueDate', date(facts.dueDate, own));
    },
    terms: () => String(facts.termsDays),
    deliveryDate: () => date(facts.deliveryDate),
    currency(text = facts.currency) {
      invoice.currency = facts.currency;
      return say('currency', text);
    },
    sellerName(text = seller.name) {
      invoice.seller.name = seller.name;
      return say('seller.name', text);
    },
    sellerNumber(text = seller.organisationNumber ?? '') {
      invoice.seller.organisationNumber = seller.organisationNumber;
      return say('seller.organisationNumber', text);
    },
    sellerPerson(runsOn = false) {
      accepted['seller.name'] = [seller.person, ...(runsOn ? [`${seller.person} ${seller.name}`] : [])];
      return seller.person;
    },
    sellerVat(text = seller.vatId) {
      invoice.seller.vatId = seller.vatId;
      return say('seller.vatId', text);
    },
    buyerName(text = buyer.name) {
      invoice.buyer.name = buyer.name;
      return say('buyer.name', text);
    },
    buyerVat(text = buyer.vatId) {
      invoice.buyer.vatId = buyer.vatId;
      return say('buyer.vatId', text);
    },
    net: total('net'),
    vat: total('vat'),
    gross: total('gross'),
    rounding: total('rounding'),
    payable: total('payable'),
    prepaid: () => amount(`-${totals.prepaid}`),
    payableAgain: (own) => printAmount(signed(totals.payable), own),
    account(kind, id, text = id) {
      if (!invoice.payment.accounts.some((each) => each.kind === kind && each.id === id))
        invoice.payment.accounts.push({ kind, id });
      return say(`payment.accounts.${invoice.payment.accounts.length - 1}`, text);
    },
    iban(text = grouped(seller.iban, 4)) {
      return this.account('iban', seller.iban, text);
    },
    reference(text = facts.reference) {
      invoice.payment.reference = facts.reference;
      return say('payment.reference', text);
    },
    order() {
      invoice.references.order = facts.order;
      return say('references.order', facts.order);
    },
    doubtfulOrder(text) {
      accepted['references.order']?.push(text);
      return text;
    },
    buyerReference(text = facts.yourReference) {
      invoice.references.buyer = text;
      return say('references.buyer', text);
    },
    preceding() {
      if (facts.preceding !== '') invoice.references.preceding = [facts.preceding];
      return facts.preceding === '' ? '' : say('references.preceding.0', facts.preceding);
    },
    breakdown() {
      // The only rate's VAT is all of it.
      if (facts.breakdown.length === 1) invoice.totals.vat = totals.vat;
      invoice.vatBreakdown = facts.breakdown.map(
        (): VatSubtotal => ({ category: null, rate: null, taxable: null, tax: null }),
      );
      const shownOf = (index: number, part: 'rate' | 'taxable' | 'tax') => {
        const value = facts.breakdown[index]?.[part] ?? '';
        const subtotal = invoice.vatBreakdown[index];
        if (subtotal) subtotal[part] = value;
        return say(`vatBreakdown.${index}.${part}`, part === 'rate' ? percent(value) : amount(value));
      };
      // Each part counts as shown when the layout takes it.
      return facts.breakdown.map((_, index) => ({
        get rate() {
          return shownOf(index, 'rate');
        },
        get taxable() {
          return shownOf(index, 'taxable');
        },
        get tax() {
          return shownOf(index, 'tax');
        },
      }));
    },
    lines(...columns) {
      const shown = new Set<LineColumn>(columns);
      const only = (column: LineColumn, value: string) => (shown.has(column) ? value : null);
      invoice.lines = facts.lines.map(
        (line, index): InvoiceLine => ({
          id: only('article', line.article) === null ? null : String(index + 1),
          description: only('description', line.description),
          quantity: only('quantity', line.quantity),
          unit: only('unit', line.unit),
          unitPrice: only('unitPrice', line.unitPrice),
          net: only('net', line.net),
          vatRate: only('vatRate', line.vatRate),
        }),
      );
      return facts.lines.map((line, index) => {
        if (shown.has('net')) say(`lines.${index}.net`, amount(line.net));
        return {
          article: line.article,
          description: line.description,
          quantity: printQuantity(line.quantity, style.amount),
          unit: line.unit,
          unitPrice: amount(line.unitPrice),
          net: amount(line.net),
          vatRate: percent(line.vatRate),
        };
      });
    },
    besideDescription(index, text) {
      const rows = accepted.lines ?? [];
      rows[index] = `${rows[index]}${orWorded}${facts.lines[index]?.description} ${text}`;
      return text;
    },
    amount,
    truth: () => ({ invoice, accepted, printed }),
  };
}

/** What a reader may know although the page does not say it, or say otherwise and mean the same. */
function acceptedBeside(facts: Facts): Record<string, string[]> {
  const { seller, buyer, totals, breakdown, lines } = facts;
  const { rounding, prepaid } = totals;
  return {
    dueDate: [facts.dueDate],
    currency: [facts.currency],
    'seller.organisationNumber': [seller.organisationNumber ?? '', seller.register, seller.taxNumber].filter(
      (each) => each !== '',
    ),
    'seller.vatId': [seller.vatId, seller.vatId.replace(/MVA$/, '')],
    'buyer.name': [buyer.name],
    'buyer.vatId': [buyer.vatId, buyer.vatId.replace(/MVA$/, '')],
    'totals.net': [totals.net],
    'totals.vat': [totals.vat],
    'totals.gross': [totals.gross],
    'totals.rounding': Number(prepaid) === 0 || Number(rounding) === 0 ? [rounding] : [],
    'payment.reference': [facts.reference, facts.invoiceNumber],
    'references.order': [facts.order],
    'references.buyer': [facts.yourReference],
    vatBreakdown: breakdown.map(({ rate, taxable, tax }) => `${rate} ${taxable} ${tax}`),
    lines: lines.map(
      ({ quantity, unitPrice, net, description }) => `${quantity}|${unitPrice}|${net}|${description}`,
    ),
  };
}
