/**
 * The buyer's reference, his order, and the invoice that a credit note takes back. None of them is worth a guess: a value
 * that is not plainly the label's is left out.
 */
import type { Invoice } from '../../../invoice/invoice.ts';
import { isIban } from '../../checks/iban.ts';
import {
  type Candidate,
  candidatesFor,
  type Share,
  strengthened,
  unlabelled,
} from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, isPhrase } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { isHeading, isOnlyLabel, offset, type Page, type Spot, startsWithLabel } from '../page/spots.ts';
import { nameIn } from '../parties/names.ts';
import type { Regions } from '../parties/regions.ts';
import { amountsIn } from '../values/amount.ts';
import { datesAtStart, daysOfTerms } from '../values/date.ts';
import { ibanAtStart, invoiceNumberAtStart, referenceAtStart } from '../values/numbers.ts';

export interface References {
  order: Share[];
  buyer: Share[];
  preceding: Share[];
}

export function readReferences(
  page: Page,
  regions: Regions,
  { invoiceNumber, seller, buyer }: Invoice,
): References {
  // A lone person's name may have been taken for a party's; a company's is no reference.
  const companies = [seller.name, buyer.name].filter((name) => name !== null && nameIn(name) !== null);
  const find = (field: LabelledField, parse: (text: string) => string | null) =>
    candidatesFor(page, field, (text, spot, label) => {
      const value = isOfLabel(spot, label, page, regions) && isReference(text) ? parse(text) : null;
      return value === null ? [] : [{ value, text: value }];
    });
  return {
    order: choose(find('order', orderAtStart).filter(({ value }) => value !== invoiceNumber)),
    buyer: choose(
      [
        ...find('buyerReference', buyerReferenceAtStart),
        ...(tellsOwnContact(page) ? find('yourContact', buyerReferenceAtStart) : []),
        ...inAddress(page, regions),
      ].filter(({ value }) => !companies.includes(value)),
    ),
    preceding: choose(
      candidatesFor(page, 'preceding', (text) => {
        const value = invoiceNumberAtStart(text);
        return value === null || value === invoiceNumber ? [] : [{ value, text: value }];
      }).filter(({ spot }) => spot !== 'left' && spot !== 'above'),
    ),
  };
}

function choose(candidates: readonly Candidate[]): Share[] {
  return chooseTogether({ it: strengthened(candidates) }, () => 0).shares.it;
}

const referenceMax = 50;

/** "Our contact" beside "your contact": then each is whose it says. Without it, "your contact" is whom the seller offers. */
function tellsOwnContact({ layout }: Page): boolean {
  return layout.cells.some(({ text }) => ownContact.test(text));
}

const ownContact =
  /^(?:our|vår|vårt|vores|vor|unser|unsere|notre|nos|onze|meidän)\s(?:ref|contact|kontakt|handläggare|saksbehandler|ansprech|zeichen|interlocu|yhteyshenk|viite)|^(?:yhteyshenkilömme|viitteemme|n\/réf)/iu;

/** "c/o Maja Lind" in the buyer's address: the person that the paper is to reach, who has no label there. */
function inAddress({ layout }: Page, { buyer, seller }: Regions): Candidate[] {
  return layout.cells
    .filter((cell) => buyer.has(cell) && !seller.has(cell))
    .flatMap((cell) => {
      const [, person = ''] = forPerson.exec(cell.text) ?? [];
      const isPerson = isPersonName.test(person) && nameIn(person) === null;
      return isPerson ? [unlabelled(person, cell, 'in the address', weights.reference.valid)] : [];
    });
}

const forPerson =
  /^(?:att|attn|attention|c\/o|v\/|z\.?\s?hd|z\.?\s?h|t\.?\s?a\.?\s?v|fao|à l['’]att(?:ention)? de|all['’]att(?:enzione)?|a\/c|k rukám)[.:]{0,2}\s?(.+)$/iu;

