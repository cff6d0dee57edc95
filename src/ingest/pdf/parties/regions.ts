/** Whose block of text a cell stands in: the buyer's address must not be taken for the seller's. */
import type { ReadingContext } from '../../reading.ts';
import type { FoundTopic } from '../page/label-search.ts';
import { type Cell, columnOverlap } from '../page/layout.ts';
import { isAnnouncement } from '../page/lexicon.ts';
import { isRowOfHeads, offset, type Page } from '../page/spots.ts';
import { type AddressBlock, addressBlocks } from './address-blocks.ts';
import { assignmentOn } from './assignment.ts';
import { customerLists } from './customer-lists.ts';
import { addressesBelowLetterhead } from './letterheads.ts';
import { isName } from './name-candidates.ts';
import { isAddressLine, isOneOf, nameIn } from './names.ts';

export interface Regions {
  buyer: ReadonlySet<Cell>;
  seller: ReadonlySet<Cell>;
  /** The first lines below each heading: where the names stand. */
  buyerNames: readonly Cell[];
  sellerNames: readonly Cell[];
  /** Where one of the book's own names stands. */
  own: readonly Cell[];
  /** The sender's address in one line, above the buyer's. */
  senders: readonly Cell[];
}

/** How far below its heading, in points, an address reaches, and how wide a gap in it may be, in line heights. */
const addressReach = 190;
const addressGap = 2.2;
/** A line may be left free below the heading, and more where it is set as a headline. */
const gapAfterHeading = 3.5;
/** Where lines are set wide, a gap as wide as those before is none. */
const wideGap = 2.6;
/** The same before the party's own numbers, which often stand a little apart. */
const gapBeforeNumbers = 3.4;

export function regionsOf(page: Page, { ownNames = [] }: ReadingContext): Regions {
  const headings = page.marked.topics.filter(
    ({ topic, cell, start, end }) =>
      topic.kind === 'heading' &&
      start <= 2 &&
      (end >= cell.text.length - 2 || cell.text[end] === ':' || isAnnouncement(cell.text)),
  );
  const isAssigned = assignmentOn(page).from.size > 0;
  const isSellers = ({ topic, cell }: FoundTopic) =>
    topic.kind === 'heading' && (topic.of === 'seller' || isOnPaymentAdvice(cell, page));
  const heads = {
    buyer: headings.filter((heading) => !isSellers(heading)).map(({ cell }) => cell),
    seller: headings
      .filter(isSellers)
      .map(({ cell }) => cell)
      // Where the claim was sold, whoever is paid is not the seller.
      .filter(
        (cell) => !isAssigned || !page.marked.labelsIn.get(cell)?.some(({ field }) => field === 'payee'),
      ),
  };
  const named = page.layout.cells.filter((cell) => isOneOf(cell.text, ownNames));
  // A seller may be called almost as we are: what is spelled as we spell it is ours.
  const exact = named.filter(({ text }) => ownNames.includes(text));
  const ownCells = exact.length > 0 ? exact : named;
  const attention = attentionLines(page);
  heads.buyer.push(...attention);
  const isHead = new Set([...heads.buyer, ...heads.seller]);
  const headed = heads.buyer.length - attention.length;
  const blocks = {
    buyer: [...heads.buyer, ...ownCells].map((head) => blockBelow(head, page, isHead)),
    seller: heads.seller.map((head) => blockBelow(head, page, isHead)),
  };
  const customers = customerBlocks(page).filter(({ head }) => !blocks.seller.flat().includes(head));
  const senders = senderLines(page);
  const windows = senders.map((line) =>
    blockBelow(line, page, isHead).filter((cell) => cell.row !== line.row),
  );
  const buyerNames = [
    ...blocks.buyer.flatMap((block, index) =>
      isOrderer(block, page) ? [] : index < headed ? firstLine(block, page) : block.slice(0, 1),
    ),
    ...customers.map(({ head }) => head),
    ...windows.flatMap((block, index) => firstLine([...senders.slice(index, index + 1), ...block], page)),
  ];
  // Whose name it is, that the address is not the sender's does not tell: it may be of the place where work was done.
  const isTold = heads.seller.length > 0 || buyerNames.some((cell) => isName(textOfName(cell, page)));
  const addressed = isTold ? [] : addressesBelowLetterhead(page);
  return {
    buyer: new Set([
      ...[...blocks.buyer, ...windows, ...[...customers, ...addressed].map(({ lines }) => lines)].flat(),
      ...customerLists(page),
    ]),
    seller: new Set([...blocks.seller.flat(), ...senders]),
    own: ownCells,
    senders,
    buyerNames,
    sellerNames: blocks.seller.flatMap((block) => firstLine(block, page)),
  };
}

