/** The seller's name has no label as a rule. Several signs together tell it from the buyer's and from everything else. */
import type { ReadingContext } from '../reading.ts';
import { assignmentOn, isOfAssignee } from './assignment.ts';
import { candidatesFor, type Share } from './candidates.ts';
import { chooseTogether } from './choose.ts';
import { footNames } from './foot-names.ts';
import type { Cell } from './layout.ts';
import { asCandidate, isName, type NameCandidate, namedInBlock } from './name-candidates.ts';
import { withFormBelow, withLineBelow, withWordsBeside } from './name-lines.ts';
import { firstPart, isAddressLine, isOneOf, namedIn, nameIn, nameKey } from './names.ts';
import { type Regions, textOfName } from './regions.ts';
import { surerAlone } from './sole-company.ts';
import { spelledBest } from './spelling.ts';
import type { Page } from './spots.ts';
import { type ToldNames, toldNames } from './told-names.ts';
import { weights } from './weights.ts';
import { fold } from './words.ts';

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
  const domains = domainsOn(page);
  const told = toldNames(page);
  const candidates = [
    ...fromCompanies(page),
    ...fromLabels(page, regions),
    ...fromTop(page),
    ...fromDomains(page, domains),
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
  const facts = factsOf(page, candidates, domains, numberCells);
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score:
      candidate.score +
      signs(candidate, page, regions, facts) +
      (told.others.has(candidate.key) || isCareOf(candidate) ? weights.name.ofAgent : 0) +
      (isAssignee(candidate, page) ? weights.ofAssignee : 0),
  }));
  return surerAlone(chooseTogether({ name: scored }, () => 0).shares.name, scored);
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
  for (const [printed, same] of Map.groupBy(candidates, ({ value }) => value)) {
    const value = spelledBest(printed, page.layout.text);
    if (value === printed) continue;
    const spelled = { value, key: nameKey(value), hasLegalForm: nameIn(value) !== null };
    for (const candidate of same) Object.assign(candidate, spelled);
  }
}

function labelledNames(page: Page, field: 'buyerName'): string[] {
  return candidatesFor(page, field, (text) => [{ value: text }])
    .filter(({ spot }) => spot === 'after' || spot === 'right' || spot === 'below')
    .map(({ value }) => nameKey(namedIn(value)));
}

function fromCompanies({ layout, marked }: Page): NameCandidate[] {
  return layout.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      // A name with its legal form has two words at least.
      if (cell.text.length > 160 || !/\s/.test(cell.text) || /^[(©]/.test(cell.text)) return [];
      const labels = marked.labelsIn.get(cell) ?? [];
      const from = labels[0]?.start === 0 ? (labels.at(-1)?.end ?? 0) : 0;
      const text = cell.text.slice(from).replace(/^[\s:.,-]+/, '');
      const [part = text] = text.split(/[|•·]| - | – |, (?=\p{Lu}\p{L}+\s?\d)/u);
      const found = nameIn(part) ?? (part === text ? null : nameIn(text));
      return found ? [asCandidate(found.name, cell, 'a company', weights.name.legalForm, true)] : [];
    }),
  );
}

