/** Companies' names: where one starts and ends in a text, and when two are the same. */

import { normaliseName } from '../../../invoice/identity.ts';
import { remembered } from '../../remembered.ts';
import { squeeze } from '../text/words.ts';

const legalForms =
  'AB|Aktiebolag|HB|Handelsbolag|KB|Kommanditbolag|Ek\\.? ?för\\.?|Ekonomisk förening|ASA?|ANS|ENK|A\\/S|ApS|I\\/S|K\\/S|P\\/S|IVS|Oyj?|Ky|Tmi|Osk|ry|Abp|[Aa]\\.?m\\.?b\\.?a\\.?|[Ff]\\.?m\\.?b\\.?a\\.?|EI|ömsesidigt|ideell förening|PartG(?: ?mbB)?|eGbR|U\\.A\\.|CIC|(?:g?GmbH|Gmbh)(?: & Co\\.?(?: ?KG(?:aA)?)?)?|GMBH(?: & CO\\.?(?: ?KG)?)?|mbH|eG|AG|KG|OHG|UG(?: \\(haftungsbeschränkt\\))?|GbR|e\\.? ?K\\.?|e\\.? ?V\\.?|a\\.G\\.|(?:Pvt\\.? |PVT\\.? |Pty\\.? )?(?:Ltd|LTD)\\.?|(?:Private )?Limited|LIMITED|LLC|L\\.L\\.C\\.|(?:Inc|INC|Corp|CORP)\\.?|Corporation|CORPORATION|AKTIEBOLAG|HANDELSBOLAG|OYJ?|APS|PLC|plc|LLP|B\\.? ?V\\.?|N\\.? ?V\\.?|V\\.?O\\.?F\\.?|SARL|S\\.à r\\.l\\.|SASU?|EURL|SNC|S\\.?A\\.?S?\\.?|S\\.?r\\.?l\\.?|SCOP|SCI|OÜ|UÜ|UAB|SIA|' +
  // Poland, Czechia, Italy, Spain, Portugal.
  '[Ss]p\\. ?z ?o\\. ?o\\.?(?: [Ss]p\\. ?k\\.)?|SP\\. ?Z ?O\\. ?O\\.?|[Ss]p\\. ?[jk]\\.|(?:spol\\. )?s ?\\.?r\\. ?o\\.|spol\\. s r\\. ?o\\.|a\\. ?s\\.|v\\.o\\.s\\.|' +
  '[Ss]\\. ?[Pp]\\. ?A\\.?|S[Pp]A|S[Rr]L[Ss]?|S\\.R\\.L\\.(?:S\\.)?|S\\.r\\.l\\.s\\.|S\\.n\\.c\\.|S\\.a\\.s\\.|' +
  'S\\. ?L\\. ?(?:U\\.?)?|SLU|(?<=,\\s|\\p{Lu}{3}\\s)SL|S\\. ?Coop\\.|S\\.A\\.U\\.|(?:Unipessoal,? )?L[Dd][Aa]\\.?';

const word = "[\\p{L}\\p{N}&.'’/+-]";

