/** Finnish: label above value in rows, RF reference, sums in a row at the top of the page's lower half, virtual bar code. */
import { pairsAbove, sentences, table } from '../arranging.ts';
import { digits } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped, hyphenatedBusinessId } from '../print.ts';
import { rfReference, sometimesCredit, usual } from '../trade.ts';

export const finnishService: InvoiceLayout = {
  name: 'finnish-service',
  language: 'fi',
  fonts: ['Liberation', 'Times', 'OpenSans'],
  sizes: [8.5, 9.5],
  wish: (random) =>
    usual(random, 'FI', {
      ...(random.once(2) ? { reference: rfReference } : {}),
      number: either(random, 'Y-####', '#####'),
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'dots-loose', 'iso'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(isCredit ? 'Hyvityslasku' : 'Lasku', 550, 40, { size: 22, align: 'right' });
    sheet.text(telling.sellerName(), 50, 44, { size: 12, bold: true });
    sentences(
      sheet,
      ['Laskutusosoite', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`],
      50,
      95,
    );
    const small = { size: 7, colour: '#666666' };
    pairsAbove(
      sheet,
      [
        ['Laskun numero', telling.invoiceNumber()],
        ['Laskun päivämäärä', telling.issueDate()],
        ['Eräpäivä', isCredit ? '' : telling.dueDate()],
        ['Alkuperäinen lasku', telling.preceding()],
        [
          'Viitenumero',
          isCredit
            ? ''
            : telling.reference(
                facts.reference.startsWith('RF') ? grouped(facts.reference, 4) : facts.reference,
              ),
        ],
        ['Asiakasnro', facts.customerNumber],
        ['Ostotilausnumero', telling.order()],
      ],
      { x: 300, y: 95, step: 125, columns: 2, label: small },
    );
    const y = table(
      sheet,
      [
        { title: 'Tuote', x: 50 },
        { title: 'Määrä', x: 320, align: 'right' },
        { title: 'Yksikköhinta', x: 430, align: 'right' },
        { title: 'Veroton summa', x: 550, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 240, striped: '#f3f3f3' },
    );
    const code = telling.currency(either(random, '€', 'EUR'));
    pairsAbove(
      sheet,
      [
        ['Veroton summa', `${telling.net()} ${code}`],
        ...telling
          .breakdown()
          .map(({ rate, tax }): [string, string] => [`Arvonlisävero ${rate}`, `${tax} ${code}`]),
        [
          isCredit ? 'Hyvitettävä summa' : either(random, 'Maksettava', 'Laskun summa'),
          `${telling.payable()} ${code}`,
        ],
      ],
      { x: 50, y: y + 24, step: 130, label: small, value: { bold: true } },
    );
    if (!isCredit) {
      sentences(
        sheet,
        [
          `Maksuehto ${telling.terms()} päivää netto. Viivästyskorko korkolain mukaan.`,
          `Tilinumero ${telling.iban()} · BIC ${seller.bic}`,
          `Virtuaaliviivakoodi 4${seller.iban.slice(2)}${digits(random, 36)}`,
        ],
        50,
        y + 80,
      );
    }
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city} | ${seller.phone} | Y-tunnus: ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))} | ALV-tunnus: ${telling.sellerVat()}`,
      50,
      800,
      small,
    );
  },
};
