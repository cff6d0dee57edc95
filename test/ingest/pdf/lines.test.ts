/** The table of lines: where it ends, what is a sum in it, and what stands beside it. */
import { describe, expect, test } from '@jest/globals';
import { linesThatAddUp } from '../../../src/ingest/pdf/lines/lines.ts';
import type { InvoiceLine } from '../../../src/invoice/invoice.ts';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { type Put, sums } from './support/sheet.ts';

const edges = [50, 340, 440, 540];

/** A row of the table: words at the left, figures that end at the right edges of their columns. */
const row = (y: number, ...texts: string[]): Put[] =>
  texts.flatMap((text, index): Put[] =>
    text === '' ? [] : [[text, edges[index] ?? 0, y, { right: index > 0 }]],
  );

const headings = row(250, 'Beskrivning', 'Antal', 'À-pris', 'Belopp');
const two: Put[] = [
  ...headings,
  ...row(266, 'Redigering', '4', '200,00', '800,00'),
  ...row(282, 'Resa', '1', '200,00', '200,00'),
];

function linesOf(...puts: Put[]) {
  return read(title, ...head, ...puts, ...foot).invoice.lines.map(({ description, net }) => [
    description,
    net,
  ]);
}

const both = [
  ['Redigering', '800.00'],
  ['Resa', '200.00'],
];

describe('a table of lines', () => {
  test('ends at the first row of sums, whatever comes first in it', () => {
    expect(linesOf(...two, ...sums(298, [['Moms 25 % på 1 000,00', '250,00']]), ...amounts)).toEqual(both);
  });

  test('ends where its grid does: what begins elsewhere without a quantity is no line', () => {
    expect(linesOf(...two, ...sums(310, [['Utfört enligt ovan', '1 000,00']]), ...amounts)).toEqual(both);
    expect(linesOf(...two, ...row(340, 'Därav lön', '', '', '600,00'), ...amounts)).toEqual(both);
  });

  test('has no line that is what those above it come to', () => {
    const more = row(314, 'Frakt', '', '', '100,00');
    expect(
      linesOf(
        ...two,
        ...row(298, 'Hittills', '', '', '1 000,00'),
        ...more,
        ...sums(400, [
          ['Summa exkl moms', '1 100,00'],
          ['Moms 25 %', '275,00'],
          ['Att betala SEK', '1 375,00'],
        ]),
      ),
    ).toEqual([...both, ['Frakt', '100.00']]);
  });

  test('may have two lines of the same amount where none has a quantity', () => {
    const plain: Put[] = [
      ['Artikel', 50, 250],
      ['Beskrivning', 150, 250],
      ['Belopp', 540, 250, { right: true }],
      ...[266, 282].flatMap((y): Put[] => [
        [String(y), 50, y],
        ['Hyra', 150, y],
        ['500,00', 540, y, { right: true }],
      ]),
    ];
    expect(linesOf(...plain, ...amounts)).toEqual([
      ['Hyra', '500.00'],
      ['Hyra', '500.00'],
    ]);
  });
});

describe('a description', () => {
  test('goes on in the line right below it, and not in what stands further down', () => {
    const last = [
      ['Redigering', '800.00'],
      ['Resa till Norrtull', '200.00'],
    ];
    expect(linesOf(...two, ['till Norrtull', 50, 294], ...amounts)).toEqual(last);
    expect(
      linesOf(...two, ['Art.nr 4', 340, 294, { right: true }], ['till Norrtull', 50, 306], ...amounts),
    ).toEqual(last);
    expect(linesOf(...two, ['Tack för förtroendet', 50, 330], ...amounts)).toEqual(both);
    expect(
      linesOf(...two, ['till Norrtull', 50, 294], ['Tack', 50, 330], ['Hej', 50, 342], ...amounts),
    ).toEqual(last);
  });

  test('does not take in what stands beside the table, or a column without a heading', () => {
    expect(linesOf(...two, ['Godkänd av Bo', 560, 282, { size: 5 }], ...amounts)).toEqual(both);
    expect(linesOf(...two, ['tim', 180, 266], ['tim', 180, 282], ...amounts)).toEqual(both);
  });
});

describe('lines that do not add up', () => {
  const line = (net: string, quantity: string | null = '1'): InvoiceLine => ({
    id: null,
    description: 'Resa',
    quantity,
    unit: null,
    unitPrice: null,
    net,
    vatRate: null,
  });
  const totals = { net: '1000.00', gross: '1250.00' };
  const addingUp = (lines: InvoiceLine[]) => linesThatAddUp({ lines, isPrinted: false }, totals);

  test('are left out', () => {
    expect(addingUp([line('800.00')])).toEqual([]);
    expect(linesOf(...headings, ...row(266, 'Redigering', '4', '200,00', '800,00'), ...amounts)).toEqual([]);
  });

  test('are all there where their sum is printed below them: a discount parts it from the net', () => {
    const discounted = (sum: string) =>
      linesOf(
        ...two,
        ...sums(370, [
          ['Utfört', sum],
          ['Mängdrabatt', '-100,00'],
          ['Summa exkl moms', '900,00'],
          ['Moms 25 %', '225,00'],
          ['Att betala SEK', '1 125,00'],
        ]),
      );
    expect(discounted('1 000,00')).toEqual(both);
    expect(discounted('1 020,00')).toEqual([]);
  });

  test('come to the net, or with VAT to the total', () => {
    for (const nets of [
      ['800.00', '200.00'],
      ['1000.00', '250.00'],
    ]) {
      const lines = nets.map((net) => line(net));
      expect(addingUp(lines)).toEqual(lines);
    }
  });

  test('lose what has no quantity at their end, where without it they do', () => {
    const own = line('1000.00');
    expect(addingUp([own, line('60.00', null)])).toEqual([own]);
    expect(addingUp([own, line('60.00')])).toEqual([]);
  });

  test('are as they were read where no total is known', () => {
    const own = line('1000.00');
    expect(linesThatAddUp({ lines: [own], isPrinted: false }, { net: null, gross: null })).toEqual([own]);
  });
});

