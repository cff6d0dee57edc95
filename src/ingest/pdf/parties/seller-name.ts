/** The seller's name has no label as a rule. Several signs together tell it from the buyer's and from everything else. */
import type { ReadingContext } from '../../reading.ts';
import { candidatesFor, type Share } from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import type { FoundLabel } from '../page/label-search.ts';
import { type Cell, largeType } from '../page/layout.ts';
import { spellerOn } from '../page/spelling.ts';
import { isPlainSpot, type Page } from '../page/spots.ts';
import { addressBlocks, blockHeadedBy } from './address-blocks.ts';
import { assignmentOn, isOfAssignee } from './assignment.ts';
import { footNames } from './foot-names.ts';
import { asCandidate, isName, type NameCandidate, namedInBlock } from './name-candidates.ts';
import { withFormBelow, withLineBelow, withWordsBeside } from './name-lines.ts';
import { firstPart, isOneOf, namedIn, nameIn, nameKey, numberedForm } from './names.ts';
import { type Regions, textOfName } from './regions.ts';
import { factsOf, noSurerThanPlace, signsOfSeller } from './seller-signs.ts';
import { isWhole, type SenderAddress, senderAddresses } from './sender-addresses.ts';
import { surerAlone } from './sole-company.ts';
import { type ToldNames, toldNames } from './told-names.ts';

export function readSellerName(
  page: Page,
  regions: Regions,
  context: ReadingContext,
  numberCells: readonly Cell[],
): Share[] {
  const own = context.ownNames ?? [];
  const buyerNames = [
    ...regions.buyerNames.map(({ text }) => nameKey(namedIn(text))),
    ...labelledNames(page, 'buyerName'),
  ].filter((name) => name !== '');
  const addresses = senderAddresses(page, regions);
  const told = toldNames(page);
  const candidates = [
    ...fromCompanies(page),
    ...fromLabels(page, regions),
    ...fromTop(page),
    ...fromDomains(page, addresses),
    ...fromAddresses(page),
    ...footNames(page, regions, numberCells),
  ]
    .filter(({ cell }) => !told.sentences.has(cell))
    .concat(fromTold(told))
    .filter(({ value }) => isName(value))
    .filter(
      ({ key, value, cell }) =>
        !buyerNames.some((buyer) => buyer === key || buyer.startsWith(`${key} `)) &&
        !isOneOf(value, own) &&
        !(regions.buyer.has(cell) && !regions.seller.has(cell)),
    );
  respell(candidates, page);
  completeNames(candidates);
  const facts = factsOf(page, regions, candidates, { addresses, numberCells });
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score:
      candidate.score +
      signsOfSeller(candidate, page, facts) +
      (told.others.has(candidate.key) || isCareOf(candidate) ? weights.name.ofAgent : 0) +
      (isAssignee(candidate, page) ? weights.ofAssignee : 0),
  }));
  const { name } = chooseTogether({ name: scored }, () => 0).shares;
  return noSurerThanPlace(surerAlone(name, scored), facts);
}

/** "Issued on behalf of Norrfrukt AB", "Fjällro is a trading name of Nordkust Ltd" */
function fromTold({ sellers }: ToldNames): NameCandidate[] {
  return sellers.map(({ name, cell, hasLegalForm }) =>
    asCandidate(name, cell, 'in a sentence about it', weights.name.told, hasLegalForm),
  );
}

/** "c/o Hamnkontoret AB" */
function isCareOf({ value, cell }: NameCandidate): boolean {
  return /(?:^|\s)c\/o\s*$/iu.test(cell.text.slice(0, Math.max(0, cell.text.indexOf(value))));
}

/** "Sandtorp Juristbyrå" in the letterhead is the "Sandtorp Juristbyrå Handelsbolag" of the footer: both are the longer name. */
function completeNames(candidates: NameCandidate[]): void {
  for (const short of candidates) {
    const full = candidates.find(
      ({ hasLegalForm, value, cell }) =>
        hasLegalForm &&
        value.length > short.value.length &&
        (short.hasLegalForm
          ? // The second line of a name that fills two.
            value === `${cell.text} ${short.value}`
          : value.toLowerCase().startsWith(`${short.value.toLowerCase()} `)),
    );
    if (full) Object.assign(short, { value: full.value, key: full.key, hasLegalForm: true });
  }
}