/** An address with the customer's own number in it, as the supplier calls it: "Your VAT no", "TVA client". */
function customerBlocks(page: Page): AddressBlock[] {
  const has = ({ lines }: AddressBlock, fields: ReadonlySet<string>) =>
    lines.some((line) => page.marked.labelsIn.get(line)?.some(({ field }) => fields.has(field)));
  return addressBlocks(page).filter((block) => has(block, customersFields) && !has(block, papersFields));
}

const customersFields: ReadonlySet<string> = new Set(['buyerVatId', 'buyerOrganisationNumber']);
/** A list of the paper's own numbers and days that stands right below an address. */
const papersFields: ReadonlySet<string> = new Set([
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'terms',
  'order',
]);

/** "To:" on the slip that goes back with the payment names the one who is paid; what else heads its lines is the buyer's. */
function isOnPaymentAdvice(cell: Cell, { layout, marked: { topics } }: Page): boolean {
  return (
    /^(?:to|till|til|an|à|aan)\s?:?$/iu.test(cell.text) &&
    topics.some(
      ({ topic, cell: title, start }) =>
        topic.kind === 'title' &&
        topic.paper === 'remittance_advice' &&
        start <= 2 &&
        title.page === cell.page &&
        title.row < cell.row &&
        title.y > adviceFrom * (layout.pageSizes.get(cell.page)?.height ?? 0),
    )
  );
}

/** The slip is at the foot: a title further up is the paper's. */
const adviceFrom = 0.4;

/**
 * "Muster GmbH | Hauptstr. 1 | 10115 Berlin" in small type over an address in larger type is the sender's line in the
 * window of an envelope: below it stands whom the letter is to.
 */
function senderLines({ layout, marked }: Page): Cell[] {
  return layout.cells.filter((cell) => {
    if (cell.page !== 1 || marked.labelsIn.has(cell) || cell.y > windowEnd * pageHeight(layout)) return false;
    if (!isAddressInOneLine(cell.text)) return false;
    const below = layout.rows
      .slice(cell.row + 1, cell.row + 5)
      .flatMap(({ cells }) => cells)
      .filter((other) => other.page === 1 && Math.abs(other.x - cell.x) < 6 && other.y - cell.y < 75);
    return below.length >= 2 && below.every((other) => other.height >= cell.height * 1.1);
  });
}

/** The window of an envelope is in the upper third. */
const windowEnd = 0.33;

function pageHeight({ pageSizes }: Page['layout']): number {
  return pageSizes.get(1)?.height ?? 0;
}

/** A name, a street with its number and a town with its code, with the same mark between them. */
function isAddressInOneLine(text: string): boolean {
  const parts = text.split(/\s?[|•·●∙*]\s?|,\s|\s[-–—]\s/u);
  return (
    parts.length >= 3 &&
    parts.length <= 5 &&
    /\p{L}{2}/u.test(parts[0] ?? '') &&
    parts.slice(1).some((part) => /\p{L}{2}.*\s\d{1,4}\s?\p{L}?$/u.test(part)) &&
    /(?:^|\s|-)(?:\d{3,5}(?:\s\d{2})?|\d{2}-\d{3}|\d{4}-\d{3})\s\p{L}{2}/u.test(parts.slice(1).join(' '))
  );
}

