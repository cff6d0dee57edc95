/** The pages of one invoice to the invoice: every part read, what belongs together chosen together. */
import type { Check, Invoice, Reason } from '../../invoice/invoice.ts';
import { checkIdentifiers, reasonsToReview } from '../checks/invoice-checks.ts';
import { referenceKindsOf } from '../checks/reference-kinds.ts';
import type { FoundInvoice } from '../formats/format.ts';
import { type InvoiceWriter, writeInvoice } from '../invoice-writer.ts';
import type { ReadingContext } from '../reading.ts';
import { defaultReviewPolicy, reasonsByPolicy } from '../review-policy.ts';
import { centsOf } from './amounts.ts';
import { readBuyerName } from './buyer-name.ts';
import { type Candidate, candidatesFor, evidenceOf, type Share } from './candidates.ts';
import type { PaperKind } from './classify.ts';
import { readCurrency } from './currency.ts';
import { readDates } from './dates.ts';
import { unexplainedNumbers } from './head-numbers.ts';
import { linesThatAddUp, readLines } from './lines.ts';
import { numberCandidates, readInvoiceNumber } from './numbers.ts';
import { type PartiesFound, readParties } from './parties.ts';
import { type FoundSlip, findSlip, readAccounts, readReference, slipAmountOf } from './payment.ts';
import { readReferences } from './references.ts';
import { type Regions, regionsOf } from './regions.ts';
import { remarkDoubts } from './remarks.ts';
import { lookAgain } from './second-look.ts';
import { readSellerName } from './seller-name.ts';
import type { Page } from './spots.ts';
import { readTotals, type TotalsFound } from './totals.ts';
import { sumsPrinted } from './unlabelled-sums.ts';
import { decimalOf, percentsIn } from './values/amount.ts';
import { invoiceNumberAtStart } from './values/numbers.ts';

export function readPaper(page: Page, paper: PaperKind, context: ReadingContext): FoundInvoice {
  const isCredit = paper.kind === 'creditNote';
  const writer = writeInvoice('pdf-text', isCredit ? 'creditNote' : 'invoice');
  const { invoice } = writer;
  noteTitle(paper, writer);
  const regions = regionsOf(page, context);
  const numbers = numberCandidates(page);
  invoice.invoiceNumber = write('invoiceNumber', readInvoiceNumber(numbers), writer);
  writeDates(page, numbers, isCredit, writer);
  const parties = readParties(page, regions, context);
  writeParties(page, parties, regions, context, writer);
  const slip = findSlip(page);
  writePayment(page, regions, slip, writer);
  const { reference } = invoice.payment;
  if (numbers.length === 0 && unexplainedNumbers(page).every((number) => number === reference))
    numberByReference(writer);
  const lines = readLines(page, isCredit);
  const totals = readTotals(page, {
    isCredit,
    countries: parties.countries,
    issueDate: invoice.issueDate,
    slip: slipAmountOf(slip),
    lineSum: lines.sum,
  });
  if (!isCredit && isAllNegative(totals)) return readPaper(page, asCredit(paper), context);
  const totalsRead = writeTotals(page, totals, writer);
  invoice.lines = linesThatAddUp(lines, invoice.totals);
  const currencies = writeCurrency(page, totals, parties, writer);
  writeReferences(page, regions, writer);
  invoice.checks = [...totalsRead.checks, ...referenceChecks(invoice), ...checkIdentifiers(invoice)];
  const doubts = [
    ...paper.doubts,
    ...totalsRead.doubts,
    ...currencies,
    ...remarkDoubts(page, invoice),
    ...slipDoubts(slip, invoice),
    ...lookAgain(page, invoice, totals),
  ];
  const byPolicy = reasonsByPolicy(invoice, context.reviewPolicy ?? defaultReviewPolicy);
  return { invoice, reasons: [...reasonsToReview(invoice), ...byPolicy, ...doubts] };
}

/** Net, VAT and what is to be paid below zero: a credit, whatever its title says. */
function isAllNegative({ best: { net, vat, gross, payable } }: TotalsFound): boolean {
  const total = payable ?? gross;
  return (
    total !== null &&
    [net, gross, payable].every((each) => each === null || each.cents < 0) &&
    (vat?.cents ?? 0) <= 0
  );
}

function asCredit(paper: PaperKind): PaperKind {
  const message = 'its amounts are negative, and it does not call itself a credit note';
  return { ...paper, kind: 'creditNote', doubts: [...paper.doubts, { code: 'maybe_credit_note', message }] };
}

