/** The pages of one invoice to the invoice: every part read, what belongs together chosen together. */
import type { Check, Invoice, InvoiceLine, Reason } from '../../invoice/invoice.ts';
import { checkIdentifiers, reasonsToReview } from '../checks/invoice-checks.ts';
import { referenceKindsOf } from '../checks/reference-kinds.ts';
import type { FoundInvoice } from '../formats/format.ts';
import { type InvoiceWriter, writeInvoice } from '../invoice-writer.ts';
import type { ReadingContext } from '../reading.ts';
import { defaultReviewPolicy, reasonsByPolicy } from '../review-policy.ts';
import { centsOf } from './amounts/amounts.ts';
import { type Candidate, candidatesFor, evidenceOf } from './choosing/candidates.ts';
import { valueMin, write } from './choosing/write-value.ts';
import type { PaperKind } from './classify.ts';
import { readDates } from './dates/dates.ts';
import { type LinesFound, linesThatAddUp, readLines } from './lines/lines.ts';
import { linesBySum } from './lines/lines-by-sum.ts';
import { unexplainedNumbers } from './numbers/head-numbers.ts';
import { numberCandidates, readInvoiceNumber } from './numbers/numbers.ts';
import type { Page } from './page/spots.ts';
import { readBuyerName } from './parties/buyer-name.ts';
import { type PartiesFound, readParties } from './parties/parties.ts';
import { type Regions, regionsOf } from './parties/regions.ts';
import { readSellerName } from './parties/seller-name.ts';
import { type FoundSlip, findSlip, readAccounts, readReference, slipAmountOf } from './payment/payment.ts';
import { readReferences } from './payment/references.ts';
import { remarkDoubts } from './remarks.ts';
import { readCurrency } from './totals/currency.ts';
import { lookAgain } from './totals/second-look.ts';
import { readTotals, type TotalsFound } from './totals/totals.ts';
import { writeTotals } from './totals/write-totals.ts';
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
  invoice.lines = linesOf(page, lines, invoice);
  writeCurrency(page, totals, parties, writer);
  writeReferences(page, regions, writer);
  invoice.checks = [...totalsRead.checks, ...referenceChecks(invoice), ...checkIdentifiers(invoice)];
  const doubts = [
    ...paper.doubts,
    ...totalsRead.doubts,
    ...remarkDoubts(page, invoice),
    ...slipDoubts(slip, invoice),
    ...lookAgain(page, invoice, totals),
  ];
  const byPolicy = reasonsByPolicy(invoice, context.reviewPolicy ?? defaultReviewPolicy);
  return { invoice, reasons: [...reasonsToReview(invoice), ...byPolicy, ...doubts] };
}

/** As headed columns tell them; where those do not come to the totals, as rows that do. */
function linesOf(
  page: Page,
  headed: LinesFound,
  { totals: { net, gross }, documentType }: Invoice,
): InvoiceLine[] {
  const lines = linesThatAddUp(headed, { net, gross });
  if (lines.length > 0) return lines;
  const sums = [net, gross].flatMap((total) => (total === null ? [] : [centsOf(total)]));
  return linesBySum(page, [...new Set(sums)], documentType === 'creditNote');
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

function writeCurrency(page: Page, totals: TotalsFound, parties: PartiesFound, writer: InvoiceWriter): void {
  const { invoice } = writer;
  const { shares } = readCurrency(page, totals, parties.countries[0] ?? null, invoice.payment.accounts);
  invoice.currency = write('currency', shares, writer);
}

function writeReferences(page: Page, regions: Regions, writer: InvoiceWriter): void {
  const { invoice } = writer;
  const { order, buyer, preceding } = readReferences(page, regions, invoice);
  invoice.references.order = write('references.order', order, writer);
  invoice.references.buyer = write('references.buyer', buyer, writer);
  const credited = write('references.preceding.0', preceding, writer);
  if (credited !== null) invoice.references.preceding = [credited];
}

function referenceChecks({ invoiceNumber, payment: { reference, accounts } }: Invoice): Check[] {
  if (reference === null || !/^\d+$/.test(reference) || accounts.length === 0) return [];
  const passed = referenceKindsOf(reference).length > 0;
  // An invoice's number that serves as its reference need not have any.
  if (!passed && reference === invoiceNumber) return [];
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
