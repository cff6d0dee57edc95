/** Dutch: a coloured band with what is to be paid, KvK and Btw in the side, a request to pay in a sentence. */
import { colours, logo, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const dutchBand: InvoiceLayout = {
  name: 'dutch-band',
  language: 'nl',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [8.5, 9.5],
  wish: (random) =>
    usual(random, 'NL', {
      ...sometimesCredit(random, 8),
      number: either(random, 'Y####', 'Y-###', 'F######'),
    }),
  style: (random) => ({
    amount: { ...dotted, minus: 'dash' },
    date: anyDate(random, 'dashes', { long: 'nl-NL' }),
    percent: '25%',
    negativeCredit: true,
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    logo(sheet, random, 50, 40, 40, colour);
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.postcode} ${seller.city}`,
        '',
        `KvK ${telling.sellerNumber()}`,
        `Btw-nummer ${telling.sellerVat()}`,
        `IBAN ${telling.iban()}`,
        seller.email,
      ],
      400,
      40,
    );
    sentences(
      sheet,
      [telling.buyerName(), `T.a.v. ${buyer.person}`, buyer.street, `${buyer.postcode} ${buyer.city}`],
      50,
      120,
    );
    sheet.text(isCredit ? 'Creditnota' : 'Factuur', 50, 205, { size: 20, colour });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Creditnotanummer' : 'Factuurnummer', telling.invoiceNumber()],
        [isCredit ? 'Datum' : 'Factuurdatum', telling.issueDate()],
        ['Betreft factuur', telling.preceding()],
        ['Klantnummer', facts.customerNumber],
        ['Uw referentie', telling.order()],
      ],
      { x: 50, y: 236, valueX: 160 },
    );
    const symbol = telling.currency('€');
    const y = table(
      sheet,
      [
        { title: 'Aantal', x: 50 },
        { title: 'Omschrijving', x: 110 },
        { title: 'Prijs', x: 400, align: 'right' },
        { title: 'Btw', x: 450, align: 'right' },
        { title: 'Totaal', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [
          `${row.quantity} ${row.unit}`,
          row.description,
          `${symbol} ${row.unitPrice}`,
          row.vatRate,
          `${symbol} ${row.net}`,
        ]),
      { y: 325, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotaal excl. btw', `${symbol} ${telling.net()}`],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [
            `${rate} btw over ${symbol} ${taxable}`,
            `${symbol} ${tax}`,
          ]),
        [either(random, 'Totaal incl. btw', 'Totaal'), `${symbol} ${telling.gross()}`],
      ],
      { x: 330, y: y + 14, valueX: 545, right: true, leading: 15 },
    );
    sheet.fill(0, 620, sheet.width, 54, colour);
    const white = { colour: 'white' };
    pairsAbove(
      sheet,
      [
        [isCredit ? 'Tegoed' : 'Te betalen', `${symbol} ${telling.payable()}`],
        ['Vervaldatum', isCredit ? '' : telling.dueDate()],
        ['Betalingskenmerk', isCredit ? '' : telling.reference(grouped(facts.reference, 4))],
      ],
      { x: 50, y: 632, step: 165, gap: 12, label: { size: 7, ...white }, value: { bold: true, ...white } },
    );
    if (!isCredit) {
      sheet.text(
        `Wij verzoeken u vriendelijk het bedrag binnen ${telling.terms()} dagen over te maken onder vermelding van het betalingskenmerk.`,
        50,
        700,
        { size: 8 },
      );
    }
  },
};
