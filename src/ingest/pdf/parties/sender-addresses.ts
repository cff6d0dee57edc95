/** Mail and web addresses on the page: whoever writes his own there writes his name there too. Pure. */
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { fold } from '../text/words.ts';
import type { Regions } from './regions.ts';

/** What tells whose an address is, letters and digits alone. */
export interface SenderAddress {
  /** The domain without what follows its last full stop; null where it is of a provider that anybody may have an address at. */
  domain: string | null;
  /** What stands before the "@" of such a provider: it is the person. */
  person: string | null;
  cell: Cell;
}

const address =
  /(?<user>[\p{L}\d._+-]+)?(?:@|www\.|https?:\/\/(?:www\.)?)(?<domain>[\p{L}\d-]+(?:\.[\p{L}\d-]+)*)\.\p{L}{2,12}/gu;

/** Providers of mail for anybody. */
const providers =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|tonline|freenet|telia|spray|bredband|comhem|online|getmail|wp|onet|interia|o2|free|orange|wanadoo|laposte|sfr|libero|seznam|proton|protonmail|posteo|mail)$/;

/** Those that stand in the buyer's address are the buyer's. */
export function senderAddresses({ layout }: Page, { buyer, seller }: Regions): SenderAddress[] {
  return layout.cells
    .filter((cell) => /@|www\.|http/u.test(cell.text) && (!buyer.has(cell) || seller.has(cell)))
    .flatMap((cell) =>
      matchesOf(address, cell.text).map(({ groups: { user = '', domain = '' } = {} }) => {
        const own = lettersOf(ownPart(domain));
        return providers.test(own)
          ? { domain: null, person: lettersOf(user.replace(/\d+$/, '')), cell }
          : { domain: own, person: null, cell };
      }),
    );
}

/** "firma" of "mail.firma.co". */
function ownPart(domain: string): string {
  const parts = domain.split('.');
  return (
    (parts.length > 1 && /^(?:com?|org|net|ltd|plc|ac)$/u.test(parts.at(-1) ?? '')
      ? parts.at(-2)
      : parts.at(-1)) ?? ''
  );
}

/** Shorter ones are found within other words. */
const lettersMin = 5;
const wordMin = 4;

export type Likeness = 'whole' | 'firstWord' | 'beginning' | 'word';

/** How a name and the addresses are alike: the whole name is one, its first word is one or begins one, or a word of it is within one. */
export function likenessTo(name: string, addresses: readonly SenderAddress[]): Likeness | null {
  if (addresses.length === 0) return null;
  if (isWhole(name, addresses)) return 'whole';
  const domains = addresses.flatMap(({ domain }) => domain ?? []);
  const words = wordsIn(name).map(lettersOf);
  const [first = ''] = words;
  if (first.length >= wordMin && domains.includes(first)) return 'firstWord';
  if (first.length >= wordMin && domains.some((domain) => domain.startsWith(first))) return 'beginning';
  return words.some((word) => word.length >= wordMin && domains.some((domain) => domain.includes(word)))
    ? 'word'
    : null;
}

/** Whether all of a name, or its words up to one behind the first, are one of the addresses: "Acme Consulting Limited" at acmeconsulting.example. */
export function isWhole(name: string, addresses: readonly SenderAddress[]): boolean {
  const letters = lettersOf(name);
  if (addresses.some(({ domain, person }) => person === letters || (domain === letters && isLong(domain))))
    return true;
  let beginning = '';
  for (const [index, word] of wordsIn(name).entries()) {
    beginning += lettersOf(word);
    const begun = addresses.filter(({ domain }) => domain?.startsWith(beginning));
    if (begun.length === 0) return false;
    if (index > 0 && isLong(beginning) && begun.some(({ domain }) => domain === beginning)) return true;
  }
  return false;
}

const isLong = (letters: string) => letters.length >= lettersMin;

const wordsIn = (name: string) => name.split(/[\s/&,.-]+/u);

/** Letters and digits alone; "Müller" and "mueller" are one. */
export function lettersOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[aou])e/g, '');
}
