/**
 * Accounts in no form that is known here: with a label of one, among what is said of a bank. A number that is called an account
 * elsewhere may be the customer's. Where a country's accounts need their bank's code, one without it is none. Pure.
 */
import { type Candidate, candidatesFor } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { languages } from '../labels/index.ts';
import { phrasesIn } from '../labels/language.ts';
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { needsBankCode } from './domestic-accounts.ts';

export function plainAccounts(page: Page): Candidate[] {
  if (needsBankCode(page)) return [];
  return candidatesFor(page, 'account', (text, { kind, cell }) => {
    const digits = numberAlone.exec(text)?.[0].replace(/\D/g, '') ?? '';
    const isAccount = digits.length >= digitsMin && digits.length <= digitsMax && isBesideBank(cell, page);
    return isAccount && plainSpots.has(kind) ? [{ value: digits, score: weights.identifier.unchecked }] : [];
  });
}

const [digitsMin, digitsMax] = [7, 26];
const plainSpots: ReadonlySet<string> = new Set(['after', 'right', 'below']);

/** Groups of digits and nothing that goes on from them: no date, no amount, no telephone with its area in parentheses. */
const numberAlone = /^\d+(?:[ -]\d+)*(?![\d.,/:]*\d|\p{L}|%)/u;

/** In points: lines of one block. */
const blockReach = 75;

function isBesideBank({ page, y }: Cell, { layout }: Page): boolean {
  return layout.cells.some(
    (other) => other.page === page && Math.abs(other.y - y) <= blockReach && bankWords().test(other.text),
  );
}

let words: RegExp | null = null;

/** A word for a bank, or for what only banks have; in most languages it also begins others. */
function bankWords(): RegExp {
  words ??= new RegExp(
    `(?<!\\p{L})(?:${[...new Set(languages.flatMap(({ banks = '' }) => phrasesIn(banks)))].join('|')})`,
    'iu',
  );
  return words;
}
