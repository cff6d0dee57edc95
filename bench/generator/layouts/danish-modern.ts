/** Danish, from a cloud accounting program: much white, sums at the right with lines between, payment in a footer of three columns. */
import { logo, pairsBeside, sentences, smallPrint, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const danishModern: InvoiceLayout = {
  name: 'danish-modern',
  language: 'da',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.5, 9.5],
  mayBeTwo: true,
  wish: (random) =>
    usual(random, 'DK', {
      buyerCountry: either(random, 'DK', 'DK', 'SE'),
      currency: either(random, 'DKK', 'DKK', 'EUR', 'SEK'),
      number: either(random, '####', '#####'),
      reference: (body) => body,
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dots', 'dashes', { long: 'da-DK' }),
    percent: '25,00 %',
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    logo(sheet, random, 490, 40, 52, '#0f6674');
    sentences(
      sheet,
      [
        telling.buyerName(),
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
        `CVR: ${buyer.organisationNumber ?? ''}`,
      ],
      55,
      60,
    );
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 55, 160, { size: 22 });
    pairsBeside(
      sheet,
      [
        [
          isCredit ? 'Kreditnotanummer' : either(random, 'Fakturanummer', 'Faktura nr.'),
          telling.invoiceNumber(),
        ],
        [isCredit ? 'Dato' : 'Fakturadato', telling.issueDate()],
        [either(random, 'Forfaldsdato', 'Betalingsfrist'), isCredit ? '' : telling.dueDate()],
        ['Krediterer faktura', telling.preceding()],
        ['Deres ref.', telling.buyerReference()],
      ],
      { x: 350, y: 150, valueX: 542, right: true },
    );
    const y = table(
      sheet,
      [
        { title: 'Beskrivelse', x: 55 },
        { title: 'Antal', x: 330, align: 'right' },
        { title: 'Enhedspris', x: 430, align: 'right' },
        { title: 'Pris', x: 542, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 245, leading: 20, ruled: true },
    );
    const code = telling.currency();
    const [vat] = telling.breakdown();
    telling.vat();
    const sums: [string, string][] = [
      ['Subtotal', telling.net()],
      [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
      [isCredit ? `Total til gode ${code}` : `Total ${code}`, telling.payable()],
    ];
    for (const [index, [label, value]] of sums.entries()) {
      const top = y + 16 + index * 22;
      sheet.text(label, 350, top, { bold: index === 2 });
      sheet.text(value, 542, top, { bold: index === 2, align: 'right' });
      sheet.line(350, top + 15, 542, top + 15, '#bbbbbb');
    }
    sheet.line(55, 740, 542, 740, '#bbbbbb');
    smallPrint(
      sheet,
      [
        [
          telling.sellerName(),
          seller.street,
          `${seller.postcode} ${seller.city}`,
          `CVR-nr. ${telling.sellerNumber()}`,
        ],
        [`Tlf. ${seller.phone}`, seller.email, seller.web, `SE-nr. ${telling.sellerVat()}`],
        isCredit
          ? ['Beløbet udlignes i næste faktura']
          : [
              'Betales ved bankoverførsel',
              `IBAN ${telling.iban()}`,
              `SWIFT ${seller.bic}`,
              `Reference: ${telling.reference()}`,
            ],
      ],
      55,
      748,
      { size: 7.5, leading: 11 },
    );
  },
};
