/** English, a forwarder's: a block about the shipment, charges without VAT, the same total told in another currency. */
import Big from 'big.js';
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { printDate } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

const ports = ['Northwick', 'Havneby', 'Lillefjord', 'Kivisalmi', 'Zandmeer', 'Stonemere'];

export const forwarder: InvoiceLayout = {
  name: 'forwarder',
  language: 'en',
  fonts: ['Courier', 'Helvetica', 'Liberation'],
  sizes: [8, 8.75],
  wish(random) {
    const wish = usual(random, either(random, 'GB', 'NL', 'DK'), {
      currency: either(random, 'EUR', 'USD', 'GBP'),
      buyerCountry: either(random, 'SE', 'FI', 'NO'),
      rates: ['0'],
      goods: [
        ['OCEAN FREIGHT', 'CTR'],
        ['BUNKER ADJUSTMENT FACTOR', 'CTR'],
        ['TERMINAL HANDLING CHARGE', 'CTR'],
        ['DOCUMENTATION FEE', 'B/L'],
        ['CUSTOMS CLEARANCE', 'SET'],
        ['PRE-CARRIAGE', 'TRIP'],
      ],
      lines: [2, 8],
      highestPrice: 1900,
      number: either(random, '##########', 'SI######', 'OE/######'),
      terms: [7, 14, 30],
      ...sometimesCredit(random, 12),
    });
    const name = either(random, 'Freight Forwarding', 'Ocean Lines', 'Global Logistics');
    const form = { GB: 'Ltd', NL: 'B.V.', DK: 'A/S' }[wish.seller.country as 'GB' | 'NL' | 'DK'];
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name} ${form}`) };
  },
  style: (random) => ({
    amount: { ...anglo, minus: either(random, 'before', 'parentheses') },
    date: anyDate(random, { medium: 'en-GB' }, 'dots', 'iso'),
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(seller.name.toUpperCase()), 40, 36, { bold: true, size: 13 });
    sheet.text([...addressOf(seller, '').slice(1), seller.phone].join(' / '), 40, 54, { size: 7.5 });
    sheet.line(40, 68, 555, 68, 'black', 1.5);
    sheet.text(isCredit ? 'CREDIT NOTE' : either(random, 'FREIGHT INVOICE', 'INVOICE'), 555, 34, {
      bold: true,
      size: 14,
      align: 'right',
    });
    sheet.text('BILLED TO', 40, 78, { size: 7 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 40, 90);
    pairsBeside(
      sheet,
      [
        [isCredit ? 'CREDIT NOTE NO' : 'INVOICE NO', telling.invoiceNumber()],
        ['INVOICE DATE', telling.issueDate()],
        [isCredit ? 'AGAINST INVOICE' : 'DUE DATE', isCredit ? telling.preceding() : telling.dueDate()],
        ['CUSTOMER CODE', facts.customerNumber],
        ['JOB NO', number(random, 8)],
      ],
      { x: 330, y: 78, valueX: 440 },
    );
    const sails = dateAfter(facts.issueDate, -random.int(2, 20));
    sheet.frame(40, 152, 515, 76);
    pairsBeside(
      sheet,
      [
        ['VESSEL/VOYAGE', `MV ${random.pick(['STELLA', 'AURORA', 'BOREAS'])} ${number(random, 3)}E`],
        ['B/L NO', `VBL${number(random, 9)}`],
        ['CONTAINER', `VBNU ${number(random, 6)}-${random.int(0, 9)} 40HC`],
        ['PACKAGES', `${random.int(1, 40)} PALLETS`],
        ['YOUR REF', telling.buyerReference(facts.order)],
      ],
      { x: 46, y: 158, valueX: 130 },
    );
    pairsBeside(
      sheet,
      [
        ['LOADING', random.pick(ports)],
        ['DISCHARGE', buyer.city],
        ['ETD', printDate(sails, 'slashes')],
        ['ETA', printDate(dateAfter(sails, random.int(2, 30)), 'slashes')],
        ['WEIGHT', `${random.int(800, 24000)} KGS`],
      ],
      { x: 330, y: 158, valueX: 440 },
    );
    const code = telling.currency();
    let y = table(
      sheet,
      [
        { title: 'CHARGE', x: 40 },
        { title: 'UNITS', x: 290, align: 'right' },
        { title: 'BASIS', x: 305 },
        { title: 'RATE', x: 430, align: 'right' },
        { title: `AMOUNT ${code}`, x: 555, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: 242, ruled: true, leading: 14 },
    );
    sheet.line(40, y + 2, 555, y + 2);
    y = pairsBeside(
      sheet,
      [
        ['NET TOTAL', telling.net()],
        ['VAT 0% INTERNATIONAL TRANSPORT', telling.vat()],
        [`${isCredit ? 'TOTAL CREDIT' : 'TOTAL DUE'} ${code}`, telling.payable()],
      ],
      { x: 305, y: y + 10, valueX: 555, right: true, leading: 15, label: { bold: true } },
    );
    const other = code === 'EUR' ? 'USD' : 'EUR';
    const course = new Big(random.int(850, 1180)).div(1000);
    sheet.text(
      `FOR INFORMATION: ${other} ${telling.amount(new Big(totals.payable).times(course).toFixed(2))} AT ${course.toFixed(4)}`,
      555,
      y + 6,
      { size: 7, align: 'right' },
    );
    sentences(
      sheet,
      [
        isCredit ? '' : `REMIT TO: ${seller.name.toUpperCase()}`,
        isCredit ? '' : `IBAN ${telling.iban()}  SWIFT ${seller.bic}  QUOTE ${facts.invoiceNumber}`,
        'ALL BUSINESS IS SUBJECT TO OUR GENERAL CONDITIONS. E. & O. E.',
        `VAT NO ${telling.sellerVat()}   REG NO ${telling.sellerNumber()}   DOC ${digits(random, 6)}`,
      ],
      40,
      750,
      { size: 7.5, leading: 11 },
    );
  },
};
