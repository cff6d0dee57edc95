/** Dutch, one man's business: typewriter, all in one column, "Totaal te voldoen", his own numbers under his name. */
import { pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const dutchSelfEmployed: InvoiceLayout = {
  name: 'dutch-self-employed',
  language: 'nl',
  fonts: ['Courier', 'Times', 'Helvetica'],
  sizes: [9, 10],
  wish: (random) => {
    const isAbroad = random.once(4);
    return usual(random, 'NL', {
      buyerCountry: isAbroad ? 'SE' : 'NL',
      isReverseCharge: isAbroad,
      number: either(random, 'Y-##', 'Y####', '###'),
      reference: (body) => body,
      ...sometimesCredit(random, 10),
    });
  },
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, 'dashes', { long: 'nl-NL' }, 'slashes'),
    percent: '25%',
    negativeCredit: true,
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.postcode}  ${seller.city}`,
        `KvK-nummer: ${telling.sellerNumber()}`,
        `BTW-id: ${telling.sellerVat()}`,
        `Rekeningnummer: ${telling.iban()}`,
      ],
      60,
      50,
      { leading: 13 },
    );
    sheet.text(isCredit ? 'CREDITFACTUUR' : 'FACTUUR', 60, 150, { bold: true, size: 13 });
    let y = sentences(
      sheet,
      [
        'Aan:',
        telling.buyerName(),
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
        facts.isReverseCharge ? `Btw-nr afnemer: ${telling.buyerVat()}` : '',
      ],
      60,
      180,
      { leading: 13 },
    );
    y = pairsBeside(
      sheet,
      [
        [either(random, 'Factuurnummer:', 'Factuurnr.:', 'Nummer:'), telling.invoiceNumber()],
        [either(random, 'Factuurdatum:', 'Datum:'), telling.issueDate()],
        [either(random, 'Uiterste betaaldatum:', 'Vervaldatum:'), isCredit ? '' : telling.dueDate()],
        ['Correctie op factuur:', telling.preceding()],
        ['Uw ordernummer:', telling.order()],
      ],
      { x: 60, y: y + 14, valueX: 220 },
    );
    const code = telling.currency(either(random, '€', 'EUR'));
    y = table(
      sheet,
      [
        { title: 'Omschrijving', x: 60 },
        { title: 'Aantal', x: 330, align: 'right' },
        { title: 'Tarief', x: 420, align: 'right' },
        { title: 'Bedrag', x: 530, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: y + 18 },
    );
    y = pairsBeside(
      sheet,
      [
        ['Totaal exclusief btw', `${code} ${telling.net()}`],
        ...(facts.isReverseCharge
          ? []
          : telling.breakdown().map(({ rate, tax }): [string, string] => [`Btw ${rate}`, `${code} ${tax}`])),
        [isCredit ? 'Totaal retour' : 'Totaal te voldoen', `${code} ${telling.payable()}`],
      ],
      { x: 300, y: y + 12, valueX: 530, right: true, leading: 15 },
    );
    if (facts.isReverseCharge) sheet.text('Btw verlegd', 60, y + 6);
    if (!isCredit) sheet.text(`Graag betalen onder vermelding van ${telling.reference()}.`, 60, y + 34);
  },
};
