/**
 * Whether what was read is what was expected: strict on content, lenient only on what is spelling (spaces, the case of a
 * name, "1250" for "1250.00", the hyphen in a bankgiro number).
 */
import Big from 'big.js';
import { normaliseName } from '../../src/invoice/identity.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import { orWorded } from '../generator/telling.ts';
import { type Expectation, type ExpectedInvoice, type Field, fields, valuesOf } from './expected.ts';

/** `correctlyAbsent`: nothing is shown and nothing was read, or only what follows from the rest. */
export type Outcome = 'right' | 'wrong' | 'absent' | 'correctlyAbsent';

export interface Verdict {
  field: Field;
  outcome: Outcome;
  expected: string;
  actual: string;
}

/** One verdict for each field that something is known of. `actual` is null where no invoice was read. */
export function compareInvoice(expected: ExpectedInvoice, actual: Invoice | null): Verdict[] {
  return fields.flatMap((field) => {
    const expectation = expected[field];
    if (!expectation) return [];
    const values = actual ? valuesOf(actual, field) : [];
    return [
      {
        field,
        outcome: judge(field, expectation, values),
        expected: expectation.values.join(', '),
        actual: values.join(', '),
      },
    ];
  });
}

function judge(
  field: Field,
  { values, accepted, mayBeAbsent = false }: Expectation,
  actual: readonly string[],
): Outcome {
  if (actual.length === 0) return values.length === 0 || mayBeAbsent ? 'correctlyAbsent' : 'absent';
  const isOneOf = (value: string, of: readonly string[]) => of.some((each) => isSame(field, each, value));
  if (values.length === 0) {
    return actual.every((value) => isOneOf(value, accepted) || isNothing(field, value))
      ? 'correctlyAbsent'
      : 'wrong';
  }
  if (field === 'lines' || field === 'vatBreakdown') return judgeRows(field, values, accepted, actual);
  if (!actual.every((value) => isOneOf(value, values) || isOneOf(value, accepted))) return 'wrong';
  if (values.length === 1 && actual.length === 1) return 'right';
  return values.every((each) => actual.some((value) => isSame(field, each, value))) ? 'right' : 'absent';
}

/**
 * Rows of several values: lines in their order, VAT subtotals in any. What the page does not show of a row is not asked
 * for, but where the whole row is known (`whole`), what was read of it beyond the page is to be right too.
 */
function judgeRows(
  field: 'lines' | 'vatBreakdown',
  shown: readonly string[],
  whole: readonly string[],
  actual: readonly string[],
): Outcome {
  if (field === 'lines' && shown.length !== actual.length) return 'wrong';
  const left = new Map(shown.map((row, index) => [index, row]));
  let isWhole = actual.length === shown.length;
  for (const [index, row] of actual.entries()) {
    // What is not known to be otherwise does not contradict.
    const fits = (at: number) => isSame(field, row, whole[at] ?? shown[at] ?? '');
    const place = field === 'lines' ? index : [...left.keys()].find(fits);
    if (place === undefined || !fits(place)) return 'wrong';
    isWhole &&= isToldOfAll(field, left.get(place) ?? '', row);
    left.delete(place);
  }
  return isWhole ? 'right' : 'absent';
}

/** Whether a row that contradicts nothing leaves out nothing that is shown. */
function isToldOfAll(field: 'lines' | 'vatBreakdown', shown: string, row: string): boolean {
  const separator = field === 'lines' ? '|' : ' ';
  const told = row.split(separator);
  return shown.split(separator).every((part, index) => part === '-' || (told[index] ?? '-') !== '-');
}

/** Rounding by nothing is no rounding, and a subtotal of nothing is none. */
function isNothing(field: Field, value: string): boolean {
  return field === 'totals.rounding' && isAmount(value) && new Big(value).eq(0);
}