function noteTitle({ title }: PaperKind, writer: InvoiceWriter): void {
  if (!title) return;
  writer.note('documentType', {
    source: 'pdf-text',
    where: `page ${title.page}, title`,
    text: title.text,
    confidence: 0.97,
  });
}

/** Below this a value is not given, only offered among the alternatives. */
const valueMin = 0.5;

/** Notes where the likeliest value stands and gives it back; null where none is likelier than that there is none. */
function write(path: string, shares: readonly Share[], writer: InvoiceWriter): string | null {
  const evidence = evidenceOf(shares);
  const [best] = shares;
  if (!best || !evidence || best.probability < valueMin) return null;
  writer.note(path, evidence);
  return best.candidate.value;
}

function writeDates(
  page: Page,
  numbers: readonly Candidate[],
  isCredit: boolean,
  writer: InvoiceWriter,
): void {
  const { invoice } = writer;
  const { issue, due, dueByTerms } = readDates(page, numbers, isCredit);
  invoice.issueDate = write('issueDate', issue, writer);
  invoice.dueDate = write('dueDate', due, writer);
  if (invoice.dueDate !== null || !dueByTerms || invoice.issueDate === null) return;
  const evidence = evidenceOf([{ candidate: dueByTerms.terms, probability: dueByTerms.confidence }]);
  if (!evidence) return;
  invoice.dueDate = dueByTerms.value;
  writer.note('dueDate', {
    ...evidence,
    where: `${evidence.where}: the invoice date and the days of the terms`,
  });
}

function writeParties(
  page: Page,
  parties: PartiesFound,
  regions: Regions,
  context: ReadingContext,
  writer: InvoiceWriter,
): void {
  const { seller, buyer } = writer.invoice;
  seller.organisationNumber = write('seller.organisationNumber', parties.organisationNumber, writer);
  seller.vatId = write('seller.vatId', parties.vatId, writer);
  const cells = [parties.organisationNumber, parties.vatId].flatMap(([best]) =>
    best && best.probability >= valueMin ? [best.candidate.cell] : [],
  );
  seller.name = write('seller.name', readSellerName(page, regions, context, cells), writer);
  const { ownNames = [] } = context;
  const buyerName = readBuyerName(page, regions, seller.name, ownNames);
  if (buyerName) {
    const probability = regions.own.includes(buyerName.cell) ? 0.99 : 0.85;
    buyer.name = write('buyer.name', [{ candidate: buyerName, probability }], writer);
  }
  const { buyerVatId } = parties;
  if (!buyerVatId) return;
  buyer.vatId = write('buyer.vatId', [{ candidate: buyerVatId, probability: 0.9 }], writer);
}

function writePayment(page: Page, regions: Regions, slip: FoundSlip | null, writer: InvoiceWriter): void {
  const { invoice } = writer;
  for (const { kind, share } of readAccounts(page, regions, slip)) {
    const { accounts } = invoice.payment;
    const evidence = evidenceOf([share]);
    if (!evidence) continue;
    writer.note(`payment.accounts.${accounts.length}`, evidence);
    accounts.push({ kind, id: share.candidate.value });
  }
  const customers = new Set(
    candidatesFor(page, 'otherNumber', (text) => {
      const value = invoiceNumberAtStart(text);
      return value === null ? [] : [{ value }];
    }).map(({ value }) => value),
  );
  invoice.payment.reference = write(
    'payment.reference',
    readReference(page, slip, invoice.invoiceNumber, customers),
    writer,
  );
}

/** How sure a reference is to be the invoice's number: likely, and never without a person. */
const byReference = 0.6;

/** Where nothing on the page can be the invoice's number, a bookkeeper enters it by what is stated when it is paid. */
function numberByReference(writer: InvoiceWriter): void {
  const { invoice } = writer;
  const evidence = invoice.evidence['payment.reference'];
  if (invoice.payment.reference === null || !evidence) return;
  invoice.invoiceNumber = invoice.payment.reference;
  const { alternatives: _others, ...found } = evidence;
  writer.note('invoiceNumber', {
    ...found,
    where: `${found.where}: the reference, as nothing else numbers the invoice`,
    confidence: Math.min(byReference, found.confidence),
  });
}

