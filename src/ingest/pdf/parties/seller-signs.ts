/** What speaks for a name being the seller's, and what for its being the addressee's: gathered from every place where it stands. */

import type { Share } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { type Cell, largeType } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { blockHeadedBy, blockNaming, isBelowAddress, standsOver } from './address-blocks.ts';
import { isInFoot } from './foot-names.ts';
import { isInLetterhead } from './letterheads.ts';
import { isName, type NameCandidate } from './name-candidates.ts';
import { type Regions, textOfName } from './regions.ts';
import { lettersOf, likenessTo, type SenderAddress } from './sender-addresses.ts';

interface Sources {
  addresses: readonly SenderAddress[];
  /** Where the seller's numbers stand. */
  numberCells: readonly Cell[];
}

interface Facts extends Sources {
  regions: Regions;
  firstRow: number;
  /** The cells in which a name stands, by its key. */
  cellsByKey: ReadonlyMap<string, ReadonlySet<Cell>>;
  /** The seller's numbers that an address stands over, in one column: they are of no name beside them. */
  belowAddress: ReadonlySet<Cell>;
  /** What stands against names that may be the addressee's, by key. */
  addressees: ReadonlyMap<string, number>;
}

export function factsOf(
  page: Page,
  regions: Regions,
  candidates: readonly NameCandidate[],
  sources: Sources,
): Facts {
  const cellsByKey = new Map<string, Set<Cell>>();
  for (const [key, same] of Map.groupBy(candidates, (each) => each.key)) {
    const cells = [...same.map(({ cell }) => cell), ...mentions(same[0]?.value ?? '', page, regions)];
    cellsByKey.set(key, new Set(placesOf(cells, page)));
  }
  const facts = {
    ...sources,
    regions,
    firstRow: Math.min(...candidates.map(({ cell }) => cell.row)),
    cellsByKey,
    belowAddress: new Set(sources.numberCells.filter((number) => isBelowAddress(number, page))),
  };
  const isAddresseeKnown =
    regions.own.length > 0 || regions.buyerNames.some((cell) => isName(textOfName(cell, page)));
  const addressees = new Map<string, number>();
  if (isAddresseeKnown) return { ...facts, addressees };
  const inFoot = companiesInFoot(candidates, page);
  for (const [key, same] of Map.groupBy(candidates, (each) => each.key)) {
    const isAnotherInFoot = inFoot.some((company) => company !== key);
    addressees.set(
      key,
      againstAddressee(same, page, facts, cellsByKey.get(key) ?? new Set(), isAnotherInFoot),
    );
  }
  return { ...facts, addressees };
}

/** Each place once: the town of an address may begin like the name over it, all pages of a paper have the same head, and what is sent to one party is delivered to it beside. */
function placesOf(cells: readonly Cell[], page: Page): Cell[] {
  const blocks = cells.flatMap((cell) => blockNaming(cell, page) ?? []);
  const isWithin = (cell: Cell) =>
    blocks.some(({ lines, names }) => lines.includes(cell) && !names.includes(cell));
  const isBeside = (cell: Cell) =>
    cells.some((other) => other.page === cell.page && other.row === cell.row && other.column < cell.column);
  return cells.filter((cell) => !isWithin(cell) && !isRepeatedHead(cell, cells) && !isBeside(cell));
}

/** Shorter names stand within other words. */
const mentionMin = 6;

/** Other places where the name stands as a text of its own, or ends one: in the foot, below the greeting at the end. */
function mentions(name: string, { layout, marked }: Page, { buyer }: Regions): Cell[] {
  const letters = lettersOf(name);
  if (letters.length < mentionMin) return [];
  return layout.cells.filter(
    (cell) =>
      !buyer.has(cell) &&
      !marked.labelsIn.get(cell)?.some(({ field }) => field === 'buyerReference') &&
      cell.text.length >= name.length &&
      cell.text.length <= name.length + 4 &&
      lettersOf(cell.text) === letters,
  );
}

