/** Finnish: the credit transfer form at the foot with viitenumero, eräpäivä and euro; amounts with spaces. */
import { groupedFromRight, pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { hyphenatedBusinessId } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const finnishGiro: InvoiceLayout = {
  name: 'finnish-giro',
  language: 'fi',
  fonts: ['Helvetica', 'Liberation', 'OpenSans'],
  sizes: [8.5, 9.5],
  mayBeTwo: true,
  wish: (random) =>
    usual(random, 'FI', { ...sometimesCredit(random, 9), number: either(random, '######', '####') }),
  style: (random) => ({
    amount: spaced,
    date: anyDate(random, 'dots-loose', 'dots'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 45, 40, { size: 13, bold: true });
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city.toUpperCase()}`], 45, 58);
    sheet.text(isCredit ? 'HYVITYSLASKU' : 'LASKU', 320, 40, { size: 16, bold: true });
    sentences(
      sheet,
      [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city.toUpperCase()}`],
      45,
      120,
    );
    pairsBeside(
      sheet,
      [
        [either(random, 'Laskun numero', 'Laskunumero', 'Laskun nro'), telling.invoiceNumber()],
        [either(random, 'Laskun päiväys', 'Päiväys', 'Laskun pvm'), telling.issueDate()],
        ['Eräpäivä', isCredit ? '' : telling.dueDate()],
        ['Hyvitetään lasku', telling.preceding()],
        ['Asiakasnumero', facts.customerNumber],
        ['Maksuehto', isCredit ? '' : `${telling.terms()} pv netto`],
        ['Viivästyskorko', '11,5 %'],
        ['Viitteenne', telling.buyerReference()],
        ['Viitteemme', facts.ourReference],
        ['Tilausnumero', telling.order()],
      ],
      { x: 320, y: 66, valueX: 430, leading: 13 },
    );
    table(
      sheet,
      [
        { title: 'Kuvaus', x: 45 },
        { title: 'Määrä', x: 290, align: 'right' },
        { title: 'Yks.', x: 300 },
        { title: 'à hinta', x: 390, align: 'right' },
        { title: 'ALV', x: 450, align: 'right' },
        { title: 'Veroton', x: 548, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.vatRate, row.net]),
      { y: 225 },
    );
    const rates = telling.breakdown();
    table(
      sheet,
      [
        { title: 'ALV-erittely', x: 45 },
        { title: 'Veroton', x: 190, align: 'right' },
        { title: 'Vero', x: 270, align: 'right' },
      ],
      rates.map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: 440, cell: { size: 8 } },
    );
    pairsBeside(
      sheet,
      [
        ['Veroton yhteensä', telling.net()],
        ['ALV yhteensä', telling.vat()],
        [
          isCredit ? 'Hyvitetään yhteensä' : either(random, 'Yhteensä', 'Maksettava yhteensä'),
          `${telling.payable()} ${telling.currency(either(random, 'EUR', '€'))}`,
        ],
      ],
      { x: 340, y: 440, valueX: 548, right: true, leading: 15, value: { bold: true } },
    );
    sheet.text(
      `Y-tunnus ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))}   ALV-numero ${telling.sellerVat()}   Puh. ${seller.phone}   ${seller.email}`,
      45,
      548,
      { size: 7.5 },
    );
    if (isCredit) return;
    sheet.line(0, 580, sheet.width, 580);
    sheet.text('TILISIIRTO  GIRERING', 330, 586, { size: 8 });
    sentences(sheet, ['Saajan tilinumero', 'IBAN'], 45, 600, { size: 6 });
    sheet.text(telling.iban(), 110, 600);
    sheet.text(`BIC ${seller.bic}`, 330, 600);
    sheet.text('Saaja', 45, 640, { size: 6 });
    sheet.text(seller.name, 110, 640);
    sheet.text('Maksaja', 45, 680, { size: 6 });
    sheet.text(buyer.name, 110, 680);
    for (const y of [595, 630, 670, 745]) sheet.line(40, y, 300, y);
    pairsBeside(
      sheet,
      [
        ['Viitenumero', telling.reference(groupedFromRight(facts.reference, 5))],
        ['Eräpäivä', telling.dueDate()],
        ['Euro', telling.payableAgain(spaced)],
      ],
      { x: 330, y: 720, valueX: 420, leading: 22 },
    );
  },
};
