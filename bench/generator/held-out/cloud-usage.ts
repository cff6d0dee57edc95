/** English, a cloud provider's: the sum of the bill in the head, usage by service and account over pages with amounts of fractions, credits by which it sinks, entity and brand two names. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsBeside, sentences, table } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anglo, either, type InvoiceLayout } from '../layout.ts';
import { printDate } from '../print.ts';
import { trading } from '../trade.ts';

export const cloudUsage: InvoiceLayout = {
  name: 'cloud-usage',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.25, 9],
  wish: (random) => {
    const isAbroad = random.once(2);
    return trading(random, 'GB', ['Cloud Services Limited', 'Compute EMEA Ltd', 'Hosting UK Ltd'], {
      buyerCountry: isAbroad ? either(random, 'SE', 'DE', 'NO') : 'GB',
      isReverseCharge: isAbroad,
      currency: either(random, 'USD', 'EUR', 'GBP'),
      rates: ['20'],
      goods: [
        ['Elastic compute', 'hrs'],
        ['Object storage', 'GB-mo'],
        ['Data transfer', 'GB'],
        ['Managed database', 'hrs'],
        ['Support plan', 'mo'],
        ['DNS queries', 'k'],
      ],
      lines: [3, 9],
      isMeasured: true,
      highestPrice: 12,
      number: either(random, '##########', 'EUIN26-#######', 'E0#00######'),
      terms: [0, 14, 30],
    });
  },
  style: (random) => ({
    amount: { ...anglo, minus: either(random, 'before', 'parentheses') },
    date: either(random, { long: 'en-US' }, { medium: 'en-GB' }, { long: 'en-GB' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const code = telling.currency();
    const money = (amount: string) => `${code} ${amount}`;
    const day = (days: number) => printDate(dateAfter(facts.issueDate, days), { long: 'en-US' });
    const brand = either(random, 'nimbuslot', 'Stratoform', 'overcast');
    sheet.text(brand, 45, 30, { size: 22, bold: true, colour: '#b3541e' });
    sheet.text(either(random, 'Invoice', 'VAT Invoice', 'Tax Invoice'), 550, 34, {
      size: 16,
      align: 'right',
    });
    sheet.text(`${brand} account ${digits(random, 4)}-${digits(random, 4)}-${digits(random, 4)}`, 550, 56, {
      size: 8,
      align: 'right',
    });
    sheet.text('Bill to Address:', 45, 84, { bold: true });
    sentences(
      sheet,
      [
        `ATTN: ${buyer.person}`,
        ...addressOf(buyer, telling.buyerName()),
        facts.isReverseCharge ? `Tax registration number: ${telling.buyerVat()}` : '',
      ],
      45,
      97,
    );
    sheet.fill(310, 80, 240, 74, '#f4f4f4');
    pairsBeside(
      sheet,
      [
        ['Invoice Number:', telling.invoiceNumber()],
        ['Invoice Date:', telling.issueDate()],
        [
          facts.termsDays === 0 ? 'Charged to card on:' : 'Payment due:',
          facts.termsDays === 0 ? telling.issueDate() : telling.dueDate(),
        ],
        ['TOTAL AMOUNT DUE', money(telling.payable())],
      ],
      { x: 318, y: 88, valueX: 542, right: true, leading: 15, value: { bold: true } },
    );
    sheet.text(`This invoice is for the billing period ${day(-31)} - ${day(-1)}`, 45, 186, {
      bold: true,
      size: 10,
    });
    let y = pairsBeside(
      sheet,
      [
        ['Charges', money(telling.net())],
        ['Credits', money(telling.amount('0.00'))],
        [
          facts.isReverseCharge ? 'VAT (reverse charge) 0%' : `VAT ${telling.breakdown()[0]?.rate ?? ''}`,
          money(telling.vat()),
        ],
        ['Total for this invoice', money(telling.gross())],
      ],
      { x: 45, y: 208, valueX: 550, right: true, leading: 15 },
    );
    y = table(
      sheet,
      columnsAt(
        ['Service', 45],
        ['Usage', 320, 'right'],
        ['Unit', 330],
        ['Rate', 440, 'right'],
        ['Charges', 550, 'right'],
      ),
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, money(row.net)]),
      { y: y + 14, leading: 16, ruled: true },
    );
    sentences(
      sheet,
      [
        `${telling.sellerName()}, ${seller.street}, ${seller.city} ${seller.postcode}`,
        `VAT number ${telling.sellerVat()}   Company number ${telling.sellerNumber()}   ${brand} is a trading name of ${seller.name}`,
        facts.termsDays === 0
          ? 'Your card will be charged automatically; do not send payment.'
          : `Wire: IBAN ${telling.iban()} SWIFT ${seller.bic}. Include the invoice number with your payment.`,
        `All dates are UTC. Page 1 of 2. Payments received after ${day(-2)} are not shown.`,
      ],
      45,
      760,
      { size: 7, leading: 10 },
    );
    sheet.newPage();
    sheet.text(`${brand} usage detail   Invoice ${facts.invoiceNumber}`, 45, 34, { bold: true });
    table(
      sheet,
      columnsAt(
        ['Project', 45],
        ['SKU', 150],
        ['Start', 310],
        ['Quantity', 450, 'right'],
        ['Amount', 550, 'right'],
      ),
      Array.from({ length: random.int(12, 40) }, () => [
        `${random.pick(['prod', 'staging', 'data'])}-${number(random, 3)}`,
        `${random.pick(['N1', 'E2', 'C3'])} core running in ${random.pick(['eu-north-1', 'eu-west-4'])}`,
        printDate(dateAfter(facts.issueDate, -random.int(1, 30)), 'iso'),
        `${number(random, 4)}.${digits(random, 3)}`,
        new Big(random.int(1, 90000)).div(1000).toFixed(3),
      ]),
      { y: 60, leading: 13, ruled: true, cell: { size: 7.5 } },
    );
  },
};
