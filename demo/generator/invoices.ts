/** Invoices that add up: lines, VAT by rate, rounding to whole kronor, and a payment reference with its check digit. */
import Big from 'big.js';
import { normaliseAmount, sumAmounts } from '../../src/invoice/money.ts';
import type { Random } from './random.ts';
import { type Supplier, withCheckDigit } from './suppliers.ts';

export interface Buyer {
  name: string;
  organisationNumber: string;
  vatId: string;
}

export interface InventedLine {
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  net: string;
  /** Percent. */
  vatRate: string;
}

export interface InventedInvoice {
  documentType: 'invoice' | 'creditNote';
  supplier: Supplier;
  buyer: Buyer;
  invoiceNumber: string;
  /** The invoice that a credit note takes back. */
  preceding: string | null;
  /** YYYY-MM-DD */
  issueDate: string;
  dueDate: string;
  currency: 'SEK';
  lines: InventedLine[];
  vatBreakdown: { rate: string; taxable: string; tax: string }[];
  totals: { net: string; vat: string; gross: string; rounding: string; payable: string };
  /** OCR, with its Luhn digit. */
  paymentReference: string;
}

export interface InvoiceWish {
  supplier: Supplier;
  buyer: Buyer;
  invoiceNumber: string;
  issueDate: string;
  documentType?: InventedInvoice['documentType'];
}

const goods = [
  ['Hyllplan i ek', 'st'],
  ['Arbetstid', 'tim'],
  ['Skruv 5x60, ask', 'st'],
  ['Framkörning', 'st'],
  ['Kabel EKRK 3G1,5', 'm'],
  ['Färg, täckvit', 'l'],
  ['Konsultation', 'tim'],
  ['Kaffe, bryggmalt', 'kg'],
] as const;
const paymentDays = 30;
const dayMs = 86_400_000;

export function inventInvoice(random: Random, wish: InvoiceWish): InventedInvoice {
  const lines = Array.from({ length: random.int(1, 4) }, () => inventLine(random));
  const vatBreakdown = breakdownOf(lines);
  const net = sumAmounts(lines.map((line) => line.net));
  const vat = sumAmounts(vatBreakdown.map(({ tax }) => tax));
  const gross = sumAmounts([net, vat]);
  const payable = normaliseAmount(new Big(gross).round(0, Big.roundHalfUp));
  const documentType = wish.documentType ?? 'invoice';
  return {
    documentType,
    supplier: wish.supplier,
    buyer: wish.buyer,
    invoiceNumber: wish.invoiceNumber,
    preceding: documentType === 'creditNote' ? String(Number(wish.invoiceNumber) - 1) : null,
    issueDate: wish.issueDate,
    dueDate: dateAfter(wish.issueDate, paymentDays),
    currency: 'SEK',
    lines,
    vatBreakdown,
    totals: { net, vat, gross, rounding: normaliseAmount(new Big(payable).minus(gross)), payable },
    paymentReference: withCheckDigit(wish.invoiceNumber),
  };
}

function inventLine(random: Random): InventedLine {
  const [description, unit] = random.pick(goods);
  const quantity = String(random.int(1, 20));
  const unitPrice = normaliseAmount(`${random.int(10, 1500)}.${random.pick(['00', '50', '25', '90'])}`);
  return {
    description,
    unit,
    quantity,
    unitPrice,
    net: normaliseAmount(new Big(quantity).times(unitPrice)),
    vatRate: random.once(6) ? '12' : '25',
  };
}

/** VAT is counted on the sum of each rate, to the öre. */
function breakdownOf(lines: readonly InventedLine[]): InventedInvoice['vatBreakdown'] {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))].sort();
  return rates.map((rate) => {
    const taxable = sumAmounts(lines.filter(({ vatRate }) => vatRate === rate).map((line) => line.net));
    return {
      rate,
      taxable,
      tax: normaliseAmount(new Big(taxable).times(rate).div(100).round(2, Big.roundHalfUp)),
    };
  });
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
