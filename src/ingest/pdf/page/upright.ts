/** Pages whose text runs upwards, downwards or upside down, turned so that it runs from left to right. Pure. */
import type { PdfPage, TextItem } from './pages.ts';

/** Where a text runs to, on the page as it is shown. */
export type Direction = 'right' | 'down' | 'left' | 'up';

export interface TextRun extends TextItem {
  direction: Direction;
}

/** The direction of a vector on the page (y grows downwards); null when it is askew by more than about six degrees. */
export function directionOf(x: number, y: number): Direction | null {
  const length = Math.hypot(x, y);
  if (length === 0) return null;
  if (Math.abs(y) <= length * 0.1) return x > 0 ? 'right' : 'left';
  if (Math.abs(x) <= length * 0.1) return y > 0 ? 'down' : 'up';
  return null;
}

/**
 * The page turned so that most of its text runs right. What runs elsewhere (a line of small print up the margin) is left
 * out: it would fall among the rest at random.
 */
export function uprightPage(
  runs: readonly TextRun[],
  { width, height }: { width: number; height: number },
): Omit<PdfPage, 'number'> {
  const characters: Record<Direction, number> = { right: 0, down: 0, left: 0, up: 0 };
  for (const { direction, text } of runs) characters[direction] += text.length;
  const main = directions.reduce((best, each) => (characters[each] > characters[best] ? each : best));
  const items = runs
    .filter(({ direction }) => direction === main)
    .map(({ text, width: length, height: size, x, y }) => {
      return { text, ...turned({ x, y }, main, width, height), width: length, height: size };
    });
  const isOnItsSide = main === 'up' || main === 'down';
  return { items, width: isOnItsSide ? height : width, height: isOnItsSide ? width : height };
}

const directions: readonly Direction[] = ['right', 'down', 'left', 'up'];

function turned({ x, y }: Pick<TextItem, 'x' | 'y'>, direction: Direction, width: number, height: number) {
  if (direction === 'up') return { x: height - y, y: x };
  if (direction === 'down') return { x: y, y: width - x };
  if (direction === 'left') return { x: width - x, y: height - y };
  return { x, y };
}
