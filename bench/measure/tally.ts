/** Counting: one tally for each kind of document, filled document by document. */
import type { Invoice } from '../../src/invoice/invoice.ts';
import { compareInvoice, type Outcome, pair, type Verdict } from './comparison.ts';
import { type ExpectedInvoice, type Field, fields } from './expected.ts';
import type { Result } from './reading.ts';

export interface Item {
  /** The row of the report that it counts in: "xml", "pdf", "scan" … */
  group: string;
  /** The layout or folder. */
  origin: string;
  name: string;
  /** None for what is no invoice; null where only this is known: it must not pass as a sure invoice. */
  expected: ExpectedInvoice[] | null;
}

export interface Mismatch {
  document: string;
  isReady: boolean;
  field: Field | 'surplus invoice';
  outcome: Outcome;
  expected: string;
  actual: string;
}

export interface Tally {
  documents: number;
  /** Invoices that should be found. */
  invoices: number;
  /** Documents that are no invoice. */
  others: number;
  crashes: string[];
  fields: Record<Field, Record<Outcome, number>>;
  /** Of the invoices: found, and nobody need look. */
  ready: number;
  /** Of the ready: with a wrong field, lines apart; and with wrong lines only. */
  wrongAmongReady: number;
  wrongLinesAmongReady: number;
  /** Read as invoices beyond those that are there. */
  surplus: number;
  surplusReady: number;
  /** Of the others: staged as sure invoices, staged for a person as invoices, put to a person as unknown, known as no invoice. */
  othersReady: number;
  othersStaged: number;
  othersUnknown: number;
  othersKnown: number;
  /** Documents with invoices that were called no invoice. */
  calledOther: number;
  supplierIdentified: number;
  payable: { anyAccount: number; withAccount: number };
  ms: number[];
  /** Confidences of values that were judged, and whether they were right. */
  calibration: { confidence: number; isRight: boolean }[];
  reasons: Record<string, number>;
  byOrigin: Record<
    string,
    { invoices: number; ready: number; wrongAmongReady: number; keyFieldsRight: number }
  >;
  mismatches: Mismatch[];
}

/** What nobody can pay or book without. */
const keyFields: readonly Field[] = ['invoiceNumber', 'issueDate', 'currency', 'totals.payable'];
const supplierFields: readonly Field[] = ['seller.organisationNumber', 'seller.vatId', 'seller.name'];

export function createTally(): Tally {
  return {
    documents: 0,
    invoices: 0,
    others: 0,
    crashes: [],
    fields: Object.fromEntries(
      fields.map((field) => [field, { right: 0, wrong: 0, absent: 0, correctlyAbsent: 0 }]),
    ) as Tally['fields'],
    ready: 0,
    wrongAmongReady: 0,
    wrongLinesAmongReady: 0,
    surplus: 0,
    surplusReady: 0,
    othersReady: 0,
    othersStaged: 0,
    othersUnknown: 0,
    othersKnown: 0,
    calledOther: 0,
    supplierIdentified: 0,
    payable: { anyAccount: 0, withAccount: 0 },
    ms: [],
    calibration: [],
    reasons: {},
    byOrigin: {},
    mismatches: [],
  };
}

export function count(tally: Tally, item: Item, result: Result): void {
  tally.documents += 1;
  tally.ms.push(result.ms);
  if (result.crash !== null) tally.crashes.push(`${item.name}: ${result.crash}`);
  for (const code of new Set(result.reasons)) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
  if (item.expected === null || item.expected.length === 0) {
    countOther(tally, item, result);
    return;
  }
  if (result.disposition === 'not_invoice') tally.calledOther += 1;
  const { pairs, surplus } = pair(item.expected, result.invoices);
  for (const { expected, read } of pairs) countInvoice(tally, item, expected, read);
  for (const { invoice, isReady } of surplus) {
    tally.surplus += 1;
    if (isReady) tally.surplusReady += 1;
    tally.mismatches.push({
      document: item.name,
      isReady,
      field: 'surplus invoice',
      outcome: 'wrong',
      expected: '',
      actual: `${invoice.invoiceNumber} ${invoice.totals.payable}`,
    });
  }
}