/** To whom the claim was sold, wherever its name stands. */
function isAssignee({ key, value, cell }: NameCandidate, page: Page): boolean {
  return assignmentOn(page).names.has(key) || isOfAssignee(page, cell, Math.max(0, cell.text.indexOf(value)));
}

/** The same name may stand there with its words run together or its letters apart: it is one candidate, spelled as it reads best. */
function respell(candidates: NameCandidate[], page: Page): void {
  const spelledBest = spellerOn(page);
  for (const [printed, same] of Map.groupBy(candidates, ({ value }) => value)) {
    const value = spelledBest(printed);
    if (value === printed) continue;
    const spelled = { value, key: nameKey(value), hasLegalForm: nameIn(value) !== null };
    for (const candidate of same) Object.assign(candidate, spelled);
  }
}

function labelledNames(page: Page, field: 'buyerName'): string[] {
  return candidatesFor(page, field, (text) => [{ value: text }])
    .filter(({ spot }) => isPlainSpot(spot))
    .map(({ value }) => nameKey(namedIn(value)));
}

function fromCompanies(page: Page): NameCandidate[] {
  const { layout, marked } = page;
  return layout.cells.flatMap((cell) => {
    // A name with its legal form has two words at least.
    if (cell.text.length > 160 || !/\s/.test(cell.text) || /^[(©]/.test(cell.text)) return [];
    const labels = marked.labelsIn.get(cell) ?? [];
    const from = labels[0]?.start === 0 && !isWordOfName(labels, cell) ? (labels.at(-1)?.end ?? 0) : 0;
    const text = cell.text.slice(from).replace(/^[\s:.,-]+/, '');
    const [part = text] = text.split(/[|•·]| - | – |, (?=\p{Lu}\p{L}+\s?\d)/u);
    const found = nameIn(part) ?? (part === text ? null : nameIn(text));
    if (!found) return [];
    // Over an address nothing but the name stands in its line.
    const name = blockHeadedBy(cell, page) ? namedIn(text) : found.name;
    return [asCandidate(name, cell, 'a company', weights.name.legalForm, true)];
  });
}

/** "Project Folded, Inc.": no name is the value of a label of numbers, so that the word belongs to it. */
function isWordOfName([label, ...others]: readonly FoundLabel[], { text }: Cell): boolean {
  return (
    label?.field === 'otherNumber' &&
    others.length === 0 &&
    /^\s\p{Lu}/u.test(text.slice(label.end)) &&
    nameIn(text)?.start === 0
  );
}

function fromLabels(page: Page, regions: Regions): NameCandidate[] {
  const labelled = (['sellerName', 'payee'] as const).flatMap((field) =>
    candidatesFor(page, field, (printed, { kind, cell }) => {
      const text = kind === 'after' && numberedForm.test(printed) ? cell.text : printed;
      return isName(text) ? [{ value: firstPart(text) }] : [];
    }).filter(({ spot }) => isPlainSpot(spot)),
  );
  const below = regions.sellerNames.map((cell) => {
    const text = textOfName(cell, page);
    return { text: withLineBelow(text, cell, page), cell };
  });
  const inBlock = [...regions.seller].flatMap((cell) => namedInBlock(cell, page));
  return [
    ...labelled.map(({ value, cell, how, label }) => {
      const { payee, payeeWithAddress, labelled: asSeller } = weights.name;
      const score =
        label?.field === 'payee' ? payee + (blockHeadedBy(cell, page) ? payeeWithAddress : 0) : asSeller;
      return asCandidate(namedIn(value), cell, how, score, nameIn(value) !== null);
    }),
    ...regions.senders.map((cell) => {
      const name = firstPart(cell.text.split(', ')[0] ?? '');
      return asCandidate(
        namedIn(name),
        cell,
        "in the sender's line",
        weights.name.labelled,
        nameIn(name) !== null,
      );
    }),
    ...(inBlock.length > 0 ? [] : below).map(({ text, cell }) =>
      asCandidate(
        namedIn(text),
        cell,
        "below the seller's heading",
        weights.name.labelled,
        nameIn(text) !== null,
      ),
    ),
    ...inBlock,
  ];
}

/** Letterheads of those without a legal form: the first and the largest words on the page. */
function fromTop(page: Page): NameCandidate[] {
  const { layout, marked } = page;
  const height = layout.pageSizes.get(1)?.height ?? 0;
  const titles = new Set(marked.topics.filter(({ topic }) => topic.kind === 'title').map(({ cell }) => cell));
  const top = layout.rows
    .filter((row) => row.page === 1 && row.y < 0.25 * height)
    .flatMap((row) => row.cells)
    .filter(
      (cell) =>
        !marked.labelsIn.has(cell) &&
        !titles.has(cell) &&
        !layout.rows[cell.row]?.cells[cell.column + 1]?.text.startsWith(':') &&
        isName(cell.text) &&
        ![cell, layout.rows[cell.row]?.cells[cell.column - 1]].some(
          (each) => each && (standsAmongLabels(each, page) || (each !== cell && marked.labelsIn.has(each))),
        ),
    );
  const largest = top.reduce((most, { height: size }) => Math.max(most, size), 0);
  const [first] = top;
  const usual = page.layout.usualSize;
  return top
    .filter((cell) => cell === first || cell.height >= largest * 0.98)
    .map((cell) => {
      const part = firstPart(cell.text);
      const isHeading = cell.height > largeType * usual && cell.height >= largest * 0.98;
      const name = isHeading && part === cell.text ? withWordsBeside(part, cell, page) : part;
      const full = withFormBelow(name, cell, page);
      const hasForm = full !== name || (name !== part && nameIn(name)?.name === name);
      return asCandidate(
        full,
        cell,
        'at the top',
        hasForm ? weights.name.legalForm : weights.name.none,
        hasForm,
      );
    });
}

/** A label that is not known, right above or below one that is, with its value above or below the other's. */
function standsAmongLabels(cell: Cell, { layout, marked }: Page): boolean {
  const besideOf = ({ row, column }: Cell) => layout.rows[row]?.cells[column + 1];
  const value = besideOf(cell);
  if (!value) return false;
  return [-1, 1].some((step) =>
    layout.rows[cell.row + step]?.cells.some((other) => {
      const otherValue = besideOf(other);
      return (
        other.page === cell.page &&
        Math.abs(other.x - cell.x) < 3 &&
        Math.abs(other.y - cell.y) < 2.2 * Math.max(cell.height, 8) &&
        marked.labelsIn.get(other)?.some(({ start }) => start <= 2) === true &&
        otherValue !== undefined &&
        sharesEdge(value, otherValue)
      );
    }),
  );
}

function sharesEdge(a: Cell, b: Cell): boolean {
  return Math.abs(a.x - b.x) < 3 || Math.abs(a.x + a.width - (b.x + b.width)) < 3;
}

/** "Azure Interior" of azure-interior.com: whoever writes his address on the page writes his name there too. */
function fromDomains(page: Page, addresses: readonly SenderAddress[]): NameCandidate[] {
  if (addresses.length === 0) return [];
  return page.layout.cells
    .filter(
      (cell) =>
        cell.page === 1 && cell.text.length <= 40 && isName(cell.text) && isWhole(cell.text, addresses),
    )
    .map((cell) => asCandidate(cell.text, cell, "in the page's addresses", weights.name.none, false));
}

/** Who heads an address at the top may be the sender, or the one to whom it is sent: the signs tell. */
function fromAddresses(page: Page): NameCandidate[] {
  const height = page.layout.pageSizes.get(1)?.height ?? 0;
  return addressBlocks(page)
    .filter(
      ({ head }) =>
        head.y < addressesWithin * height && nameIn(head.text) === null && /^[\p{Lu}\d]/u.test(head.text),
    )
    .map(({ head }) => asCandidate(firstPart(head.text), head, 'over an address', weights.name.none, false));
}

const addressesWithin = 0.35;
