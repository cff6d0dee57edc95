/** Several invoices in one PDF: pages that carry their own number start one. Pure. */
import type { Candidate } from './choosing/candidates.ts';
import type { Page } from './page/spots.ts';

/** Pages that belong together, by their numbers. */
export type PageGroup = readonly number[];

/**
 * Splits where a page has another invoice number than the one before, and looks like a first page: it has a title or
 * something to pay, or calls itself page 1.
 */
export function groupPages(page: Page, numbers: readonly Candidate[]): PageGroup[] {
  const pages = [...page.layout.pageSizes.keys()];
  const groups: number[][] = [];
  let current: Candidate | null = null;
  for (const number of pages) {
    const own = numberOf(number, numbers);
    const group = groups.at(-1);
    const isOther = own !== null && current !== null && isOtherNumber(own, current);
    if (!group || (isOther && looksFirst(number, page))) groups.push([number]);
    else group.push(number);
    current = own ?? current;
  }
  return groups;
}

/** What a number is taken for sure by: a strong label right beside it. */
const sureScore = 3.5;

function numberOf(page: number, numbers: readonly Candidate[]): Candidate | null {
  const [best] = numbers
    .filter(({ cell, score }) => cell.page === page && score > 0)
    .sort((a, b) => b.score - a.score);
  return best ?? null;
}

/** Of numbers that are less sure, two at one place below one label tell two sheets of one form. */
function isOtherNumber(own: Candidate, before: Candidate): boolean {
  if (own.value === before.value) return false;
  const isSure = own.score >= sureScore && before.score >= sureScore;
  return isSure || (own.how === before.how && standsAt(own, before));
}

function standsAt({ cell }: Candidate, { cell: other }: Candidate): boolean {
  return Math.abs(cell.x - other.x) < 3 && Math.abs(cell.y - other.y) < 3;
}

function looksFirst(number: number, { layout, marked }: Page): boolean {
  const hasTitle = marked.topics.some(
    ({ topic, cell, start }) =>
      topic.kind === 'title' &&
      (topic.paper === 'invoice' || topic.paper === 'creditNote') &&
      cell.page === number &&
      start <= 2,
  );
  const isPayable = marked.labels.some(
    ({ field, cell }) => (field === 'payable' || field === 'gross') && cell.page === number,
  );
  const text = layout.rows
    .filter((row) => row.page === number)
    .map((row) => row.cells.map((cell) => cell.text).join(' '));
  const isPageOne = text.some((line) =>
    /(?<![\d/])1\s?(?:\/|\(|av|of|von|van|sur|de|af)\s?\d{1,2}(?!\d|\/)/iu.test(line),
  );
  return hasTitle && (isPayable || isPageOne);
}
