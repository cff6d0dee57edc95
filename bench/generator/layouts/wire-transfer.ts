/** English, of a seller abroad whose bank knows neither IBAN nor sort code: routing and account in one line or below the bank's name. */
import { colours, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anglo, either, type InvoiceLayout } from '../layout.ts';
import { usual } from '../trade.ts';

export const wireTransfer: InvoiceLayout = {
  name: 'wire-transfer',
  language: 'en',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [9, 10],
  wish: (random) => usual(random, 'GB', { currency: 'USD', number: 'INV-Y-####', lines: [1, 5] }),
  style: (random) => ({
    amount: anglo,
    date: either(random, { medium: 'en-US' }, { long: 'en-US' }),
    percent: '25.00%',
  }),
  draw(sheet, telling, random) {
    const { seller, buyer } = telling.facts;
    const colour = random.pick(colours);
    sheet.text(telling.sellerName(), 40, 44, { size: 16, bold: true, colour });
    sentences(sheet, [seller.street, `${seller.city} ${seller.postcode}`, seller.email], 40, 66);
    sheet.text('INVOICE', 555, 44, { size: 26, bold: true, align: 'right' });
    for (const [index, line] of [
      `Invoice No: ${telling.invoiceNumber()}`,
      `Date Issued: ${telling.issueDate()}`,
      `Due Date: ${telling.dueDate()}`,
    ].entries())
      sheet.text(line, 555, 84 + index * 13, { align: 'right' });
    sentences(
      sheet,
      ['BILLED TO', telling.buyerName(), buyer.street, `${buyer.city} ${buyer.postcode}`],
      40,
      160,
    );
    const y = table(
      sheet,
      [
        { title: 'DESCRIPTION', x: 40 },
        { title: 'QTY', x: 340, align: 'right' },
        { title: 'RATE', x: 440, align: 'right' },
        { title: 'AMOUNT', x: 555, align: 'right' },
      ],
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: 240, leading: 17 },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotal', `$${telling.net()}`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`VAT (${rate})`, `$${tax}`]),
        ['Total Due', `${telling.currency()} ${telling.payable()}`],
      ],
      { x: 380, y: y + 16, valueX: 555, right: true, leading: 16 },
    );
    sentences(sheet, ['Payment Instructions', ...howToPay()], 40, 640);
    sheet.text(`Company no. ${telling.sellerNumber()} · VAT no. ${telling.sellerVat()}`, 40, 780, {
      size: 7.5,
    });

    function howToPay(): string[] {
      const bank = either(random, 'Harbour Savings Bank', 'Bank of Lakeside');
      const id = number(random, 10);
      const account = telling.account('other', id, either(random, id, `${id.slice(0, 5)}-${id.slice(5)}`));
      return random.once(2)
        ? [`Wire Transfer: ${bank} | Routing: ${number(random, 9)} | Account: ${account}`]
        : [bank, `Routing number: ${number(random, 9)}`, `Bank account: ${account}`];
    }
  },
};