function fromLabels(page: Page, regions: Regions): NameCandidate[] {
  const labelled = (['sellerName', 'payee'] as const).flatMap((field) =>
    candidatesFor(page, field, (text) => (isName(text) ? [{ value: firstPart(text) }] : [])).filter(
      ({ spot }) => spot === 'after' || spot === 'right' || spot === 'below',
    ),
  );
  const below = regions.sellerNames.map((cell) => {
    const text = textOfName(cell, page);
    return { text: withLineBelow(text, cell, page), cell };
  });
  const inBlock = [...regions.seller].flatMap((cell) => namedInBlock(cell, page));
  return [
    ...labelled.map(({ value, cell, how, label }) => {
      const score = label?.field === 'payee' ? weights.name.payee : weights.name.labelled;
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
        ![cell, layout.rows[cell.row]?.cells[cell.column - 1]].some(
          (each) => each && (standsAmongLabels(each, page) || (each !== cell && marked.labelsIn.has(each))),
        ) &&
        isName(cell.text),
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

/** "Bank: Norrbanken AB", in one cell or two. */
function isBanks(cell: Cell, { layout, marked }: Page): boolean {
  return [cell, layout.rows[cell.row]?.cells[cell.column - 1]].some((each) =>
    (each ? marked.labelsIn.get(each) : undefined)?.some(
      ({ text, start }) => start <= 2 && /^(?:bank|banque|pankki|bank ?name|bankverbindung)$/iu.test(text),
    ),
  );
}

/** A street or a town right below, as in a letterhead. */
function headsAddress(cell: Cell, { layout }: Page): boolean {
  return layout.rows
    .slice(cell.row + 1, cell.row + 4)
    .flatMap((row) => row.cells)
    .some(
      (other) =>
        other.page === cell.page &&
        Math.abs(other.x - cell.x) < 3 &&
        other.y - cell.y < 3 * Math.max(cell.height, 9) &&
        isAddressLine(other.text),
    );
}

function sharesEdge(a: Cell, b: Cell): boolean {
  return Math.abs(a.x - b.x) < 3 || Math.abs(a.x + a.width - (b.x + b.width)) < 3;
}

/** "Azure Interior" of azure-interior.com: whoever writes his address on the page writes his name there too. */
function fromDomains(page: Page, domains: readonly string[]): NameCandidate[] {
  if (domains.length === 0) return [];
  return page.layout.cells
    .filter((cell) => {
      if (cell.page !== 1 || cell.text.length > 40) return false;
      const letters = fold(cell.text).replace(/[^a-z0-9]/g, '');
      return letters.length >= domainNameMin && domains.includes(letters) && isName(cell.text);
    })
    .map((cell) => asCandidate(cell.text, cell, "in the page's addresses", weights.name.none, false));
}

const domainNameMin = 5;

/** The domains of mail and web addresses, letters and digits alone. */
function domainsOn({ layout }: Page): string[] {
  if (!/@|www\.|http/u.test(layout.text)) return [];
  return [
    ...layout.text.matchAll(/(?:@|www\.|https?:\/\/)([\p{L}\d-]+(?:\.[\p{L}\d-]+)*)\.\p{L}{2,10}/gu),
  ].map((match) => fold(match[1] ?? '').replace(/\W/g, ''));
}

/** In font sizes of the page: what is larger is a heading. */
const largeType = 1.25;

interface Facts {
  median: number;
  firstRow: number;
  cellsByKey: Map<string, Set<Cell>>;
  domains: string;
  numberCells: readonly Cell[];
}

function factsOf(
  page: Page,
  candidates: readonly NameCandidate[],
  domains: readonly string[],
  numberCells: readonly Cell[],
): Facts {
  const cellsByKey = new Map<string, Set<Cell>>();
  for (const { key, cell } of candidates) cellsByKey.set(key, (cellsByKey.get(key) ?? new Set()).add(cell));
  return {
    median: page.layout.usualSize,
    firstRow: Math.min(...candidates.map(({ cell }) => cell.row)),
    cellsByKey,
    domains: domains.join(' '),
    numberCells,
  };
}

function signs(
  { key, cell, hasLegalForm, value }: NameCandidate,
  page: Page,
  regions: Regions,
  facts: Facts,
): number {
  const { layout } = page;
  const { name } = weights;
  const size = layout.pageSizes.get(cell.page);
  const isTop = cell.page === 1 && cell.y < 0.16 * (size?.height ?? 0);
  const near = facts.numberCells.some(
    (other) =>
      other.page === cell.page &&
      Math.abs(other.y - cell.y) <= 48 &&
      (Math.abs(other.y - cell.y) < 3 || Math.abs(other.x - cell.x) < 330),
  );
  const times = (facts.cellsByKey.get(key)?.size ?? 1) - 1;
  const inDomain = key.split(' ').some((part) => part.length >= 4 && facts.domains.includes(fold(part)));
  return (
    (isTop ? name.top : 0) +
    (isTop && headsAddress(cell, page) ? name.headsAddress : 0) +
    (cell.height > largeType * facts.median ? name.large : 0) +
    (near ? name.withNumbers : 0) +
    Math.min(2, times) * name.repeated +
    (inDomain ? name.inDomain : 0) +
    (regions.seller.has(cell) ? name.inAddress : 0) +
    (cell.row === facts.firstRow ? name.firstOnPage : 0) +
    (value.length > 45 ? name.longText : 0) +
    (size && cell.x + cell.width > size.width - 1 ? name.cutOff : 0) +
    (isBanks(cell, page) ? name.ofBank : 0) +
    (hasLegalForm ? 0 : name.aboveBuyer) +
    (!hasLegalForm && /\d|_|\.\p{L}{2,4}$/u.test(value) ? name.likeAddress : 0)
  );
}