/** "Att: Eva Ek" stands in the recipient's address, mostly below the company: then that is where the address starts. */
function attentionLines({ layout, marked }: Page): Cell[] {
  return marked.labels
    .filter(
      ({ field, start, text }) =>
        field === 'buyerReference' &&
        start <= 2 &&
        /^(?:att|t\s?\.?a\s?\.?v|z\s?\.?\s?h|[àa] l)/iu.test(text),
    )
    .map(({ cell }) => {
      const above = layout.rows
        .slice(Math.max(0, cell.row - 4), cell.row)
        .flatMap((row) => row.cells)
        .filter(
          (other) =>
            other.page === cell.page &&
            Math.abs(other.x - cell.x) < 6 &&
            cell.y - other.y < 2 * Math.max(cell.height, 9),
        );
      return above.at(-1) ?? cell;
    });
}

/** The heading, what follows beside it, and the lines below it in its columns, up to the next wide gap or heading. */
function blockBelow(head: Cell, { layout, marked }: Page, isHead: ReadonlySet<Cell>): Cell[] {
  const block = [head];
  /** Where the values of labels in the block start: "Name:   Kunden AG". */
  const valueColumns: number[] = [];
  let last = head.y;
  /** The widest gap so far between lines of the address, in points: what is set wide is set wide throughout. */
  let widest = 0;
  const beside = layout.rows[head.row]?.cells[head.column + 1];
  if (
    beside &&
    !isHead.has(beside) &&
    !marked.labelsIn.has(beside) &&
    !isRowOfHeads(layout.rows[head.row]?.cells ?? [], marked) &&
    beside.x - (head.x + head.width) < 120
  ) {
    block.push(beside);
    valueColumns.push(beside.x);
  }
  for (const row of layout.rows.slice(head.row + 1)) {
    if (row.page !== head.page || row.y > head.y + addressReach) break;
    const inColumn = row.cells.filter(
      (cell) => standsBelow(cell, head) || valueColumns.some((x) => Math.abs(cell.x - x) < 6),
    );
    const [first] = inColumn;
    if (!first) continue;
    const gap = inColumn.some((cell) => identifies(cell, marked))
      ? gapBeforeNumbers
      : block.length === 1
        ? gapAfterHeading
        : addressGap;
    const distance = row.y - last;
    if (distance > Math.max(gap * Math.max(head.height, first.height, 9), widest + 1)) break;
    if (inColumn.some((cell) => isHead.has(cell) || (block.length > 1 && tellsOfPaper(cell, marked)))) break;
    widest = Math.min(Math.max(widest, distance), wideGap * Math.max(first.height, 9));
    block.push(...inColumn);
    for (const cell of inColumn) {
      const value = row.cells[cell.column + 1];
      if (!value || inColumn.includes(value) || !expectsValue(cell, marked)) continue;
      block.push(value);
      valueColumns.push(value.x);
    }
    last = row.y;
  }
  return block;
}

/** "Fakturanr: 30417", "Betalas till bankgiro": what the paper tells of itself is no part of an address, however evenly a letter is set. */
function tellsOfPaper(cell: Cell, { labelsIn }: Page['marked']): boolean {
  return (
    labelsIn
      .get(cell)
      ?.some(({ field, start, isStrong }) => isStrong && start <= 2 && toldOfPaper.has(field)) ?? false
  );
}

const toldOfPaper: ReadonlySet<string> = new Set([
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'payable',
  'bankgiro',
  'plusgiro',
  'iban',
]);

/** A label whose value does not stand in its own text. */
function expectsValue(cell: Cell, { labelsIn }: Page['marked']): boolean {
  return /:$/.test(cell.text) || (labelsIn.get(cell)?.some(({ rest }) => rest === '') ?? false);
}

function identifies(cell: Cell, { labelsIn }: Page['marked']): boolean {
  return (
    labelsIn.get(cell)?.some(({ field }) => field === 'vatId' || field === 'organisationNumber') ?? false
  );
}

