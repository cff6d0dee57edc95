/** Swedish, a trading system's list on a matrix printer: one width for every letter, no rules but of hyphens, minus behind, sums carried from page to page. */
import Big from 'big.js';
import { sentences } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import type { Telling } from '../telling.ts';
import { sometimesCredit, trading } from '../trade.ts';

/** Fields at columns of an 80-column line: [column, text], negative where the text ends there. */
function typed(...fields: readonly (readonly [column: number, text: string])[]): string {
  let line = '';
  for (const [column, text] of fields) {
    const begin = column < 0 ? -column - text.length : column;
    line = line.padEnd(begin).slice(0, Math.max(begin, 0)) + text;
  }
  return line;
}

const rule = '-'.repeat(80);

function head(telling: Telling, page: number): string[] {
  const { facts } = telling;
  const { seller, buyer } = facts;
  const isCredit = facts.documentType === 'creditNote';
  return [
    typed([0, telling.sellerName()], [46, isCredit ? 'KREDITNOTA' : 'FAKTURA'], [-80, `SIDA ${page}`]),
    typed([0, seller.street.toUpperCase()], [46, 'FAKTNR'], [58, 'FAKT.DATUM'], [72, 'KUNDNR']),
    typed(
      [0, `${seller.postcode} ${seller.city}`.toUpperCase()],
      [46, telling.invoiceNumber()],
      [58, telling.issueDate()],
      [72, facts.customerNumber],
    ),
    '',
    typed([46, telling.buyerName()]),
    typed([0, `ER REF  ${telling.buyerReference()}`], [46, buyer.street]),
    typed([0, `ER ORDER ${telling.order()}`], [46, `${buyer.postcode} ${buyer.city}`]),
    typed([0, `VÅR REF ${facts.ourReference}`]),
    isCredit
      ? `KREDIT AV FAKTURA ${telling.preceding()}`
      : `BET.VILLKOR ${telling.terms()} DGR NETTO   FÖRFALLER ${telling.dueDate()}`,
    '',
    rule,
    typed([0, 'ARTNR'], [8, 'BENÄMNING'], [-49, 'ANTAL'], [51, 'ENH'], [-66, 'À-PRIS'], [-80, 'BELOPP']),
    rule,
  ];
}

function foot(telling: Telling): string[] {
  const { facts } = telling;
  const { seller } = facts;
  const [vat] = telling.breakdown();
  return [
    rule,
    typed(
      [0, 'VARUVÄRDE'],
      [16, 'MOMSPROC'],
      [30, 'MOMSBELOPP'],
      [46, 'ÖRESUTJ'],
      [-80, `${facts.documentType === 'creditNote' ? 'TILLGODO' : 'ATT BETALA'} ${telling.currency()}`],
    ),
    typed(
      [-9, telling.net()],
      [16, vat?.rate ?? ''],
      [-40, vat?.tax ?? ''],
      [-53, telling.rounding()],
      [-80, telling.payable()],
    ),
    rule,
    typed([0, `BANKGIRO ${telling.account('bankgiro', seller.bankgiro)}`], [30, `TEL ${seller.phone}`]),
    typed(
      [0, `ORGNR ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`],
      [30, `MOMSREGNR ${telling.sellerVat()}`],
      [60, 'F-SKATTEBEVIS FINNS'],
    ),
  ];
}

function print(sheet: Sheet, lines: readonly string[], y: number): number {
  return sentences(
    sheet,
    lines.map((line) => line || ' '),
    44,
    y,
    { leading: 12 },
  );
}

export const matrixPrint: InvoiceLayout = {
  name: 'matrix-print',
  language: 'sv',
  fonts: ['Courier'],
  sizes: [10, 10.25],
  wish: (random) =>
    trading(random, 'SE', ['Kullager AB', 'Transmission AB', 'Industriprodukter AB'], {
      goods: [
        ['KULLAGER 6205-2RS', 'ST'],
        ['KILREM SPA 1250', 'ST'],
        ['TÄTNING 45X62X8', 'ST'],
        ['KEDJA 08B-1', 'M'],
        ['FETT EP2 400 G', 'ST'],
        ['FRAKT/EMBALLAGE', 'ST'],
      ],
      lines: random.once(3) ? [40, 70] : [2, 18],
      rates: ['25'],
      number: either(random, '######', '4#####'),
      rounds: true,
      highestPrice: 900,
      ...sometimesCredit(random, 8),
    }),
  style: (random) => ({
    amount: { ...plain, minus: 'after' },
    date: anyDate(random, 'short', 'short-dashes', 'iso'),
    negativeCredit: true,
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    let y = print(sheet, head(telling, 1), 40);
    let carried = new Big(0);
    for (const [index, row] of rows.entries()) {
      if (y > 640) {
        const sum = telling.amount(carried.toFixed(2));
        print(sheet, ['', typed([8, 'TRANSPORT'], [-80, sum])], y);
        sheet.newPage();
        y = print(sheet, head(telling, sheet.page()), 40);
        y = print(sheet, [typed([8, 'TRANSPORT FRÅN FÖREGÅENDE SIDA'], [-80, sum])], y);
      }
      y = print(
        sheet,
        [
          typed(
            [0, row.article],
            [8, row.description],
            [-49, row.quantity],
            [51, row.unit],
            [-66, row.unitPrice],
            [-80, row.net],
          ),
        ],
        y,
      );
      if (random.once(5))
        y = print(
          sheet,
          [typed([8, `FÖLJESEDEL ${number(random, 5)}`], [30, `VECKA ${random.int(1, 52)}`])],
          y,
        );
      carried = carried.plus(telling.facts.lines[index]?.net ?? 0);
    }
    y = print(sheet, foot(telling), Math.max(y + 10, 690));
    print(sheet, [`GODSMÄRKE ${digits(random, 4)}`], y);
  },
};
