/**
 * Sentences that tell whose name counts: an agent who writes "on behalf of" a principal, a brand that "is a trading name of" a company.
 * The principal and the company are the seller; the agent and the brand, though they stand in the letterhead, are not. Pure.
 */
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { firstPart, nameIn, nameKey } from './names.ts';

export interface ToldNames {
  sellers: readonly { name: string; cell: Cell; hasLegalForm: boolean }[];
  /** Keys of agents and brands. */
  others: ReadonlySet<string>;
  /** Cells of the sentences themselves: none is a name. */
  sentences: ReadonlySet<Cell>;
}

/** Where letterheads end and footers begin, as a share of the page: in between, work is described that was ordered "on behalf of" somebody. */
const [headEnds, footBegins] = [0.32, 0.72];

export function toldNames(page: Page): ToldNames {
  const sellers: ToldNames['sellers'][number][] = [];
  const others = new Set<string>();
  const sentences = new Set<Cell>();
  for (const { cell, before, after, isSellerAfter } of tellings(page)) {
    const [seller, agent] = isSellerAfter ? [after, before] : [before, after];
    const named = nameIn(seller);
    const name = named?.name ?? (isInHead(cell, page) ? wordsOfName(seller) : null);
    sentences.add(cell);
    if (name !== null) sellers.push({ name: withoutFullStop(name), cell, hasLegalForm: named !== null });
    for (const key of keysIn(agent)) others.add(key);
    if (isSellerAfter && name !== null && nameIn(before) === null && isInHead(cell, page))
      for (const key of keysAbove(cell, page)) others.add(key);
  }
  for (const { name } of sellers) others.delete(nameKey(name));
  return { sellers, others, sentences };
}

interface Telling {
  cell: Cell;
  before: string;
  /** With the next line, where the sentence goes on there. */
  after: string;
  /** Whether the seller's name follows the words; otherwise it stands before them, and the agent's follows. */
  isSellerAfter: boolean;
}

function tellings(page: Page): Telling[] {
  const byPhrase = page.marked.topics.flatMap(({ topic, cell, start, end }): Telling[] => {
    if (topic.kind !== 'remark' || !(topic.about === 'sellerAfter' || topic.about === 'agentAfter'))
      return [];
    if (!isInHead(cell, page) && !isInFoot(cell, page)) return [];
    const after = withNextLine(cell, cell.text.slice(end), page).replace(/^[\s:,]+/u, '');
    return [{ cell, before: cell.text.slice(0, start), after, isSellerAfter: topic.about === 'sellerAfter' }];
  });
  const byForm = page.layout.cells.flatMap((cell): Telling[] => {
    if (!around.test(cell.text) || !(isInHead(cell, page) || isInFoot(cell, page))) return [];
    const { groups } = forms.map((form) => form.exec(cell.text)).find((found) => found !== null) ?? {};
    return groups
      ? [{ cell, before: groups.other ?? '', after: groups.seller ?? '', isSellerAfter: true }]
      : [];
  });
  return [...byPhrase, ...byForm];
}

/** Languages that put the name within the words, with an ending of its own: "för Eken AB:s räkning", "Lumo on Koivu Oy:n aputoiminimi". */
const around = /räkning|vägnar|puolesta|lukuun|toimeksiannosta|toiminimi|merkki|brändi/iu;
const forms = [
  /^(?<other>.*?)(?:,\s)?\b(?:för|å)\s(?<seller>\p{Lu}.*?):?s\s(?:räkning|vägnar)/u,
  /^(?:(?<other>.*?)\son\s)?(?<seller>\p{Lu}.*?)(?::n|n)\s(?:puolesta|lukuun|toimeksiannosta|(?:apu|rinnakkais)?toiminimi|tavaramerkki|tuotemerkki|brändi)/u,
] as const;

function isInHead({ page: number, y }: Cell, { layout }: Page): boolean {
  return number === 1 && y < headEnds * (layout.pageSizes.get(1)?.height ?? 0);
}

function isInFoot({ page: number, y }: Cell, { layout }: Page): boolean {
  return y > footBegins * (layout.pageSizes.get(number)?.height ?? 0);
}

/** A sentence may end its line with the words, or in the middle of the name; and the name may stand beside them. */
function withNextLine(cell: Cell, rest: string, { layout }: Page): string {
  const beside = layout.rows[cell.row]?.cells[cell.column + 1];
  if (/^[\s:]*$/u.test(rest) && beside && beside.x - (cell.x + cell.width) < 120) return beside.text;
  if (nameIn(rest) !== null || /[.;]$/u.test(rest.trim())) return rest;
  const below = layout.rows
    .slice(cell.row + 1, cell.row + 3)
    .flatMap(({ cells }) => cells)
    .find((other) => other.page === cell.page && Math.abs(other.x - cell.x) < 6);
  const goesOn =
    below !== undefined &&
    below.y - cell.y < 2 * Math.max(cell.height, 6) &&
    (rest.trim() === '' || nameIn(below.text)?.start === 0);
  return goesOn ? `${rest} ${below.text}`.trim() : rest;
}

/** Without a legal form: capitalised words up to the end of the sentence. */
function wordsOfName(text: string): string | null {
  const name = firstPart(text.split(/[.,;(](?:\s|$)/u)[0] ?? '');
  return /^\p{Lu}\p{L}+/u.test(name) && name.length >= 4 && name.split(' ').length <= 6 ? name : null;
}

/** The company that a part of a sentence names, or all of it: "Fjällro", "Hamnagenten AB". */
function keysIn(text: string): string[] {
  const plain = text
    .replace(/^[\s,;:(|•·-]+|[\s,;:)|•·-]+$/gu, '')
    .replace(/^(?:die|der|das|the|la|le|les)\s(?=\p{Lu})/iu, '');
  const name = nameIn(plain)?.name ?? (plain.split(' ').length <= 5 ? plain : '');
  // "Fakturan ställs ut av Hamnagenten AB"
  const tail = nameIn(
    name.split(/\s(?:av|af|by|von|durch|par|door|fra|from|through|genom)\s/u).at(-1) ?? '',
  )?.name;
  return [name, tail ?? ''].filter((each) => each !== '').map(nameKey);
}

/** The full stop of the sentence, not of the name. */
function withoutFullStop(name: string): string {
  return name.replace(/(?<=\s(?:Ltd|LTD|Limited|Inc|Corp|GmbH))\.$/u, '');
}

/** Who writes on behalf of another stands right above, in the letterhead. */
function keysAbove(cell: Cell, { layout }: Page): string[] {
  return layout.rows
    .slice(Math.max(0, cell.row - 3), cell.row)
    .flatMap(({ cells }) => cells)
    .filter(
      (other) =>
        other.page === cell.page &&
        (Math.abs(other.x - cell.x) < 6 || other.height > cell.height) &&
        cell.y - other.y < 3 * Math.max(other.height, cell.height),
    )
    .flatMap(({ text }) => keysIn(text));
}
