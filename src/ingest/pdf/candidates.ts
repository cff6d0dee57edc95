/** Values found beside labels, each with how it was found, so that the best can be chosen and doubt be told. */
import type { Evidence } from '../../invoice/invoice.ts';
import { asEvidenceText } from '../invoice-writer.ts';
import type { FoundLabel, Spot, SpotKind } from './label-search.ts';
import { spotsOf } from './label-search.ts';
import type { LabelledField } from './labels/language.ts';
import type { Layout } from './layout.ts';

export interface Candidate<Value> {
  value: Value;
  label: FoundLabel;
  spot: Spot;
  confidence: number;
}

/** How far each place is trusted. */
const confidenceBySpot: Record<SpotKind, number> = { after: 0.97, right: 0.95, below: 0.9, left: 0.6 };
/** A phrase that also means other things. */
const weakLabelFactor = 0.7;

export interface Search {
  layout: Layout;
  labels: readonly FoundLabel[];
}

/**
 * The first value that `parse` finds beside each label of the field, in the order of the page. Where a label plainly names
 * the field, phrases that may mean it are not asked: what it says is the value, even if it cannot be read.
 */
export function candidatesFor<Value>(
  { layout, labels }: Search,
  field: LabelledField,
  parse: (text: string) => Value | null,
  kinds: readonly SpotKind[] = ['after', 'right', 'below'],
): Candidate<Value>[] {
  const all = labels.filter((label) => label.field === field);
  const plain = all.filter((label) => label.isStrong && spotsOf(label, layout, labels).length > 0);
  return (plain.length > 0 ? plain : all).flatMap((label) => {
    for (const spot of spotsOf(label, layout, labels)) {
      if (!kinds.includes(spot.kind)) continue;
      const value = parse(spot.text);
      if (value !== null) return [{ value, label, spot, confidence: confidenceIn(label, spot) }];
    }
    return [];
  });
}

export function confidenceIn(label: FoundLabel, spot: Spot): number {
  return confidenceBySpot[spot.kind] * (label.isStrong ? 1 : weakLabelFactor);
}

export interface Choice<Value> {
  best: Candidate<Value> | null;
  /** Other values that were found with as much right. */
  rivals: Value[];
}

/** The value found by the strongest label and place; values as strong that differ from it are its rivals. */
export function choose<Value>(candidates: readonly Candidate<Value>[]): Choice<Value> {
  const strong = candidates.filter(({ label }) => label.isStrong);
  const pool = strong.length > 0 ? strong : candidates;
  const [best] = [...pool].sort((a, b) => b.confidence - a.confidence);
  if (!best) return { best: null, rivals: [] };
  const rivals = new Set(pool.map(({ value }) => value));
  rivals.delete(best.value);
  return { best, rivals: [...rivals] };
}

export function evidenceOf({ label, spot, confidence }: Candidate<unknown>): Evidence {
  return {
    source: 'pdf-text',
    where: `page ${spot.cell.page}, ${wordsFor[spot.kind]} "${label.text}" (x ${Math.round(spot.cell.x)}, y ${Math.round(spot.cell.y)})`,
    text: asEvidenceText(spot.text),
    confidence: Math.round(confidence * 100) / 100,
  };
}

const wordsFor: Record<SpotKind, string> = {
  after: 'after',
  right: 'right of',
  below: 'below',
  left: 'left of',
};
