/**
 * Candidates that depend on each other are chosen together: every combination gets the sum of its scores and of what
 * speaks for or against the combination, and a value's confidence is the share of all likelihood that falls on it. Pure.
 */

export interface Scored {
  /** What tells this value from another. */
  key: string;
  /** Log-odds; 0 is as likely as that the field is absent. */
  score: number;
}

export type Picks<Fields extends Record<string, Scored>> = { [Name in keyof Fields]: Fields[Name] | null };

export interface JointChoice<Fields extends Record<string, Scored>> {
  best: Picks<Fields>;
  /** For each field its values with their probability, the likeliest first; the rest is that it is absent. */
  shares: { [Name in keyof Fields]: { candidate: Fields[Name]; probability: number }[] };
}

/** Combinations tried at most; beyond it the weakest candidates are left out. */
const combinationsMax = 12_000;

/**
 * @param candidates for each field; one of the same key twice counts as found again elsewhere, its best score wins
 * @param together what speaks for or against a combination, in log-odds
 */
export function chooseTogether<Fields extends Record<string, Scored>>(
  candidates: { [Name in keyof Fields]: readonly Fields[Name][] },
  together: (picks: Picks<Fields>) => number,
): JointChoice<Fields> {
  const names = Object.keys(candidates) as (keyof Fields)[];
  const options = trimmed(names.map((name) => distinct(candidates[name]))).map((each) => [null, ...each]);
  // One for each combination, in the order in which they are walked through: the last field changes first.
  const scores: number[] = [];
  const current = {} as Picks<Fields>;
  const walk = (depth: number, score: number) => {
    const name = names[depth];
    if (name === undefined) {
      scores.push(score + together(current));
      return;
    }
    for (const option of options[depth] ?? []) {
      current[name] = option as Picks<Fields>[keyof Fields];
      walk(depth + 1, score + (option?.score ?? 0));
    }
  };
  walk(0, 0);
  return summedUp(names, options, scores);
}

/** One candidate for each key: the best, a little stronger for each other place where the value stands. */
function distinct<Candidate extends Scored>(candidates: readonly Candidate[]): Candidate[] {
  const byKey = Map.groupBy(candidates, ({ key }) => key);
  return [...byKey.values()]
    .map((same) => same.reduce((best, each) => (each.score > best.score ? each : best)))
    .sort((a, b) => b.score - a.score);
}

function trimmed(options: Scored[][]): Scored[][] {
  const kept = options.map((each) => each.slice(0, 12));
  const combinations = () => kept.reduce((product, { length }) => product * (length + 1), 1);
  while (combinations() > combinationsMax) {
    const longest = kept.reduce((best, each) => (each.length > best.length ? each : best));
    longest.pop();
  }
  return kept;
}

function summedUp<Fields extends Record<string, Scored>>(
  names: readonly (keyof Fields)[],
  options: readonly (readonly (Scored | null)[])[],
  scores: readonly number[],
): JointChoice<Fields> {
  const top = scores.reduce((best, score) => Math.max(best, score));
  const topIndex = scores.indexOf(top);
  const likelihoods = scores.map((score) => Math.exp(score - top));
  const total = likelihoods.reduce((sum, each) => sum + each, 0);
  const best = {} as Picks<Fields>;
  const shares = {} as JointChoice<Fields>['shares'];
  // So many combinations in a row have the same option of a field.
  let inRow = scores.length;
  for (const [depth, name] of names.entries()) {
    const ofField = options[depth] ?? [];
    inRow /= ofField.length;
    const optionAt = (index: number) => Math.floor(index / inRow) % ofField.length;
    const summed = ofField.map(() => 0);
    likelihoods.forEach((likelihood, index) => {
      const option = optionAt(index);
      summed[option] = (summed[option] ?? 0) + likelihood;
    });
    best[name] = (ofField[optionAt(topIndex)] ?? null) as Picks<Fields>[keyof Fields];
    shares[name] = ofField
      .flatMap((candidate, option) =>
        candidate === null
          ? []
          : [{ candidate: candidate as Fields[keyof Fields], probability: (summed[option] ?? 0) / total }],
      )
      .sort((a, b) => b.probability - a.probability);
  }
  return { best, shares };
}
