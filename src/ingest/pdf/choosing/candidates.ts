/** Values found beside labels, each scored by how it was found. */
import type { Evidence } from '../../../invoice/invoice.ts';
import type { Placement } from '../../../invoice/learnt-place.ts';
import { asEvidenceText } from '../../invoice-writer.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, labelsFor } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { isPlainSpot, type Page, type Spot, type SpotKind, spotsOf } from '../page/spots.ts';
import type { Scored } from './choose.ts';
import { weights } from './weights.ts';

export interface Candidate extends Scored {
  /** The value as the invoice gives it. */
  value: string;
  cell: Cell;
  /** "right of "Fakturanr"" */
  how: string;
  text: string;
  label: FoundLabel | null;
  spot: SpotKind | null;
}

/** What a parser makes of the text in a place. */
export interface Parsed {
  value: string;
  /** Tells values apart that are written in different ways; the value itself where absent. */
  key?: string;
  /** What speaks for or against this value by itself. */
  score?: number;
  /** The part of the text that it was read from. */
  text?: string;
  /** Its own check digits are wrong: no place that was learnt speaks for it. */
  isDenied?: boolean;
}

export type Parser = (text: string, spot: Spot, label: FoundLabel) => Parsed[];

/** Texts to the right of a label that are tried before it is given up. */
const rightTried = 3;

/** Every value that `parse` finds beside the labels of a field. */
export function candidatesFor(page: Page, field: LabelledField, parse: Parser): Candidate[] {
  return labelsFor(page.marked, field).flatMap((label) => besides(page, label, parse));
}

function besides(page: Page, label: FoundLabel, parse: Parser): Candidate[] {
  const candidates: Candidate[] = [];
  let taken = 0;
  const found = new Set<SpotKind>();
  for (const spot of spotsOf(label, page)) {
    if (label.learnt && !spotsLearnt[label.learnt].includes(spot.kind)) continue;
    if (found.has(spot.kind) || (spot.kind === 'right' && spot.rank >= rightTried)) continue;
    const parsed = parse(spot.text, spot, label);
    if (parsed.length === 0) {
      // What stands where the value should be is something else, so the value is not further off either.
      if (spot.kind === 'after' && label.isStrong && spot.text.length > 2) taken += weights.placeTaken;
      continue;
    }
    found.add(spot.kind);
    candidates.push(...parsed.map((each) => candidateAt(label, spot, each, taken)));
    if (spot.kind === 'after' || spot.kind === 'right') taken += weights.placeTaken;
  }
  return candidates;
}

/** A learnt label has its value at the place that was learnt, and nowhere else. */
const spotsLearnt: Record<Placement, readonly SpotKind[]> = {
  beside: ['after', 'right', 'before'],
  below: ['below'],
  at: ['after'],
};

export function candidateAt(label: FoundLabel, spot: Spot, parsed: Parsed, taken: number): Candidate {
  const isWhole = parsed.text === undefined || spot.text.length - parsed.text.length < 3;
  return {
    value: parsed.value,
    key: parsed.key ?? parsed.value,
    cell: spot.cell,
    text: spot.text,
    label,
    spot: spot.kind,
    how: label.learnt ? `${howOf(label, spot)}, as a correction showed` : howOf(label, spot),
    score:
      weights.spot[spot.kind] +
      (label.learnt && !parsed.isDenied ? weights.learnt : 0) +
      (label.isStrong ? weights.label.strong : weights.label.weak) +
      spot.rank * weights.textBetween +
      (Math.min(spot.distance, 400) / 100) * weights.per100Points +
      (isWhole ? weights.wholeText : weights.moreText) +
      (parsed.score ?? 0) +
      taken,
  };
}

function howOf({ text, learnt }: FoundLabel, { kind }: Spot): string {
  return learnt === 'at' ? 'at its place' : `${wordsFor[kind]} "${text}"`;
}

const wordsFor: Record<SpotKind, string> = {
  after: 'after',
  right: 'right of',
  below: 'below',
  before: 'before',
  left: 'left of',
  above: 'above',
};

/** A value that was found without a label. */
export function unlabelled(
  value: string,
  cell: Cell,
  how: string,
  score: number,
  text = cell.text,
): Candidate {
  return { value, key: value, cell, how, text, score, label: null, spot: null };
}

/** Where a label plainly names the field and has a value, phrases that may mean it count for little. */
export function plainFirst<C extends Candidate>(candidates: readonly C[]): C[] {
  const hasPlain = candidates.some(({ label, spot }) => label?.isStrong && isPlainSpot(spot));
  if (!hasPlain) return [...candidates];
  return candidates.map((each) =>
    each.label?.isStrong ? each : { ...each, score: each.score + weights.label.weakBesideStrong },
  );
}

/** Candidates whose value is found more than once are stronger for it. */
export function strengthened<C extends Candidate>(candidates: readonly C[]): C[] {
  const cells = new Map<string, Set<Cell>>();
  for (const { key, cell } of candidates) cells.set(key, (cells.get(key) ?? new Set()).add(cell));
  return candidates.map((each) => ({
    ...each,
    score: each.score + Math.min(2, (cells.get(each.key)?.size ?? 1) - 1) * weights.foundAgain,
  }));
}

export interface Share<C extends Candidate = Candidate> {
  candidate: C;
  probability: number;
}

const alternativesShown = 3;
const alternativeMin = 0.01;

/** Where the likeliest value was read, and what else it could have been. */
export function evidenceOf([best, ...others]: readonly Share[]): Evidence | null {
  if (!best) return null;
  const { cell, text } = best.candidate;
  const alternatives = others
    .filter(
      ({ probability, candidate }) =>
        probability >= alternativeMin && candidate.value !== best.candidate.value,
    )
    .slice(0, alternativesShown)
    .map(({ candidate, probability }) => ({
      value: candidate.value,
      confidence: rounded(probability),
      where: whereOf(candidate),
    }));
  return {
    source: 'pdf-text',
    where: whereOf(best.candidate),
    text: asEvidenceText(text),
    confidence: rounded(best.probability),
    box: {
      page: cell.page,
      x: rounded(cell.x),
      y: rounded(cell.y - cell.height),
      width: rounded(cell.width),
      height: rounded(cell.height),
    },
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

function whereOf({ cell, how }: Candidate): string {
  return `page ${cell.page}, ${how} (x ${Math.round(cell.x)}, y ${Math.round(cell.y)})`;
}

export function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
