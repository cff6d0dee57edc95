/** What kind of paper a page's text is: invoice, credit note, or one of those that only look like it. */
import type { Reason } from '../../invoice/invoice.ts';
import { type FoundLabel, findLabels } from './label-search.ts';
import { type Language, type NotInvoiceTitle, startsWithPhrase } from './labels/language.ts';
import type { Cell, Layout } from './layout.ts';

export interface PaperKind {
  kind: 'invoice' | 'creditNote' | 'notInvoice' | 'unknown';
  /** For `notInvoice`: what it is. */
  reason: Reason | null;
  /** What makes the kind doubtful. */
  doubts: Reason[];
  title: Cell | null;
}

/** Titles stand in the upper part of the first page and are short. */
const titleMaxLength = 60;
const titleZone = 0.6;

/** The language whose labels explain most of the text; null when none explains any of it. */
export function languageOf(
  layout: Layout,
  languages: readonly Language[],
): { language: Language; labels: FoundLabel[] } | null {
  const [best] = languages
    .map((language) => ({ language, labels: findLabels(layout, language) }))
    .sort((a, b) => distinctFields(b.labels) - distinctFields(a.labels));
  return best && distinctFields(best.labels) >= 2 ? best : null;
}

function distinctFields(labels: readonly FoundLabel[]): number {
  return new Set(
    labels.filter(({ field, isStrong }) => field !== 'other' && isStrong).map(({ field }) => field),
  ).size;
}

export function classify(layout: Layout, language: Language, labels: readonly FoundLabel[]): PaperKind {
  const titles = layout.rows
    .filter((row) => row.page === 1 && row.y <= titleZone * (layout.pageHeights.get(1) ?? 0))
    .flatMap((row) => row.cells)
    .filter((cell) => cell.text.length <= titleMaxLength);
  const credit = largest(titles, startsWithPhrase(language.creditTitles));
  const title = credit ?? largest(titles, startsWithPhrase(language.invoiceTitles));
  const kind = credit ? 'creditNote' : title ? 'invoice' : 'unknown';
  const other = otherPaper(titles, language);
  if (!other || (title && other.cell.height < title.height * 0.9))
    return { kind, reason: null, doubts: [], title };
  if (isPlainlyOther(other.cell, title, layout, labels)) {
    const reason = {
      code: other.title.code,
      message: `the PDF is ${other.title.what}: it says "${other.cell.text}"`,
    };
    return { kind: 'notInvoice', reason, doubts: [], title: other.cell };
  }
  const doubt = {
    code: `maybe_${other.title.code}`,
    message: `the PDF may be ${other.title.what}: it says "${other.cell.text}"${title ? ` and "${title.text}"` : ''}`,
  };
  return { kind: credit ? 'creditNote' : 'invoice', reason: null, doubts: [doubt], title };
}

interface OtherPaper {
  title: NotInvoiceTitle;
  cell: Cell;
}

/** The largest title of something that is no invoice. */
function otherPaper(titles: readonly Cell[], language: Language): OtherPaper | null {
  const [first] = language.notInvoiceTitles
    .flatMap((title) => {
      const cell = largest(titles, standingAlone(title.phrases));
      return cell ? [{ title, cell }] : [];
    })
    .sort((a, b) => b.cell.height - a.cell.height);
  return first ?? null;
}

/**
 * To say that a paper is no invoice loses it, so it must be plain: its title is larger than an invoice's title and than
 * the text around it, or nothing else on the page is what an invoice has.
 */
function isPlainlyOther(
  cell: Cell,
  title: Cell | null,
  layout: Layout,
  labels: readonly FoundLabel[],
): boolean {
  if (title && cell.height <= title.height * 1.1) return false;
  const hasInvoiceLabels = ['invoiceNumber', 'payable'].every((field) =>
    labels.some((label) => label.field === field && label.isStrong),
  );
  return !hasInvoiceLabels || cell.height >= 1.25 * medianHeight(layout);
}

function medianHeight(layout: Layout): number {
  const heights = layout.rows.flatMap((row) => row.cells.map((cell) => cell.height)).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** "Orderbekräftelse 123" is a title; "Orderbekräftelse: 123" on an invoice names another paper. */
function standingAlone(phrases: string): RegExp {
  return new RegExp(`${startsWithPhrase(phrases).source}(?!\\s*(?:nr|no|number|nummer)?\\.?\\s*:)`, 'iu');
}

function largest(cells: readonly Cell[], pattern: RegExp): Cell | null {
  const [first] = cells.filter((cell) => pattern.test(cell.text)).sort((a, b) => b.height - a.height);
  return first ?? null;
}
