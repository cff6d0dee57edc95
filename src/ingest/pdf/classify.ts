/** What kind of paper a page's text is: invoice, credit note, or one of those that only look like it. */
import type { Reason } from '../../invoice/invoice.ts';
import { type FoundLabel, findLabels } from './label-search.ts';
import { type Language, startsWithPhrase } from './labels/language.ts';
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

export function classify(layout: Layout, language: Language): PaperKind {
  const titles = layout.rows
    .filter((row) => row.page === 1 && row.y <= titleZone * (layout.pageHeights.get(1) ?? 0))
    .flatMap((row) => row.cells)
    .filter((cell) => cell.text.length <= titleMaxLength);
  const credit = largest(titles, startsWithPhrase(language.creditTitles));
  const invoice = largest(titles, startsWithPhrase(language.invoiceTitles));
  const other = language.notInvoiceTitles
    .map((title) => ({ title, cell: largest(titles, standingAlone(title.phrases)) }))
    .filter((found) => found.cell !== null)
    .sort((a, b) => (b.cell?.height ?? 0) - (a.cell?.height ?? 0))[0];
  const invoiceTitle = credit ?? invoice;
  if (other?.cell) {
    const reason = {
      code: other.title.code,
      message: `the PDF is ${other.title.what}: it says "${other.cell.text}"`,
    };
    if (!invoiceTitle || other.cell.height > invoiceTitle.height * 1.1) {
      return { kind: 'notInvoice', reason, doubts: [], title: other.cell };
    }
    if (other.cell.height >= invoiceTitle.height * 0.9) {
      const doubt = {
        code: `maybe_${other.title.code}`,
        message: `the PDF says both "${invoiceTitle.text}" and "${other.cell.text}"`,
      };
      return { kind: credit ? 'creditNote' : 'invoice', reason: null, doubts: [doubt], title: invoiceTitle };
    }
  }
  return {
    kind: credit ? 'creditNote' : invoice ? 'invoice' : 'unknown',
    reason: null,
    doubts: [],
    title: invoiceTitle,
  };
}

/** "Orderbekräftelse 123" is a title; "Orderbekräftelse: 123" on an invoice names another paper. */
function standingAlone(phrases: string): RegExp {
  return new RegExp(`${startsWithPhrase(phrases).source}(?!\\s*(?:nr|no|number|nummer)?\\.?\\s*:)`, 'iu');
}

function largest(cells: readonly Cell[], pattern: RegExp): Cell | null {
  const [first] = cells.filter((cell) => pattern.test(cell.text)).sort((a, b) => b.height - a.height);
  return first ?? null;
}
