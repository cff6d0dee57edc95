/** What kind of paper a page's text is: invoice, credit note, or one of those that only look like it. */
import type { Reason } from '../../invoice/invoice.ts';
import { isCreditNoteCode, reasonsInTypeCode } from '../formats/document-type-code.ts';
import { type Language, type OtherPaper, phrasesIn } from './labels/language.ts';
import { type CodedTitle, codedTitleOf } from './numbers/coded-title.ts';
import type { FoundTopic } from './page/label-search.ts';
import type { Cell, Layout } from './page/layout.ts';
import type { Page } from './page/spots.ts';
import { squeeze } from './text/words.ts';

export interface PaperKind {
  kind: 'invoice' | 'creditNote' | 'notInvoice' | 'unknown';
  /** For `notInvoice`: what it is. */
  reason: Reason | null;
  /** What makes the kind doubtful. */
  doubts: Reason[];
  title: Cell | null;
}

/** Titles stand in the upper part of a page and are short. */
const titleMaxLength = 80;
const titleZone = 0.55;

const calledPaper: Record<OtherPaper, string> = {
  reminder: 'a reminder',
  debt_collection: 'a debt collection demand',
  interest_invoice: 'a claim for late interest',
  statement: 'a statement of account',
  delivery_note: 'a delivery note',
  order_confirmation: 'an order confirmation',
  purchase_order: 'a purchase order',
  quotation: 'a quotation',
  pro_forma: 'a pro forma invoice',
  receipt: 'a receipt',
  remittance_advice: 'a remittance advice',
  terms_and_conditions: 'terms and conditions',
  contract: 'a contract',
  notice: 'a notice or list',
};

/** Titles that also stand on invoices, or are claims of their own: alone they do not make a paper something else. */
const neverPlain: readonly OtherPaper[] = ['interest_invoice'];
const plainOnlyWithoutInvoiceLabels: readonly OtherPaper[] = [
  'receipt',
  'contract',
  'notice',
  'purchase_order',
  'terms_and_conditions',
];

interface Title {
  paper: 'invoice' | 'creditNote' | OtherPaper;
  cell: Cell;
  text: string;
  /** The title is all that stands there, or only a number follows. */
  isAlone: boolean;
}

export function classify(page: Page): PaperKind {
  const coded = codedTitleOf(page);
  const paper = classifyByTitles(page, coded);
  return coded ? { ...paper, doubts: [...paper.doubts, ...reasonsInTypeCode(coded.code)] } : paper;
}

function classifyByTitles(page: Page, coded: CodedTitle | null): PaperKind {
  const titles = coded
    ? [byCode(coded, titlesOf(page))]
    : [...titlesOf(page), ...creditNumbers(page), ...creditsOfInvoices(page)];
  const credit = foremost(titles.filter(({ paper }) => paper === 'creditNote'));
  const invoice = foremost(titles.filter(({ paper }) => paper === 'invoice'));
  const own =
    credit && invoice && invoice.cell.height > credit.cell.height * 1.3 && !credit.isAlone
      ? invoice
      : (credit ?? invoice);
  const kind = own === null ? 'unknown' : own.paper === 'creditNote' ? 'creditNote' : 'invoice';
  const other = foremost(
    titles.filter(({ paper, isAlone }) => isAlone && paper !== 'invoice' && paper !== 'creditNote'),
  );
  const undisputed: PaperKind = { kind, reason: null, doubts: [], title: own?.cell ?? null };
  if (!other) return undisputed;
  const paper = other.paper as OtherPaper;
  const message = `it says "${other.cell.text}"${own ? ` and "${own.cell.text}"` : ''}`;
  const what = calledPaper[paper];
  if (isPlainlyOther(paper, other, own, page)) {
    return {
      kind: 'notInvoice',
      reason: { code: paper, message: `the PDF is ${what}: ${message}` },
      doubts: [],
      title: other.cell,
    };
  }
  if (own && !disputes(paper, other, own, page.layout)) return undisputed;
  const doubt = { code: `maybe_${paper}`, message: `the PDF may be ${what}: ${message}` };
  return { ...undisputed, kind: kind === 'unknown' ? 'invoice' : kind, doubts: [doubt] };
}

