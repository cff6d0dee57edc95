/**
 * Reading with what people's corrections taught: where this supplier writes a field. A place is one more label on the page
 * with one more weight; whatever was confirmed without it stays confirmed, or the place is not followed. Pure.
 */
import { supplierKeys } from '../../invoice/identity.ts';
import type { AccountKind, Invoice } from '../../invoice/invoice.ts';
import type { LearntPlace, PlaceOfSupplier } from '../../invoice/learnt-place.ts';
import type { FoundInvoice } from '../formats/format.ts';
import type { ReadingContext } from '../reading.ts';
import type { PaperKind } from './classify.ts';
import type { LabelledField } from './labels/language.ts';
import { byFieldOf, type FoundLabel, withoutLead } from './page/label-search.ts';
import type { Cell, Layout } from './page/layout.ts';
import type { Page } from './page/spots.ts';
import { readPaper } from './read-paper.ts';
import { squeeze, wordsOf } from './text/words.ts';

/** Reads a paper; when it turns out to be of a supplier that somebody corrected before, once more with what was learnt. */
export function readKnownPaper(page: Page, paper: PaperKind, context: ReadingContext): FoundInvoice {
  const plain = readPaper(page, paper, context);
  const { learnt = [] } = context;
  if (learnt.length === 0) return plain;
  const keys = keysOn(plain.invoice);
  const known = learnt.filter((place) => isOfSupplier(keys, place));
  return followPlaces(known, { page, paper, context, plain });
}

export interface PaperToRead {
  page: Page;
  paper: PaperKind;
  context: ReadingContext;
  /** As it reads without any place. */
  plain: FoundInvoice;
}

/** One place after the other: those that contradict a check digit or a sum are left out. */
export function followPlaces(
  places: readonly LearntPlace[],
  { page, paper, context, plain }: PaperToRead,
): FoundInvoice {
  let followed: LearntPlace[] = [];
  let best = plain;
  for (const place of places) {
    const tried = [...followed, place];
    const reading = readPaper(withPlaces(page, tried), paper, context);
    if (!confirmsAllOf(best.invoice, reading.invoice)) continue;
    followed = tried;
    best = reading;
  }
  return best;
}

/** What passed a check before must pass it now, and nothing may fail that did not fail before. */
function confirmsAllOf(before: Invoice, now: Invoice): boolean {
  const rules = ({ checks }: Invoice, wanted: boolean) =>
    new Set(checks.filter(({ passed }) => passed === wanted).map(({ rule }) => rule));
  const [passed, failed] = [rules(now, true), rules(before, false)];
  return (
    [...rules(before, true)].every((rule) => passed.has(rule)) &&
    [...rules(now, false)].every((rule) => failed.has(rule))
  );
}

/** All by which the seller may be known on this page, also numbers that were only second best. */
function keysOn(invoice: Invoice): string[] {
  const others = (path: string) => (invoice.evidence[path]?.alternatives ?? []).map(({ value }) => value);
  return [
    ...supplierKeys(invoice),
    ...others('seller.organisationNumber').map((value) => `org:${value.replace(/\W/g, '').toUpperCase()}`),
    ...others('seller.vatId').map((value) => `vat:${value.replace(/\W/g, '').toUpperCase()}`),
  ];
}

/** A key in common, unless both have organisation numbers and none of them is the same: an account may be a factoring company's. */
function isOfSupplier(keys: readonly string[], { supplierKeys: known }: PlaceOfSupplier): boolean {
  const isOrganisation = (key: string) => key.startsWith('org:');
  const [here, there] = [keys.filter(isOrganisation), known.filter(isOrganisation)];
  if (here.length > 0 && there.length > 0) return here.some((key) => there.includes(key));
  return keys.some((key) => known.includes(key));
}

