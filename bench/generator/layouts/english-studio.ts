/** English, a studio's: letter-size paper, "Invoice #", balance due in a dark bar above the lines, no due date but terms. */
import { colours, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const englishStudio: InvoiceLayout = {
  name: 'english-studio',
  language: 'en',
  fonts: ['Helvetica', 'Liberation', 'Times', 'OpenSans'],
  sizes: [9, 10.5],
  wish: (random) =>
    usual(random, 'GB', {
      currency: either(random, 'GBP', 'USD', 'EUR', 'SEK'),
      number: either(random, '####', 'Y-####', 'AB/#####'),
      reference: (body) => body,
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: { ...anglo, minus: either(random, 'parentheses', 'before') },
    date: anyDate(random, { long: 'en-GB' }, { long: 'en-US' }, 'slashes', 'iso'),
    percent: '25.00%',
    negativeCredit: true,
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.text(telling.sellerName(), 50, 44, { size: 18, bold: true, colour });
    sheet.text(
      `${seller.street}, ${seller.city} ${seller.postcode} | ${seller.phone} | ${seller.web}`,
      50,
      68,
      { size: 8 },
    );
    const symbol = { GBP: '£', USD: '$', EUR: '€', SEK: 'SEK ' }[facts.currency] ?? '';
    // "$" alone may be many a dollar: the code stands on the page too.
    const code = telling.currency(facts.currency === 'USD' ? 'USD' : symbol.trim());
    pairsAbove(
      sheet,
      [
        [isCredit ? 'Credit memo #' : 'Invoice #', telling.invoiceNumber()],
        ['Date', telling.issueDate()],
        ['Terms', isCredit ? '' : `Net ${telling.terms()} days`],
        ['Credits invoice', telling.preceding()],
        ['PO number', telling.order()],
        ['Currency', code],
      ],
      { x: 50, y: 100, step: 100 },
    );
    sentences(
      sheet,
      ['BILL TO', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`],
      50,
      150,
    );
    sentences(
      sheet,
      ['SHIP TO', buyer.name, `Gate ${random.int(1, 9)}, ${buyer.street}`, buyer.city],
      320,
      150,
    );
    sheet.fill(50, 215, 500, 30, '#222222');
    sheet.text(
      isCredit ? 'CREDIT TOTAL' : either(random, 'BALANCE DUE', 'AMOUNT DUE', 'TOTAL DUE'),
      60,
      225,
      { colour: 'white' },
    );
    sheet.text(`${symbol}${telling.payable()}`, 540, 223, {
      colour: 'white',
      bold: true,
      align: 'right',
      size: 12,
    });
    const y = table(
      sheet,
      [
        { title: 'ITEM', x: 50 },
        { title: 'QTY', x: 330, align: 'right' },
        { title: 'RATE', x: 430, align: 'right' },
        { title: 'AMOUNT', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unitPrice, row.net]),
      { y: 265, leading: 18, title: { size: 7.5, colour } },
    );
    pairsBeside(
      sheet,
      [
        ['Net amount', `${symbol}${telling.net()}`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`VAT @ ${rate}`, `${symbol}${tax}`]),
        ['Total', `${symbol}${telling.gross()}`],
      ],
      { x: 350, y: y + 12, valueX: 545, right: true, leading: 16 },
    );
    sentences(
      sheet,
      [
        ...(isCredit
          ? []
          : [`Please pay to IBAN ${telling.iban()}, BIC ${seller.bic}, quoting ${telling.reference()}.`]),
        `Registered in England no. ${telling.sellerNumber()}. VAT registration ${telling.sellerVat()}.`,
      ],
      50,
      740,
      { size: 8 },
    );
  },
};
