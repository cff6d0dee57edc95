/** English as a supplier on the continent writes it: euro after the amount, decimal commas, reverse charge told in a sentence. */
import { addressOf, colours, pairsBeside, runs, sentences, table } from '../arranging.ts';
import type { Country } from '../companies.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

const lands: Partial<Record<Country, string>> = { NL: 'The Netherlands', DK: 'Denmark', FI: 'Finland' };

export const englishFromAbroad: InvoiceLayout = {
  name: 'english-from-abroad',
  language: 'en',
  fonts: ['Liberation', 'Times', 'OpenSans'],
  sizes: [9, 10],
  wish: (random) =>
    usual(random, either(random, 'NL', 'DK', 'FI'), {
      currency: either(random, 'EUR', 'EUR', 'USD'),
      buyerCountry: 'SE',
      goods: [
        ['Conference fee, early bird', 'pcs'],
        ['Booth 3x3 m', 'pcs'],
        ['Translation EN-SV', 'words'],
        ['Spare part kit 40', 'set'],
        ['Freight CIP', 'pcs'],
        ['Calibration', 'hrs'],
      ],
      lines: [1, 5],
      highestPrice: 1500,
      isReverseCharge: true,
      number: either(random, 'Y/####', 'EXP-#####', '#######'),
      reference: (body) => body,
      terms: [14, 30, 45],
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, 'dots', { medium: 'en-GB' }, 'dashes', { long: 'en-GB' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.text(telling.sellerName(), 545, 40, { size: 14, bold: true, align: 'right', colour });
    sentences(
      sheet,
      [seller.street, `${seller.postcode} ${seller.city}`, lands[seller.country] ?? '', seller.web],
      545,
      60,
      { align: 'right', size: 8, leading: 11 },
    );
    sentences(sheet, [...addressOf(buyer, telling.buyerName()), 'SWEDEN'], 60, 120, { leading: 13 });
    runs(sheet, [['Your VAT number: ', { bold: true }], [telling.buyerVat()]], 60, 180);
    sheet.text(
      `${isCredit ? 'Credit note' : either(random, 'Invoice', 'Sales invoice')} ${telling.invoiceNumber()}`,
      60,
      214,
      { size: 16, colour },
    );
    sheet.line(60, 238, 545, 238, colour, 1);
    pairsBeside(
      sheet,
      [
        ['Date:', telling.issueDate()],
        ['Payment due:', isCredit ? '' : telling.dueDate()],
        ['In respect of invoice:', isCredit ? telling.preceding() : ''],
        ['Customer:', facts.customerNumber],
      ],
      { x: 60, y: 248, valueX: 175 },
    );
    pairsBeside(
      sheet,
      [
        ['Purchase order:', random.once(2) ? telling.order() : ''],
        ['Attn:', telling.buyerReference()],
        ['Contact:', facts.ourReference],
        ['Delivery terms:', either(random, 'EXW', 'DAP', 'CIP')],
      ],
      { x: 310, y: 248, valueX: 410 },
    );
    const code = telling.currency();
    let y = table(
      sheet,
      [
        { title: 'Pos.', x: 60 },
        { title: 'Description', x: 92 },
        { title: 'Quantity', x: 350, align: 'right' },
        { title: 'Unit price', x: 445, align: 'right' },
        { title: 'Amount', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          String(index + 1),
          row.description,
          `${row.quantity} ${row.unit}`,
          row.unitPrice,
          row.net,
        ]),
      { y: 320, leading: 17, title: { bold: true, colour } },
    );
    sheet.line(60, y + 2, 545, y + 2, colour);
    y = pairsBeside(
      sheet,
      [
        ['Net amount', `${telling.net()} ${code}`],
        ['VAT 0%', `${telling.vat()} ${code}`],
      ],
      { x: 350, y: y + 12, valueX: 545, right: true, leading: 15 },
    );
    sheet.text(isCredit ? 'Total credit' : 'Total to be paid', 350, y + 3, { bold: true });
    sheet.text(`${telling.payable()} ${code}`, 545, y + 3, { bold: true, align: 'right' });
    y = sheet.text(
      either(
        random,
        'VAT reverse charged: the customer is liable for VAT according to Article 196 of Council Directive 2006/112/EC.',
        'Intra-Community supply of services. Reverse charge, VAT to be accounted for by the recipient.',
      ),
      60,
      y + 40,
      { size: 8.5, width: 480 },
    );
    if (!isCredit)
      sentences(
        sheet,
        [
          `Please transfer the amount to IBAN ${telling.iban()}, BIC ${seller.bic}, stating the invoice number.`,
          'Bank charges outside our country are borne by the customer.',
        ],
        60,
        y + 16,
      );
    sheet.line(60, 775, 545, 775, colour);
    sheet.text(
      `${either(random, 'Company reg.', 'Trade register', 'Reg. no.')} ${telling.sellerNumber()}   VAT ID ${telling.sellerVat()}   ${seller.phone}   ${seller.email}`,
      sheet.width / 2,
      783,
      { size: 7.5, align: 'centre' },
    );
  },
};
