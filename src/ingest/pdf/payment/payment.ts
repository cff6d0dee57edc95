/** Where to pay and with which reference: labelled accounts and references, and the machine's line of a giro slip. */

import type { AccountKind } from '../../../invoice/invoice.ts';
import { isBankgiro, isPlusgiro, normaliseBankgiro, normalisePlusgiro } from '../../checks/giro.ts';
import { type GiroSlipLine, readGiroSlipLine } from '../../checks/giro-slip.ts';
import { isIban, normaliseIban } from '../../checks/iban.ts';
import { ibanOfNational } from '../../checks/national-account.ts';
import { referenceKindsOf } from '../../checks/reference-kinds.ts';
import { centsOf } from '../amounts/amounts.ts';
import {
  type Candidate,
  candidatesFor,
  type Share,
  strengthened,
  unlabelled,
} from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import { type LabelledField, phrasesIn } from '../labels/language.ts';
import { type FoundLabel, withoutLead } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import type { Page, Spot } from '../page/spots.ts';
import { onlyOfAssignee } from '../parties/assignment.ts';
import type { Regions } from '../parties/regions.ts';
import { matchesOf } from '../text/matches.ts';
import {
  asIban,
  bankgiroAtStart,
  digitsAtStart,
  fikLineIn,
  ibanAtStart,
  plusgiroAtStart,
  referenceAtStart,
  rfAtStart,
} from '../values/numbers.ts';
import { domesticAccounts } from './domestic-accounts.ts';
import { numberAsReference } from './number-as-reference.ts';
import { plainAccounts } from './plain-accounts.ts';

export interface FoundSlip {
  line: GiroSlipLine;
  cell: Cell;
}

export interface FoundAccount {
  kind: AccountKind;
  share: Share;
}

/** The slip's line is printed at the foot; its pieces may stand in several cells of the row. */
export function findSlip({ layout }: Page): FoundSlip | null {
  for (const row of [...layout.rows].reverse()) {
    const line = readGiroSlipLine(row.cells.map((cell) => cell.text).join(' '));
    const [cell] = row.cells;
    if (line && cell) return { line, cell };
  }
  return null;
}

export function slipAmountOf(slip: FoundSlip | null) {
  if (!slip || slip.line.amount === null) return null;
  const candidate = unlabelled(slip.line.amount, slip.cell, 'on the giro slip', 0, slip.line.text);
  return { cents: centsOf(slip.line.amount), isChecked: slip.line.amountPasses, candidate };
}

export function readAccounts(page: Page, regions: Regions, slip: FoundSlip | null): FoundAccount[] {
  const buyers = new Set(
    candidatesFor(page, 'buyerAccount', (text) => all([ibanAtStart(text), bankgiroAtStart(text)])).map(
      ({ value }) => value,
    ),
  );
  const found = accountKinds(page.marked.language.country).flatMap(([kind, field, parse, isValid]) => {
    const candidates = candidatesFor(page, field, (text) =>
      all([parse(text.replace(leadInSentence, ''))]).map((each) => ({
        ...each,
        score: isValid(each.value) ? weights.identifier.valid : weights.identifier.invalid,
        isDenied: !isValid(each.value),
      })),
    );
    return [
      ...candidates.filter(({ spot, value }) => spot !== 'left' && (spot !== 'above' || isValid(value))),
      ...unlabelledAccounts(page, kind),
      ...slipAccount(slip, kind),
    ]
      .filter(({ value }) => !buyers.has(value))
      .map((candidate) => ({ kind, candidate: placed(candidate, regions) }));
  });
  const others = [...domesticAccounts(page), ...onFikLines(page, 'creditor')]
    .filter(({ value }) => !buyers.has(value))
    .map((candidate) => ({ kind: 'other' as const, candidate: placed(candidate, regions) }));
  const plain = found.length + others.length === 0 ? plainAccounts(page) : [];
  const unchecked = plain.map((candidate) => ({
    kind: 'other' as const,
    candidate: placed(candidate, regions),
  }));
  // Bank, branch, account and key that no label calls an account are a part of the IBAN that has them.
  const accounts = distinctAccounts(onlyOfAssignee(page, [...found, ...others, ...unchecked]));
  const ibans = accounts.flatMap(({ kind, share }) => (kind === 'iban' ? [share.candidate.value] : []));
  return accounts.filter(({ kind, share: { candidate } }) => {
    const isAside = kind === 'other' && candidate.label === null;
    return !isAside || !ibans.some((iban) => isIban(iban) && iban.includes(candidate.value));
  });
}