/** The code tells it better than words: in German a "Gutschrift" may be an invoice that the buyer wrote. A correction (384) may be either. */
function byCode({ cell, code }: CodedTitle, titles: readonly Title[]): Title {
  const worded = titles.find((title) => title.cell === cell);
  const paper = isCreditNoteCode(code)
    ? 'creditNote'
    : code === '384' && worded?.paper === 'creditNote'
      ? 'creditNote'
      : 'invoice';
  return { paper, cell, text: cell.text, isAlone: true };
}

/** "Bestellung    2013-471331": a label with its value beside it names another paper. */
function announces(cell: Cell, { layout, marked }: Page): boolean {
  const isOther = marked.labelsIn
    .get(cell)
    ?.some(
      ({ field, start }) =>
        start <= 2 && ['order', 'otherNumber', 'preceding', 'buyerReference', 'other'].includes(field),
    );
  return isOther === true && layout.rows[cell.row]?.cells[cell.column + 1] !== undefined;
}

function titlesOf(page: Page): Title[] {
  const { layout, marked } = page;
  const heads = rowsOfHeadings(marked.topics, layout);
  return marked.topics.flatMap(({ topic, cell, start, end, text }): Title[] => {
    if (topic.kind !== 'title' || cell.text.length > titleMaxLength || heads.has(cell.row)) return [];
    if (
      cell.page !== layout.rows[0]?.page ||
      cell.y > titleZone * (layout.pageSizes.get(cell.page)?.height ?? 0)
    )
      return [];
    const rest = cell.text.slice(end).trim();
    const isFirst = start <= 2;
    const isLast = rest === '';
    if (!isFirst && !isLast) return [];
    const isAlone =
      (isFirst && isLast) ||
      (isFirst &&
        /^(?:[-–]?\s?(?:nr|no|n\.?[°º]|n|č|nummer|numer|#)?\.?\s*[\p{L}\d/-]*\d[\p{L}\d/-]*|(?:[-–](?!\p{L})|[(/]).*)$/iu.test(
          rest,
        )) ||
      (isLast && start < 30 && !/[.:,]/.test(cell.text)) ||
      (isFirst &&
        /^(?:of|for|för|av|der|des|de|van|voor|von|til|from|från|di|del|della|do|da|dla|para|per|pro|k|ke)\s/iu.test(
          rest,
        ) &&
        topic.paper !== 'invoice' &&
        topic.paper !== 'creditNote' &&
        cell.text.length < 70);
    // "Orderbekräftelse: 123" on an invoice names another paper.
    if (/^\s*:/.test(cell.text.slice(end)) && topic.paper !== 'invoice' && topic.paper !== 'creditNote')
      return [];
    if (announces(cell, page)) return [];
    return [{ paper: topic.paper, cell, text, isAlone }];
  });
}

/** "Kreditfaktura nr 1012", "Avoir n° 2024-101": whose own number is a credit note's is one, title or not. */
function creditNumbers({ layout, marked }: Page): Title[] {
  const words = creditWords(marked.language);
  return marked.labels
    .filter(
      ({ field, isStrong, start, rest, text, cell }) =>
        field === 'invoiceNumber' &&
        isStrong &&
        start <= 2 &&
        (/\d/.test(rest) || layout.rows[cell.row]?.cells[cell.column + 1] !== undefined || rest === '') &&
        words.some((word) => squeeze(text).startsWith(word)),
    )
    .map(({ cell, text }) => ({ paper: 'creditNote', cell, text, isAlone: true }));
}

/** "Kreditnota till faktura 77456", "Credit note for invoice no. 12": the credit of an invoice that is named by its number. */
function creditsOfInvoices(page: Page): Title[] {
  return page.marked.topics
    .filter(
      ({ topic, cell, start, end }) =>
        topic.kind === 'title' &&
        topic.paper === 'creditNote' &&
        start <= 2 &&
        cell.text.length <= titleMaxLength &&
        isHead(cell, page.layout) &&
        /\d[\p{L}\d/-]*$/u.test(cell.text) &&
        namesInvoice(cell, end, page),
    )
    .map(({ cell, text }) => ({ paper: 'creditNote', cell, text, isAlone: true }));
}

function namesInvoice(cell: Cell, from: number, { marked: { topics, labelsIn } }: Page): boolean {
  return (
    topics.some(
      ({ topic, cell: other, start }) =>
        other === cell && start >= from && topic.kind === 'title' && topic.paper === 'invoice',
    ) ||
    (labelsIn.get(cell)?.some(({ field, start }) => start >= from && field === 'preceding') ?? false)
  );
}

function creditWords({ creditTitles }: Language): string[] {
  return phrasesIn(creditTitles)
    .map(squeeze)
    .filter((word) => word.length > 3);
}

/** Rows where several column headings or labels stand side by side: "Faktura" there heads a column. */
function rowsOfHeadings(topics: readonly FoundTopic[], layout: Layout): Set<number> {
  const cells = new Map<number, Set<Cell>>();
  for (const { topic, cell } of topics) {
    if (topic.kind === 'column') cells.set(cell.row, (cells.get(cell.row) ?? new Set()).add(cell));
  }
  return new Set(
    [...cells]
      .filter(([row, found]) => found.size >= 3 && (layout.rows[row]?.cells.length ?? 0) >= 3)
      .map(([row]) => row),
  );
}

/** The largest, then the uppermost. */
function foremost(titles: readonly Title[]): Title | null {
  const [first] = [...titles].sort((a, b) =>
    Math.abs(a.cell.height - b.cell.height) > 0.5
      ? b.cell.height - a.cell.height
      : Number(b.isAlone) - Number(a.isAlone) || a.cell.row - b.cell.row,
  );
  return first ?? null;
}

/**
 * To say that a paper is no invoice loses it, so it must be plain: its title outdoes an invoice's title, and it stands
 * out from the text around it or nothing else on the page is what an invoice has.
 */
function isPlainlyOther(paper: OtherPaper, other: Title, own: Title | null, page: Page): boolean {
  if (neverPlain.includes(paper)) return false;
  const outdoes =
    !own || other.cell.height > own.cell.height * 1.1 || (!own.isAlone && other.cell.row <= own.cell.row);
  if (!outdoes) return false;
  const { labels } = page.marked;
  const has = (field: string) =>
    labels.some(
      (label) => label.field === field && label.isStrong && (label.start <= 2 || label.cell.text.length < 90),
    );
  const isInvoiceLike =
    has('invoiceNumber') && has('payable') && (has('dueDate') || has('vat') || has('vatId'));
  if (plainOnlyWithoutInvoiceLabels.includes(paper)) return !isInvoiceLike;
  return !isInvoiceLike || other.cell.height >= 1.2 * page.layout.usualSize;
}

/** Among the first texts of the page. */
function isHead(cell: Cell, layout: Layout): boolean {
  return cell.y < 0.3 * (layout.pageSizes.get(cell.page)?.height ?? 0);
}

/** Whether the other title makes one doubt beside the invoice's own: as large, or a reminder's in the upper part. */
function disputes(paper: OtherPaper, other: Title, own: Title, layout: Layout): boolean {
  if (paper === 'reminder' || paper === 'debt_collection' || paper === 'pro_forma')
    return isHead(other.cell, layout) || other.cell.height >= own.cell.height;
  // "Beställning 4711" in no larger type than "Faktura 20417" is the order that is invoiced.
  if (paper === 'purchase_order' && /\d/.test(other.cell.text) && other.cell.height <= own.cell.height * 1.05)
    return false;
  return (
    other.cell.height >= own.cell.height * 0.95 &&
    isHead(other.cell, layout) &&
    paper !== 'terms_and_conditions' &&
    paper !== 'notice' &&
    paper !== 'contract'
  );
}
