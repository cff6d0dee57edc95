/** Swedish, made on a web page: number and day above the title with no label but a "#", the company's number bare in the letterhead, bullets. */
import { addressOf, colours, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const webInvoice: InvoiceLayout = {
  name: 'web-invoice',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [9, 10],
  wish: (random) => usual(random, 'SE', { number: '######', lines: [1, 4] }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: 'short-dashes',
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { seller, buyer } = telling.facts;
    const number = telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''));
    sentences(
      sheet,
      [
        telling.sellerName(),
        number,
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Telefon: ${seller.phone}`,
        seller.email,
      ],
      50,
      40,
    );
    sheet.text(`#${telling.invoiceNumber()}`, 330, 60);
    sheet.text('Faktura', 330, 90, { size: 26, bold: true, colour: random.pick(colours) });
    pairsBeside(
      sheet,
      [
        [either(random, 'Fakt.datum', 'Fakturadatum'), telling.issueDate()],
        [either(random, 'FF-datum', 'Förfallodatum'), telling.dueDate()],
        ['Er referens', telling.buyerReference()],
      ],
      { x: 330, y: 130, valueX: 430 },
    );
    sentences(
      sheet,
      [
        telling.buyerName(),
        `Org.nr: ${swedishNumber(buyer.organisationNumber ?? '')}`,
        ...addressOf(buyer, buyer.name).slice(1),
      ],
      50,
      190,
    );
    const y = table(
      sheet,
      [
        { title: 'PRODUKT', x: 50 },
        { title: 'ANTAL', x: 340, align: 'right' },
        { title: 'PRIS', x: 440, align: 'right' },
        { title: 'SUMMA', x: 545, align: 'right' },
      ],
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: 280, leading: 18 },
    );
    pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms ${rate}`, tax]),
        ['Att betala', `${telling.currency('kr')} ${telling.payable()}`],
      ],
      { x: 370, y: y + 16, valueX: 545, right: true, leading: 16 },
    );
    sentences(
      sheet,
      [
        'Betalning:',
        `OCR • ${telling.reference()}`,
        `Bankgiro • ${telling.account('bankgiro', seller.bankgiro)}`,
      ],
      50,
      640,
    );
  },
};