/** A first name or a letter for it, and one or two more. */
const isPersonName = /^(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)(?:\s\p{Lu}[\p{L}'’-]*\.?){1,3}$/u;

function buyerReferenceAtStart(text: string): string | null {
  const value = referenceAtStart(text);
  return value === null || value.length > referenceMax ? null : value;
}

/** A short number before other words is the day of a date, a house or a postal code, not an order. */
function orderAtStart(text: string): string | null {
  const value = invoiceNumberAtStart(text);
  if (value === null) return null;
  const hasMore = /[\p{L}\d]/u.test(text.slice(text.indexOf(value) + value.length));
  return hasMore && (value.length < 4 || isPostalTown(text)) ? null : value;
}

/** "10115 Berlin", "1011 AB Amsterdam", "111 22 Stockholm" */
function isPostalTown(text: string): boolean {
  return /^(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})(?: [A-Z]{2})? \p{Lu}\p{L}+$/u.test(text);
}

/** What is a label itself, or plainly of another kind, refers to nothing. */
function isReference(text: string): boolean {
  return !(
    isPhrase(text) ||
    // "Säljare:", "Säljare: Bo Ek": whatever it means, it announces something else.
    /^[^\d:]*\p{L}\s?:/u.test(text) ||
    (!/^\d+$/.test(text) && datesAtStart(text).length > 0) ||
    amountsIn(text).some(({ isPlain, start }) => !isPlain && start === 0) ||
    daysOfTerms(text) !== null ||
    isIban(ibanAtStart(text) ?? '') ||
    isPostalTown(text) ||
    // "22 km × 49,95": a line of the invoice.
    /^\d+(?:[.,]\d+)?\s\p{L}{1,5}\.?\s?[×x*à]/u.test(text)
  );
}

/** Whether what stands in a place can only be the label's own. */
function isOfLabel(spot: Spot, label: FoundLabel, page: Page, regions: Regions): boolean {
  if (label.learnt) return true;
  switch (spot.kind) {
    case 'after':
    case 'before':
      return true;
    case 'right':
      return (
        spot.rank === 0 &&
        !entersBlock(spot.cell, label, regions) &&
        !standsAmongLabels(spot.cell, page) &&
        !isHeadBeside(spot.cell, label, page)
      );
    case 'below':
      return (
        label.rest === '' &&
        !page.marked.labelsIn.has(spot.cell) &&
        offset(label.cell, spot.cell) <= alignedPoints &&
        !isOfLabelBeside(spot.cell, page) &&
        !isInList(label, page) &&
        !isEmptyAmongFilled(label, spot.cell, page)
      );
    case 'left':
    case 'above':
      return false;
  }
}

/** Edges or middles that differ by less are aligned. */
const alignedPoints = 12;
const sameEdgePoints = 4;

/** A party's address that the label does not stand in is not what it announces. */
function entersBlock(cell: Cell, { cell: from }: FoundLabel, { buyer, seller }: Regions): boolean {
  return [buyer, seller].some((block) => block.has(cell) && !block.has(from));
}

/** Its column holds labels right above or below it: it is one that is not known, and its value stands beside it. */
function standsAmongLabels(cell: Cell, page: Page): boolean {
  return (
    page.layout.rows[cell.row]?.cells[cell.column + 1] !== undefined &&
    neighbours(cell, page).some((other) => startsWithLabel(other, page.marked))
  );
}

/** The nearest texts right above and below with the same left edge. */
function neighbours(cell: Cell, { layout: { rows } }: Page): Cell[] {
  return [-1, 1].flatMap((step) => {
    for (let index = cell.row + step; ; index += step) {
      const row = rows[index];
      if (!row || row.page !== cell.page || Math.abs(row.y - cell.y) > 2.4 * Math.max(cell.height, 8))
        return [];
      const found = row.cells.find((other) => Math.abs(other.x - cell.x) < sameEdgePoints);
      if (found) return [found];
    }
  });
}

/** Labels one below the other with their values beside them: where nothing stands beside, there is none. */
function isInList(label: FoundLabel, page: Page): boolean {
  const { layout, marked } = page;
  return neighbours(label.cell, page).some((other) => {
    const beside = layout.rows[other.row]?.cells[other.column + 1];
    return (
      isOnlyLabel(other, marked) &&
      beside !== undefined &&
      !startsWithLabel(beside, marked) &&
      !isPhrase(beside.text) &&
      !isRowOfLabels(other, page)
    );
  });
}

/** Of several labels in a row the values stand below. */
function isRowOfLabels(cell: Cell, { layout, marked }: Page): boolean {
  return layout.rows[cell.row]?.cells.some((other) => other !== cell && isOnlyLabel(other, marked)) ?? false;
}

/** The text left of it is a label, or what ends as labels do: it is that one's value. */
function isOfLabelBeside(cell: Cell, { layout, marked }: Page): boolean {
  const before = layout.rows[cell.row]?.cells[cell.column - 1];
  return before !== undefined && (isOnlyLabel(before, marked) || /:$/.test(before.text));
}

/** The labels beside it have their values in a row that comes first, and below this one nothing stands in that row. */
function isEmptyAmongFilled({ cell }: FoundLabel, value: Cell, { layout, marked }: Page): boolean {
  const others = (layout.rows[cell.row]?.cells ?? []).filter(
    (other) => other !== cell && isOnlyLabel(other, marked),
  );
  return layout.rows
    .slice(cell.row + 1, value.row)
    .some(({ cells }) =>
      cells.some((each) => others.some((other) => Math.abs(other.x - each.x) < sameEdgePoints)),
    );
}

/** Words printed as the label is, small or in capitals, over values that are not: the label beside it is one more. */
function isHeadBeside(cell: Cell, { cell: label }: FoundLabel, { layout }: Page): boolean {
  if (!isHeading(cell)) return false;
  const under = layout.rows
    .slice(label.row + 1, label.row + 4)
    .find(
      ({ page, y, cells }) =>
        page === label.page &&
        y - label.y < 2.4 * Math.max(label.height, 8) &&
        [label, cell].every((head) => cells.some(({ x }) => Math.abs(x - head.x) < sameEdgePoints)),
    )
    ?.cells.find(({ x }) => Math.abs(x - label.x) < sameEdgePoints);
  if (!under) return false;
  const isSmall = (each: Cell) => each.height < 0.95 * under.height;
  return (
    (isSmall(label) && isSmall(cell)) ||
    (isInCapitals(label.text) && isInCapitals(cell.text) && !isInCapitals(under.text))
  );
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
