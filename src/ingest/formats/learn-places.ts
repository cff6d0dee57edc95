/** From the pages of a corrected document to the places where the right values stand on them. */
import type { Correction } from '../../invoice/correction.ts';
import type { LearntPlace } from '../../invoice/learnt-place.ts';
import { findPlaces } from '../pdf/find-places.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import { readPaper } from '../pdf/read-paper.ts';
import type { ReadingContext } from '../reading.ts';
import { papersOf } from './pdf-text.ts';

/** @param ordinal which of several invoices in the document was corrected: 0, 1 … */
export function learnPlaces(
  pages: PdfPages,
  ordinal: number,
  corrections: readonly Correction[],
  context: ReadingContext,
): LearntPlace[] {
  const opened = papersOf(pages)[ordinal];
  if (!opened) return [];
  const { page, paper } = opened;
  return findPlaces({ page, paper, context, plain: readPaper(page, paper, context) }, corrections);
}
