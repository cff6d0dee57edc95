/**
 * Numbers at the head of a paper that no label of its own names: behind a bare word for "number" near the title or the
 * date, written so that they name themselves, or behind a bare word for "reference". Pure.
 */
import { checkVatId, normaliseVatId } from '../../checks/vat-id.ts';
import { lineHeadRows } from '../amounts/amounts.ts';
import { type Candidate, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { languages } from '../labels/index.ts';
import { phrasesIn } from '../labels/language.ts';
import type { FoundLabel } from '../page/label-search.ts';
import { type Cell, columnOverlap, largeType } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { isAddressLine } from '../parties/names.ts';
import { squeeze } from '../text/words.ts';
import { invoiceNumberAtStart, isNumberOfMonth } from '../values/numbers.ts';

export function numbersAtHead(page: Page): Candidate[] {
  const blocks = titlesAlone(page).map((title) => blockBelow(title, page));
  const near = new Set(blocks.flat());
  return [
    ...behindBareWords(page, near),
    ...blocks.flatMap((block) => firstOf(block, page)),
    ...behindReferences(page, near),
    ...markedAlone(page),
  ];
}

/** "#000982" alone at the head, with no label that says what it numbers: of two nobody knows which. */
function markedAlone(page: Page): Candidate[] {
  const { labelsIn } = page.marked;
  const { number, spot } = weights;
  const marked = cellsAtHead(page).flatMap((cell) => {
    const value = /^[#№]\s?[\p{L}\d]/u.test(cell.text) ? wholeNumber(cell.text) : null;
    if (value === null || withLabelPlaces(cell, page).some((each) => labelsIn.get(each)?.some(saysMore)))
      return [];
    return [unlabelled(value, cell, 'with the sign for a number', number.inTitle + spot.below)];
  });
  return new Set(marked.map(({ text }) => text)).size === 1 ? marked : [];
}

/** "FAKTURA" and nothing else. */
function titlesAlone({ marked: { topics } }: Page): Cell[] {
  return topics.flatMap(({ topic, cell, start, end }) =>
    topic.kind === 'title' &&
    (topic.paper === 'invoice' || topic.paper === 'creditNote') &&
    start <= 2 &&
    end >= cell.text.length - 1
      ? [cell]
      : [],
  );
}

/** Below a title in its column, as close as lines of one block stand. */
function blockBelow(title: Cell, { layout }: Page): Cell[] {
  const block: Cell[] = [];
  let last = title;
  for (const row of layout.rows.slice(title.row + 1, title.row + 1 + blockRows)) {
    if (row.page !== title.page || row.y - last.y > 2.6 * Math.max(last.height, 9)) break;
    const found = row.cells.find((cell) => isInColumn(cell, title));
    if (!found) continue;
    block.push(found);
    last = found;
  }
  return block;
}

const blockRows = 6;

function isInColumn(cell: Cell, title: Cell): boolean {
  return (
    Math.abs(cell.x - title.x) < 3 ||
    Math.abs(cell.x + cell.width - (title.x + title.width)) < 3 ||
    columnOverlap(cell, title) > 0.5
  );
}

/** A word for "number" alone, in the languages that are read here and in those of their neighbours. */
const bareWord =
  /^(?:(?:nr|no|nro|nummer|number|numer|n[uú]mero|numéro|číslo|č|n)(?:[.:\s]+|$)|(?:n\.?[°º]|[#№])[.:\s]*)/iu;

/** "Nr: 2026-0077" below the title or beside the date: the paper's own, as another's would say whose it is. */
function behindBareWords({ layout, marked }: Page, near: ReadonlySet<Cell>): Candidate[] {
  return layout.cells.flatMap((cell) => {
    const [word] = bareWord.exec(cell.text) ?? [];
    if (word === undefined || marked.labelsIn.get(cell)?.some(saysMore)) return [];
    if (!near.has(cell) && !isAtDate(cell, layout.rows, marked)) return [];
    const rest = cell.text.slice(word.length);
    const right = layout.rows[cell.row]?.cells[cell.column + 1];
    const [place, text] = rest !== '' ? [cell, rest] : right ? [right, right.text] : [cell, ''];
    const value = isNumberOfMonth(text, layout.text) ? text : wholeNumber(text);
    if (value === null || (place !== cell && marked.labelsIn.has(place))) return [];
    const spot = place === cell ? weights.spot.below : weights.spot.right + weights.label.weak;
    const how = near.has(cell) ? 'with the title' : 'beside the date';
    return [unlabelled(value, place, how, weights.number.inTitle + spot)];
  });
}

/** Some languages have the bare word among their labels of the invoice's number. */
const saysMore = ({ field, isStrong }: FoundLabel) => field !== 'invoiceNumber' || isStrong;

/** Right above or below the label of the date of issue. */
function isAtDate(cell: Cell, rows: Page['layout']['rows'], { labelsIn }: Page['marked']): boolean {
  return [-1, 1].some((step) =>
    rows[cell.row + step]?.cells.some(
      (other) =>
        other.page === cell.page &&
        Math.abs(other.x - cell.x) < 3 &&
        Math.abs(other.y - cell.y) < 2.2 * Math.max(cell.height, 9) &&
        (labelsIn.get(other)?.some(({ field, start }) => field === 'issueDate' && start <= 2) ?? false),
    ),
  );
}

/** "FAK-2026-0031" right below "FAKTURA": a number with letters is no telephone or postcode, and may name itself, or be printed as large as a title. */
function firstOf([first]: readonly Cell[], { marked, layout }: Page): Candidate[] {
  if (!first || marked.labelsIn.has(first) || !/\p{Lu}/u.test(first.text)) return [];
  const value = wholeNumber(first.text);
  if (value === null || isVatId(value)) return [];
  const { label, number, spot } = weights;
  const isLarge = first.height > largeType * layout.usualSize;
  const own = namesItself(value) || isLarge ? number.inTitle : label.weak;
  return [unlabelled(value, first, 'below the title', spot.below + own)];
}

function isVatId(value: string): boolean {
  const vatId = normaliseVatId(value);
  return vatId !== null && checkVatId(vatId) === 'valid';
}

/** "Reference: INV-362" below the title is the invoice's where it names itself, and may be otherwise. */
function behindReferences({ layout, marked }: Page, near: ReadonlySet<Cell>): Candidate[] {
  return marked.labels
    .filter(({ field, isStrong, start }) => field === 'paymentReference' && !isStrong && start <= 2)
    .filter(({ cell }) => near.has(cell))
    .flatMap((found) => {
      const right = layout.rows[found.cell.row]?.cells[found.cell.column + 1];
      const [place, text] = found.rest !== '' ? [found.cell, found.rest] : [right, right?.text ?? ''];
      const value = wholeNumber(text);
      if (!place || value === null || (place !== found.cell && marked.labelsIn.has(place))) return [];
      const { number, spot } = weights;
      const sign = namesItself(value) ? 0 : number.ofReference;
      return [unlabelled(value, place, `behind "${found.text}", below the title`, spot.right + sign)];
    });
}

/** A number, and nothing else. */
function wholeNumber(text: string): string | null {
  const plain = text.trim();
  const value = invoiceNumberAtStart(plain);
  return value !== null && plain.replace(/^[#№]\s?/u, '').length === value.length ? value : null;
}

let beginnings: ReadonlySet<string> | null = null;

/** "INV-362", "FAK2026-31": its letters are the beginning of what an invoice or a credit note is called. */
export function namesItself(value: string): boolean {
  beginnings ??= new Set(
    languages
      .flatMap(({ invoiceTitles, creditTitles }) => [...phrasesIn(invoiceTitles), ...phrasesIn(creditTitles)])
      .map(squeeze)
      .flatMap((title) => lengthsOfBeginnings.map((length) => title.slice(0, length))),
  );
  const letters = /^\p{L}{3,8}(?=[-/ ]?\d)/u.exec(value)?.[0];
  return letters !== undefined && beginnings.has(squeeze(letters));
}

const lengthsOfBeginnings = [3, 4, 5, 6, 7, 8];

/**
 * Numbers in the upper half of the first page, above the lines, alone but for a word before them, that no label explains:
 * one may be the invoice's, whatever it is called.
 */
export function unexplainedNumbers(page: Page): string[] {
  const { labelsIn } = page.marked;
  return cellsAtHead(page).flatMap((cell) => {
    const number = numberAlone.exec(cell.text)?.[1];
    if (number === undefined || invoiceNumberAtStart(number) !== number || isAddressLine(cell.text))
      return [];
    if (withLabelPlaces(cell, page).some((each) => labelsIn.has(each))) return [];
    return [number];
  });
}

/** In the upper half of the first page, above the lines. */
function cellsAtHead(page: Page): Cell[] {
  const { rows, pageSizes } = page.layout;
  const height = pageSizes.get(1)?.height ?? 0;
  return rows
    .slice(0, Math.min(...lineHeadRows(page)))
    .filter((row) => row.page === 1 && row.y < height / 2)
    .flatMap(({ cells }) => cells);
}

/** A text, and those before and above it: in one of them its label would stand. */
function withLabelPlaces(cell: Cell, page: Page): Cell[] {
  const before = page.layout.rows[cell.row]?.cells[cell.column - 1];
  return [cell, before, cellAbove(cell, page)].filter((each) => each !== undefined);
}

function cellAbove(cell: Cell, { layout }: Page): Cell | undefined {
  return layout.rows[cell.row - 1]?.cells.find(
    (other) =>
      other.page === cell.page &&
      cell.y - other.y < labelReach * Math.max(cell.height, 8) &&
      columnOverlap(other, cell) > 0.5,
  );
}

const labelReach = 3.4;

/** "K-3391", "Löpnr K-3391", "Löpnr: 3391". */
const numberAlone = /^(?:\p{L}[\p{L} .-]{1,30}[.:]?\s+)?((?:\p{Lu}{1,5}-?)?\d[\d\p{Lu}/-]{2,})$/u;
