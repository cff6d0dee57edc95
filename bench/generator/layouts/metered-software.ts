/** English, a payment service's own template: the amount and its day in one large line, periods under the lines, bill-to beside the seller. */
import { addressOf, logo, pairsBeside, sentences } from '../arranging.ts';
import { type Country, called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { printDate } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

const lands: Partial<Record<Country, string>> = { SE: 'Sweden', NO: 'Norway', FI: 'Finland' };
const symbols: Record<string, string> = { USD: '$', EUR: '€', GBP: '£' };

export const meteredSoftware: InvoiceLayout = {
  name: 'metered-software',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.5, 9.25],
  wish(random) {
    const isAbroad = random.once(2);
    const wish = usual(random, 'GB', {
      currency: either(random, 'USD', 'USD', 'EUR', 'GBP'),
      rates: ['20'],
      buyerCountry: isAbroad ? either(random, 'SE', 'SE', 'NO', 'FI') : 'GB',
      goods: [
        ['Team plan', 'seat'],
        ['API requests (per 1,000)', 'unit'],
        ['Storage, additional 100 GB', 'unit'],
        ['Priority support', 'unit'],
        ['Business plan, seats', 'seat'],
      ],
      lines: [1, 4],
      highestPrice: 320,
      number: either(random, 'A7F3####-000#', 'C0DE##B-00##', 'INV-000####'),
      isReverseCharge: isAbroad,
      terms: [0, 7, 14, 30],
      ...sometimesCredit(random, 14),
    });
    const name = either(random, 'Cloud Ltd', 'Metrics Limited', 'Labs Ltd');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: { ...anglo, minus: 'before' },
    date: anyDate(random, { long: 'en-US' }, { medium: 'en-US' }, { medium: 'en-GB' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const money = (amount: string) => `${symbols[facts.currency] ?? ''}${amount}`;
    const grey = { colour: '#687385' } as const;
    sheet.text(isCredit ? 'Credit note' : 'Invoice', 46, 44, { size: 18, bold: true });
    logo(sheet, random, 515, 40, 32, either(random, '#5a3d7a', '#1d4e89', '#333333'));
    const bold = { bold: true } as const;
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Credit note number' : 'Invoice number', telling.invoiceNumber()],
        ['Date of issue', telling.issueDate()],
        ['Date due', isCredit ? '' : telling.dueDate()],
        ['Refers to invoice', isCredit ? telling.preceding() : ''],
      ],
      { x: 46, y: 80, valueX: 145, label: bold, value: bold },
    );
    sheet.text(telling.sellerName(), 46, 140, bold);
    sentences(
      sheet,
      [
        seller.street,
        seller.city,
        seller.postcode,
        'United Kingdom',
        seller.email,
        `GB VAT ${telling.sellerVat()}`,
      ],
      46,
      154,
    );
    sheet.text('Bill to', 300, 140, bold);
    sentences(
      sheet,
      [
        ...addressOf(buyer, telling.buyerName()),
        lands[buyer.country] ?? 'United Kingdom',
        buyer.email,
        facts.isReverseCharge ? `${buyer.country} VAT ${telling.buyerVat()}` : '',
      ],
      300,
      154,
    );
    const code = telling.currency();
    sheet.text(
      isCredit
        ? `${money(telling.payable())} ${code} credited on ${telling.issueDate()}`
        : `${money(telling.payable())} ${code} due ${telling.dueDate()}`,
      46,
      250,
      { size: 15, bold: true },
    );
    if (!isCredit) sheet.text('Pay online', 46, 274, { colour: '#5a3de8', bold: true });
    let y = 312;
    sheet.text('Description', 46, y, grey);
    sheet.text('Qty', 380, y, { ...grey, align: 'right' });
    sheet.text('Unit price', 460, y, { ...grey, align: 'right' });
    sheet.text('Amount', 548, y, { ...grey, align: 'right' });
    sheet.line(46, y + 14, 548, y + 14, '#1a1f36');
    y += 22;
    const until = dateAfter(facts.issueDate, 30);
    const period = `${printDate(facts.issueDate, { medium: 'en-US' })} – ${printDate(until, { medium: 'en-US' })}`;
    for (const [index, row] of telling.lines('description', 'quantity', 'unitPrice', 'net').entries()) {
      sheet.text(row.description, 46, y);
      sheet.text(row.quantity, 380, y, { align: 'right' });
      sheet.text(money(row.unitPrice), 460, y, { align: 'right' });
      sheet.text(money(row.net), 548, y, { align: 'right' });
      sheet.text(telling.besideDescription(index, period), 46, y + 12, { ...grey, size: 8 });
      y += 34;
    }
    const sum = (label: string, value: string, style = {}) => {
      sheet.line(300, y, 548, y, '#e3e8ee');
      sheet.text(label, 300, y + 5, style);
      sheet.text(value, 548, y + 5, { align: 'right', ...style });
      y += 20;
    };
    sum('Subtotal', money(telling.net()));
    if (facts.isReverseCharge)
      sum(`VAT (0% on ${money(telling.amount(facts.totals.net))})`, money(telling.vat()));
    else {
      sum('Total excluding tax', money(telling.net()));
      for (const { rate, taxable, tax } of telling.breakdown())
        sum(`VAT - United Kingdom (${rate} on ${money(taxable)})`, money(tax));
    }
    sum('Total', money(telling.gross()));
    sum(isCredit ? 'Amount credited' : 'Amount due', `${money(telling.payable())} ${code}`, bold);
    if (facts.isReverseCharge)
      sheet.text('[1] Tax to be paid on reverse charge basis', 46, y + 24, { size: 8 });
    sheet.line(46, 776, 548, 776, '#e3e8ee');
    sheet.text(
      `${facts.invoiceNumber} · ${money(telling.payable())} ${code}${isCredit ? '' : ` due ${telling.dueDate()}`}`,
      46,
      784,
      { size: 7.5, ...grey },
    );
    sheet.text('Page 1 of 1', 548, 784, { size: 7.5, align: 'right', ...grey });
  },
};