function writeTotals(
  page: Page,
  found: TotalsFound,
  writer: InvoiceWriter,
): { checks: Check[]; doubts: Reason[] } {
  const { totals } = writer.invoice;
  for (const name of ['net', 'vat', 'gross', 'payable', 'rounding'] as const) {
    totals[name] = write(`totals.${name}`, found.shares[name], writer);
  }
  const { best } = found;
  // Where no total but the one to pay is printed, the total with VAT follows from the others.
  const isOne = best.gross?.cell === best.payable?.cell && best.gross?.text === best.payable?.text;
  if (best.gross && isOne && best.gross.label?.field !== 'gross') forget('totals.gross', writer);
  const isReverse = page.marked.topics.some(
    ({ topic }) => topic.kind === 'remark' && topic.about === 'reverseCharge',
  );
  if (
    totals.vat === null &&
    totals.net !== null &&
    totals.net === (totals.gross ?? totals.payable) &&
    isReverse
  )
    totals.vat = '0.00';
  // Where the buyer owes the VAT and none is printed, the total is without it, before it is rounded.
  if (totals.net === null && isReverse && (totals.vat === null || totals.vat === '0.00'))
    totals.net = totals.gross ?? (totals.payable === null ? null : unrounded(best));
  // So it is where the page says that the VAT is nothing, unless it is rounded from an amount that is printed as well.
  const isWithoutTax = totals.vat === '0.00' && best.vat?.cents === 0;
  if (totals.net === null && isWithoutTax && best.gross && !isRoundedHere(best.gross.cents, page))
    totals.net = totals.gross;
  writeBeforeRounding(found, writer);
  // A whole amount may have been rounded, in a row that was not read: then nothing says what it was before.
  const mayBeRounded = !best.rounding && (best.payable?.cents ?? 0) % 100 === 0;
  // Nor is one told where something may have been paid before, and the sums do not say what.
  const mayBePart = !best.prepaid && found.shares.prepaid.length > 0;
  if (totals.gross === null && best.payable && totals.payable !== null && !mayBeRounded && !mayBePart)
    totals.gross = decimalOf(
      best.payable.cents - (best.rounding?.cents ?? 0) + Math.abs(best.prepaid?.cents ?? 0),
    );
  writer.invoice.vatBreakdown = breakdownOf(found, isReverse, page);
  return { checks: sumChecks(found), doubts: totalDoubts(found) };
}

/** The total with VAT is the one before rounding, though the page may print it only after: then it follows from net and VAT. */
function writeBeforeRounding({ best, closes }: TotalsFound, writer: InvoiceWriter): void {
  const { totals } = writer.invoice;
  const { net, vat, gross, payable, prepaid, earlier } = best;
  if (net && totals.net !== null) {
    const before = net.cents + (vat?.cents ?? 0);
    // A total of its own that does not close is what the page says; one that is also what is to be paid may be rounded.
    const mayBeRounded =
      gross !== null && (closes || (totals.vat !== null && gross.cents === payable?.cents));
    if (mayBeRounded && gross.cents !== before && isRounding(gross.cents - before))
      forget('totals.gross', writer);
    // Where something else is to be paid, a tax or a payment was not read, and nothing says what the total is.
    const isPart =
      !closes &&
      totals.vat === null &&
      !prepaid &&
      payable !== null &&
      Math.abs(payable.cents - before) >= 100;
    if (!isPart) totals.gross ??= decimalOf(before);
  }
  if (totals.rounding !== null || totals.gross === null || totals.payable === null || !payable) return;
  const due = centsOf(totals.gross) - Math.abs(prepaid?.cents ?? 0) + (earlier?.cents ?? 0);
  if (payable.cents !== due && isRounding(payable.cents - due))
    totals.rounding = decimalOf(payable.cents - due);
}

/** Whether another amount of the page, less than a unit away, may be what a whole one was before. */
function isRoundedHere(total: number, page: Page): boolean {
  const differences = [...sumsPrinted(page, true).keys()].map((cents) => cents - Math.abs(total));
  return total % 100 === 0 && differences.some((each) => each !== 0 && isRounding(each));
}

function unrounded({ payable, rounding }: TotalsFound['best']): string | null {
  return payable && decimalOf(payable.cents - (rounding?.cents ?? 0));
}

/** Less than one unit of the currency. */
function isRounding(cents: number): boolean {
  return Math.abs(cents) < 100;
}

function forget(path: 'totals.gross', writer: InvoiceWriter): void {
  writer.invoice.totals.gross = null;
  delete writer.invoice.evidence[path];
}

function breakdownOf(
  { rows, best, closes }: TotalsFound,
  isReverse: boolean,
  { layout }: Page,
): Invoice['vatBreakdown'] {
  if (rows.length > 0) {
    return rows.map(({ basisPoints, taxable, tax }) => ({
      category: 'S',
      rate: String(basisPoints / 100),
      taxable: decimalOf(Math.abs(taxable)),
      tax: decimalOf(Math.abs(tax)),
    }));
  }
  if (best.net && best.vat?.cents && closes) return oneRate(best.net.cents, best.vat.cents, layout.text);
  if (isReverse && best.net && closes && !best.vat?.cents) {
    return [{ category: 'AE', rate: '0', taxable: decimalOf(best.net.cents), tax: '0.00' }];
  }
  return [];
}

