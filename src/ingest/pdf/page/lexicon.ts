/** All phrases of all languages in one table, so that a page is searched once, word by word. */
import { remembered } from '../../remembered.ts';
import { languages } from '../labels/index.ts';
import {
  type LabelledField,
  type Language,
  type LineColumn,
  type OtherPaper,
  phrasesIn,
  type SumWords,
} from '../labels/language.ts';
import { spellingsOf, squeeze, type Word, wordsOf } from '../text/words.ts';

export type Topic =
  | { kind: 'label'; field: LabelledField; isStrong: boolean }
  | { kind: 'column'; column: LineColumn }
  | { kind: 'title'; paper: 'invoice' | 'creditNote' | OtherPaper }
  | { kind: 'heading'; of: 'buyer' | 'seller' }
  | { kind: 'remark'; about: Remark };

const remarks = [
  'directDebit',
  'debitServices',
  'paidAlready',
  'exempt',
  'untaxed',
  'reverseCharge',
  'selfBilling',
  'assigned',
  'earlyPayment',
  'sellerAfter',
  'agentAfter',
] as const;
export type Remark = (typeof remarks)[number];

export interface Meaning {
  language: string;
  topic: Topic;
}

export interface PhraseMatch {
  start: number;
  end: number;
  /** Squeezed length: longer phrases say more. */
  length: number;
  meanings: readonly Meaning[];
  /** Where it starts with a phrase that is shorter: "Total EUR" is English, "Total" is Danish as well. */
  shorter: PhraseMatch | null;
}

/** A phrase, or the beginning of one, or both: found with one look, because every word of a page is looked for. */
interface Entry {
  /** Empty where it only begins phrases. */
  meanings: Meaning[];
  isBeginning: boolean;
}

interface Lexicon {
  phrases: Map<string, Entry>;
  /** Ends of compounds: "rechnung". */
  endings: Map<string, Meaning[]>;
  /** Matches a word with one of those ends. */
  ending: RegExp;
}

let built: Lexicon | null = null;

function lexicon(): Lexicon {
  built ??= build(languages);
  return built;
}

function build(all: readonly Language[]): Lexicon {
  const made: Tables = { phrases: new Map(), endings: new Map() };
  for (const language of all) {
    for (const [list, topic] of topicsOf(language)) {
      for (const phrase of phrasesIn(list).flatMap(spellingsOf))
        enter(made, phrase, { language: language.code, topic });
    }
  }
  return { ...made, ending: new RegExp(`(?:${[...made.endings.keys()].join('|')})$`) };
}

type Tables = Omit<Lexicon, 'ending'>;

function enter({ phrases, endings }: Tables, phrase: string, meaning: Meaning): void {
  const key = squeeze(phrase);
  if (key === '') return;
  if (phrase.startsWith('*')) {
    const ofEnding = endings.get(key) ?? [];
    endings.set(key, ofEnding);
    add(ofEnding, meaning);
  }
  add(entryOf(phrases, key).meanings, meaning);
  for (let length = key.length - 1; length > 0; length--) {
    const entry = entryOf(phrases, key.slice(0, length));
    // Where another phrase begins like this one, all shorter beginnings are known.
    if (entry.isBeginning) break;
    entry.isBeginning = true;
  }
}

function entryOf(phrases: Lexicon['phrases'], key: string): Entry {
  const entry = phrases.get(key) ?? { meanings: [], isBeginning: false };
  phrases.set(key, entry);
  return entry;
}

function add(known: Meaning[], meaning: Meaning): void {
  if (known.some((each) => each.language === meaning.language && isSame(each.topic, meaning.topic))) return;
  known.push(meaning);
}

/** Topics are objects of the same few keys, all of them plain values. */
function isSame(a: Topic, b: Topic): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function* topicsOf(language: Language): Generator<[string, Topic]> {
  for (const [field, { anywhere = '', atStart = '' }] of Object.entries(language.labels)) {
    yield [anywhere, { kind: 'label', field: field as LabelledField, isStrong: true }];
    yield [atStart, { kind: 'label', field: field as LabelledField, isStrong: false }];
  }
  for (const [field, list] of sumPhrases(language.sums)) {
    yield [list, { kind: 'label', field, isStrong: true }];
    // The same words head the amounts of the lines.
    if (field === 'net' || field === 'gross') yield [list, { kind: 'column', column: 'lineNet' }];
  }
  for (const [column, list] of Object.entries(language.columns)) {
    yield [list, { kind: 'column', column: column as LineColumn }];
  }
  yield [language.invoiceTitles, { kind: 'title', paper: 'invoice' }];
  yield [language.creditTitles, { kind: 'title', paper: 'creditNote' }];
  for (const [paper, list] of Object.entries(language.notInvoiceTitles)) {
    yield [list, { kind: 'title', paper: paper as OtherPaper }];
  }
  yield [language.buyerHeadings, { kind: 'heading', of: 'buyer' }];
  yield [language.sellerHeadings, { kind: 'heading', of: 'seller' }];
  for (const about of remarks) {
    yield [language[about] ?? '', { kind: 'remark', about }];
  }
}

/** Every label that words for sums can be put together to. */
function sumPhrases({ total, without, with: including, tax, toPay }: SumWords): [LabelledField, string][] {
  const [totals, taxes] = [phrasesIn(total), tax === '' ? [''] : phrasesIn(tax)];
  const joined = (...parts: (readonly string[])[]) =>
    parts
      .reduce((made, each) => made.flatMap((start) => each.map((end) => `${start} ${end}`)), [''])
      .join(',');
  return [
    ['net', joined(totals, phrasesIn(without), taxes)],
    ['gross', joined(totals, phrasesIn(including), taxes)],
    ['vat', tax === '' ? '' : joined(totals, taxes)],
    ['payable', joined(totals, phrasesIn(toPay))],
  ];
}

/** Whether a text is nothing but phrases that announce something, of any languages: "Leveransadress", "Fakturanr / OCR". */
export const isAnnouncement = remembered((text): boolean => {
  const words = wordsOf(text);
  let index = 0;
  while (index < words.length) {
    const match = phraseAt(words, index);
    if (!match?.meanings.some(({ topic }) => topic.kind !== 'remark')) return false;
    while (index < words.length && (words[index]?.start ?? 0) < match.end) index++;
  }
  return words.length > 0;
});

/** The longest phrase that starts at a word, or null. */
export function phraseAt(words: readonly Word[], index: number): PhraseMatch | null {
  const { phrases } = lexicon();
  const first = words[index];
  if (!first) return null;
  let found: PhraseMatch | null = null;
  let key = '';
  for (let at = index; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    key += word.text;
    const entry = phrases.get(key);
    if (!entry) break;
    const { meanings, isBeginning } = entry;
    if (meanings.length > 0)
      found = { start: first.start, end: word.end, length: key.length, meanings, shorter: found };
    if (!isBeginning) break;
  }
  return found ?? compoundAt(first, lexicon());
}

function compoundAt(word: Word, { endings, ending }: Lexicon): PhraseMatch | null {
  if (word.text.length < 6 || !ending.test(word.text)) return null;
  for (const [last, meanings] of endings) {
    if (word.text.endsWith(last))
      return { start: word.start, end: word.end, length: word.text.length, meanings, shorter: null };
  }
  return null;
}