export function signsOfSeller(
  { key, cell, hasLegalForm, value }: NameCandidate,
  page: Page,
  { regions, firstRow, cellsByKey, addresses, numberCells, belowAddress, addressees }: Facts,
): number {
  const { layout } = page;
  const { name } = weights;
  const size = layout.pageSizes.get(cell.page);
  const isTop = cell.page === 1 && cell.y < 0.16 * (size?.height ?? 0);
  const isWithNumbers = numberCells.some(
    (number) => standsOver(cell, number) || (isNear(cell, number) && !belowAddress.has(number)),
  );
  const times = (cellsByKey.get(key)?.size ?? 1) - 1;
  return (
    (isTop ? name.top : 0) +
    (isTop && blockHeadedBy(cell, page) ? name.headsAddress : 0) +
    (isLarge(cell, page) ? name.large : 0) +
    (isWithNumbers ? name.withNumbers : 0) +
    Math.min(2, times) * name.repeated +
    domainScore(value, cell, page, addresses) +
    (regions.seller.has(cell) ? name.inAddress : 0) +
    (cell.row === firstRow ? name.firstOnPage : 0) +
    (value.length > 45 ? name.longText : 0) +
    (size && cell.x + cell.width > size.width - 1 ? name.cutOff : 0) +
    (isBanks(cell, page) ? name.ofBank : 0) +
    (hasLegalForm ? 0 : name.aboveBuyer) +
    (!hasLegalForm && /\d|_|\.\p{L}{2,4}$/u.test(value) ? name.likeAddress : 0) +
    (addressees.get(key) ?? 0)
  );
}

/** In one line, or so near that they may be of one letterhead or foot. */
function isNear(name: Cell, number: Cell): boolean {
  const apart = Math.abs(number.y - name.y);
  return number.page === name.page && apart <= 48 && (apart < 3 || Math.abs(number.x - name.x) < 330);
}

/** At most so sure is a name that only its place tells: in a letterhead there may be a picture, and below it what its owner does. */
const onlyByPlace = 0.95;

/** Nor may a name be surer whose letters are set apart wherever it stands: where its words end was concluded. */
const onlyFromLetters = 0.8;

/** No surer than its place allows, where nothing else tells that a text is a name: a legal form, a second place, a domain, a label. */
export function noSurerThanPlace(
  shares: readonly Share<NameCandidate>[],
  facts: Facts,
): Share<NameCandidate>[] {
  return shares.map((share) => {
    const { key, value, how, cell, hasLegalForm } = share.candidate;
    const places = facts.cellsByKey.get(key) ?? new Set([cell]);
    if ([...places].every(({ isFromLetters }) => isFromLetters))
      return { ...share, probability: Math.min(share.probability, onlyFromLetters) };
    const isConfirmed =
      hasLegalForm ||
      !placesAlone.has(how) ||
      places.size > 1 ||
      ![null, 'word'].includes(likenessTo(value, facts.addresses));
    return isConfirmed ? share : { ...share, probability: Math.min(share.probability, onlyByPlace) };
  });
}

const placesAlone: ReadonlySet<string> = new Set(['at the top', 'over an address', 'with its numbers']);

/** A domain that stands in the name's own address may be the addressee's; one elsewhere is the sender's. */
function domainScore(value: string, cell: Cell, page: Page, addresses: readonly SenderAddress[]): number {
  const { inDomain, inOwnDomain } = weights.name;
  const own = blockNaming(cell, page)?.lines ?? [];
  const elsewhere = likenessTo(
    value,
    addresses.filter((each) => !own.includes(each.cell)),
  );
  if (elsewhere) return inDomain[elsewhere];
  return likenessTo(value, addresses) === null ? 0 : inOwnDomain;
}

/** In a letterhead; an address that is larger than the table below it, all of it, is none. */
function isLarge(cell: Cell, page: Page): boolean {
  const below = blockHeadedBy(cell, page)?.lines[1];
  return (
    cell.height > largeType * page.layout.usualSize &&
    (!below || cell.height > largerThanAddress * below.height)
  );
}

const largerThanAddress = 1.1;

