/** English, a mid-size ERP's: bill-to without label, facts in a two-column block with labels above values, totals in a band, VAT amount specification, remit-to of another bank. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const businessCentral: InvoiceLayout = {
  name: 'business-central',
  language: 'en',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.25, 8.75],
  wish: (random) =>
    trading(random, 'GB', ['Instruments plc', 'Packaging Limited', 'Components Ltd'], {
      goods: [
        ['ATHENS Desk', 'Pieces'],
        ['Corrugated box 300 x 200', 'Pack'],
        ['Torque sensor 50 Nm', 'Pieces'],
        ['Calibration certificate', 'Pieces'],
        ['Freight', 'Pieces'],
      ],
      lines: [1, 10],
      rates: ['20', '20', '0'],
      number: either(random, '10####', 'PSI-10####', 'SI######'),
      currency: either(random, 'GBP', 'GBP', 'EUR', 'SEK'),
      terms: [14, 30, 45],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: { ...anglo, minus: either(random, 'before', 'parentheses') },
    date: anyDate(random, { long: 'en-GB' }, { medium: 'en-GB' }),
    negativeCredit: random.once(2),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const label = { size: 7, bold: true, colour: '#1d4e89' } as const;
    sheet.text(
      isCredit ? `Credit Memo ${telling.invoiceNumber()}` : `Sales - Invoice ${telling.invoiceNumber()}`,
      45,
      36,
      { size: 16, colour: '#1d4e89' },
    );
    sheet.text(telling.issueDate(), 45, 58, { size: 10 });
    sheet.text('Page 1 of 1', 550, 40, { size: 7, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 45, 88, { leading: 12.5 });
    sentences(sheet, addressOf(seller, telling.sellerName()), 550, 88, { leading: 12.5, align: 'right' });
    sheet.text('Ship-to Address', 240, 78, label);
    sentences(sheet, [`${buyer.city} Distribution Centre`, `Dock ${random.int(1, 30)}`], 240, 88, {
      leading: 12.5,
    });
    const y0 = pairsAbove(
      sheet,
      [
        ['Document Date', telling.issueDate()],
        [isCredit ? 'Applies to Invoice' : 'Due Date', isCredit ? telling.preceding() : telling.dueDate()],
        ['Payment Terms', isCredit ? '' : `Net ${telling.terms()} days`],
        ['Shipment Date', telling.deliveryDate()],
        ['Your Reference', telling.buyerReference()],
        ['External Document No.', telling.order()],
        ['Order No.', telling.doubtfulOrder(`S-ORD1${number(random, 5)}`)],
        ['Salesperson', facts.ourReference],
      ],
      { x: 45, y: 150, step: 128, columns: 4, rowHeight: 30, label },
    );
    const code = telling.currency();
    let y = table(
      sheet,
      columnsAt(
        ['No.', 45],
        ['Description', 95],
        ['Quantity', 310, 'right'],
        ['Unit', 318],
        ['Unit Price Excl. VAT', 415, 'right'],
        ['VAT %', 455, 'right'],
        ['Line Amount Excl. VAT', 550, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: y0 + 6, leading: 15, ruled: true, title: { size: 7, bold: true } },
    );
    y = pairsBeside(
      sheet,
      [
        ['Subtotal', telling.net()],
        ['Total VAT', telling.vat()],
      ],
      { x: 330, y: y + 8, valueX: 550, right: true, leading: 14 },
    );
    sheet.fill(320, y, 235, 20, '#1d4e89');
    sheet.text(`Total ${code} Incl. VAT`, 330, y + 5, { bold: true, colour: 'white' });
    sheet.text(telling.payable(), 550, y + 5, { bold: true, colour: 'white', align: 'right' });
    sheet.text('VAT Amount Specification', 45, y + 36, label);
    y = table(
      sheet,
      columnsAt(
        ['VAT Identifier', 45],
        ['VAT %', 160, 'right'],
        ['VAT Base', 250, 'right'],
        ['VAT Amount', 330, 'right'],
      ),
      telling
        .breakdown()
        .map(({ rate, taxable, tax }, index) => [
          facts.breakdown[index]?.rate === '0' ? 'ZERO' : 'STANDARD',
          rate,
          taxable,
          tax,
        ]),
      { y: y + 48, leading: 13 },
    );
    for (const [x, title, value] of [
      [45, 'VAT Registration No.', telling.sellerVat()],
      [150, 'Registration No.', telling.sellerNumber()],
      [230, 'Home Page', seller.web],
      [365, 'IBAN', telling.iban(grouped(seller.iban, 4))],
      [505, 'SWIFT', seller.bic],
    ] as const) {
      sheet.text(title, x, 778, { ...label, size: 6.5 });
      sheet.text(value, x, 788, { size: 6.5 });
    }
  },
};
