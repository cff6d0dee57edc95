/** Names that fill more than one line, or more than one cell. */
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { formAlone, nameIn } from './names.ts';

/** A legal form that stands alone on the next line. */
export function withFormBelow(name: string, cell: Cell, { layout }: Page): string {
  const below = layout.rows
    .slice(cell.row + 1, cell.row + 4)
    .flatMap((row) => row.cells)
    .find(
      (other) =>
        other.page === cell.page && Math.abs(other.x - cell.x) < 6 && other.y - cell.y < 2 * cell.height,
    );
  return below && formAlone.test(below.text) ? `${name} ${below.text}` : name;
}

/** In font sizes: words of a heading stand no further apart, however they are set. */
const wordGapMax = 1.6;

/** A heading in the page's largest type whose words stand so far apart that they look like columns. */
export function withWordsBeside(name: string, cell: Cell, { layout, marked }: Page): string {
  const words = [name];
  let last = cell;
  for (const next of layout.rows[cell.row]?.cells.slice(cell.column + 1) ?? []) {
    const isSameType = Math.abs(next.height - cell.height) < 0.02 * cell.height;
    const isKnown = marked.labelsIn.has(next) || marked.topics.some((topic) => topic.cell === next);
    if (!isSameType || isKnown || next.x - (last.x + last.width) > wordGapMax * cell.height) break;
    words.push(next.text);
    last = next;
  }
  return words.join(' ');
}

/** A name that is too long for its line: no legal form in the first, and one that ends the second. */
export function withLineBelow(text: string, cell: Cell, { layout }: Page): string {
  if (nameIn(text) !== null) return text;
  const below = layout.rows
    .slice(cell.row + 1, cell.row + 3)
    .flatMap((row) => row.cells)
    .find((other) => other.page === cell.page && Math.abs(other.x - cell.x) < 3);
  if (!below || below.y - cell.y > 1.7 * cell.height || Math.abs(below.height - cell.height) > 0.5)
    return text;
  const found = nameIn(below.text);
  const isRest =
    found?.name === below.text && !below.text.toLowerCase().startsWith(text.toLowerCase().slice(0, 5));
  return isRest ? `${text} ${below.text}` : text;
}

/** The same, where the label stands beside the second line: "Name:   Musterstadt a.G." with the first line above it. */
export function withLineAbove(text: string, cell: Cell, { layout }: Page): string {
  if (nameIn(text)?.name !== text) return text;
  const row = layout.rows[cell.row - 1];
  const [above, ...others] = row?.page === cell.page ? row.cells : [];
  const isFirstLine =
    above !== undefined &&
    others.length === 0 &&
    Math.abs(above.x - cell.x) < 3 &&
    cell.y - above.y < 1.45 * cell.height &&
    Math.abs(above.height - cell.height) < 0.5 &&
    /^\p{Lu}[\p{L}\s&.-]+$/u.test(above.text) &&
    nameIn(above.text) === null;
  return isFirstLine ? `${above.text} ${text}` : text;
}
