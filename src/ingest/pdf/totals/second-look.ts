/**
 * What a page says against a reading that seems sure. The labels of a supplier may not be known; then the value beside a
 * weaker one is taken, with nothing to compete with it. Signs that need no label tell that something else is printed. Pure.
 */
import type { Invoice, Reason } from '../../../invoice/invoice.ts';
import { centsOf } from '../amounts/amounts.ts';
import { languages } from '../labels/index.ts';
import { phrasesIn } from '../labels/language.ts';
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { squeeze } from '../text/words.ts';
import { decimalOf, sumsIn } from '../values/amount.ts';
import type { TotalsFound } from './totals.ts';

export function lookAgain(page: Page, invoice: Invoice, totals: TotalsFound): Reason[] {
  return [...creditDoubts(page, invoice), ...payableDoubts(page, invoice, totals)];
}

/** A word for a credit note stands alone somewhere, in whatever language, or an earlier invoice is named. */
function creditDoubts({ layout }: Page, { documentType, references }: Invoice): Reason[] {
  if (documentType !== 'invoice') return [];
  const [first] = layout.cells;
  const says = layout.cells.find((cell) => cell.page === first?.page && isCalledCredit(cell));
  const message = says
    ? `the page says "${says.text}": it may be a credit note`
    : references.preceding.length > 0
      ? `it names an earlier invoice, ${references.preceding.join(', ')}: it may be a credit note`
      : null;
  return message === null ? [] : [{ code: 'maybe_credit_note', message }];
}

/** Longer texts only speak of credit. */
const creditTextMax = 48;
const plainLetters = 8;

interface CreditWords {
  all: Set<string>;
  /** Matches a squeezed text that has one of them anywhere: most texts have none, and this is quicker to see. */
  within: RegExp;
}

let known: CreditWords | null = null;

function creditWords(): CreditWords {
  if (known) return known;
  const words = languages
    .flatMap(({ creditTitles }) => phrasesIn(creditTitles).map(squeeze))
    .filter((word) => word !== '');
  known = { all: new Set(words), within: new RegExp(words.join('|')) };
  return known;
}

function isCalledCredit({ text }: Cell): boolean {
  if (text.length > creditTextMax) return false;
  const { all, within } = creditWords();
  const whole = squeeze(text);
  if (!within.test(whole)) return false;
  // "Dokumenttyp: Kreditnota", "Kreditnota 1012".
  const parts = [
    whole,
    squeeze(text.split(':').at(-1) ?? ''),
    squeeze(text.replace(/[\s:#]*[\p{L}-]{0,4}\d[\p{L}\d/-]*$/u, '')),
  ];
  return (
    parts.some((part) => all.has(part)) ||
    [...all].some((word) => word.length >= plainLetters && whole.startsWith(word))
  );
}

/** The total is taken for what is to be paid, but the page takes something off it: total − one amount = another. */
function payableDoubts(
  { layout }: Page,
  { lines }: Invoice,
  { best: { payable, gross, net, vat, prepaid }, shares }: TotalsFound,
): Reason[] {
  if (!payable || prepaid || payable.label?.field === 'payable') return [];
  const total = payable.cents;
  const withVat = [...shares.payable, ...shares.gross].find(
    ({ candidate: { cents } }) => vat !== null && vat.cents > 0 && cents === total + vat.cents,
  );
  if (withVat) {
    const message = `${decimalOf(total)} was read as the total, and ${withVat.candidate.value} is called one too, which is more by the VAT`;
    return [{ code: 'unsure:totals.payable', message }];
  }
  if (gross && gross.cents !== total) return [];
  const printed = new Set(
    layout.rows
      .filter(
        ({ page, y }) => page > payable.cell.page || (page === payable.cell.page && y >= payable.cell.y - 2),
      )
      .flatMap(({ cells }) => cells.flatMap(({ text }) => sumsIn(text)))
      .map(({ cents }) => Math.abs(cents)),
  );
  // Where only arithmetic tells the total, more may have come upon it that is called something unknown.
  const more = payable.isInferred ? [...printed].find((cents) => cents > total) : undefined;
  if (more !== undefined) {
    const message = `${decimalOf(total)} is what net and VAT come to, and below it stands ${decimalOf(more)}, which is more`;
    return [{ code: 'unsure:totals.payable', message }];
  }
  const known = new Set([net?.cents, vat?.cents].map((cents) => Math.abs(cents ?? 0)));
  // Below a total that stands over the table, two lines come to it as well.
  const ofLines = new Set(lines.flatMap((line) => (line.net === null ? [] : [Math.abs(centsOf(line.net))])));
  const isTwoLines = (cents: number) => ofLines.has(cents) && ofLines.has(total - cents);
  const left = [...printed].find(
    (cents) =>
      cents < total &&
      printed.has(total - cents) &&
      !known.has(cents) &&
      !known.has(total - cents) &&
      !isTwoLines(cents),
  );
  if (left === undefined) return [];
  return [
    {
      code: 'unsure:totals.payable',
      message: `${decimalOf(total)} is the total, and the page also has ${decimalOf(left)} and ${decimalOf(total - left)}, which come to it: one may be what is left to pay`,
    },
  ];
}
