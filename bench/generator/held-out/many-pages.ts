/** Swedish, a wholesaler's list of many pages: the head again on each, the sum carried over at every foot and head, totals on the last page under their headings. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsBeside, sentences, sumsUnder } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped, swedishNumber } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import type { Telling } from '../telling.ts';
import { trading } from '../trade.ts';

const columns = columnsAt(
  ['Rad', 36],
  ['Art.nr', 62],
  ['E-nummer', 112],
  ['Beskrivning', 172],
  ['Antal', 352, 'right'],
  ['Enh', 358],
  ['Bruttopris', 440, 'right'],
  ['Moms', 486, 'right'],
  ['Nettobelopp', 558, 'right'],
);

function put(sheet: Sheet, cells: readonly string[], y: number, bold = false): void {
  for (const [at, { x, align = 'left' }] of columns.entries())
    sheet.text(cells[at] ?? '', x, y, { align, bold });
}

function head(sheet: Sheet, telling: Telling): number {
  const { buyer } = telling.facts;
  sheet.fill(36, 28, 522, 24, '#333333');
  sheet.text(telling.sellerName(), 44, 35, { bold: true, colour: 'white', size: 11 });
  sheet.text(`FAKTURA   sida ${sheet.page()}`, 550, 36, { colour: 'white', align: 'right' });
  sentences(sheet, addressOf(buyer, telling.buyerName()), 36, 64);
  pairsBeside(
    sheet,
    [
      ['Fakturanr.', telling.invoiceNumber()],
      ['Fakturadatum', telling.issueDate()],
      ['Förfaller', telling.dueDate()],
      ['Ert ordernr', telling.order()],
    ],
    { x: 360, y: 64, valueX: 558, right: true, leading: 11.5 },
  );
  put(
    sheet,
    columns.map(({ title }) => title),
    118,
    true,
  );
  sheet.line(36, 130, 558, 130);
  return 136;
}

export const manyPages: InvoiceLayout = {
  name: 'many-pages',
  language: 'sv',
  fonts: ['Liberation', 'OpenSans', 'Helvetica'],
  sizes: [7.5, 8],
  wish: (random) =>
    trading(random, 'SE', ['Elgross AB', 'VVS-grossisten AB', 'Teknikpartner AB'], {
      goods: [
        ['Kabel EKLK 5G2,5 R100', 'm'],
        ['Kopplingsdosa IP65', 'st'],
        ['Rörklämma 22 mm, 50-p', 'fp'],
        ['LED-panel 60x60 40W', 'st'],
        ['Brytare 1-pol vit', 'st'],
        ['Kanal 60x40 2 m', 'st'],
      ],
      lines: random.once(4) ? [150, 260] : [30, 90],
      rates: ['25'],
      highestPrice: 900,
      number: either(random, '########', '1#########'),
      reference: sweden.ocrWithLength,
      rounds: random.once(2),
      terms: [30, 30, 60],
    }),
  style: (random) => ({ amount: either(random, spaced, thin), date: 'iso', percent: '25%' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller } = facts;
    let y = head(sheet, telling);
    let carried = new Big(0);
    const turn = () => {
      const sum = telling.amount(carried.toFixed(2));
      put(sheet, ['', '', '', 'Delsumma, transporteras', '', '', '', '', sum], y + 4, true);
      sheet.newPage();
      y = head(sheet, telling);
      put(sheet, ['', '', '', 'Transport från föregående sida', '', '', '', '', sum], y, true);
      y += 16;
    };
    for (const [index, row] of telling
      .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
      .entries()) {
      if (y > 735) turn();
      put(
        sheet,
        [
          String(index + 1),
          row.article,
          grouped(number(random, 7), 2, 3, 2),
          row.description,
          row.quantity,
          row.unit,
          row.unitPrice,
          row.vatRate,
          row.net,
        ],
        y,
      );
      y += 12;
      carried = carried.plus(facts.lines[index]?.net ?? 0);
    }
    if (y > 660) turn();
    sheet.line(36, 700, 558, 700, 'black', 1);
    const [vat] = telling.breakdown();
    sumsUnder(
      sheet,
      [
        ['Summa netto', telling.net(), 120],
        ['Momsgrundande', vat?.taxable ?? '', 210],
        ['Momsbelopp', vat?.tax ?? '', 290],
        ['Fakturabelopp', telling.gross(), 380],
        ['Avrundning', Number(facts.totals.rounding) === 0 ? '' : telling.rounding(), 440],
        [`ATT BETALA ${telling.currency()}`, telling.payable(), 558],
      ],
      { y: 706, value: { size: 9.5, bold: true } },
    );
    for (const [x, lines] of [
      [36, [`Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`, `OCR ${telling.reference()}`]],
      [190, [seller.street, `${seller.postcode} ${seller.city}`, seller.phone]],
      [
        370,
        [
          `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
          `Momsreg.nr ${telling.sellerVat()}`,
          'F-skatt',
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 752, { leading: 11 });
  },
};
