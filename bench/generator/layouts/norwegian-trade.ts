/** Norwegian: KID and kontonummer, facts at the right, sums in a frame at the left, "Foretaksregisteret … MVA" in the footer. */
import { pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const norwegianTrade: InvoiceLayout = {
  name: 'norwegian-trade',
  language: 'no',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.5, 10],
  wish: (random) =>
    usual(random, 'NO', {
      buyerCountry: either(random, 'NO', 'SE'),
      ...sometimesCredit(random, 8),
      currency: either(random, 'NOK', 'NOK', 'NOK', 'SEK'),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'dots', 'dots-loose'),
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 50, 45, { size: 14, bold: true });
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city}`, `Tlf. ${seller.phone}`], 50, 66, {
      size: 8,
    });
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 50, 130);
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 350, 45, { size: 20 });
    const org = seller.organisationNumber ?? '';
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Kreditnotanr' : either(random, 'Fakturanr', 'Fakturanummer'), telling.invoiceNumber()],
        [isCredit ? 'Dato' : 'Fakturadato', telling.issueDate()],
        ['Forfallsdato', isCredit ? '' : telling.dueDate()],
        ['Gjelder faktura', telling.preceding()],
        ['Kundenr', facts.customerNumber],
        ['Leveringsdato', telling.deliveryDate()],
        ['Deres ref.', telling.buyerReference()],
        ['Vår ref.', facts.ourReference],
        ['Deres ordrenr', telling.order()],
      ],
      { x: 350, y: 78, valueX: 450 },
    );
    table(
      sheet,
      [
        { title: 'Varenr', x: 50 },
        { title: 'Beskrivelse', x: 100 },
        { title: 'Antall', x: 330, align: 'right' },
        { title: 'Pris', x: 410, align: 'right' },
        { title: 'Mva', x: 455, align: 'right' },
        { title: 'Beløp', x: 545, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.article, row.description, row.quantity, row.unitPrice, row.vatRate, row.net]),
      { y: 240, ruled: true },
    );
    sheet.frame(50, 455, 240, 90);
    pairsBeside(
      sheet,
      [
        ['Sum eks. mva', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Mva ${rate} av ${taxable}`, tax]),
        [isCredit ? 'Til gode' : 'Å betale', `${telling.currency()} ${telling.payable()}`],
      ],
      { x: 58, y: 464, valueX: 282, right: true, leading: 15 },
    );
    if (!isCredit) {
      pairsBeside(
        sheet,
        [
          [
            'Kontonummer',
            telling.account('other', seller.account, grouped(seller.account, 4, 2, 5).replaceAll(' ', '.')),
          ],
          ['KID', telling.reference()],
          ['IBAN', telling.iban()],
          ['BIC', seller.bic],
        ],
        { x: 330, y: 464, valueX: 410 },
      );
    }
    sheet.line(50, 770, 545, 770);
    const registered = `${grouped(org, 3)} MVA`;
    telling.sellerNumber(grouped(org, 3));
    sheet.text(
      `Foretaksregisteret NO ${telling.sellerVat(registered)}   ${seller.email}   ${seller.web}`,
      50,
      778,
      {
        size: 8,
      },
    );
  },
};
