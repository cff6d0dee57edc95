/** Pages as pdf.js gives them, written down as text at places: quicker than drawing a PDF and opening it again. */

import type { Finding } from '../../../../src/ingest/formats/format.ts';
import { pdfText, readText } from '../../../../src/ingest/formats/pdf-text.ts';
import { classify } from '../../../../src/ingest/pdf/classify.ts';
import { markUp } from '../../../../src/ingest/pdf/page/label-search.ts';
import { layOut } from '../../../../src/ingest/pdf/page/layout.ts';
import type { PdfPage, PdfPages, TextItem } from '../../../../src/ingest/pdf/page/pages.ts';
import type { Page } from '../../../../src/ingest/pdf/page/spots.ts';
import type { ReadingContext } from '../../../../src/ingest/reading.ts';
import { defaultReadingLimits } from '../../../../src/ingest/reading-limits.ts';

/** Text, its left edge, its baseline, and its size where it is not 9 points. With `right`, x is where it ends. */
export type Put = readonly [text: string, x: number, y: number, style?: { size?: number; right?: boolean }];

/** A rough Helvetica: half the size for each character. */
export function widthOf(text: string, size = 9): number {
  return text.length * size * 0.5;
}

export function item([text, x, y, { size = 9, right = false } = {}]: Put): TextItem {
  const width = widthOf(text, size);
  return { text, x: right ? x - width : x, y, width, height: size };
}

export function pagesOf(...pages: (readonly Put[])[]): PdfPages {
  const read = pages.map(
    (puts, index): PdfPage => ({ number: index + 1, width: 595, height: 842, items: puts.map(item) }),
  );
  return { pages: read, total: read.length };
}

/** A page ready to be searched. */
export function pageOf(...puts: readonly Put[]): Page {
  const layout = layOut(pagesOf(puts));
  const marked = markUp(layout);
  if (!marked) throw new Error('the page speaks no language that is known');
  return { layout, marked };
}

export function kindOf(...puts: readonly Put[]) {
  return classify(pageOf(...puts));
}

/** What the reader of pages makes of a document; null where it does not recognise it. */
export function readPages(pages: PdfPages, context: ReadingContext = {}): Finding | null {
  const document = { kind: 'pdf' as const, pages, attachments: [] };
  if (!pdfText.recognises(document)) return null;
  return readText(document, { ...context, limits: defaultReadingLimits });
}

/** Labels with their values beside them, one pair below the other. */
export function column(
  labelX: number,
  valueX: number,
  top: number,
  pairs: readonly (readonly [string, string])[],
): Put[] {
  return pairs.flatMap(([label, value], index): Put[] => [
    [label, labelX, top + index * 14],
    [value, valueX, top + index * 14],
  ]);
}

/** Sums: labels at the left, amounts that end at the right. */
export function sums(top: number, pairs: readonly (readonly [string, string])[]): Put[] {
  return pairs.flatMap(([label, amount], index): Put[] => [
    [label, 330, top + index * 15],
    [amount, 540, top + index * 15, { right: true }],
  ]);
}

/** Labels in a row with their values in the row below. */
export function table(
  xs: readonly number[],
  top: number,
  pairs: readonly (readonly [string, string])[],
): Put[] {
  return pairs.flatMap(([label, value], index): Put[] => [
    [label, xs[index] ?? 0, top, { size: 7 }],
    [value, xs[index] ?? 0, top + 12],
  ]);
}
