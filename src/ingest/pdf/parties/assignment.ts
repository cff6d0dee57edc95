/**
 * A claim that was sold or pledged: "Fakturan är överlåten till Norrfin Finans AB". Who is paid then is not who invoices, and its name
 * and numbers stand on the page as plainly as the supplier's. Pure.
 */
import type { Candidate } from '../choosing/candidates.ts';
import type { FoundTopic } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import type { Page } from '../page/spots.ts';
import { nameIn, nameKey } from './names.ts';

export interface Assignment {
  /** Names of those to whom it was assigned, as keys. */
  names: ReadonlySet<string>;
  /** Cells that speak of them, each with the place in its text from which it does. */
  from: ReadonlyMap<Cell, number>;
  /** All lines of the paragraphs that tell of it: an account that one names is theirs. */
  notice: ReadonlySet<Cell>;
}

/** Lines of a paragraph that are read on after the words that tell of it, and how far apart, in font sizes, they may be. */
const linesMax = 3;
const noticeLinesMax = 6;
const lineGap = 1.8;

export const assignmentOn = perPage(findAssignment);

function findAssignment(page: Page): Assignment {
  const names = new Set<string>();
  const from = new Map<Cell, number>();
  const notice = new Set<Cell>();
  for (const topic of page.marked.topics) {
    if (topic.topic.kind !== 'remark' || topic.topic.about !== 'assigned') continue;
    const paragraph = paragraphFrom(topic, page);
    for (const [cell, start] of paragraph) from.set(cell, Math.min(start, from.get(cell) ?? start));
    for (const cell of noticeAround(topic.cell, page)) notice.add(cell);
    const text = [...paragraph].map(([cell, start]) => cell.text.slice(start)).join(' ');
    const name = nameIn(text.replace(/^[\s:.,-]+/, ''))?.name;
    if (name !== undefined) names.add(nameKey(name));
  }
  if (from.size > 0) for (const [cell, start] of payeesOn(page)) from.set(cell, start);
  return { names, from, notice };
}

/** What follows the words in their cell, and the lines below it. */
function paragraphFrom({ cell, end }: FoundTopic, { layout }: Page): Map<Cell, number> {
  const cells = new Map([[cell, end]]);
  let last = cell;
  for (const row of layout.rows.slice(cell.row + 1)) {
    if (cells.size > linesMax || row.page !== cell.page) break;
    const next = row.cells.find(({ x }) => Math.abs(x - cell.x) < 6);
    if (!next) continue;
    if (next.y - last.y > lineGap * Math.max(last.height, 6)) break;
    cells.set(next, 0);
    last = next;
  }
  return cells;
}

/** The lines of the same type above and below, with what stands beside each. */
function noticeAround(cell: Cell, { layout }: Page): Cell[] {
  const lines = [cell];
  for (const step of [1, -1]) {
    let last = cell;
    for (let index = cell.row + step; lines.length <= noticeLinesMax; index += step) {
      const row = layout.rows[index];
      if (!row || row.page !== cell.page || Math.abs(row.y - last.y) > lineGap * Math.max(last.height, 6))
        break;
      const next = row.cells.find(({ x }) => Math.abs(x - cell.x) < 6);
      if (!next) continue;
      if (Math.abs(next.height - cell.height) > 1) break;
      lines.push(next);
      last = next;
    }
  }
  return lines.flatMap((line) => layout.rows[line.row]?.cells.slice(line.column) ?? []);
}

/** Where the claim is another's, so is what stands with "Betalningsmottagare". */
function payeesOn({ layout, marked }: Page): [Cell, number][] {
  return marked.labels
    .filter(({ field }) => field === 'payee')
    .flatMap(({ cell, end, rest }): [Cell, number][] => {
      if (rest !== '') return [[cell, end]];
      const row = layout.rows[cell.row];
      const beside = row?.cells[cell.column + 1];
      const below = layout.rows[cell.row + 1]?.cells.find(
        (other) => other.page === cell.page && Math.abs(other.x - cell.x) < 6,
      );
      return [beside, below].flatMap((each): [Cell, number][] => (each ? [[each, 0]] : []));
    });
}

/** Whether what starts at a place in a cell is said of those to whom the claim was assigned. */
export function isOfAssignee(page: Page, cell: Cell, start: number): boolean {
  const { names, from } = assignmentOn(page);
  const said = from.get(cell);
  if (said !== undefined && start >= said) return true;
  // "Norrfin Finans AB, org.nr 559959-7126" in the foot
  const named = names.size === 0 ? undefined : nameIn(cell.text.slice(0, start))?.name;
  return named !== undefined && names.has(nameKey(named));
}

/**
 * Of all accounts those that one may pay to: where a notice of assignment names some, or some stand with the payee that the page
 * tells, the seller's own no longer are.
 */
export function onlyOfAssignee<A extends { candidate: Candidate }>(
  page: Page,
  accounts: readonly A[],
): readonly A[] {
  const { notice, from } = assignmentOn(page);
  if (from.size === 0) return accounts;
  const stands = ({ candidate: { cell, label } }: A, within: (cell: Cell) => boolean) =>
    within(cell) || (label !== null && within(label.cell));
  const named = accounts.filter(
    (each) => each.candidate.score > 0 && stands(each, (cell) => notice.has(cell)),
  );
  const payees = payeesOn(page).map(([cell]) => cell);
  const beside = accounts.filter((each) =>
    stands(each, (cell) => payees.some((payee) => standsWith(cell, payee))),
  );
  const theirs = new Set((named.length > 0 ? named : beside).map(({ candidate: { value } }) => value));
  return theirs.size === 0 ? accounts : accounts.filter(({ candidate: { value } }) => theirs.has(value));
}

/** In the same block, in points. */
const blockReach = 45;

function standsWith(cell: Cell, payee: Cell): boolean {
  return (
    cell.page === payee.page && Math.abs(cell.y - payee.y) < blockReach && Math.abs(cell.x - payee.x) < 6
  );
}
