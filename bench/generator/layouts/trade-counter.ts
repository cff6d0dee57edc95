/** English, a builders' merchant's: customer account and invoice number side by side, VAT codes, a remittance slip to tear off. */
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const tradeCounter: InvoiceLayout = {
  name: 'trade-counter',
  language: 'en',
  fonts: ['Helvetica', 'Courier', 'Liberation'],
  sizes: [8, 8.5],
  wish(random) {
    const wish = usual(random, 'GB', {
      rates: ['20', '20', '5'],
      goods: [
        ['CLS TIMBER 38X63 2.4M', 'EA'],
        ['PLASTERBOARD 12.5MM', 'SHT'],
        ['CEMENT 25KG', 'BAG'],
        ['LOFT INSULATION 100MM', 'RL'],
        ['DELIVERY CHARGE', 'EA'],
        ['GRIPFILL 350ML', 'EA'],
      ],
      lines: [1, 14],
      highestPrice: 90,
      number: either(random, '#######', '0#######', '##/######'),
      terms: [30, 30, 60],
      ...sometimesCredit(random, 8),
    });
    const name = either(
      random,
      'Builders Merchants Ltd',
      'Timber & Trade Supplies Limited',
      'Trade Centre plc',
    );
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: {
      ...either(random, anglo, { thousands: 'none' as const, decimal: '.' as const }),
      minus: 'after',
    },
    date: anyDate(random, 'slashes', { medium: 'en-GB' }),
    negativeCredit: random.once(2),
    percent: '25.00%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 36, 30, { size: 14, bold: true });
    sheet.text(
      `${seller.street}, ${seller.city} ${seller.postcode}   Tel ${seller.phone}   ${seller.email}`,
      36,
      50,
      { size: 7.5 },
    );
    sheet.text(isCredit ? 'CREDIT NOTE' : 'INVOICE', 559, 30, { size: 16, bold: true, align: 'right' });
    sheet.frame(36, 70, 250, 76);
    sheet.text('INVOICE TO', 40, 73, { size: 6 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 44, 86);
    sheet.frame(309, 70, 250, 76);
    sheet.text('DELIVER TO', 313, 73, { size: 6 });
    sentences(sheet, ['COLLECTED', `${buyer.city} SITE OFFICE`], 317, 86);
    const boxes: [string, string][] = [
      ['A/C NO.', `${buyer.name.slice(0, 3).toUpperCase()}${random.int(100, 999)}`],
      [isCredit ? 'CREDIT NO.' : 'INVOICE NO.', telling.invoiceNumber()],
      ['DATE / TAX POINT', telling.issueDate()],
      [isCredit ? 'INVOICE REF.' : 'YOUR ORDER NO.', isCredit ? telling.preceding() : telling.order()],
      ['DESPATCH NO.', number(random, 6)],
      ['REP', seller.person.slice(0, 2).toUpperCase()],
    ];
    for (const [index, [label, value]] of boxes.entries()) {
      const x = 36 + index * 87.2;
      sheet.fill(x, 156, 87, 11, '#333333');
      sheet.text(label, x + 43, 158, { size: 6, colour: 'white', align: 'centre' });
      sheet.frame(x, 156, 87, 28);
      sheet.text(value, x + 43, 171, { align: 'centre' });
    }
    const codeOf: Record<string, string> = { '20': '1', '5': '2' };
    let y = table(
      sheet,
      [
        { title: 'PRODUCT', x: 36 },
        { title: 'DESCRIPTION', x: 90 },
        { title: 'QTY', x: 300, align: 'right' },
        { title: 'PER', x: 310 },
        { title: 'PRICE', x: 420, align: 'right' },
        { title: 'GOODS VALUE', x: 520, align: 'right' },
        { title: 'VAT', x: 559, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          row.article,
          row.description,
          row.quantity,
          row.unit,
          row.unitPrice,
          row.net,
          codeOf[facts.lines[index]?.vatRate ?? ''] ?? '',
        ]),
      { y: 196, ruled: true, leading: 13, title: { size: 7, bold: true } },
    );
    y = Math.max(y + 20, 500);
    table(
      sheet,
      [
        { title: 'CODE', x: 36 },
        { title: 'RATE', x: 110, align: 'right' },
        { title: 'GOODS', x: 190, align: 'right' },
        { title: 'VAT', x: 260, align: 'right' },
      ],
      telling
        .breakdown()
        .map(({ rate, taxable, tax }, index) => [
          codeOf[facts.breakdown[index]?.rate ?? ''] ?? '',
          rate,
          taxable,
          tax,
        ]),
      { y, leading: 12, ruled: true, title: { size: 7, bold: true } },
    );
    const sign = facts.currency === 'GBP' ? '£' : facts.currency;
    sheet.frame(380, y - 4, 179, 58);
    pairsBeside(
      sheet,
      [
        ['GOODS TOTAL', telling.net()],
        ['VAT TOTAL', telling.vat()],
        [isCredit ? 'CREDIT TOTAL' : 'INVOICE TOTAL', `${telling.currency(sign)}${telling.payable()}`],
      ],
      {
        x: 386,
        y: y + 2,
        valueX: 554,
        right: true,
        leading: 17,
        label: { bold: true },
        value: { bold: true },
      },
    );
    sentences(
      sheet,
      [
        `VAT Reg No. ${telling.sellerVat()}   Company Reg No. ${telling.sellerNumber()}`,
        'Goods remain the property of the company until paid for in full. Claims within 3 days. E & O E.',
      ],
      36,
      600,
      { size: 7, leading: 10 },
    );
    if (isCredit) return;
    for (let x = 20; x < 575; x += 9) sheet.line(x, 640, x + 5, 640, '#555555');
    sheet.text('REMITTANCE ADVICE', 36, 650, { size: 10, bold: true });
    sheet.text(`Please return with your payment to ${seller.name}`, 36, 666, { size: 7.5 });
    pairsBeside(
      sheet,
      [
        ['Invoice', facts.invoiceNumber],
        ['Date', telling.issueDate()],
        ['Payment due', telling.dueDate()],
        ['Amount', `${sign}${telling.payable()}`],
      ],
      { x: 36, y: 686, valueX: 120, leading: 13 },
    );
    const [sort, account] = [seller.account.slice(4, 10), seller.account.slice(10)];
    pairsBeside(
      sheet,
      [
        ['Account name', seller.name],
        ['Sort code', grouped(sort, 2).replaceAll(' ', '-')],
        ['Account no.', telling.account('other', seller.account.slice(4), account)],
        ['Quote', facts.invoiceNumber],
      ],
      { x: 309, y: 686, valueX: 376, leading: 13, value: { size: 7.5 } },
    );
  },
};