describe('of several prices', () => {
  const places = [50, 250, 320, 390, 460, 540];
  const wide = (y: number, ...texts: string[]): Put[] =>
    texts.map((text, index): Put => [text, places[index] ?? 0, y, { right: index > 0 }]);
  const priced = (heading: string, amount: string) =>
    read(
      title,
      ...head,
      ...wide(250, 'Beskrivning', 'Antal', 'À-pris', 'Rabatt', heading, 'Belopp'),
      ...wide(266, 'Redigering', '4', '200,00', '10 %', '180,00', amount),
      ...sums(400, [
        ['Summa exkl moms', amount],
        ['Moms 25 %', amount === '720,00' ? '180,00' : '200,00'],
        ['Att betala SEK', amount === '720,00' ? '900,00' : '1 000,00'],
      ]),
      ...foot,
    ).invoice.lines.map(({ unitPrice }) => unitPrice);

  test.each(['Nettopris', 'Pris efter rabatt', 'Pris'])('the one below "%s" makes the amount', (heading) => {
    expect(priced(heading, '720,00')).toEqual(['180.00']);
  });

  test('the one before the discount stays where that makes it', () => {
    expect(priced('Nettopris', '800,00')).toEqual(['200.00']);
  });
});

describe('between the lines of a table', () => {
  const table = (...rows: Put[][]) =>
    read(title, ...head, ...headings, ...rows.flat(), ...amounts, ...foot).invoice.lines.map(
      ({ description, quantity, unit, unitPrice, net }) => [description, quantity, unit, unitPrice, net],
    );
  const edited = ['Redigering', '4', null, '200.00', '800.00'];
  const travelled = ['Resa', '1', null, '200.00', '200.00'];
  const editing = (y: number) => row(y, 'Redigering', '4', '200,00', '800,00');
  const travelling = (y: number) => row(y, 'Resa', '1', '200,00', '200,00');

  test('a title nearer to the line below is of the lines that follow', () => {
    expect(table(editing(266), row(292, 'Övrigt'), travelling(306))).toEqual([edited, travelled]);
  });

  test('so is one with a colon, one in larger type, and one where another stands over the first line', () => {
    expect(table(editing(266), row(280, 'Övrigt:'), travelling(294))).toEqual([edited, travelled]);
    expect(table(editing(266), [['Övrigt', 50, 280, { size: 11 }]], travelling(294))).toEqual([
      edited,
      travelled,
    ]);
    expect(table(row(264, 'Text'), editing(278), row(292, 'Övrigt'), travelling(306))).toEqual([
      edited,
      travelled,
    ]);
  });

  test('words nearer to the line above go on with its description', () => {
    expect(table(editing(266), row(277, 'enligt offert'), travelling(298))).toEqual([
      ['Redigering enligt offert', '4', null, '200.00', '800.00'],
      travelled,
    ]);
  });

  test('a discount on the line above is taken off it', () => {
    const before = row(266, 'Redigering', '4', '250,00', '1 000,00');
    expect(table(before, row(278, 'Rabatt 20 %', '', '', '-200,00'), travelling(292))).toEqual([
      ['Redigering', '4', null, null, '800.00'],
      travelled,
    ]);
  });

  test('a discount that is told in words is no part of the description, and the price before it is not told', () => {
    const after = row(266, 'Redigering', '4', '250,00', '800,00');
    expect(table(after, row(277, 'inkl rabatt 20 %'), travelling(298))).toEqual([
      ['Redigering', '4', null, null, '800.00'],
      travelled,
    ]);
  });

  test('what stands left of the table is beside it', () => {
    const moved = (puts: Put[]) =>
      puts.map(([text, x, y, style = {}]): Put => [text, style.right ? x : x + 100, y, style]);
    const { invoice } = read(
      title,
      ...head,
      ['Vår operatör', 40, 266],
      ...moved([...headings, ...editing(266), ...travelling(282)]),
      ...amounts,
      ...foot,
    );
    expect(invoice.lines.map(({ description }) => description)).toEqual(['Redigering', 'Resa']);
  });

  test('a unit set close behind its quantity is told apart from it', () => {
    expect(table(row(266, 'Redigering', '4tim', '200,00', '800,00'), travelling(282))).toEqual([
      ['Redigering', '4', 'tim', '200.00', '800.00'],
      travelled,
    ]);
  });

  test('a date that runs into the description is no part of it', () => {
    const dated: Put[] = [
      ['Datum', 50, 250],
      ['Uppdrag', 110, 250],
      ...headings.slice(1),
      ...row(266, '2026-03-02 Redigering', '4', '200,00', '800,00'),
      ...row(282, '2026-03-03 Resa', '1', '200,00', '200,00'),
    ];
    const { invoice } = read(title, ...head, ...dated, ...amounts, ...foot);
    expect(invoice.lines.map(({ description }) => description)).toEqual(['Redigering', 'Resa']);
  });
});
