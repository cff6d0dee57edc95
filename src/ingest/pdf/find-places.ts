/**
 * Learning from a correction: where on the corrected paper the right value stands, told so that it is found again on the
 * supplier's next one. Only a place that leads to the right value on the paper that it was learnt from is worth keeping. Pure.
 */
import { type CorrectableField, type Correction, valueAt } from '../../invoice/correction.ts';
import type { Invoice, PaymentAccount } from '../../invoice/invoice.ts';
import type { LearntPlace, Placement } from '../../invoice/learnt-place.ts';
import { centsOf } from './amounts/amounts.ts';
import { announcedAt, followPlaces, type PaperToRead, pageFromEnds } from './known-places.ts';
import { type Cell, columnOverlap } from './page/layout.ts';
import type { Page } from './page/spots.ts';
import { squeeze, wordsOf } from './text/words.ts';
import { amountsIn } from './values/amount.ts';
import { datesAtStart } from './values/date.ts';

/** One value that a person gave; of several accounts each is one. */
interface Wanted {
  field: CorrectableField;
  value: string | PaymentAccount;
}

/** Each costs a reading of the page. */
const placesTried = 24;

/** One place for each corrected value that stands on the paper and can be told from all others; the values that have none are left out. */
export function findPlaces(paper: PaperToRead, corrections: readonly Correction[]): LearntPlace[] {
  const found: LearntPlace[] = [];
  let left = corrections.flatMap(wantedIn);
  // Values that belong together may only be right together: what was not found alone is tried with those that were.
  for (let round = 0; round < 2; round++) {
    left = left.filter((wanted) => {
      const place = bestPlace(wanted, found, paper);
      if (place) found.push(place);
      return place === null;
    });
  }
  return found;
}

function wantedIn({ field, value }: Correction): Wanted[] {
  if (value === null) return [];
  return typeof value === 'string' ? [{ field, value }] : value.map((account) => ({ field, value: account }));
}

function bestPlace(wanted: Wanted, found: readonly LearntPlace[], paper: PaperToRead): LearntPlace | null {
  let best: { place: LearntPlace; confidence: number } | null = null;
  for (const place of placesOf(wanted, paper.page).slice(0, placesTried)) {
    const { invoice } = followPlaces([...found, place], paper);
    if (!isRead(invoice, wanted)) continue;
    const confidence = confidenceOf(invoice, wanted);
    if (best === null || confidence > best.confidence) best = { place, confidence };
  }
  return best !== null && best.confidence >= confidenceBefore(wanted, paper) ? best.place : null;
}

function confidenceBefore(wanted: Wanted, { plain: { invoice } }: PaperToRead): number {
  return isRead(invoice, wanted) ? confidenceOf(invoice, wanted) : 0;
}

function isRead(invoice: Invoice, { field, value }: Wanted): boolean {
  const read = valueAt(invoice, field);
  if (typeof value !== 'string')
    return invoice.payment.accounts.some(
      ({ kind, id }) => kind === value.kind && squeeze(id) === squeeze(value.id),
    );
  if (typeof read !== 'string') return false;
  return field.startsWith('totals.') ? centsOf(read) === centsOf(value) : squeeze(read) === squeeze(value);
}

function confidenceOf({ evidence, payment }: Invoice, { field, value }: Wanted): number {
  const path =
    typeof value === 'string'
      ? field
      : `${field}.${payment.accounts.findIndex(({ id }) => squeeze(id) === squeeze(value.id))}`;
  return evidence[path]?.confidence ?? 0;
}

/** Everywhere that the value is printed, by the label beside it, by the one above it, and by the place itself. */
function placesOf(wanted: Wanted, page: Page): LearntPlace[] {
  const { field, value } = wanted;
  const accountKind = typeof value === 'string' ? null : value.kind;
  if (announcedAt({ field, accountKind }) === null) return [];
  const printed = page.layout.cells.flatMap((cell) =>
    startsOf(wanted, cell.text).map((start) => ({ cell, start })),
  );
  const place = (cell: Cell, placement: Placement, label: string | null): LearntPlace => ({
    field,
    accountKind,
    placement,
    label,
    page: pageFromEnds(cell.page, page.layout.pageSizes),
    x: Math.round(cell.x),
    y: Math.round(cell.y),
    language: page.marked.language.code,
  });
  const labelled = printed.flatMap(({ cell, start }) => [
    ...besideOf(cell, start, page).map((label) => place(cell, 'beside', label)),
    ...aboveOf(cell, start, page).map((label) => place(cell, 'below', label)),
  ]);
  const alone = printed.filter(({ start }) => start === 0).map(({ cell }) => place(cell, 'at', null));
  return [...labelled, ...alone];
}

/** Where in a text the value begins, however it is printed there. */
function startsOf({ field, value }: Wanted, text: string): number[] {
  if (typeof value !== 'string') return startsOfWords(value.id, text);
  if (field.startsWith('totals.')) {
    return amountsIn(text)
      .filter(({ cents }) => Math.abs(cents) === Math.abs(centsOf(value)))
      .map(({ start }) => start);
  }
  if (field === 'issueDate' || field === 'dueDate') {
    return wordsOf(text)
      .map(({ start }) => start)
      .filter((start) => datesAtStart(text.slice(start)).some(({ iso }) => iso === value));
  }
  const withoutCountry = field === 'seller.vatId' ? startsOfWords(value.slice(2), text) : [];
  return [...startsOfWords(value, text), ...withoutCountry];
}

/** By whole words, whatever stands between them: "556677-8899" is "5566778899". */
function startsOfWords(value: string, text: string): number[] {
  const wanted = squeeze(value);
  const words = wordsOf(text);
  return words.flatMap(({ start }, first) => {
    let joined = '';
    for (const word of words.slice(first)) {
      joined += word.text;
      if (joined === wanted) return [start];
      if (joined.length >= wanted.length) break;
    }
    return [];
  });
}

/** What stands before the value in its cell, otherwise in the cell to the left. */
function besideOf(cell: Cell, start: number, { layout }: Page): string[] {
  const before = asLabel(cell.text.slice(0, start));
  if (before !== null) return [before];
  const left = layout.rows[cell.row]?.cells[cell.column - 1];
  const label = left && start === 0 ? asLabel(left.text) : null;
  return label === null ? [] : [label];
}

/** In font sizes of the value: further up stands something else. */
const labelReach = 3.4;

function aboveOf(cell: Cell, start: number, { layout }: Page): string[] {
  if (start > 0) return [];
  for (let index = cell.row - 1; index >= 0; index--) {
    const row = layout.rows[index];
    if (!row || row.page !== cell.page || cell.y - row.y > labelReach * Math.max(cell.height, 8)) return [];
    const above = row.cells.find((other) => columnOverlap(other, cell) > 0.3);
    if (!above) continue;
    const label = asLabel(above.text);
    return label !== null && squeeze(label) === squeeze(above.text) ? [label] : [];
  }
  return [];
}

const labelWordsMax = 5;

/** The last words before the value, up to a digit: those would be others on the next paper. Null where there are none. */
function asLabel(text: string): string | null {
  const words = (text.split(/\d/).at(-1) ?? '').replace(/[\s:.;,#=-]+$/u, '').trim();
  const label = words.split(/\s+/).slice(-labelWordsMax).join(' ');
  return label.replace(/[^\p{L}]/gu, '').length >= 2 ? label : null;
}
