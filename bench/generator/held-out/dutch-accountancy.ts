/** Dutch, an accounting program's: facts in a coloured rail down the left side, due date in a sentence, VAT specification with codes, discount for nobody, payment reference of sixteen digits. */
import { addressOf, colours, columnsAt, rowsOf, sentences, sumsUnder, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const dutchAccountancy: InvoiceLayout = {
  name: 'dutch-accountancy',
  language: 'nl',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'NL', ['Accountants B.V.', 'Schoonmaak B.V.', 'Beveiliging N.V.', 'Webdiensten B.V.'], {
      goods: [
        ['Abonnement salarisverwerking', 'mnd'],
        ['Uren assistent-accountant', 'uur'],
        ['Schoonmaakmiddelen', 'st'],
        ['Lunch vergadering', 'st', '9'],
        ['Camera incl. plaatsing', 'st'],
      ],
      rates: ['21'],
      number: either(random, 'Y####', 'VF######', '26######'),
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dashes', { long: 'nl-NL' }, { medium: 'nl-NL' }),
    negativeCredit: true,
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.fill(0, 0, 170, sheet.height, colour);
    const pale = { colour: 'white', size: 7 } as const;
    sheet.text(isCredit ? 'Creditfactuur' : 'Factuur', 24, 40, { size: 20, bold: true, colour: 'white' });
    let railY = 84;
    for (const [label, value] of [
      [isCredit ? 'Creditnummer' : 'Factuurnummer', telling.invoiceNumber()],
      ['Factuurdatum', telling.issueDate()],
      ['Debiteurnummer', number(random, 5)],
      [
        isCredit ? 'Bij factuur' : 'Betalingskenmerk',
        isCredit ? telling.preceding() : telling.reference(grouped(facts.reference, 4)),
      ],
      ['Uw referentie', telling.buyerReference()],
      ['Periode', `week ${random.int(1, 48)} t/m ${random.int(49, 52)}`],
      ['Ons dossier', `${number(random, 4)}.${number(random, 2)}`],
    ] as const) {
      sheet.text(label, 24, railY, pale);
      sheet.text(value, 24, railY + 10, { colour: 'white', bold: true });
      railY += 34;
    }
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        seller.phone,
        seller.email,
        `KvK ${telling.sellerNumber()}`,
        `Btw ${telling.sellerVat()}`,
        `IBAN ${telling.iban(grouped(seller.iban, 4))}`,
        `BIC ${seller.bic}`,
      ],
      24,
      690,
      { ...pale, leading: 11 },
    );
    sheet.text(telling.sellerName(), 555, 40, { size: 14, bold: true, colour, align: 'right' });
    sentences(
      sheet,
      [telling.buyerName(), 'T.a.v. de crediteurenadministratie', ...addressOf(buyer, '').slice(1)],
      200,
      110,
      { leading: 13 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Omschrijving', 200],
        ['Aantal', 365, 'right'],
        ['Prijs', 430, 'right'],
        ['Btw', 470, 'right'],
        ['Bedrag', 555, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: 210, leading: 18, ruled: true, title: { colour, bold: true } },
    );
    const code = telling.currency('€');
    const rates = telling.breakdown();
    for (const [index, { rate, taxable, tax }] of rates.entries())
      sumsUnder(
        sheet,
        [
          [`Grondslag ${rate}`, taxable, 290],
          [`Btw ${rate}`, tax, 380],
        ],
        { y: y + 16 + index * 28 },
      );
    sumsUnder(sheet, [['Totaal excl. btw', `${code} ${telling.net()}`, 555]], { y: y + 16 });
    sumsUnder(
      sheet,
      [[isCredit ? 'Door u te ontvangen' : 'Te betalen', `${code} ${telling.payable()}`, 555]],
      { y: y + 44, gap: 13, value: { size: 13, bold: true } },
    );
    if (!isCredit)
      sheet.text(
        `Wij verzoeken u vriendelijk het bedrag vóór of op ${telling.dueDate()} over te maken onder vermelding van het betalingskenmerk. Betaalt u per incasso, dan schrijven wij af op ${telling.dueDate()}.`,
        200,
        y + 100,
        { width: 350 },
      );
    sheet.text(`Btw-nummer afnemer ${telling.buyerVat()}`, 200, 780, { size: 7.5 });
  },
};
