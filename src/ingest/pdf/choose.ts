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
  const options = trimmed(names.map((name) => distinct(candidates[name])));
  const combinations: { picks: (Scored | null)[]; score: number }[] = [];
  const picks: (Scored | null)[] = [];
  const current = {} as Picks<Fields>;
  const walk = (depth: number, score: number) => {
    const name = names[depth];
    if (name === undefined) {
      combinations.push({ picks: [...picks], score: score + together(current) });
      return;
    }
    for (const option of [null, ...(options[depth] ?? [])]) {
      picks[depth] = option;
      current[name] = option as Picks<Fields>[keyof Fields];
      walk(depth + 1, score + (option?.score ?? 0));
    }
  };
  walk(0, 0);
  return summedUp(names, combinations);
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
  combinations: readonly { picks: (Scored | null)[]; score: number }[],
): JointChoice<Fields> {
  const top = combinations.reduce((best, each) => (each.score > best.score ? each : best));
  const likelihoods = combinations.map(({ score }) => Math.exp(score - top.score));
  const total = likelihoods.reduce((sum, each) => sum + each, 0);
  const best = {} as Picks<Fields>;
  const shares = {} as JointChoice<Fields>['shares'];
  for (const [depth, name] of names.entries()) {
    const byCandidate = new Map<Scored, number>();
    for (const [index, { picks }] of combinations.entries()) {
      const pick = picks[depth];
      if (pick) byCandidate.set(pick, (byCandidate.get(pick) ?? 0) + (likelihoods[index] ?? 0));
    }
    best[name] = top.picks[depth] as Picks<Fields>[keyof Fields];
    shares[name] = [...byCandidate]
      .map(([candidate, likelihood]) => ({
        candidate: candidate as Fields[keyof Fields],
        probability: likelihood / total,
      }))
      .sort((a, b) => b.probability - a.probability);
  }
  return { best, shares };
}
