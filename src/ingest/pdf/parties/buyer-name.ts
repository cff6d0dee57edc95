/** The buyer's name: the book's own, or what stands below a buyer's heading or beside its label. */
import { type Candidate, candidatesFor } from '../choosing/candidates.ts';
import { spellerOn } from '../page/spelling.ts';
import { isPlainSpot, type Page } from '../page/spots.ts';
import { asCandidate, isName, namedInBlock } from './name-candidates.ts';
import { namedIn, nameIn, nameKey, runTogether } from './names.ts';
import { type Regions, textOfName } from './regions.ts';

export function readBuyerName(
  page: Page,
  regions: Regions,
  sellerName: string | null,
  ownNames: readonly string[] = [],
): Candidate | null {
  const seller = sellerName === null ? '' : nameKey(sellerName);
  // We know what we are called; whom else the page addresses is somebody in our house, or a guess.
  const own = regions.own.map((cell) =>
    asCandidate(namedIn(cell.text), cell, 'the name of the book', 0, true),
  );
  const named = regions.buyerNames.map((cell) => {
    const text = textOfName(cell, page);
    return asCandidate(namedIn(text), cell, "in the buyer's address", 0, nameIn(text) !== null);
  });
  const inBlock = [...regions.buyer].flatMap((cell) => namedInBlock(cell, page));
  const labelled = candidatesFor(page, 'buyerName', (text) => [{ value: namedIn(text) }])
    .filter(({ spot }) => isPlainSpot(spot))
    .map(({ value, cell, how }) => asCandidate(value, cell, how, 0, nameIn(value) !== null));
  const buyer = [...own, ...inBlock, ...labelled, ...named].find(
    ({ value, key }) => isName(value) && key !== seller,
  );
  if (!buyer) return null;
  const ownKey = runTogether(buyer.key);
  const ownName = ownNames.find((own) => runTogether(nameKey(own)) === ownKey);
  const value = ownName ?? spellerOn(page)(buyer.value);
  // A spelling that differs in its spaces alone is put right; any other is what the page says.
  return value.toLowerCase() === buyer.value.toLowerCase() ? buyer : { ...buyer, value };
}
