/** English, an open-source ERP's for a firm abroad in Europe: title with the number in it, source document, taxes per line, payment communication, page count in the foot. */
import { addressOf, columnsAt, pairsAbove, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anglo, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { trading } from '../trade.ts';

export const openErp: InvoiceLayout = {
  name: 'open-erp',
  language: 'en',
  fonts: ['OpenSans', 'Liberation'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, either(random, 'NL', 'DE', 'FI'), ['Robotics', 'Sensors', 'Bike Parts'], {
      buyerCountry: either(random, 'SE', 'DK'),
      isReverseCharge: true,
      goods: [
        ['[LID-200] Lidar module', 'Units'],
        ['[CBL-5M] Cable M12 5 m', 'Units'],
        ['[SRV] Commissioning', 'Hours'],
        ['[HUB-32] Rear hub 32h', 'Units'],
      ],
      lines: [1, 6],
      number: either(random, 'INV/Y/#####', 'INV/Y/11/####', 'FAC/####'),
      terms: [15, 21, 30],
    }),
  style: (random) => ({
    amount: anglo,
    date: either(random, 'slashes-iso' as const, 'iso' as const),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const legal = telling.sellerName();
    const maroon = '#714b67';
    sheet.text(legal, 45, 34, { size: 15, bold: true, colour: maroon });
    sheet.text('Moving parts, moving people', 550, 38, { size: 8, align: 'right', colour: '#777777' });
    sheet.line(45, 58, 550, 58, maroon);
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        { NL: 'Netherlands', DE: 'Germany', FI: 'Finland' }[seller.country as 'NL' | 'DE' | 'FI'],
      ],
      45,
      64,
    );
    sentences(
      sheet,
      [
        ...addressOf(buyer, telling.buyerName()),
        { SE: 'Sweden', DK: 'Denmark' }[buyer.country as 'SE' | 'DK'],
        `Tax ID: ${telling.buyerVat()}`,
      ],
      340,
      100,
      { leading: 12.5 },
    );
    sheet.text(`Invoice ${telling.invoiceNumber()}`, 45, 186, { size: 17, colour: maroon });
    const y0 = pairsAbove(
      sheet,
      [
        ['Invoice Date', telling.issueDate()],
        ['Due Date', telling.dueDate()],
        ['Delivery Date', telling.deliveryDate()],
        ['Source', `S0${number(random, 4)}`],
        ['Customer Code', number(random, 5)],
        ['Your Order', telling.order()],
      ],
      { x: 45, y: 216, step: 86, label: { bold: true, size: 8 }, gap: 12 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Description', 45],
        ['Quantity', 320, 'right'],
        ['Unit Price', 400, 'right'],
        ['Taxes', 470, 'right'],
        ['Amount', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net').map(
        ([description = '', quantity = '', price = '', net = '']) => [
          description,
          quantity,
          price,
          '0% EU',
          `€ ${net}`,
        ],
      ),
      { y: y0 + 10, leading: 17, ruled: true, title: { bold: true } },
    );
    const code = telling.currency('€');
    for (const [label, value] of [
      ['Untaxed Amount', `${code} ${telling.net()}`],
      ['VAT 0% EU reverse charge', `${code} ${telling.vat()}`],
      ['Total', `${code} ${telling.payable()}`],
    ] as const) {
      y += 18;
      sheet.line(340, y - 4, 550, y - 4, '#cccccc');
      sheet.text(label, 345, y, { bold: label === 'Total' });
      sheet.text(value, 550, y, { bold: label === 'Total', align: 'right' });
    }
    sentences(
      sheet,
      [
        `Payment Communication: ${facts.invoiceNumber} on this account: ${telling.iban(either(random, seller.iban, grouped(seller.iban, 4)))}`,
        `Payment terms: ${telling.terms()} Days. BIC ${seller.bic}`,
        'Terms & Conditions: our web site/terms. Reverse charge, article 196 of Council Directive 2006/112/EC.',
      ],
      45,
      y + 40,
      { leading: 14 },
    );
    sheet.line(45, 770, 550, 770, maroon);
    sheet.text(
      `${seller.phone} | ${seller.email} | ${seller.web} | ${telling.sellerVat()}`,
      sheet.width / 2,
      776,
      { size: 7.5, align: 'centre' },
    );
    sheet.text('Page 1 / 1', sheet.width / 2, 790, { size: 7.5, align: 'centre' });
  },
};