/** Whether two values of a field mean the same. */
export function isSame(field: Field, expected: string, actual: string): boolean {
  switch (field) {
    case 'totals.net':
    case 'totals.vat':
    case 'totals.gross':
    case 'totals.rounding':
    case 'totals.payable':
      return sameAmount(expected, actual);
    case 'vatBreakdown':
      return sameParts(expected.split(' '), actual.split(' '), sameAmount);
    case 'lines':
      return sameParts(expected.split('|'), actual.split('|'), (part, other) =>
        other.split(orWorded).some((wording) => sameAmount(part, wording) || sameName(part, wording)),
      );
    case 'payment.accounts':
      return sameAccount(expected, actual);
    case 'seller.name':
    case 'buyer.name':
    case 'references.buyer':
      return sameName(expected, actual);
    case 'seller.organisationNumber':
    case 'seller.vatId':
    case 'buyer.vatId':
      return compact(expected) === compact(actual);
    case 'payment.reference':
      return digitsAndLetters(expected) === digitsAndLetters(actual);
    case 'invoiceNumber':
    case 'references.order':
    case 'references.preceding':
      return expected.replace(/\s/g, '') === actual.replace(/\s/g, '');
    case 'documentType':
    case 'issueDate':
    case 'dueDate':
    case 'currency':
      return expected === actual;
  }
}

function sameParts(
  expected: readonly string[],
  actual: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  return expected.every((part, index) => part === '-' || same(part, actual[index] ?? '-'));
}

function isAmount(text: string): boolean {
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text);
}

function sameAmount(expected: string, actual: string): boolean {
  return isAmount(expected) && isAmount(actual) && new Big(expected).eq(actual);
}

/** Case and spaces apart, the same; one may leave its legal form out, but two different ones are two companies. */
function sameName(expected: string, actual: string): boolean {
  const words = (name: string) => name.normalize('NFKC').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const [one, other] = [words(expected), words(actual)];
  if (one.join(' ') === other.join(' ')) return true;
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return (
    fewer.length < more.length &&
    normaliseName(expected) === normaliseName(actual) &&
    fewer.every((word) => more.includes(word))
  );
}

function compact(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}

/** Zeros before a reference say nothing to a bank. */
function digitsAndLetters(text: string): string {
  return compact(text).replace(/^0+(?=.)/, '');
}

/** An account of no known kind may be told with or without its bank's code, but with all of its own number. */
function sameAccount(expected: string, actual: string): boolean {
  const [expectedKind, expectedId] = splitAccount(expected);
  const [actualKind, actualId] = splitAccount(actual);
  if (expectedKind !== 'unknown' && expectedKind !== actualKind) return false;
  if (expectedId === actualId) return true;
  // What is printed as it is at home may be told with what makes it an IBAN.
  if (expectedKind === 'unknown' && actualKind === 'iban' && expectedId.length >= 20)
    return actualId.endsWith(expectedId);
  return expectedKind === 'other' && actualId.length >= 7 && expectedId.endsWith(actualId);
}

function splitAccount(account: string): [kind: string, id: string] {
  const [kind = '', ...id] = account.split(' ');
  return [kind, compact(id.join(''))];
}

/** Which read invoice answers which expected one: by number, then by what is to be paid, then in order. */
export function pair<Read extends { invoice: Invoice }>(
  expected: readonly ExpectedInvoice[],
  read: readonly Read[],
): { pairs: { expected: ExpectedInvoice; read: Read | null }[]; surplus: Read[] } {
  const left = [...read];
  const found = new Map<ExpectedInvoice, Read>();
  const take = (matches: (one: ExpectedInvoice, other: Read) => boolean) => {
    for (const one of expected) {
      if (found.has(one)) continue;
      const index = left.findIndex((other) => matches(one, other));
      const [other] = index < 0 ? [] : left.splice(index, 1);
      if (other) found.set(one, other);
    }
  };
  const agree =
    (field: Field) =>
    (one: ExpectedInvoice, { invoice }: Read) => {
      const [shown] = one[field]?.values ?? [];
      const [value] = valuesOf(invoice, field);
      return shown !== undefined && value !== undefined && isSame(field, shown, value);
    };
  take(agree('invoiceNumber'));
  take(agree('totals.payable'));
  take(() => true);
  return { pairs: expected.map((one) => ({ expected: one, read: found.get(one) ?? null })), surplus: left };
}
