/** English, a small firm's from a cloud ledger: three columns in the head, sums at the right, a payment advice cut off below with the amount to write in, account overdue mentioned. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const britishLedger: InvoiceLayout = {
  name: 'british-ledger',
  language: 'en',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'GB', ['Signs Ltd', 'Heating & Gas Limited', 'Design Studio LLP', 'Plant Hire Ltd'], {
      goods: [
        ['Boiler service as per contract', 'pcs'],
        ['Mini digger, weekly hire wk 44', 'wk'],
        ['Vinyl banner 3 x 1 m', 'pcs'],
        ['Artwork', 'hrs'],
        ['Fuel, red diesel', 'l', '5'],
      ],
      rates: ['20'],
      number: either(random, 'INV-####', '####', 'SI-####'),
      terms: [7, 14, 30],
      isPrepaid: random.once(4),
      ...sometimesCredit(random, 30),
    }),
  style: (random) => ({
    amount: anglo,
    date: anyDate(random, { medium: 'en-GB' }, { long: 'en-GB' }, 'short-slashes'),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const code = telling.currency('GBP');
    sheet.text(isCredit ? 'CREDIT NOTE' : either(random, 'INVOICE', 'TAX INVOICE'), 45, 60, { size: 20 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 96, { leading: 13 });
    let y = 46;
    for (const [label, value] of [
      [isCredit ? 'Credit Note Date' : 'Invoice Date', telling.issueDate()],
      ['Account Number', `${buyer.name.slice(0, 3).toUpperCase()}${number(random, 3)}`],
      [isCredit ? 'Credit Note Number' : 'Invoice Number', telling.invoiceNumber()],
      [
        isCredit ? 'Invoice' : 'Reference',
        isCredit ? telling.preceding() : telling.buyerReference(facts.order),
      ],
      ['VAT Number', telling.sellerVat(`GB ${grouped(seller.vatId.slice(2), 3, 4, 2)}`)],
    ] as const) {
      sheet.text(label, 300, y, { bold: true, size: 8 });
      sheet.text(value, 300, y + 11);
      y += 28;
    }
    sentences(sheet, addressOf(seller, telling.sellerName()), 420, 46, { leading: 12 });
    y = table(
      sheet,
      columnsAt(
        ['Description', 45],
        ['Quantity', 320, 'right'],
        ['Unit Price', 400, 'right'],
        ['VAT', 450, 'right'],
        [`Amount ${code}`, 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: 210, leading: 19, ruled: true },
    );
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    y = pairsBeside(
      sheet,
      [
        ['Subtotal', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`TOTAL VAT ${rate}`, tax]),
        [`TOTAL ${code}`, telling.gross()],
        ['Less Amount Paid', isPrepaid ? telling.amount(facts.totals.prepaid) : ''],
        [`${isCredit ? 'CREDIT' : 'AMOUNT DUE'} ${code}`, telling.payable()],
      ],
      { x: 340, y: y + 8, valueX: 550, right: true, leading: 17 },
    );
    if (isCredit) return;
    sheet.text(`Due Date: ${telling.dueDate()}`, 45, y + 14, { bold: true, size: 10.5 });
    const account = seller.account.slice(10);
    sentences(
      sheet,
      [
        `BACS: sort code ${grouped(seller.account.slice(4, 10), 2).replaceAll(' ', '-')}, account ${telling.account('other', seller.account.slice(4), account)}`,
        'We may charge interest at 8% above base rate and a fixed sum of £40 on late payments.',
      ],
      45,
      y + 32,
      { leading: 13 },
    );
    sheet.line(20, 620, 575, 620, '#888888');
    sheet.text('PAYMENT ADVICE', 45, 634, { size: 16 });
    sentences(sheet, ['To:', ...addressOf(seller, seller.name)], 45, 662, { leading: 12 });
    pairsBeside(
      sheet,
      [
        ['Customer', buyer.name],
        ['Invoice Number', facts.invoiceNumber],
        ['Amount Due', telling.payable()],
        ['Due Date', telling.dueDate()],
        ['Amount Enclosed', '________________'],
      ],
      { x: 320, y: 640, valueX: 420, leading: 17, label: { bold: true } },
    );
    sheet.text(
      `Company Registration No: ${telling.sellerNumber()}. Registered Office: ${seller.street}, ${seller.city}, ${seller.postcode}.`,
      45,
      800,
      { size: 7 },
    );
  },
};
