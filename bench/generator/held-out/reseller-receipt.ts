/** English, of a reseller of software who sells in its own name: the product's maker large, one line or two, the card that will be charged, order and transaction numbers long. */
import { addressOf, logo, pairsBeside, sentences } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { trading } from '../trade.ts';

export const resellerReceipt: InvoiceLayout = {
  name: 'reseller-receipt',
  language: 'en',
  fonts: ['Helvetica', 'OpenSans'],
  sizes: [9, 9.75],
  wish: (random) => {
    const isAbroad = !random.once(3);
    return trading(random, 'GB', ['Payments Market Ltd', 'Commerce Limited', 'Digital Reseller Ltd'], {
      buyerCountry: isAbroad ? either(random, 'SE', 'DK', 'FI') : 'GB',
      isReverseCharge: isAbroad,
      currency: either(random, 'EUR', 'USD', 'GBP'),
      rates: ['20'],
      goods: [
        ['Sketchboard Pro, annual', 'seat'],
        ['Mailsorter Team', 'seat'],
        ['Fontkit Desktop licence', 'pcs'],
      ],
      lines: [1, 2],
      highestPrice: 400,
      number: either(random, '####-######', 'PDL-######', '1##-#######'),
      terms: [0],
    });
  },
  style: (random) => ({
    amount: anglo,
    date: anyDate(random, { medium: 'en-US' }, { long: 'en-US' }, 'iso'),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const symbol = { EUR: '€', USD: '$', GBP: '£' }[facts.currency] ?? '';
    const money = (amount: string) => `${symbol}${amount}`;
    const grey = { colour: '#777777', size: 8 } as const;
    const maker = either(random, 'Sketchboard', 'Mailsorter', 'Fontkit');
    logo(sheet, random, 60, 44, 30, '#0f6674');
    sheet.text(maker, 100, 48, { size: 20, bold: true });
    sheet.text('Invoice', 535, 46, { size: 20, align: 'right' });
    sheet.text(`Sold through ${telling.sellerName()}, the merchant of record for this order`, 60, 86, grey);
    for (const [x, label, lines] of [
      [
        60,
        'To:',
        [
          ...addressOf(buyer, telling.buyerName()),
          buyer.email,
          facts.isReverseCharge ? `VAT ID ${telling.buyerVat()}` : '',
        ],
      ],
      [310, 'From:', [...addressOf(seller, seller.name), 'United Kingdom', `VAT ID ${telling.sellerVat()}`]],
    ] as const) {
      sheet.text(label, x, 116, grey);
      sentences(sheet, lines, x, 128, { leading: 13 });
    }
    let y = pairsBeside(
      sheet,
      [
        ['Invoice #', telling.invoiceNumber()],
        ['Order #', telling.doubtfulOrder(`${number(random, 8)}-${digits(random, 8)}`)],
        ['Date', telling.issueDate()],
        ['Payment method', `Visa ending ${digits(random, 4)}`],
      ],
      { x: 60, y: 220, valueX: 160, leading: 15, label: grey },
    );
    y += 16;
    sheet.line(60, y, 535, y, '#dddddd');
    sheet.text('Product', 60, y + 6, grey);
    sheet.text('Qty', 340, y + 6, { ...grey, align: 'right' });
    sheet.text('Unit price', 430, y + 6, { ...grey, align: 'right' });
    sheet.text('Amount', 535, y + 6, { ...grey, align: 'right' });
    y += 26;
    for (const row of telling.lines('description', 'quantity', 'unitPrice', 'net')) {
      sheet.text(row.description, 60, y);
      sheet.text(row.quantity, 340, y, { align: 'right' });
      sheet.text(money(row.unitPrice), 430, y, { align: 'right' });
      sheet.text(money(row.net), 535, y, { align: 'right' });
      y += 22;
    }
    sheet.line(60, y, 535, y, '#dddddd');
    const vat = facts.isReverseCharge
      ? 'VAT 0% (reverse charge)'
      : `VAT ${telling.breakdown()[0]?.rate ?? ''}`;
    y = pairsBeside(
      sheet,
      [
        ['Subtotal', money(telling.net())],
        [vat, money(telling.vat())],
        [`Total (${telling.currency()})`, money(telling.payable())],
      ],
      { x: 340, y: y + 10, valueX: 535, right: true, leading: 18 },
    );
    sheet.text(`${money(telling.payable())} will be charged to your card`, 535, y + 8, {
      align: 'right',
      bold: true,
      colour: '#2f6b3a',
    });
    if (facts.isReverseCharge)
      sheet.text(
        'Under the reverse charge the customer accounts for the VAT on this supply.',
        60,
        y + 40,
        grey,
      );
    sentences(
      sheet,
      [
        `Questions about ${maker}? Ask ${maker.toLowerCase()}@help.example. Questions about this charge? ${seller.email}`,
        `${seller.name}, registered in England and Wales, company no. ${telling.sellerNumber()}`,
      ],
      60,
      770,
      { ...grey, leading: 12 },
    );
  },
};