function all(values: readonly (string | null)[]) {
  return values.filter((value) => value !== null).map((value) => ({ value }));
}

/** "vårt bankgiro, 123-4567", "Vårt bankgironummer är 123-4567" */
const leadInSentence = /^(?:(?:,|är|er|is|ist|est|on|nr|no|nummer|konto)[.:]?\s+)+/iu;

type AccountForm = readonly [
  AccountKind,
  LabelledField,
  (text: string) => string | null,
  (value: string) => boolean,
];

/** @param country whose language the page is in: at home an account may stand without its IBAN's beginning */
function accountKinds(country: string | null): readonly AccountForm[] {
  const ibanIn = (text: string) => ibanAtStart(text) ?? ibanOfNational(text, country);
  return [
    ['bankgiro', 'bankgiro', bankgiroAtStart, isBankgiro],
    ['plusgiro', 'plusgiro', plusgiroAtStart, isPlusgiro],
    ['iban', 'iban', (text) => ibanIn(text) ?? asIban(text), isIban],
    ['iban', 'account', ibanIn, isIban],
  ];
}

/** An IBAN with right check digits speaks for itself, wherever it stands. */
function unlabelledAccounts({ layout, marked }: Page, kind: AccountKind): Candidate[] {
  if (kind !== 'iban') return [];
  return layout.cells.flatMap((cell) => {
    const domestic = nationalAlone.test(cell.text)
      ? ibanOfNational(cell.text, marked.language.country)
      : null;
    if (domestic !== null) return [unlabelled(domestic, cell, 'by its form', weights.identifier.valid + 1)];
    if (!beginsIban.test(cell.text)) return [];
    if (marked.labelsIn.get(cell)?.some(({ field }) => field === 'buyerAccount')) return [];
    const within = matchesOf(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?= ?[\dA-Z]{4})/gu, cell.text).map(({ index }) =>
      ibanAtStart(cell.text.slice(index)),
    );
    return [...within, ibanOverLines(cell, layout)].flatMap((iban) =>
      iban && isIban(iban) ? [unlabelled(iban, cell, 'by its form', weights.identifier.valid + 1)] : [],
    );
  });
}

const beginsIban = /[A-Z]{2} ?\d{2}/;

/** As many digits as a domestic account with its bank's code and check digits has, and nothing else. */
const nationalAlone = /^\d[\d -]{19,33}\d$/;

/** With its spaces, and what stands before it. */
const longestIban = 44;

/** "GB 29 NWBK" over "60161331926819": in a narrow column it goes on below, and so it does where it ends a line of a foot. */
function ibanOverLines(cell: Cell, layout: Page['layout']): string | null {
  const [begun] =
    /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?: ?[\dA-Z]{2,4})*$/u.exec(cell.text.slice(-longestIban)) ?? [];
  if (begun === undefined) return null;
  const isAlone = begun === cell.text;
  // In a table its label may stand between the two lines, on a row of its own.
  const below = layout.rows
    .slice(cell.row + 1, cell.row + 3)
    .filter(({ page, y }) => page === cell.page && y - cell.y < 2 * Math.max(cell.height, 9))
    .flatMap(({ cells }) => cells)
    .find(({ x, text }) => (!isAlone || Math.abs(x - cell.x) < 6) && /^[\dA-Z ]+$/.test(text));
  const iban = below ? normaliseIban(`${begun}${below.text}`) : null;
  return iban !== null && isIban(iban) ? iban : null;
}

function slipAccount(slip: FoundSlip | null, kind: AccountKind): Candidate[] {
  if (!slip || slip.line.accountKind !== kind) return [];
  const id =
    kind === 'bankgiro' ? normaliseBankgiro(slip.line.account) : normalisePlusgiro(slip.line.account);
  if (id === null) return [];
  return [unlabelled(id, slip.cell, 'on the giro slip', slip.line.accountPasses ? 3 : 0, slip.line.text)];
}

