/** A company that is the only one on the page. */
import type { Candidate, Share } from '../choosing/candidates.ts';

const [likely, certain] = [0.9, 0.98];

/**
 * Who else should have sent it? A name with a legal form that no other company's stands beside is the seller's, wherever it
 * stands: the buyer's and those of banks and payees are not among the candidates, or are companies too.
 */
export function surerAlone<Name extends Candidate>(
  shares: readonly Share<Name>[],
  candidates: readonly { key: string; hasLegalForm: boolean }[],
): Share<Name>[] {
  const companies = new Set(candidates.filter(({ hasLegalForm }) => hasLegalForm).map(({ key }) => key));
  const isSole = ({ candidate: { key, value }, probability }: Share<Name>) =>
    probability >= likely && companies.size === 1 && companies.has(key) && isPlainlySpelled(value);
  return shares.map((share, index) =>
    index === 0 && isSole(share) ? { ...share, probability: Math.max(share.probability, certain) } : share,
  );
}

/** Of capitals, or of words that run into each other, nobody knows where a word ends. */
function isPlainlySpelled(name: string): boolean {
  const [longest = ''] = name.split(' ').toSorted((one, other) => other.length - one.length);
  return !/\p{Ll}\p{Lu}/u.test(name) && /^\p{Lu}\p{Ll}+$/u.test(longest);
}