/** Legal forms at the end of a name, or Swedish, Finnish and French ones at its start. */
const companyName = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:Aktiebolaget|Stiftelsen|Stichting|Vereniging|Coöperatie|Osuuskunta|Brf|Bostadsrättsföreningen|Samfällighetsföreningen|AB|HB|KB|Oy|OÜ|AS(?=\\s\\p{Lu}\\p{Ll})|SARL|SASU?|SA|EURL|SNC|SCOP|SCI)\\s\\p{Lu}${word}*(?:\\s(?!au\\scapital)${word}+){0,4}|(?:\\p{Lu}${word}*\\s){1,3}\\p{L}*(?:förening|klubb|stiftelse|förbund|forening|forbund|yhdistys|säätiö)|[\\p{Lu}\\d]${word}*(?:,?\\s(?:&\\s)?${word}+){0,6}?,?\\s(?:${legalForms})(?:\\s\\((?:publ|svb)\\))?)(?=$|\\.?$|\\.\\s|/\\s|[\\s,;|:•·)–-])`,
  'u',
);

/** The company that a text names, without what stands before and after. */
export const nameIn: (text: string) => { name: string; start: number } | null = remembered(
  (text: string): { name: string; start: number } | null => {
    if (!/\p{Lu}.*\s/u.test(text) && !/\s\p{Lu}/u.test(text)) return null;
    const match = companyName.exec(text);
    if (!match?.[1] || dutchTown.test(match[1])) return null;
    const verb = verbIn.exec(match[1]);
    if (!verb) return { name: match[1].replace(/,$/, ''), start: match.index };
    // A sentence about a company: its name comes after the verb.
    const from = match.index + verb.index + verb[0].length;
    const later = nameIn(text.slice(from));
    return later && { name: later.name, start: from + later.start };
  },
);

/** "Industrielaan 23, 5417 AB": the letters of a postal code are no legal form. */
const dutchTown = /\s\d{1,4}\p{L}?,?\s\d{4}\s\p{Lu}{2}$/u;

const verbIn =
  /\s(?:är|er|is|are|ist|sind|est|drivs|drives|ingår|tillhör|gehört|wird|wordt|kuuluu)\s|(?<=\p{Ll}{4})[.!]\s(?=\p{Lu})/u;

/**
 * The name in a text that is known to name a company: a place may follow its legal form ("Rohstoff AG Salzgitter"), and
 * then it belongs to it; an address or a remark does not.
 */
export function namedIn(text: string): string {
  const found = nameIn(text);
  if (!found) return firstPart(text);
  const rest = text.slice(found.start + found.name.length);
  const isPartOfName = found.start === 0 && /^(?:\s\p{Lu}[\p{L}-]{2,}){1,2}$/u.test(rest);
  return isPartOfName ? text.trim() : found.name;
}

/** What stands before a separator or an address. */
export function firstPart(text: string): string {
  return (
    text.split(/\s?[|•●·;]\s?|\s[-–]\s|,\s(?=\d|\p{Lu}\p{L}+\s?\d|\p{Lu}[\p{L}.' -]{1,30}\s\d)/u)[0] ?? text
  ).trim();
}

/** "Storgatan 12", "58 impasse du Moulin", "12374 Roquemer", "Atlanta, GA 31772": lines of an address. */
export function isAddressLine(text: string): boolean {
  return nameIn(text) === null && addressLines.some((line) => line.test(text));
}

const addressLines: readonly RegExp[] = [
  /^(?:\p{Lu}{1,2}[- ])?(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})\s\p{L}{2}/u,
  /^\d{1,4}\s?(?:bis\b|ter\b|[a-z]\b)?,?\s\p{L}{2}.*\s\p{L}/u,
  /^\p{L}[\p{L} ./-]{3,},?\s\d{1,4}\s?[a-zA-Z]?$/u,
  // "Gate 5, 34 Church Road"
  /^\p{Lu}\p{L}+\s\d{1,3}\p{L}?,\s\d{1,4}\s\p{Lu}\p{L}+\s\p{Lu}\p{L}+/u,
  // Towns with the codes of America, Australia, Canada, Britain and the Netherlands.
  /^\p{Lu}[\p{L} .'-]+,?\s[A-Z]{2},?\s\d{5}(?:-\d{4})?$/u,
  /^\p{Lu}[\p{L} .'-]+,?\s(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),?\s\d{4}$/u,
  /(?:^|\s)(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?=$|,|\s\p{L}{3})/u,
  /^\d{4} ?[A-Z]{2},?\s\p{L}{2}/u,
  // Street and town in one line.
  /^\p{L}[\p{L} .-]{3,}\s\d{1,4}\s?[a-zA-Z]?,\s(?:\p{Lu}{1,2}-)?(?:\d{4,5}|\d{3} \d{2})\s\p{L}{2}/u,
];

/** Names of countries in the languages of invoices: the last line of an address, and never a company's name. */
export function isCountry(text: string): boolean {
  countries ??= namesOfCountries();
  return countries.has(text.trim().toLocaleLowerCase());
}

let countries: ReadonlySet<string> | null = null;

function namesOfCountries(): Set<string> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const spoken = ['en', 'sv', 'nb', 'da', 'fi', 'de', 'nl', 'fr', 'es', 'it', 'pl', 'cs', 'pt', 'et'];
  const names = spoken.flatMap((language) => {
    const known = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => known.of(code)?.toLocaleLowerCase() ?? []);
  });
  return new Set([
    ...names,
    'usa',
    'uk',
    'england',
    'scotland',
    'wales',
    'the netherlands',
    'united states of america',
  ]);
}

const spelledOut: Record<string, string> = {
  aktiebolag: 'ab',
  aktiebolaget: 'ab',
  handelsbolag: 'hb',
  kommanditbolag: 'kb',
  limited: 'ltd',
};

/** Two names are one only if their legal forms are: "Åkær Møbler ApS" may write to "Åkær Møbler A/S". */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}/&]+/u);
  return words
    .filter((each) => each !== '')
    .map((each) => spelledOut[each] ?? each)
    .join(' ');
}

/** "1 AS": what is left of "Leverandør 1 AS" behind a label. */
export const numberedForm = new RegExp(`^\\d+,?\\s(?:${legalForms})$`, 'u');

/** A legal form that stands alone, below the rest of the name. */
export const formAlone = new RegExp(`^(?:${legalForms})(?:\\s\\(publ\\))?$`, 'u');

/** What is left of a name where nobody can tell its words apart. */
export function runTogether(name: string): string {
  return name.replaceAll(' ', '');
}

/** Whether a text is one of our own names. A name given without its legal form stands for it with any. */
export function isOneOf(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const letters = lettersOf(text);
  const alike = names.filter((name) => letters.includes(longestWord(name)));
  if (alike.length === 0) return false;
  const key = nameKey(text);
  const bare = normaliseName(text);
  return alike.some((name) => {
    const hasForm = nameIn(name) !== null;
    const [one, other] =
      hasForm && nameIn(text) !== null ? [key, nameKey(name)] : [bare, normaliseName(name)];
    const isSpacedOtherwise = runTogether(one) === runTogether(other);
    return other !== '' && (isSpacedOtherwise || one.startsWith(`${other} `) || one.endsWith(` ${other}`));
  });
}

/** Whoever's name it is writes this word of it, which is sooner seen than all of it. */
const longestWord = remembered((name) =>
  lettersOf(
    normaliseName(name)
      .split(' ')
      .filter((word) => spelledOut[word] === undefined)
      .reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
  ),
);

const lettersOf = (text: string) => squeeze(text.normalize('NFKC'));