function placed(candidate: Candidate, regions: Regions): Candidate {
  return regions.buyer.has(candidate.cell) && !regions.seller.has(candidate.cell)
    ? { ...candidate, score: candidate.score + weights.ofBuyer }
    : candidate;
}

/** Each account by itself: a seller may have several, and they do not exclude each other. */
function distinctAccounts(found: readonly { kind: AccountKind; candidate: Candidate }[]): FoundAccount[] {
  const byId = Map.groupBy(found, ({ kind, candidate }) => `${kind} ${candidate.value}`);
  return [...byId.values()].flatMap((same) => {
    const candidates = strengthened(same.map(({ candidate }) => candidate));
    const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
    const kind = same[0]?.kind ?? 'other';
    const probability = 1 / (1 + Math.exp(-best.score));
    return probability < accountShownMin ? [] : [{ kind, share: { candidate: best, probability } }];
  });
}

const accountShownMin = 0.5;

export function readReference(
  page: Page,
  slip: FoundSlip | null,
  invoiceNumber: string | null,
  customerNumbers: ReadonlySet<string>,
): Share[] {
  const digits = invoiceNumber?.replace(/\D/g, '') ?? '';
  const labelled = [
    ...candidatesFor(page, 'ocr', (text) => checkedReference(text)),
    ...candidatesFor(page, 'paymentReference', (text, spot, label) =>
      label.isStrong || isBesideAccount(label, page) ? freeReference(text, spot, label) : [],
    ),
  ].filter(({ spot }) => spot !== 'left');
  const candidates = strengthened([
    ...labelled,
    ...byForm(page),
    ...statedAfterAccount(page),
    ...onFikLines(page, 'reference'),
    ...slipReference(slip),
  ]).map((each) => {
    const { reference } = weights;
    const holds = digits.length >= 3 && each.value.replace(/\D/g, '').includes(digits);
    return {
      ...each,
      score:
        each.score +
        (holds ? reference.holdsNumber : 0) +
        (customerNumbers.has(each.value) ? reference.isCustomerNumber : 0),
    };
  });
  const isTold = candidates.some(({ score }) => score > 0);
  const asked = isTold || invoiceNumber === null ? [] : numberAsReference(page, invoiceNumber);
  return chooseTogether({ reference: [...candidates, ...asked] }, () => 0).shares.reference;
}

/** A creditor reference (ISO 11649) or a Swiss one, with right check digits, speaks for itself: in the payment part of a QR bill it has a bare label. */
function byForm({ layout }: Page): Candidate[] {
  return layout.cells.flatMap((cell) => {
    const value = /^RF\s?\d{2}/.test(cell.text)
      ? rfAtStart(cell.text)
      : swissGroups.test(cell.text)
        ? digitsAtStart(cell.text)
        : null;
    return value !== null && referenceKindsOf(value).some((kind) => kind === 'rf' || kind === 'qr')
      ? [unlabelled(value, cell, 'by its form', weights.reference.valid + weights.spot.below)]
      : [];
  });
}

/** "21 00000 00003 13947 14300 09017" */
const swissGroups = /^\d{2}(?: \d{5}){5}$/;

/** "Please pay to bankgiro 123-4567, state 4711": right behind the account a common word is enough, with a number of its own. */
function statedAfterAccount({ marked: { language, labelsIn } }: Page): Candidate[] {
  const stated = statedIn(language);
  if (!stated) return [];
  return [...labelsIn].flatMap(([cell, labels]) => {
    const account = labels.find(({ field, rest }) => accountFields.has(field) && /\d/.test(rest));
    const found = account ? stated.exec(cell.text.slice(account.end)) : null;
    if (!account || !found) return [];
    const text = cell.text.slice(account.end + found.index + found[0].length);
    const [value = ''] = /^\d{3,25}(?![\d.,/-]?\d|\s?(?:%|\p{L}))/u.exec(text) ?? [];
    return value === '' ? [] : [unlabelled(value, cell, 'behind the account', weights.reference.asked, text)];
  });
}