function standsBelow(cell: Cell, head: Cell): boolean {
  return (
    Math.abs(cell.x - head.x) < 15 ||
    (columnOverlap(cell, head) > 0.8 &&
      ((cell.x > head.x - 15 && cell.width < 260) || offset(cell, head) < 3))
  );
}

/** "Kund: Exempel AB" names it beside the heading; otherwise it is the first line below that is no label, salutation or remark. */
function firstLine([head, ...lines]: readonly Cell[], { layout, marked }: Page): Cell[] {
  if (!head) return [];
  if (behindHeading(head, marked) !== '') return [head];
  const beside = lines.find((line) => line.row === head.row);
  if (beside) return [beside];
  const first = lines.find(
    (line) =>
      !isLabel(line, marked, layout) &&
      !isValueOfLabel(line, marked, layout) &&
      !isAnnouncement(line.text) &&
      !/^(?:[(*]|herrn?$|frau$|firma$|fa\.?$|mr\.?s?\.?$|m\.(?:me)?$|familie$)/iu.test(line.text),
  );
  if (!first) return [];
  // Who it is for stands before the company, or the company before him.
  const company = lines
    .slice(lines.indexOf(first) + 1, lines.indexOf(first) + 3)
    .find(({ text }) => nameIn(text)?.start === 0);
  return company && isPerson(first.text) ? [company, first] : [first];
}

/** "Karin Ek", "Herrn Dr. Max Brandt" */
function isPerson(text: string): boolean {
  return /^(?:(?:Herrn?|Frau|Mr|Mrs|Ms|M|Mme|Dr)\.?\s)*\p{Lu}\p{Ll}+(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}-]+){1,2}$/u.test(
    text,
  );
}

/** "Beställare: Karin Ek", "Requested by   Jane Moss": a person, without an address below, who ordered and is not the buyer. */
function isOrderer([head, ...lines]: readonly Cell[], page: Page): boolean {
  if (!head || !page.marked.labelsIn.get(head)?.some(({ field }) => field === 'buyerReference')) return false;
  const texts = [head.text, ...lines.map(({ text }) => text)];
  return !texts.some((text) => nameIn(text) !== null || isAddressLine(text));
}

/** "From: Nordvik Bygg, Storgatan 1": what follows a heading, or a label, in its own text; the whole of any other. */
export function textOfName(cell: Cell, { marked }: Page): string {
  const behind = behindHeading(cell, marked);
  if (behind !== '') return behind;
  const label = marked.labelsIn.get(cell)?.[0];
  return label && label.start <= 2 && label.rest !== '' ? label.rest : cell.text;
}

function behindHeading(cell: Cell, { topics }: Page['marked']): string {
  const heading = topics.find(
    ({ topic, cell: other, start }) => topic.kind === 'heading' && other === cell && start <= 2,
  );
  const rest = heading ? cell.text.slice(heading.end) : '';
  return rest.startsWith(':') ? rest.slice(1).trim() : '';
}

/** "Nummer: 549910", "Attn: Eva Ek", or "Nummer" with its value beside it after a colon. */
function isLabel(cell: Cell, { labelsIn }: Page['marked'], layout: Page['layout']): boolean {
  const next = layout.rows[cell.row]?.cells[cell.column + 1];
  return (
    (labelsIn.get(cell)?.some(({ field, start }) => start <= 2 && !namingFields.has(field)) ?? false) ||
    /:$/.test(cell.text) ||
    (next !== undefined && /^:/.test(next.text))
  );
}

const namingFields: ReadonlySet<string> = new Set(['sellerName', 'payee', 'buyerName', 'buyerReference']);

function isValueOfLabel(cell: Cell, marked: Page['marked'], layout: Page['layout']): boolean {
  const before = layout.rows[cell.row]?.cells[cell.column - 1];
  return before !== undefined && cell.x - (before.x + before.width) < 200 && isLabel(before, marked, layout);
}