function countOther(tally: Tally, item: Item, { invoices, disposition }: Result): void {
  // Of a hostile document nothing is known but that it may not pass as sure.
  if (item.expected !== null) tally.others += 1;
  if (invoices.some(({ isReady }) => isReady)) {
    tally.othersReady += 1;
    tally.mismatches.push({
      document: item.name,
      isReady: true,
      field: 'surplus invoice',
      outcome: 'wrong',
      expected: 'no invoice',
      actual: String(invoices[0]?.invoice.invoiceNumber),
    });
  } else if (item.expected === null) return;
  else if (invoices.length > 0) tally.othersStaged += 1;
  else if (disposition === 'not_invoice') tally.othersKnown += 1;
  else tally.othersUnknown += 1;
}

function countInvoice(
  tally: Tally,
  item: Item,
  expected: ExpectedInvoice,
  read: { invoice: Invoice; isReady: boolean } | null,
): void {
  const verdicts = compareInvoice(expected, read?.invoice ?? null);
  const isReady = read?.isReady ?? false;
  tally.invoices += 1;
  for (const { field, outcome } of verdicts) tally.fields[field][outcome] += 1;
  const wrong = verdicts.filter(({ outcome }) => outcome === 'wrong').map(({ field }) => field);
  const isWrong = wrong.some((field) => field !== 'lines');
  if (isReady) {
    tally.ready += 1;
    if (isWrong) tally.wrongAmongReady += 1;
    else if (wrong.length > 0) tally.wrongLinesAmongReady += 1;
  }
  countSupplierAndAccount(tally, expected, verdicts, read?.invoice ?? null);
  if (read) addCalibration(tally, read.invoice, verdicts);
  const origin = tally.byOrigin[item.origin] ?? {
    invoices: 0,
    ready: 0,
    wrongAmongReady: 0,
    keyFieldsRight: 0,
  };
  tally.byOrigin[item.origin] = origin;
  origin.invoices += 1;
  if (isReady) origin.ready += 1;
  if (isReady && isWrong) origin.wrongAmongReady += 1;
  if (keyFields.every((key) => isFine(verdicts, key))) origin.keyFieldsRight += 1;
  for (const { field, outcome, expected: shown, actual } of verdicts) {
    if (outcome === 'wrong' || outcome === 'absent')
      tally.mismatches.push({ document: item.name, isReady, field, outcome, expected: shown, actual });
  }
}

function isFine(verdicts: readonly Verdict[], field: Field): boolean {
  const outcome = verdicts.find((verdict) => verdict.field === field)?.outcome;
  return outcome === undefined || outcome === 'right' || outcome === 'correctlyAbsent';
}

/** A supplier is known by one of its numbers, or its name, none of them wrong; an invoice is paid to one account. */
function countSupplierAndAccount(
  tally: Tally,
  expected: ExpectedInvoice,
  verdicts: readonly Verdict[],
  invoice: Invoice | null,
): void {
  const ofSupplier = verdicts.filter(({ field }) => supplierFields.includes(field));
  if (
    ofSupplier.some(({ outcome }) => outcome === 'right') &&
    ofSupplier.every(({ outcome }) => outcome !== 'wrong')
  )
    tally.supplierIdentified += 1;
  if ((expected['payment.accounts']?.values.length ?? 0) === 0) return;
  tally.payable.withAccount += 1;
  const outcome = verdicts.find(({ field }) => field === 'payment.accounts')?.outcome;
  if (outcome !== 'wrong' && (invoice?.payment.accounts.length ?? 0) > 0) tally.payable.anyAccount += 1;
}

function addCalibration(tally: Tally, { evidence }: Invoice, verdicts: readonly Verdict[]): void {
  for (const { field, outcome } of verdicts) {
    if (outcome !== 'right' && outcome !== 'wrong') continue;
    const confidence = (evidence[field] ?? evidence[`${field}.0`])?.confidence;
    if (confidence !== undefined) tally.calibration.push({ confidence, isRight: outcome === 'right' });
  }
}
