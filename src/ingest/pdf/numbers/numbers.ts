/** The invoice's own number. */
import { lineHeadRows } from '../amounts/amounts.ts';
import {
  type Candidate,
  candidatesFor,
  type Parsed,
  plainFirst,
  type Share,
  strengthened,
  unlabelled,
} from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, goesOn } from '../page/label-search.ts';
import { type Cell, columnOverlap } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import { isPlainSpot, type Page, type Spot } from '../page/spots.ts';
import { dateBehind, invoiceNumberAtStart, isNumberOfMonth } from '../values/numbers.ts';
import { codedTitleOf } from './coded-title.ts';
import { numbersAtHead } from './head-numbers.ts';

/** Asked for when a paper is recognised, split and read; found once. */
export const numberCandidates = perPage(findNumbers);

function findNumbers(page: Page): Candidate[] {
  const heads = lineHeadRows(page);
  const others = valuesOf(page, [
    'otherNumber',
    'order',
    'preceding',
    'organisationNumber',
    'vatId',
    'buyerVatId',
    'bankgiro',
    'plusgiro',
    'account',
  ]);
  const candidates = [
    ...candidatesFor(page, 'invoiceNumber', (text, spot, label) =>
      // "No." over the lines numbers them, or what they are of.
      !label.isStrong && heads.has(label.cell.row) ? [] : parseNumber(text, spot, label, page),
    ),
    ...numbersInTitles(page),
    ...numberInCodedTitle(page),
    ...numbersBesideTitles(page),
    ...numbersAtHead(page),
  ];
  return strengthened(plainFirst(candidates)).map((each) => {
    const digits = each.value.replace(/\D/g, '');
    const { number } = weights;
    return {
      ...each,
      score:
        each.score +
        (others.has(each.value) ? number.isOtherNumber : 0) +
        (/^[\d-]+$/.test(each.value) ? number.digitsOnly : 0) +
        (digits.length < 2 && !/^#/.test(each.text) ? number.short : 0) +
        (each.value.length > 20 ? number.long : 0) +
        (occursLonger(page.layout.text, digits) ? number.inReference : 0),
    };
  });
}

/** A number counts with "Faktura" alone only right after it: further off stand page numbers and the like. */
function parseNumber(printed: string, spot: Spot, label: FoundLabel, page: Page): Parsed[] {
  const text = withRestBelow(printed, spot.cell, page);
  const isMarked = /^(?:#|n[ro°º]\.?\s)/iu.test(text);
  if (!label.isStrong && (!isPlainSpot(spot.kind) || (spot.kind !== 'after' && goesOn(label)))) return [];
  const isTitle = page.marked.topics.some(({ topic, cell }) => topic.kind === 'title' && cell === label.cell);
  if (!label.isStrong && spot.kind === 'below' && isTitle && !isMarked && !isAmongLabels(label, page))
    return [];
  if (page.marked.labelsIn.get(spot.cell)?.some(({ start, cell }) => cell !== label.cell && start <= 2))
    return [];
  if (label.isStrong && spot.kind === 'after' && dateLikeNumber.test(text))
    return [{ value: text, score: weights.number.likeDate }];
  if (label.isStrong && isPlainSpot(spot.kind) && isNumberOfMonth(text, page.layout.text))
    return [{ value: text, score: 0 }];
  const told =
    label.isStrong && spot.kind === 'after'
      ? inSentence.exec(label.cell.text.slice(label.end))?.[1]
      : undefined;
  const value = invoiceNumberAtStart(told ?? text);
  if (value === null) return [];
  // "Faktura 2026" or "Invoice 1 of 3" is no number.
  if (!label.isStrong && /^\d\s*(?:\/|av|of|von|van|sur|de)\s*\d{1,3}(?!\d)/iu.test(text)) return [];
  return [
    {
      value,
      text: value,
      score: label.isStrong
        ? 0
        : weakNumber(value, text, spot, label, isMarked) +
          (isBesideDate(label, page) || dateBehind.test(text) ? weights.number.besideDate : 0),
    },
  ];
}

/** "RE-2026-" over "08734": a number whose line ends with its hyphen goes on below. */
function withRestBelow(text: string, cell: Cell, { layout, marked }: Page): string {
  if (!/\d-$/.test(text) || !cell.text.endsWith(text)) return text;
  const below = layout.rows[cell.row + 1]?.cells.find((other) => columnOverlap(other, cell) > 0);
  const isRest =
    below !== undefined &&
    below.page === cell.page &&
    below.y - cell.y < 2 * Math.max(cell.height, 8) &&
    /^\d{1,8}$/.test(below.text) &&
    !marked.labelsIn.has(below);
  return isRest ? text + below.text : text;
}

/** "Die Rechnungsnummer für diesen Vorgang lautet M-1675." */
const inSentence = /^[^.:;\d]{0,50}(?<!\p{L})(?:lautet|ist|is|är|er|on|est)\s+(\S*\d.*)$/iu;

/** "Invoice #2015-11-04": who numbers by the day. */
const dateLikeNumber = /^20\d\d-\d\d-\d\d$/;

/** "Nummer" right above "Datum" is of the invoice, as the date is. */
function isBesideDate({ cell }: FoundLabel, { layout, marked: { labelsIn } }: Page): boolean {
  return [-1, 1].some((step) => {
    const other = layout.rows[cell.row + step]?.cells.find(({ x }) => Math.abs(x - cell.x) < 3);
    return (
      other?.page === cell.page &&
      Math.abs(other.y - cell.y) < 2.2 * Math.max(cell.height, 8) &&
      (labelsIn.get(other)?.some(({ field, start }) => field === 'issueDate' && start <= 2) ?? false)
    );
  });
}

/** "Factuurdatum   Factuur   Vervaldatum" over their values: then it heads a column. */
function isAmongLabels({ cell }: FoundLabel, { layout, marked }: Page): boolean {
  const others = (layout.rows[cell.row]?.cells ?? []).filter(
    (other) =>
      other !== cell && marked.labelsIn.get(other)?.some(({ isStrong, rest }) => isStrong && rest === ''),
  );
  return others.length >= 2;
}

/** "Versicherungsrechnung (575) Nr. 12 vom 3.4.2026": a title that goes on with a number. */
function numbersInTitles({ marked: { topics, labelsIn } }: Page): Candidate[] {
  return topics.flatMap(({ topic, cell, end, start }) => {
    if (topic.kind !== 'title' || start > 2 || (topic.paper !== 'invoice' && topic.paper !== 'creditNote'))
      return [];
    const rest = titleNumber.exec(cell.text.slice(end))?.[1] ?? plainNumber(cell.text.slice(end));
    if (rest !== undefined && isOfOther(cell, end, cell.text.length - rest.length, labelsIn)) return [];
    const value = rest === undefined ? null : invoiceNumberAtStart(rest);
    return value === null
      ? []
      : [unlabelled(value, cell, 'in the title', weights.number.inTitle + weights.spot.after)];
  });
}

const titleNumber =
  /^[^\d#]{0,45}(?:\(\d{3}\)\s?)?(?:(?:nr|no|nummer|number|nro|numero|numéro|numer)\b\.?\s?:?|(?<!\p{L})(?:n\.|č\.|n\.?[°º]|núm\.|número|číslo)\s?:?|n[°º]\s?:?|#)\s*(.+)$/iu;

/** "Hyresavi 100457", all in one: nothing else may stand there, and no period, year or telephone number is meant. */
function plainNumber(text: string): string | undefined {
  const found =
    /^\s*[:#–-]?\s*((?:\p{Lu}{1,5}-){0,2}\p{Lu}{1,4}-?\d[\d\p{Lu}/-]{0,13}|(?:\p{Lu}{1,4} )?\d[\d\p{Lu}/-]{3,13})$/u.exec(
      text,
    )?.[1];
  if (found === undefined || invoiceNumberAtStart(found) === null) return undefined;
  return periodOrPhone.test(found) ? undefined : found;
}

const periodOrPhone =
  /^(?:20\d\d|(?:20)?[23]\d[-/]?(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-/]?20\d\d|0\d{1,3}-.*|0\d{9})$/;

/** A number alone in large type, right of a title or right below it. */
function numbersBesideTitles({ layout, marked: { topics, labelsIn } }: Page): Candidate[] {
  const usual = layout.usualSize;
  return topics.flatMap(({ topic, cell, end, start }) => {
    if (topic.kind !== 'title' || (topic.paper !== 'invoice' && topic.paper !== 'creditNote')) return [];
    if (start > 2 || end < cell.text.length - 1 || cell.height < largeType * usual) return [];
    const right = layout.rows[cell.row]?.cells[cell.column + 1];
    const below = layout.rows
      .slice(cell.row + 1, cell.row + 3)
      .flatMap((row) => row.cells)
      .find((other) => Math.abs(other.x - cell.x) < 3 || sharesRightEdge(other, cell));
    return [right, below].flatMap((other) => {
      if (!other || other.page !== cell.page || labelsIn.has(other) || other.height < largeType * usual)
        return [];
      if (other === right ? other.x - cell.x - cell.width > 120 : other.y - cell.y > 2.5 * cell.height)
        return [];
      const value = plainNumber(other.text);
      const where = other === right ? weights.spot.right : weights.spot.below;
      return value === undefined
        ? []
        : [unlabelled(value, other, 'beside the title', weights.label.weak + weights.number.inTitle + where)];
    });
  });
}

/** In font sizes of the page: what is larger is a heading. */
const largeType = 1.15;

const sharesRightEdge = (a: Cell, b: Cell) => Math.abs(a.x + a.width - (b.x + b.width)) < 3;

/** "Rechnung gemäß Bestellung Nr. 7": what stands between title and number says whose number it is. */
function isOfOther(cell: Cell, from: number, to: number, labelsIn: Page['marked']['labelsIn']): boolean {
  return (
    labelsIn
      .get(cell)
      ?.some(({ field, start }) => start >= from && start < to && field !== 'invoiceNumber') ?? false
  );
}

function numberInCodedTitle(page: Page): Candidate[] {
  const title = codedTitleOf(page);
  const value = title ? invoiceNumberAtStart(title.rest) : null;
  if (!title || value === null) return [];
  const { number, spot } = weights;
  return [unlabelled(value, title.cell, 'in the title', number.inTitle + number.withCode + spot.after)];
}

/** "Dokumentnr", "Fee note no.": not a number alone, and not what the paper is called alone. */
const saysNumber = /^\p{L}{3}.*(?:nr|no|nro|nummer|number|num[eé]ro|id|ref)\.?$|\p{L}{3}.*[#°º]/iu;

function weakNumber(
  value: string,
  text: string,
  { kind, distance }: Spot,
  label: FoundLabel,
  isMarked: boolean,
): number {
  const { number } = weights;
  const isFar = kind === 'right' && distance > 60 && !saysNumber.test(label.text);
  const doubt =
    (isFar ? number.weakAndFar : 0) +
    (text.length > value.length + 2 && kind !== 'after' ? number.weakAndMore : 0);
  const isPlausible = isMarked || (!/^20\d\d$/.test(value) && /\d{2}/.test(value));
  return doubt + (isPlausible ? 0.5 : -2);
}

/** Whether the number is part of a longer one that is printed too: a payment reference is made from it. */
function occursLonger(text: string, digits: string): boolean {
  if (digits.length < 4) return false;
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const before = digitsFrom(text, at - 1, -1);
    const after = digitsFrom(text, at + digits.length, 1);
    if (before + after > 0 && before <= 14 && after <= 4) return true;
  }
  return false;
}

/** How many digits stand one after the other from a place on, forwards or backwards. */
function digitsFrom(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  while (/^\d$/.test(text[from + count * step] ?? '')) count += 1;
  return count;
}

function valuesOf(page: Page, fields: readonly LabelledField[]): Set<string> {
  return new Set(
    fields.flatMap((field) =>
      candidatesFor(page, field, (text) => {
        const value = invoiceNumberAtStart(text);
        return value === null ? [] : [{ value }];
      })
        .filter(({ spot, label }) => label?.isStrong && (spot === 'after' || spot === 'right'))
        .map(({ value }) => value),
    ),
  );
}

export function readInvoiceNumber(candidates: readonly Candidate[]): Share[] {
  const first = Math.min(...candidates.filter(({ score }) => score > 0).map(({ cell }) => cell.page));
  // On the pages behind stand specifications, which number other things by words as bare.
  const own = candidates.filter(({ cell, label }) => cell.page <= first || label?.isStrong !== false);
  return chooseTogether({ number: own }, () => 0).shares.number;
}