const statedIn = perLanguage(({ stating = '' }) => {
  const words = phrasesIn(stating).join('|');
  return words === ''
    ? null
    : new RegExp(
        `(?:,|;|\\.|\\s(?:${andWords}))\\s(?:\\p{L}+\\s){0,2}?(?:${words})\\p{L}{0,4}:?\\s(?=\\d)`,
        'iu',
      );
});

const andWords = 'and|och|og|ja|und|en|et|e|y|i|a';

/** "Reference" alone may be anybody's; below the account to pay to it is the payment's. */
function isBesideAccount({ cell }: FoundLabel, { layout, marked }: Page): boolean {
  return layout.rows
    .slice(Math.max(0, cell.row - accountRows), cell.row + accountRows + 1)
    .flatMap((row) => row.cells)
    .some(
      (other) =>
        other.page === cell.page &&
        Math.abs(other.x - cell.x) < 6 &&
        Math.abs(other.y - cell.y) < 4.5 * Math.max(cell.height, 8) &&
        (marked.labelsIn.get(other)?.some(({ field }) => accountFields.has(field)) ?? false),
    );
}

const accountRows = 4;
const accountFields: ReadonlySet<string> = new Set(['iban', 'account', 'bankCode', 'bankgiro', 'plusgiro']);

function checkedReference(text: string) {
  const value = rfAtStart(text) ?? fikLineIn(text)?.reference ?? ogmAtStart(text) ?? digitsAtStart(text);
  if (value === null || value.length < 2) return [];
  const isValid = referenceKindsOf(value).length > 0;
  return [{ value, score: isValid ? weights.reference.valid : weights.reference.invalid }];
}

function ogmAtStart(text: string): string | null {
  return /^[+*]{3}\s?(\d{3}\/\d{4}\/\d{5})\s?[+*]{3}/.exec(text)?.[0].replace(/\s/g, '') ?? null;
}

function freeReference(printed: string, { kind, cell }: Spot, { end }: FoundLabel) {
  // "4711 / Project Alpha": what follows the bar is part of it, though a label begins so.
  const text = kind === 'after' && /\/$/.test(printed) ? withoutLead(cell.text.slice(end)) : printed;
  const checked =
    rfAtStart(text) ?? ogmAtStart(text) ?? (/^\d[\d ]+$/.test(text.trim()) ? digitsAtStart(text) : null);
  if (checked !== null) return [{ value: checked, score: 0 }];
  const value = numberInSentence(text) ?? referenceAtStart(text);
  if (value === null || kind === 'above' || value.length > 40) return [];
  return [{ value, score: /\d/.test(value) ? 0 : weights.reference.noDigits }];
}

/** "7871482449 vid betalning": what goes on in small letters is the sentence, not the reference. */
function numberInSentence(text: string): string | null {
  const [, number = ''] = /^((?:[\p{L}\p{N}/-]*\d[\p{L}\p{N}/-]*)(?: \d+)*),?\s\p{Ll}{2}/u.exec(text) ?? [];
  return number === '' ? null : /^[\d ]+$/.test(number) ? number.replaceAll(' ', '') : number;
}

/** "+71<123456789012345+12345678<": the giro line tells the reference, or names its payee by a creditor number. */
function onFikLines({ layout }: Page, part: 'reference' | 'creditor'): Candidate[] {
  if (!layout.text.includes('<')) return [];
  return layout.rows.flatMap(({ cells }) => {
    const text = cells.map((cell) => cell.text).join(' ');
    const line = fikLineIn(text);
    const [cell] = cells;
    return line && cell
      ? [unlabelled(line[part], cell, 'on the giro line', weights.reference.onSlip, text)]
      : [];
  });
}

function slipReference(slip: FoundSlip | null): Candidate[] {
  if (!slip) return [];
  const { reference, referencePasses, text } = slip.line;
  return [
    unlabelled(
      reference,
      slip.cell,
      'on the giro slip',
      weights.reference.onSlip + (referencePasses ? weights.reference.valid : weights.reference.invalid),
      text,
    ),
  ];
}