/** Where one rate that is printed makes the whole VAT of the whole net. */
function oneRate(net: number, vat: number, text: string): Invoice['vatBreakdown'] {
  const rate = percentsIn(text).find(
    ({ basisPoints }) => basisPoints > 0 && Math.abs(vat - (net * basisPoints) / 10_000) <= 1.01,
  );
  if (!rate) return [];
  return [
    {
      category: 'S',
      rate: String(rate.basisPoints / 100),
      taxable: decimalOf(Math.abs(net)),
      tax: decimalOf(Math.abs(vat)),
    },
  ];
}

function sumChecks({ best, closes, impliedRounding }: TotalsFound): Check[] {
  const { net, vat, rounding, gross, payable } = best;
  const total = gross ?? payable;
  if (!net || !total) return [];
  const terms = `net ${net.value} + VAT ${vat?.value ?? '0.00'} + rounding ${rounding?.value ?? decimalOf(impliedRounding)}`;
  return [
    {
      rule: 'totals:addUp',
      passed: closes,
      message: closes ? `${terms} is ${total.value}` : `${terms} is not ${total.value}`,
    },
  ];
}

/** What is to be paid is more or less than the invoice's own total for a reason that a person should see. */
function totalDoubts({ best, shares }: TotalsFound): Reason[] {
  const reasons: Reason[] = [];
  const named = shares.payable.find(({ candidate }) => isNamedPayable(candidate))?.candidate;
  if (best.payable && named && !isNamedPayable(best.payable) && named.cents !== best.payable.cents) {
    reasons.push({
      code: 'payable_disputed',
      message: `${best.payable.value} is the total, and ${named.value} stands beside "${named.label?.text}": it is not clear how one comes to the other`,
    });
  }
  if (best.payable?.cents === 0 && best.gross && best.gross.cents !== 0) {
    const message = `${best.gross.value} is the total, and nothing of it is left to pay: it may be paid already`;
    reasons.push({ code: 'paid_already', message });
  }
  if (best.earlier && best.earlier.cents !== 0) {
    reasons.push({
      code: 'earlier_balance',
      message: `the amount to pay holds ${best.earlier.value} from before this invoice`,
    });
  }
  return reasons;
}

function isNamedPayable({ label, spot }: Candidate): boolean {
  return label?.field === 'payable' && label.isStrong && (spot === 'after' || spot === 'right');
}

function writeCurrency(
  page: Page,
  totals: TotalsFound,
  parties: PartiesFound,
  writer: InvoiceWriter,
): Reason[] {
  const { invoice } = writer;
  const { shares } = readCurrency(page, totals, parties.countries[0] ?? null, invoice.payment.accounts);
  invoice.currency = write('currency', shares, writer);
  return [];
}

function writeReferences(page: Page, regions: Regions, writer: InvoiceWriter): void {
  const { invoice } = writer;
  const { order, buyer, preceding } = readReferences(page, regions, invoice);
  invoice.references.order = write('references.order', order, writer);
  invoice.references.buyer = write('references.buyer', buyer, writer);
  const credited = write('references.preceding.0', preceding, writer);
  if (credited !== null) invoice.references.preceding = [credited];
}

function referenceChecks({ payment: { reference, accounts } }: Invoice): Check[] {
  if (reference === null || !/^\d+$/.test(reference) || accounts.length === 0) return [];
  const kinds = referenceKindsOf(reference);
  const passed = kinds.length > 0;
  return [
    {
      rule: 'reference:checkDigits',
      passed,
      message: passed
        ? `reference ${reference} has right check digits`
        : `reference ${reference} has no check digits of a kind that is known here`,
    },
  ];
}

function slipDoubts(slip: FoundSlip | null, { totals, payment }: Invoice): Reason[] {
  if (!slip) return [];
  const reasons: Reason[] = [];
  const { amount, reference } = slip.line;
  if (amount !== null && totals.payable !== null && Number(amount) !== Number(totals.payable)) {
    reasons.push({
      code: 'slip_disagrees',
      message: `the page says ${totals.payable} is to be paid, its giro slip says ${amount}`,
    });
  }
  if (payment.reference !== null && payment.reference !== reference) {
    reasons.push({
      code: 'references_disagree',
      message: `the page says reference ${payment.reference}, its giro slip says ${reference}`,
    });
  }
  return reasons;
}