/**
 * What stands against a name that may as well be the addressee's: it stands over an address and nowhere else, in type like any
 * other, and nothing that a sender writes of himself stands with it. A mail, web or telephone address below it may be the
 * addressee's too, unless it is a letterhead: and that it is not where another company's foot is on the page.
 */
function againstAddressee(
  same: readonly NameCandidate[],
  page: Page,
  { addresses, numberCells, regions }: Omit<Facts, 'addressees'>,
  places: ReadonlySet<Cell>,
  isAnotherInFoot: boolean,
): number {
  const [{ value } = { value: '' }] = same;
  const cells = [...places];
  const blocks = cells.map((cell) => blockNaming(cell, page));
  const lines = blocks.flatMap((block) => block?.lines ?? []);
  const isOnlyAddressed =
    same.every(({ how }) => plainSources.has(how)) &&
    blocks.every((block) => block !== undefined) &&
    cells.every((cell) => !regions.seller.has(cell) && !isLarge(cell, page) && saysOnly(cell.text, value)) &&
    !lines.some((line) => numberCells.includes(line)) &&
    // "huolto" is within many names.
    [null, 'word'].includes(
      likenessTo(
        value,
        addresses.filter(({ cell }) => !lines.includes(cell)),
      ),
    );
  if (!isOnlyAddressed) return 0;
  const { onlyAddressed, addressedWithContacts } = weights.name;
  // Another company's number than the one that is the seller's.
  if (numberCells.length > 0 && lines.some((line) => isNumbered(line, page))) return onlyAddressed;
  if (!lines.some((line) => isContact(line, page))) return onlyAddressed;
  const isLetterhead = !isAnotherInFoot && cells.some((cell) => isInLetterhead(cell, page));
  return isLetterhead ? 0 : addressedWithContacts;
}

/** By key, companies whose names stand with the seller's numbers or accounts where only senders write of themselves. */
function companiesInFoot(candidates: readonly NameCandidate[], { layout }: Page): string[] {
  return candidates
    .filter(
      ({ how, hasLegalForm, cell }) => how === 'with its numbers' && hasLegalForm && isInFoot(cell, layout),
    )
    .map(({ key }) => key);
}

/** "Muster GmbH · Hauptstr. 1 · 10115 Berlin" in one line is how senders write themselves. */
function saysOnly(text: string, name: string): boolean {
  return text.length <= name.length + roomForPlace;
}

/** "Kunden AG Mitte" */
const roomForPlace = 16;

/** Ways to find a name that the addressee's is found in as well. */
const plainSources: ReadonlySet<string> = new Set([
  'a company',
  'at the top',
  'over an address',
  "in the page's addresses",
]);

/** At the same place on an earlier page: each has the same head. */
function isRepeatedHead(cell: Cell, others: readonly Cell[]): boolean {
  return others.some(
    (other) => other.page < cell.page && Math.abs(other.x - cell.x) < 3 && Math.abs(other.y - cell.y) < 3,
  );
}

function isNumbered(line: Cell, { marked }: Page): boolean {
  const labels = marked.labelsIn.get(line) ?? [];
  return /\d{6}/u.test(line.text) && labels.some(({ field }) => numberFields.has(field));
}

const numberFields: ReadonlySet<string> = new Set(['organisationNumber', 'vatId', 'vat']);

/** A mail or web address, a telephone or another number with its label. */
function isContact(line: Cell, { marked }: Page): boolean {
  return (
    /@|www\.|https?:/u.test(line.text) ||
    (/\d{3}/u.test(line.text) && (marked.labelsIn.has(line) || /^\+\d/u.test(line.text)))
  );
}

/** "Bank: Norrbanken AB", in one cell or two. */
function isBanks(cell: Cell, { layout, marked }: Page): boolean {
  return [cell, layout.rows[cell.row]?.cells[cell.column - 1]].some((each) =>
    (each ? marked.labelsIn.get(each) : undefined)?.some(
      ({ text, start }) => start <= 2 && /^(?:bank|banque|pankki|bank ?name|bankverbindung)$/iu.test(text),
    ),
  );
}
