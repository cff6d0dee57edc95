/** English, an accounts package's stationery: tax point, account reference and order number in a stack of boxes, carriage told as nothing, totals stacked in the corner, bank in the terms line. */
import { addressOf, boxes, columnsAt, rowsOf, sentences, table } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../../layout.ts';
import { grouped } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const englishAccountsForm: InvoiceLayout = {
  name: 'english-accounts-form',
  language: 'en',
  fonts: ['Helvetica', 'Times', 'Courier'],
  sizes: [8.5, 9],
  wish: (random) =>
    trading(random, 'GB', ['Couriers Ltd', 'Fasteners Limited', 'Catering Supplies Ltd', 'Timber LLP'], {
      goods: [
        ['Same day delivery, small van', 'job'],
        ['Hex bolt M12 x 80 zinc', 'box'],
        ['Sawn softwood 47 x 100', 'm'],
        ['Catering foil 450 mm', 'roll'],
        ['Waiting time', 'hour'],
        ['Bottled water', 'case'],
      ],
      lines: [1, 9],
      rates: ['20', '20', '0'],
      highestPrice: 600,
      number: either(random, '#####', '00####', 'SIN0#####'),
      terms: [14, 30, 60],
      ...sometimesCredit(random, 8),
    }),
  style: (random) => ({
    amount: anglo,
    date: anyDate(random, 'slashes', 'short-slashes', { long: 'en-GB' }),
    negativeCredit: false,
    percent: '25.00%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 42, 36, { size: 16, bold: true });
    sentences(sheet, [seller.street, seller.city, seller.postcode, `Tel: ${seller.phone}`], 42, 58, {
      leading: 11,
    });
    sheet.text(isCredit ? 'CREDIT NOTE' : 'INVOICE', 553, 34, { size: 20, bold: true, align: 'right' });
    sheet.text('Page 1', 553, 58, { align: 'right', size: 7.5 });
    sentences(sheet, ['Invoice To', telling.buyerName(), buyer.street, buyer.city, buyer.postcode], 42, 128, {
      leading: 12.5,
    });
    const cells: readonly (readonly [string, string])[] = [
      [isCredit ? 'Credit Note No.' : 'Invoice No.', telling.invoiceNumber()],
      [either(random, 'Invoice/Tax Date', 'Date/Tax Point'), telling.issueDate()],
      ['Customer Order No.', telling.order()],
      ['Account No.', `${buyer.name.slice(0, 4).toUpperCase().trim()}${number(random, 3)}`],
      [isCredit ? 'Original Invoice' : 'Due By', isCredit ? telling.preceding() : telling.dueDate()],
    ];
    let y = 84;
    for (const [label, value] of cells) {
      sheet.frame(340, y, 106, 19);
      sheet.frame(446, y, 107, 19);
      sheet.text(label, 345, y + 5, { size: 8 });
      sheet.text(value, 451, y + 5);
      y += 19;
    }
    sheet.text(
      `Delivered to: ${addressOf(buyer, either(random, 'Goods In', 'Unit 4')).join(', ')}`,
      42,
      204,
      { size: 8 },
    );
    sheet.frame(42, 220, 511, 380);
    table(
      sheet,
      columnsAt(
        ['Quantity', 90, 'right'],
        ['Unit', 100],
        ['Description', 150],
        ['Unit Price', 400, 'right'],
        ['VAT %', 460, 'right'],
        ['Net Amt', 545, 'right'],
      ),
      rowsOf(telling, 'quantity', 'unit', 'description', 'unitPrice', 'vatRate', 'net'),
      { y: 226, leading: 15, ruled: true },
    );
    sheet.text('VAT ANALYSIS', 42, 612, { size: 7.5, bold: true });
    table(
      sheet,
      columnsAt(['Rate', 42], ['Goods', 160, 'right'], ['VAT', 230, 'right']),
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: 624, leading: 12, title: { size: 7.5 } },
    );
    const pound = telling.currency(either(random, 'GBP', '£'));
    y = 608;
    for (const [label, value] of [
      ['Total Net Amount', telling.net()],
      ['Carriage Net', '0.00'],
      ['Total Tax Amount', telling.vat()],
      [isCredit ? `Credit Total ${pound}` : `Invoice Total ${pound}`, telling.payable()],
    ] as const) {
      y = boxes(
        sheet,
        [
          ['', '', 120],
          ['', '', 93],
        ],
        { x: 340, y, height: 19 },
      );
      sheet.text(label, 345, y - 14, { bold: true, size: 8 });
      sheet.text(value, 548, y - 14, { align: 'right', bold: true });
    }
    const [sort, account] = [seller.account.slice(4, 10), seller.account.slice(10)];
    sentences(
      sheet,
      [
        isCredit
          ? ''
          : `Terms: ${telling.terms()} days from invoice date. Goods remain our property until paid for in full.`,
        isCredit
          ? ''
          : `BACS payments: sort code ${grouped(sort, 2).replaceAll(' ', '-')}, account number ${telling.account('other', seller.account.slice(4), account)}, quoting the invoice number.`,
        `VAT Registration No. ${telling.sellerVat(`GB ${grouped(seller.vatId.slice(2), 3, 4, 2)}`)}   Registered in England No. ${telling.sellerNumber()}   Registered office as above`,
      ],
      42,
      720,
      { size: 7.5, leading: 14 },
    );
  },
};
