/** Norwegian, a power company's: current and grid on one bill, a table of VAT rates, eFaktura and balance told beside, KID below. */
import { addressOf, logo, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const norwegianPower: InvoiceLayout = {
  name: 'norwegian-power',
  language: 'no',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.5, 9.25],
  wish(random) {
    const wish = usual(random, 'NO', {
      rates: ['25', '25', '0'],
      goods: [
        ['Strøm, spotpris', 'kWh'],
        ['Påslag', 'kWh'],
        ['Månedsbeløp', 'mnd'],
        ['Nettleie energiledd', 'kWh'],
        ['Nettleie kapasitetsledd', 'mnd'],
        ['Forbruksavgift', 'kWh'],
        ['Opprinnelsesgaranti', 'kWh'],
      ],
      lines: [3, 9],
      highestPrice: 40,
      isMeasured: true,
      number: either(random, '##########', '#########'),
      terms: [14, 20, 21],
    });
    const name = either(random, 'Kraft AS', 'Energi AS', 'Strøm AS');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: () => ({ amount: spaced, date: 'dots', percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#b3541e', '#0f6674', '#5a3d7a');
    logo(sheet, random, 505, 30, 40, colour);
    sheet.text(telling.sellerName(), 50, 36, { bold: true, size: 11 });
    sentences(sheet, addressOf(seller, '').slice(1), 50, 50, { size: 8, leading: 10 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 108, { size: 10, leading: 13 });
    sheet.fill(320, 96, 225, 92, colour);
    const white = { colour: 'white' } as const;
    sheet.text('Å betale', 332, 104, white);
    sheet.text(`kr ${telling.payable()}`, 332, 118, { ...white, size: 20, bold: true });
    sheet.text(`Forfallsdato: ${telling.dueDate()}`, 332, 148, white);
    sheet.text(`KID: ${telling.reference()}`, 332, 164, white);
    telling.currency('kr');
    sheet.text(either(random, 'Faktura', 'FAKTURA strøm og nettleie', 'Strømfaktura'), 50, 200, { size: 15 });
    const from = dateAfter(facts.issueDate, -35);
    pairsBeside(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadato', telling.issueDate()],
        ['Kundenummer', number(random, 8)],
        ['Målepunkt-ID', `7070575000${number(random, 8)}`],
        ['Periode', `${printDate(from, 'dots')} - ${printDate(dateAfter(from, 30), 'dots')}`],
      ],
      { x: 50, y: 228, valueX: 150 },
    );
    sentences(
      sheet,
      [
        `eFakturareferanse ${number(random, 14)}`,
        `Inngående saldo ${telling.amount('0.00')}`,
        `Innbetalt siden forrige faktura ${telling.amount(`${random.int(300, 4000)}.00`)}`,
        'Betal enklere med AvtaleGiro!',
      ],
      332,
      228,
      { size: 8, leading: 13 },
    );
    let y = table(
      sheet,
      [
        { title: 'Spesifikasjon', x: 50 },
        { title: 'Mengde', x: 270, align: 'right' },
        { title: 'Enhet', x: 278 },
        { title: 'Pris', x: 370, align: 'right' },
        { title: 'Mva', x: 420, align: 'right' },
        { title: 'Sum eks. mva', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.vatRate, row.net]),
      { y: 310, leading: 14, striped: '#f5f1ee', title: { bold: true, size: 8 } },
    );
    y = table(
      sheet,
      [
        { title: 'Mva-sats', x: 290 },
        { title: 'Grunnlag', x: 430, align: 'right' },
        { title: 'Mva', x: 545, align: 'right' },
      ],
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: y + 16, ruled: true },
    );
    y = pairsBeside(
      sheet,
      [
        ['Sum eks. mva', telling.net()],
        ['Sum mva', telling.vat()],
        ['Fakturabeløp inkl. mva', telling.gross()],
      ],
      { x: 290, y: y + 10, valueX: 545, right: true, leading: 15, value: { bold: true } },
    );
    sheet.text(
      'Ved forsinket betaling påløper forsinkelsesrente etter lov om renter ved forsinket betaling samt purregebyr. Spørsmål om fakturaen? Se våre nettsider eller ring oss.',
      50,
      y + 20,
      { size: 7.5, width: 490 },
    );
    sheet.line(50, 720, 545, 720, colour, 1.5);
    const account = grouped(seller.account, 4, 2, 5).replaceAll(' ', '.');
    const foot: [string, string][] = [
      ['Til konto', telling.account('other', seller.account, account)],
      ['Beløp', telling.payable()],
      ['KID', telling.reference()],
      ['Forfall', telling.dueDate()],
    ];
    for (const [index, [label, value]] of foot.entries())
      sheet.text(`${label}: ${value}`, 50 + index * 130, 730, { bold: true });
    sheet.text(
      `Org.nr. ${telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3))} MVA   ${seller.web}   Kundeservice ${seller.phone}`,
      50,
      795,
      { size: 7.5 },
    );
  },
};
