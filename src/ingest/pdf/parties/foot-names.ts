/**
 * A seller's name, with a legal form or without, where it stands with its numbers: "Sandtorps Måleri · Storgatan 1 · 123 45 Ekeby · Org.nr …" in
 * the foot, or at the head of the column that ends with them. What stands there with an address is whose numbers they are.
 */

import { weights } from '../choosing/weights.ts';
import type { Cell, Layout } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { isBelowAddress } from './address-blocks.ts';
import { asCandidate, isName, type NameCandidate } from './name-candidates.ts';
import { isAddressLine, nameIn } from './names.ts';
import type { Regions } from './regions.ts';

export function footNames(page: Page, regions: Regions, numberCells: readonly Cell[]): NameCandidate[] {
  const anchors = [...new Set([...numberCells, ...accountsInFoot(page)])].filter(
    (cell) => !regions.buyer.has(cell) || regions.seller.has(cell),
  );
  return anchors.flatMap((cell) => {
    const isNumber = numberCells.includes(cell);
    // Below another's address it is not of the name that its row begins with.
    const blocks = isBelowAddress(cell, page) ? [] : [lineOf(cell, page)];
    return [...blocks, columnOf(cell, page)].flatMap((block) => nameAt(block, isNumber));
  });
}

function nameAt({ first, parts: [name, ...others] }: Block, isNumber: boolean): NameCandidate[] {
  const hasAddress = others.some((part) => isAddressLine(part) || isPostalTown(part));
  if (!first || !name || !(hasAddress || isNumber)) return [];
  const hasLegalForm = nameIn(name)?.name === name;
  if (!hasLegalForm && !isPlainName(name)) return [];
  const { name: weight } = weights;
  const score = hasLegalForm
    ? weight.legalForm + (hasAddress ? weight.companyWithAddress : 0)
    : hasAddress
      ? weight.withAddress
      : weight.none;
  return [asCandidate(name, first, 'with its numbers', score, hasLegalForm)];
}

interface Block {
  first: Cell | undefined;
  /** The name, and what stands after it. */
  parts: string[];
}

/** The row, up to its first label. */
function lineOf(cell: Cell, { layout, marked }: Page): Block {
  const cells = layout.rows[cell.row]?.cells.slice(0, cell.column + 1) ?? [];
  const [first] = cells;
  const texts: string[] = [];
  for (const each of cells) {
    const label = marked.labelsIn.get(each)?.[0];
    texts.push(each.text.slice(0, label?.start));
    if (label) break;
  }
  return { first, parts: texts.flatMap(partsOf) };
}

/** What separators part in a line. */
function partsOf(text: string): string[] {
  return text
    .split(/\s?[|•·●∙;]\s?|,\s|\s[-–—]\s|\s?\/\s/u)
    .map((part) => part.replace(/[\s,:-]+$/u, '').trim())
    .filter((part) => part !== '');
}

const linesMax = 6;
const lineGap = 1.9;
/** Lines of a foot that are set in the middle stand further apart. */
const lineGapInFoot = 2.2;

/** The lines above it in its column, without those that labels start. */
function columnOf(cell: Cell, { layout, marked }: Page): Block {
  const lines: Cell[] = [];
  const inFoot = isInFoot(cell, layout);
  const gap = inFoot ? lineGapInFoot : lineGap;
  let last = cell;
  for (let index = cell.row - 1; index >= 0 && lines.length < linesMax; index--) {
    const row = layout.rows[index];
    if (!row || row.page !== cell.page || last.y - row.y > gap * Math.max(last.height, 7)) break;
    const above = row.cells.find(
      (each) => Math.abs(each.x - cell.x) < 3 || (inFoot && haveSameMiddle(each, cell)),
    );
    if (!above) continue;
    lines.unshift(above);
    last = above;
  }
  const plain = lines.filter((line) => marked.labelsIn.get(line)?.[0]?.start !== 0);
  const [first] = lines;
  return first === plain[0]
    ? { first, parts: plain.flatMap(({ text }) => partsOf(text)) }
    : { first: undefined, parts: [] };
}

function haveSameMiddle(one: Cell, other: Cell): boolean {
  return Math.abs(one.x + one.width / 2 - (other.x + other.width / 2)) < 3;
}

function isPlainName(text: string): boolean {
  return (
    isName(text) && nameIn(text) === null && /^\p{Lu}/u.test(text) && !/\d/.test(text) && text.length >= 4
  );
}

function isPostalTown(text: string): boolean {
  return /^(?:\p{Lu}{1,2}[- ])?(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})(?: \p{Lu}{2})? \p{L}{2}/u.test(
    text,
  );
}

/** Where senders write of themselves. */
export function isInFoot({ y, page }: Cell, { pageSizes }: Layout): boolean {
  return y > footBegins * (pageSizes.get(page)?.height ?? 0);
}

/** As a share of the sheet. */
const footBegins = 0.75;
const accountFields: ReadonlySet<string> = new Set(['bankgiro', 'plusgiro', 'iban', 'account']);

function accountsInFoot({ layout, marked }: Page): Cell[] {
  return marked.labels
    .filter(({ field, cell }) => accountFields.has(field) && isInFoot(cell, layout))
    .map(({ cell }) => cell);
}
