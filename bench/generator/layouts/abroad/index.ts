/** Invoices and other papers of neighbours' suppliers, in languages whose countries have two layouts each, and three kinds of other papers. */
import type { InvoiceLayout, Language, OtherPaper } from '../../layout.ts';
import { sometimesCredit, usual } from '../../trade.ts';
import { drawLetterhead } from './letterhead.ts';
import { papersOf } from './papers.ts';
import { drawPlainApp } from './plain-app.ts';
import { drawTwoColumns } from './two-columns.ts';
import { type CountryWording, worded } from './wording.ts';
import { czech } from './words/czech.ts';
import { estonian } from './words/estonian.ts';
import { italian } from './words/italian.ts';
import { polish } from './words/polish.ts';
import { portuguese } from './words/portuguese.ts';
import { spanish } from './words/spanish.ts';

const shapes = { 'two-columns': drawTwoColumns, letterhead: drawLetterhead, app: drawPlainApp } as const;

const drawn: readonly (readonly [name: string, CountryWording, ...(keyof typeof shapes)[]])[] = [
  ['polish', polish, 'two-columns', 'app'],
  ['czech', czech, 'two-columns', 'letterhead'],
  ['estonian', estonian, 'app', 'letterhead'],
  ['italian', italian, 'letterhead', 'app'],
  ['spanish', spanish, 'letterhead', 'two-columns'],
  ['portuguese', portuguese, 'two-columns', 'app'],
];

export const layoutsAbroad: readonly InvoiceLayout[] = drawn.flatMap(([name, wording, ...kinds]) =>
  kinds.map((kind) => layoutOf(`${name}-${kind}`, wording, shapes[kind])),
);

export const papersAbroad: readonly OtherPaper[] = drawn.flatMap(([name, wording]) =>
  papersOf(name, wording),
);

export const languagesAbroad: readonly Language[] = drawn.map(([, { language }]) => language);

function layoutOf(
  name: string,
  wording: CountryWording,
  draw: (typeof shapes)[keyof typeof shapes],
): InvoiceLayout {
  return {
    name,
    language: wording.language,
    fonts: wording.fonts,
    sizes: [9, 10],
    wish: (random) =>
      usual(random, wording.country, {
        number: random.pick(wording.numbers),
        ...sometimesCredit(random, 9),
      }),
    style: (random) => ({
      amount: random.pick(wording.amounts),
      date: random.pick(wording.dates),
      negativeCredit: random.once(3),
      percent: random.pick(['25 %', '25%'] as const),
    }),
    draw: (sheet, telling, random) => draw(sheet, telling, random, worded(random, wording)),
  };
}
