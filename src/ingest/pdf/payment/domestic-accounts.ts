/**
 * Accounts as a country writes them that are neither giro nor IBAN: most have the code of a bank before the number, which may
 * be labelled apart from it, stand in one text with it, or run together with it. An account is given whole or not at all.
 */
import { stdnum } from 'stdnum';
import { czechAccountAtStart } from '../../checks/national-account.ts';
import { type Candidate, candidatesFor, type Parsed, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { lineBelow } from '../dates/loose-dates.ts';
import { phrasesIn } from '../labels/language.ts';
import type { FoundLabel } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import type { Page, Spot } from '../page/spots.ts';
import { ibanAtStart } from '../values/numbers.ts';

interface Form {
  /** Source of a pattern: how the bank's code is printed. */
  code: string;
  /** Least and most digits of the number behind it. */
  digits: readonly [number, number];
  /** Digits that the number is filled up to with zeros. */
  filledTo?: number;
  /** Digits of code and number where nothing parts them; what may be another kind of number is left out. */
  together?: readonly [number, number];
}

/** By the language that a page is written in: whose forms its accounts have. */
const forms: Readonly<Record<string, Form>> = {
  da: { code: '\\d{4}', digits: [6, 10], filledTo: 10, together: [11, 14] },
  sv: { code: '[1-9]\\d{3}(?:-\\d)?', digits: [6, 10], together: [11, 15] },
  en: { code: '\\d{2}(?<gap>[ -]?)\\d{2}\\k<gap>\\d{2}', digits: [7, 8] },
  de: { code: '\\d{3} ?\\d{3} ?\\d{2}', digits: [4, 10] },
};

/** "auf Konto-Nr. 532013000" */
const wordForNumber = /^[-\s]*(?:nr|no|nummer|number|nro|n°)[.:]*\s+/iu;

/** Whether a page's accounts are none without their bank's code: by its language, in English where such a code is printed. */
export function needsBankCode(page: Page): boolean {
  const { code } = page.marked.language;
  const form = forms[code];
  return form !== undefined && (code !== 'en' || bankCodes(page, form).length > 0);
}

/** Candidates of every account that is whole, digits only. */
export function domesticAccounts(page: Page): Candidate[] {
  const { code: language } = page.marked.language;
  const form = forms[language];
  const codes = form ? bankCodes(page, form) : [];
  const parse = (printed: string, spot: Spot, label: FoundLabel): Parsed[] => {
    const text = printed.replace(wordForNumber, '');
    if (spot.kind === 'left' || ibanAtStart(text) !== null) return [];
    const norwegian = norwegianAtStart(text);
    if (norwegian !== null && isNorwegian(norwegian)) return [asParsed(norwegian, true)];
    if (spot.kind === 'above') return [];
    if (norwegian !== null && language === 'no') return [asParsed(norwegian, false)];
    const account =
      finnishAtStart(text, language) ??
      czechAtStart(text, page) ??
      (form ? accountIn(text, label, form, codesNear(spot.cell, codes)) : null);
    return account === null ? [] : [asParsed(account, true)];
  };
  return [
    ...candidatesFor(page, 'account', parse),
    ...candidatesFor(page, 'bankCode', (text, { kind }) => {
      const account = form && kind === 'after' ? wholeAtStart(text, form) : null;
      return account === null ? [] : [asParsed(account, true)];
    }),
    ...(form ? codeThenNumber(page, form) : []),
    ...frenchAccounts(page),
  ];
}

function asParsed(value: string, isValid: boolean): Parsed {
  return {
    value,
    score: isValid ? weights.identifier.valid : weights.identifier.invalidAccount,
    isDenied: !isValid,
  };
}

function accountIn(text: string, label: FoundLabel, form: Form, codes: readonly string[]): string | null {
  const whole = wholeAtStart(text, form);
  if (whole !== null) return whole;
  const [only, ...others] = codes;
  const code = codeBefore(label, form) ?? (others.length === 0 ? only : undefined);
  const number = numberAtStart(text, form.digits);
  if (code !== undefined && number !== null) return joined(code, number, form);
  return togetherAtStart(text, form);
}

/** "1234 5678901234", "Reg.nr. 1234 Konto 567 890 1234", "8327-9, 123 456 789-0", "20-00-00 / 12345678" */
function wholeAtStart(text: string, form: Form): string | null {
  const start = new RegExp(
    `^(?:\\p{L}[\\p{L}. -]{1,20}[.:]?\\s?)?(?<code>${form.code})(?!\\d)(?<between>\\D{1,24})(?=\\d)`,
    'u',
  );
  const { 0: before = '', groups } = start.exec(text) ?? {};
  const number = before === '' ? null : numberAtStart(text.slice(before.length), form.digits);
  return number === null ? null : joined(groups?.code ?? '', number, form);
}

/** Digits in groups; where more follow that are of something else, the first group alone. */
function numberAtStart(text: string, [least, most]: readonly [number, number]): string | null {
  const [printed = ''] = /^\d+(?:[ .-]\d+)*/.exec(text) ?? [];
  if (/^(?:[\p{L}/]|,\d)/u.test(text.slice(printed.length))) return null;
  const groups = printed.split(/[ .-]/);
  return [groups.join(''), groups[0] ?? ''].find(({ length }) => length >= least && length <= most) ?? null;
}

function togetherAtStart(text: string, { code, digits: [, most], together, ...form }: Form): string | null {
  if (!together) return null;
  const [printed = ''] = /^\d+(?![\d.,/-])/.exec(text) ?? [];
  if (printed.length < together[0] || printed.length > together[1]) return null;
  if (!new RegExp(`^${code}`, 'u').test(printed)) return null;
  return joined(printed.slice(0, 4), printed.slice(4), { code, digits: [0, most], ...form });
}

function joined(code: string, number: string, { filledTo = 0 }: Form): string {
  return code.replace(/\D/g, '') + number.padStart(filledTo, '0');
}

/** Codes with a label of their own. */
function bankCodes(page: Page, form: Form): Candidate[] {
  const pattern = new RegExp(`^(${form.code})(?![\\d-]|[.,]\\d)`, 'u');
  return candidatesFor(page, 'bankCode', (text) => {
    const code = pattern.exec(text)?.[1];
    return code === undefined ? [] : [{ value: code.replace(/\D/g, '') }];
  }).filter(({ spot }) => spot !== 'left' && spot !== 'above');
}

/** In points: a number further from a bank's code is no account there, but the customer's, which is called an account as well. */
const codeReach = 120;

/** Each once. */
function codesNear({ page, y }: Cell, codes: readonly Candidate[]): string[] {
  const near = codes.filter(({ cell }) => cell.page === page && Math.abs(cell.y - y) <= codeReach);
  return [...new Set(near.map(({ value }) => value))];
}

/** "Reg.nr. 1234 Kontonr." */
function codeBefore({ cell, start }: FoundLabel, form: Form): string | undefined {
  const before = cell.text.slice(0, start);
  return new RegExp(`(?<!\\d[ -]?)(?<code>${form.code})\\D{0,6}$`, 'u').exec(before)?.groups?.code;
}

/** "bankkonto: Lokalbanken, reg.nr. 6278, konto 2776726432": in a sentence, each with its own word, though the words mean other things elsewhere. */
function codeThenNumber({ layout, marked }: Page, form: Form): Candidate[] {
  const words = wordsIn(marked.language);
  if (words === null) return [];
  const pair = new RegExp(
    `${words.code}${toValue}(?<code>${form.code})(?![\\d-])${betweenPair}${words.account}${toValue}(?=\\d)`,
    'iu',
  );
  return layout.cells.flatMap((cell) => {
    const begun = words.begins.exec(cell.text);
    if (begun === null || isBuyersAccount(cell, marked)) return [];
    const text = `${cell.text} ${lineBelow(cell, layout)}`.slice(begun.index);
    const { 0: before, index = 0, groups } = pair.exec(text) ?? {};
    const number =
      before === undefined ? null : numberAtStart(text.slice(index + before.length), form.digits);
    if (number === null || begun.index + index >= cell.text.length) return [];
    const account = joined(groups?.code ?? '', number, form);
    return [unlabelled(account, cell, 'in a sentence', weights.identifier.valid + 1, text)];
  });
}

/** Of the buyer, by its label or because the amount is drawn from it. */
function isBuyersAccount(cell: Cell, { labelsIn, topics }: Page['marked']): boolean {
  return (
    (labelsIn.get(cell)?.some(({ field }) => field === 'buyerAccount') ?? false) ||
    topics.some(
      ({ cell: other, topic }) => other === cell && topic.kind === 'remark' && topic.about === 'directDebit',
    )
  );
}

/** "reg.nr.: ", "konto " */
const toValue = '[.:]{0,2}\\s?';
/** ", ", " / ", " og ", " - " */
const betweenPair = '(?:\\s?[,;/|–-])?\\s?(?:(?:and|og|och|und)\\s)?';

const wordsIn = perLanguage(({ labels }) => {
  const [codes, accounts] = [labels.bankCode, labels.account].map((words) =>
    phrasesIn(`${words?.anywhere ?? ''}, ${words?.atStart ?? ''}`)
      .filter((phrase) => /^[\p{L} ]+$/u.test(phrase))
      .toSorted((one, other) => other.length - one.length)
      .map((phrase) => phrase.replaceAll(' ', '[. -]{0,2}'))
      .join('|'),
  );
  if (!codes || !accounts) return null;
  const code = `(?<!\\p{L})(?:${codes})`;
  return { code, account: `(?<!\\p{L})(?:${accounts})`, begins: new RegExp(`${code}(?!\\p{L})`, 'iu') };
});

function norwegianAtStart(text: string): string | null {
  return /^\d{4}([. ]?)\d{2}\1\d{5}(?!\d)/.exec(text)?.[0].replace(/[. ]/g, '') ?? null;
}

function isNorwegian(account: string): boolean {
  return stdnum.NO?.kontonr?.validate(account).isValid === true;
}

/** "123456-785", as before the IBAN. */
function finnishAtStart(text: string, language: string): string | null {
  if (language !== 'fi') return null;
  return /^\d{6}-\d{2,8}(?!\d)/.exec(text)?.[0].replace('-', '') ?? null;
}

/** As it is printed, and only where its IBAN is not. */
function czechAtStart(text: string, { layout, marked }: Page): string | null {
  const found = marked.language.country === 'CZ' ? czechAccountAtStart(text) : null;
  if (found === null || layout.text.replace(/\s/g, '').includes(found.iban)) return null;
  return found.account;
}

/** Bank, branch, account and key, which proves them, wherever they stand in a row. */
function frenchAccounts({ layout }: Page): Candidate[] {
  return layout.rows.flatMap((row) => {
    const text = row.cells.map((cell) => cell.text).join(' ');
    const [found, bank, branch, account, key] =
      /(?<!\d[ -]?)(\d{5}) (\d{5}) ([\dA-Z]{11}) (\d{2})(?! ?\d)/.exec(text) ?? [];
    const [cell] = row.cells;
    if (!found || !bank || !branch || !account || !key || !cell) return [];
    const sum = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(asDigits(account)) + BigInt(key);
    if (sum % 97n !== 0n) return [];
    return [unlabelled(found.replaceAll(' ', ''), cell, 'by its form', weights.identifier.valid + 1, found)];
  });
}

/** Letters of a French account count as digits: A and J as 1, B, K and S as 2, and so on. */
function asDigits(account: string): string {
  return account
    .replace(/[A-I]/g, (letter) => String('ABCDEFGHI'.indexOf(letter) + 1))
    .replace(/[J-R]/g, (letter) => String('JKLMNOPQR'.indexOf(letter) + 1))
    .replace(/[S-Z]/g, (letter) => String('STUVWXYZ'.indexOf(letter) + 2));
}
