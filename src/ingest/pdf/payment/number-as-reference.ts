/** "Please quote the invoice number when paying": then that number is what the payment is known by, and the page gives no other. Pure. */
import { type Candidate, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { lineBelow } from '../dates/loose-dates.ts';
import { phrasesIn } from '../labels/language.ts';
import type { FoundLabel } from '../page/label-search.ts';
import type { Cell, Layout } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { fold } from '../text/words.ts';

/** Where the page asks for the invoice's number when it is paid; none where it does not. */
export function numberAsReference(page: Page, invoiceNumber: string): Candidate[] {
  const asked = page.marked.labels.find(
    (label) => label.field === 'invoiceNumber' && isAskedFor(label, page),
  );
  return asked
    ? [
        unlabelled(
          invoiceNumber,
          asked.cell,
          'the number that the page asks to state',
          weights.reference.asked,
        ),
      ]
    : [];
}

/**
 * Words for stating it and for paying stand in its sentence, or those for paying in the one before where it says nothing else: one about
 * letters or calls asks for something else.
 */
function isAskedFor(label: FoundLabel, { layout, marked }: Page): boolean {
  const { stating = '', paying } = marked.language;
  if (stating === '' || paying === '') return false;
  const { cell } = label;
  const { asks, pays } = grammarOf(marked.language);
  const { sentence, before } = sentenceWith(label, layout);
  if (!asks.test(sentence)) return false;
  const isAll = sentence.trim().split(/\s+/).length <= wordsToAsk;
  if (pays.test(isAll ? `${before} ${sentence}` : sentence)) return true;
  // "State" alone is a label of a reference as well, and asks for the number in any sentence.
  return (marked.labelsIn.get(cell) ?? []).some(
    ({ field, isStrong, text }) => field === 'paymentReference' && isStrong && !asks.test(fold(text)),
  );
}

/** "Please state our invoice number." */
const wordsToAsk = 5;

const grammarOf = perLanguage(({ stating = '', paying }) => {
  const anyOf = (list: string) => phrasesIn(list).map(fold).join('|');
  return { asks: new RegExp(`(?<!\\p{L})(?:${anyOf(stating)})`, 'u'), pays: new RegExp(anyOf(paying), 'u') };
});

/** With what it goes on from in the two lines above, and with in the line below; and the sentence before it. Folded. */
function sentenceWith({ cell, start }: FoundLabel, layout: Layout): { sentence: string; before: string } {
  const above = lineAbove(cell, layout);
  const linesAbove = [above && lineAbove(above, layout), above].map((line) => line?.text ?? '').join(' ');
  const whole = `${linesAbove} ${cell.text} ${lineBelow(cell, layout)}`;
  const at = linesAbove.length + 1 + start;
  const ends = matchesOf(/(?<=\p{L}{3}|\d{4})[.!?;]\s+(?=\p{Lu})/gu, whole).map(({ index }) => index + 1);
  const from = ends.findLast((end) => end <= at) ?? 0;
  const to = ends.find((end) => end > at);
  const fromBefore = ends.findLast((end) => end < from) ?? 0;
  return { sentence: fold(whole.slice(from, to)), before: fold(whole.slice(fromBefore, from)) };
}

function lineAbove(cell: Cell, layout: Layout): Cell | undefined {
  return layout.rows[cell.row - 1]?.cells.find((above) => lineBelow(above, layout) === cell.text);
}
