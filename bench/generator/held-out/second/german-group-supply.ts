/** German, a group's business system: positions in tens with customer's material number under them, sums carried over pages, net and VAT in a table's last rows, sender's line and facts in a block without lines. */
import Big from 'big.js';
import { addressOf, columnsAt, columnsOfPrint, pairsBeside, rowAt, sentences } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../../layout.ts';
import { sometimesCredit, trading } from '../../trade.ts';

const columns = columnsAt(
  ['Pos', 50],
  ['Material', 80],
  ['Bezeichnung', 140],
  ['Menge', 345, 'right'],
  ['ME', 352],
  ['Preis/ME', 440, 'right'],
  ['Wert EUR', 545, 'right'],
);

export const germanGroupSupply: InvoiceLayout = {
  name: 'german-group-supply',
  language: 'de',
  fonts: ['Helvetica', 'Courier'],
  sizes: [8, 8.5],
  wish: (random) =>
    trading(random, 'DE', ['Antriebstechnik AG', 'Dichtungen GmbH', 'Industriebedarf GmbH & Co. KG'], {
      goods: [
        ['Kegelradgetriebe KR40', 'ST'],
        ['O-Ring 40x3 NBR', 'ST'],
        ['Hydraulikschlauch DN16', 'M'],
        ['Wellendichtring 35x52', 'ST'],
        ['Schmierfett Kartusche', 'KAR'],
      ],
      lines: [3, 34],
      rates: ['19'],
      highestPrice: 900,
      number: either(random, '90########', '1#########', '#######'),
      terms: [14, 30, 60],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: { ...either(random, dotted, plain), minus: 'after' },
    date: anyDate(random, 'dots'),
    negativeCredit: random.once(2),
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const titles = columns.map(({ title }) => title);
    const title = isCredit ? 'Gutschrift' : 'Rechnung';
    sheet.text(telling.sellerName(), 545, 36, { size: 15, bold: true, align: 'right' });
    sheet.text(`${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`, 50, 118, {
      size: 6.5,
    });
    sheet.line(50, 127, 270, 127);
    sentences(sheet, ['Firma', ...addressOf(buyer, telling.buyerName())], 50, 134, { leading: 12 });
    sheet.text(title, 330, 104, { size: 14, bold: true });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Gutschrift-Nr.' : 'Belegnummer', telling.invoiceNumber()],
        ['Belegdatum', telling.issueDate()],
        ['Kundennummer', number(random, 7)],
        ['Ihre Bestellung', telling.order()],
        ['Unser Auftrag', number(random, 8)],
        ['Lieferschein', number(random, 8)],
        ['Leistungsdatum', telling.deliveryDate()],
        ['Ihr Zeichen', telling.buyerReference()],
        ['Bezug Rechnung', isCredit ? telling.preceding() : ''],
        ['Ihre USt-IdNr.', telling.buyerVat()],
      ],
      { x: 330, y: 128, valueX: 430, leading: 11.5 },
    );
    rowAt(sheet, columns, titles, 262, { bold: true });
    sheet.line(50, 273, 545, 273);
    const foot = () =>
      columnsOfPrint(
        sheet,
        [
          [50, ['Sitz der Gesellschaft', seller.city, `Amtsgericht ${seller.city}`, seller.register]],
          [180, ['Vorstand/Geschäftsführung', facts.ourReference, `Tel. ${seller.phone}`, seller.email]],
          [330, ['Bank Nord-Süd', `IBAN ${telling.iban(seller.iban)}`, `BIC ${seller.bic}`]],
          [490, ['USt-IdNr.', telling.sellerVat(), 'Steuer-Nr.', seller.taxNumber]],
        ],
        770,
        { size: 6.5, leading: 9 },
      );
    foot();
    let y = 280;
    let sum = new Big(0);
    const turn = () => {
      sheet.text('Übertrag', 352, y + 4, { italic: true });
      sheet.text(telling.amount(sum.toFixed(2)), 545, y + 4, { italic: true, align: 'right' });
      sheet.newPage();
      foot();
      sheet.text(`${title} ${facts.invoiceNumber}  Seite ${sheet.page()}`, 50, 36);
      rowAt(sheet, columns, titles, 60, { bold: true });
      sheet.line(50, 71, 545, 71);
      sheet.text('Übertrag', 352, 78, { italic: true });
      sheet.text(telling.amount(sum.toFixed(2)), 545, 78, { italic: true, align: 'right' });
      y = 94;
    };
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    for (const [index, { article, description, quantity, unit, unitPrice, net }] of rows.entries()) {
      if (y > 690) turn();
      const position = String((index + 1) * 10).padStart(4, '0');
      rowAt(sheet, columns, [position, article, description, quantity, unit, unitPrice, net], y);
      const theirs = telling.besideDescription(index, `Ihre Materialnr. ${number(random, 6)}`);
      sheet.text(theirs, 140, y + 10.5, { size: 7 });
      sum = sum.plus(facts.lines[index]?.net ?? 0);
      y += 24;
    }
    if (y > 590) turn();
    sheet.line(50, y, 545, y);
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Warenwert netto', telling.net()],
        [`Umsatzsteuer ${vat?.rate ?? ''} von ${vat?.taxable ?? ''}`, vat?.tax ?? ''],
        [isCredit ? 'Gutschriftsbetrag' : 'Endbetrag', `${telling.currency()} ${telling.payable()}`],
      ],
      { x: 300, y: y + 6, valueX: 545, right: true, leading: 14, label: { bold: true } },
    );
    if (!isCredit)
      sentences(
        sheet,
        [
          `Zahlungsbedingung: ${telling.terms()} Tage netto, fällig am ${telling.dueDate()} ohne Abzug`,
          'Lieferbedingung: DAP gemäß Incoterms 2020',
          'Es gelten unsere Allgemeinen Verkaufsbedingungen. Die Ware bleibt bis zur Bezahlung unser Eigentum.',
        ],
        50,
        y + 14,
        { leading: 12 },
      );
  },
};