const labelOf: Partial<Record<LearntPlace['field'], LabelledField>> = {
  invoiceNumber: 'invoiceNumber',
  issueDate: 'issueDate',
  dueDate: 'dueDate',
  'seller.name': 'sellerName',
  'seller.organisationNumber': 'organisationNumber',
  'seller.vatId': 'vatId',
  'totals.net': 'net',
  'totals.vat': 'vat',
  'totals.gross': 'gross',
  'totals.rounding': 'rounding',
  'totals.payable': 'payable',
  'payment.reference': 'paymentReference',
  'references.order': 'order',
  'references.buyer': 'buyerReference',
};

const labelOfAccount: Record<AccountKind, LabelledField> = {
  bankgiro: 'bankgiro',
  plusgiro: 'plusgiro',
  iban: 'iban',
  other: 'account',
};

/** What a label at such a place announces; null for fields that stand at no place of their own. */
export function announcedAt({ field, accountKind }: Pick<LearntPlace, 'field' | 'accountKind'>) {
  return accountKind === null ? (labelOf[field] ?? null) : labelOfAccount[accountKind];
}

/** The page as one who knows the supplier sees it. Labels are new objects, because what stands beside them is looked up anew. */
export function withPlaces(page: Page, places: readonly LearntPlace[]): Page {
  const labels = page.marked.labels.map((label) => ({ ...label }));
  const learnt = places.flatMap((place) => labelsOf(place, page));
  const standing = [...labels, ...learnt.filter(({ learnt: placement }) => placement !== 'at')];
  const all = [...labels, ...learnt];
  return {
    layout: page.layout,
    marked: {
      ...page.marked,
      labels: all,
      labelsIn: Map.groupBy(standing, ({ cell }) => cell),
      byField: byFieldOf(all),
    },
  };
}

function labelsOf(place: LearntPlace, page: Page): FoundLabel[] {
  const field = announcedAt(place);
  if (field === null) return [];
  const { cells } = page.layout;
  const found =
    place.placement === 'at'
      ? cells.filter((cell) => standsAt(cell, place, page.layout)).map((cell) => ({ cell, start: 0, end: 0 }))
      : cells.flatMap((cell) => labelIn(cell, place));
  return found.map(({ cell, start, end }) => {
    const next = page.marked.labelsIn.get(cell)?.find((other) => other.start >= end && other.start > start);
    return {
      field,
      text: cell.text.slice(start, end),
      isStrong: true,
      language: place.language,
      cell,
      start,
      end,
      rest: end === 0 ? cell.text : withoutLead(cell.text.slice(end, next?.start)),
      learnt: place.placement,
    };
  });
}

/** The label's words one after the other: below it nothing else may stand in its cell, beside it the value may. */
function labelIn(
  cell: Cell,
  { label, placement }: LearntPlace,
): { cell: Cell; start: number; end: number }[] {
  const wanted = squeeze(label ?? '');
  if (wanted === '') return [];
  if (placement === 'below')
    return squeeze(cell.text) === wanted ? [{ cell, start: 0, end: cell.text.length }] : [];
  const words = wordsOf(cell.text);
  return words.flatMap(({ start }, first) => {
    let text = '';
    for (const word of words.slice(first)) {
      text += word.text;
      if (text === wanted) return [{ cell, start, end: word.end }];
      if (text.length >= wanted.length) break;
    }
    return [];
  });
}

/** How far off a place may be and be the same one, in points: half a line up or down, a letter or two to the side. */
const offByPoints = { x: 12, y: 6 };

function standsAt(cell: Cell, { page, x, y }: LearntPlace, { pageSizes }: Layout): boolean {
  return (
    pageFromEnds(cell.page, pageSizes) === page &&
    Math.abs(cell.x - x) <= offByPoints.x &&
    Math.abs(cell.y - y) <= offByPoints.y
  );
}

/** 1 for the first page; the others counted from the last, -1: what stands at an invoice's end stands there however long it is. */
export function pageFromEnds(number: number, pageSizes: Layout['pageSizes']): number {
  const numbers = [...pageSizes.keys()];
  return number === Math.min(...numbers) ? 1 : number - Math.max(...numbers) - 1;
}
