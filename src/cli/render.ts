/** Answers as text: plain columns that line up, colour only where a terminal wants it, and nothing that a mail could do harm with. */
import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Block, Cell, Painted } from './answer.ts';

export interface Page {
  colours: boolean;
  /** Columns of the terminal; undefined: not a terminal, so nothing is cut. */
  width?: number | undefined;
}

const gap = '  ';
const narrowestCut = 12;

export function render(blocks: readonly Block[], page: Page): string {
  const paint = painterFor(page);
  const parts = blocks.map((block, index) => {
    const text = renderBlock(block, page, paint);
    return index > 0 && isHeading(block) ? `\n${text}` : text;
  });
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}

/**
 * Text that may come from a mail, made harmless: a terminal obeys control characters, and a change of writing direction
 * makes a name read as another one.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

type Paint = (text: string, cell: Cell) => string;

function painterFor({ colours }: Page): Paint {
  const colour = pc.createColors(colours);
  return (text, cell) => (isPainted(cell) ? colour[cell.colour](text) : text);
}

function renderBlock(block: Block, page: Page, paint: Paint): string {
  if (typeof block === 'string') return linesOf(block);
  if ('text' in block) return paint(linesOf(block.text), block);
  if ('heading' in block) {
    return paint(harmless(block.heading), { text: '', colour: 'bold' });
  }
  if ('fields' in block) {
    // A number among words lines up with the words, not with other numbers.
    const rows = block.fields.map(([name, value]): Cell[] => [
      { text: name, colour: 'dim' },
      typeof value === 'number' ? String(value) : value,
    ]);
    return renderRows(rows, { ...page, width: undefined }, paint);
  }
  if (block.rows.length === 0) return block.ifEmpty ?? 'none';
  const titles = block.columns.map((text): Cell => ({ text, colour: 'dim' }));
  return renderRows([titles, ...block.rows], page, paint);
}

function renderRows(rows: readonly Cell[][], page: Page, paint: Paint): string {
  const texts = rows.map((row) => row.map(textOf));
  const widths = widthsOf(texts, page.width);
  return rows
    .map((row, at) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const text = cut(texts[at]?.[column] ?? '', width);
          const padding = ' '.repeat(width - stringWidth(text));
          return typeof cell === 'number' ? padding + paint(text, cell) : paint(text, cell) + padding;
        })
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}

/** The width of each column; on a terminal the widest ones give way until all fit. */
function widthsOf(texts: readonly string[][], pageWidth: number | undefined): number[] {
  const widths: number[] = [];
  for (const row of texts) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(text));
    }
  }
  if (pageWidth === undefined) return widths;
  const excess = () => widths.reduce((sum, width) => sum + width + gap.length, -gap.length) - pageWidth;
  while (excess() > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowestCut) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '–';
  return harmless(isPainted(cell) ? cell.text : String(cell));
}

function linesOf(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

function isPainted(cell: Cell): cell is Painted {
  return typeof cell === 'object' && cell !== null;
}

function isHeading(block: Block): boolean {
  return typeof block === 'object' && 'heading' in block;
}
