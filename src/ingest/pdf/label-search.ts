/** Finds the labels on a page and the places where their values may stand: after, right of, below, or left of them. */
import { type LabelledField, type Language, phraseSource, phrasesIn } from './labels/language.ts';
import { type Cell, isInColumnOf, type Layout, type Row } from './layout.ts';

export interface FoundLabel {
  field: LabelledField;
  /** As it stands on the page. */
  text: string;
  /** Whether the phrase means this field wherever it stands. */
  isStrong: boolean;
  cell: Cell;
  /** What follows it in its cell, up to the next label. */
  rest: string;
  row: Row;
}

export type SpotKind = 'after' | 'right' | 'below' | 'left';

/** A place where a label's value may stand. */
export interface Spot {
  kind: SpotKind;
  text: string;
  cell: Cell;
}

interface Phrase {
  field: LabelledField;
  isStrong: boolean;
}

/** All labels of a language in the order of the page. */
export function findLabels(layout: Layout, language: Language): FoundLabel[] {
  const { pattern, phrases } = compiled(language);
  return layout.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const matches = [...cell.text.matchAll(pattern)]
        .map((match) => ({ start: match.index, text: match[0], phrase: phrases[groupOf(match)] }))
        .filter(({ start, phrase }) => phrase?.isStrong || start === 0);
      return matches.map(({ start, text, phrase }, index) => ({
        field: phrase?.field ?? 'other',
        text,
        isStrong: phrase?.isStrong ?? false,
        cell,
        rest: withoutLead(cell.text.slice(start + text.length, matches[index + 1]?.start)),
        row,
      }));
    }),
  );
}

/** Colons, a remark in parentheses, a dash between: what stands between a label and its value. A minus sign stays. */
function withoutLead(rest: string): string {
  return rest.replace(/^[\s.:;#/]*(?:\([^)]{0,40}\))?[\s.:;#/]*(?:[-–]\s)?/, '').trim();
}

const patterns = new Map<string, { pattern: RegExp; phrases: Phrase[] }>();

function compiled(language: Language): { pattern: RegExp; phrases: Phrase[] } {
  const known = patterns.get(language.code);
  if (known) return known;
  const all = Object.entries(language.labels).flatMap(([field, { anywhere = '', atStart = '' }]) => [
    ...phrasesIn(anywhere).map((phrase) => ({ field: field as LabelledField, phrase, isStrong: true })),
    ...phrasesIn(atStart).map((phrase) => ({ field: field as LabelledField, phrase, isStrong: false })),
  ]);
  // The longest first, so that "betalas till bankgiro" is not read as something shorter within it.
  all.sort((a, b) => b.phrase.length - a.phrase.length);
  const source = all.map(({ phrase }) => `(${phraseSource(phrase)})`).join('|');
  const made = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
    phrases: all.map(({ field, isStrong }) => ({ field, isStrong })),
  };
  patterns.set(language.code, made);
  return made;
}

/** Which alternative matched: each phrase is one group. */
function groupOf(match: RegExpExecArray): number {
  return match.slice(1).findIndex((group) => group !== undefined);
}

/** How far below a label its value may stand, in the label's font sizes. */
const belowReach = 3.2;
const rightReachPoints = 330;

/** The places to look for a label's value, the likeliest first. */
export function spotsOf(label: FoundLabel, layout: Layout, labels: readonly FoundLabel[]): Spot[] {
  const spots: Spot[] = [];
  if (label.rest !== '') spots.push({ kind: 'after', text: label.rest, cell: label.cell });
  spots.push(...rightOf(label, labels));
  spots.push(...below(label, layout, labels));
  spots.push(...leftOf(label, labels));
  return spots;
}

function startsWithLabel(cell: Cell, labels: readonly FoundLabel[]): boolean {
  return labels.some((label) => label.cell === cell && cell.text.startsWith(label.text));
}

/** Cells to the right, up to the next label. */
function rightOf({ cell, row }: FoundLabel, labels: readonly FoundLabel[]): Spot[] {
  const spots: Spot[] = [];
  for (const other of row.cells.slice(row.cells.indexOf(cell) + 1)) {
    if (startsWithLabel(other, labels) || other.x - (cell.x + cell.width) > rightReachPoints) break;
    spots.push({ kind: 'right', text: other.text, cell: other });
  }
  return spots;
}

/** The nearest cells below in the label's column, unless one is a label itself: then the column is a list of labels. */
function below({ cell, row }: FoundLabel, layout: Layout, labels: readonly FoundLabel[]): Spot[] {
  const reach = row.y + belowReach * Math.max(cell.height, 8);
  const at = layout.rows.indexOf(row);
  for (const next of layout.rows.slice(at + 1, at + 12)) {
    if (next.page !== row.page || next.y > reach) break;
    const inColumn = next.cells.filter((other) => isInColumnOf(cell, other));
    if (inColumn.some((other) => startsWithLabel(other, labels))) return [];
    if (inColumn.length > 0)
      return inColumn.map((other) => ({ kind: 'below' as const, text: other.text, cell: other }));
  }
  return [];
}

function leftOf({ cell, row }: FoundLabel, labels: readonly FoundLabel[]): Spot[] {
  const other = row.cells[row.cells.indexOf(cell) - 1];
  if (!other || labels.some((label) => label.cell === other)) return [];
  return [{ kind: 'left', text: other.text, cell: other }];
}
