/** An invoice that is only a page: read from its text by the labels that stand beside the values. */
import { candidatesFor } from '../pdf/choosing/candidates.ts';
import { classify, type PaperKind } from '../pdf/classify.ts';
import { readKnownPaper } from '../pdf/known-places.ts';
import type { LabelledField } from '../pdf/labels/language.ts';
import { numberCandidates } from '../pdf/numbers/numbers.ts';
import { markUp } from '../pdf/page/label-search.ts';
import { layOut } from '../pdf/page/layout.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import type { Page } from '../pdf/page/spots.ts';
import { groupPages, type PageGroup } from '../pdf/split.ts';
import { amountsIn, decimalOf } from '../pdf/values/amount.ts';
import { defaultReviewPolicy, withoutGuesses } from '../review-policy.ts';
import {
  type Finding,
  type Format,
  type FormatContext,
  type FoundInvoice,
  nothingStaged,
  type OpenedDocument,
} from './format.ts';

export const pdfText: Format = {
  name: 'pdf-text',
  recognises: (document) => document.kind === 'pdf' && open(document) !== null,
  read(document, context) {
    const finding = readText(document, context);
    const { reviewPolicy = defaultReviewPolicy } = context;
    const invoices = finding.invoices.map((found) =>
      found.reasons.length > 0 ? found : { ...found, invoice: withoutGuesses(found.invoice, reviewPolicy) },
    );
    return { ...finding, invoices };
  },
};

/** What the pages say, with all that is only likely: for who has doubts of its own to add. */
export function readText(document: OpenedDocument, context: FormatContext): Finding {
  const opened = open(document);
  if (!opened || document.kind !== 'pdf')
    throw new Error('read() was given a document that recognises() refuses');
  const { paper, page } = opened;
  if (paper.kind === 'notInvoice') return nothingStaged('not_invoice', paper.reason, 'pdf-text');
  const groups = document.pages.pages.length > 1 ? groupPages(page, numberCandidates(page)) : [[]];
  const invoices =
    groups.length > 1
      ? groups.flatMap((group) => readGroup(document.pages, group, context))
      : [readKnownPaper(page, paper, context)];
  return { kind: 'invoice', format: 'pdf-text', reason: null, invoices, embedded: [] };
}

/** The invoices in a document as pages of their own, in the order in which read() gives them. */
export function papersOf(pages: PdfPages): OpenedPaper[] {
  const opened = openPages(pages);
  if (!opened || opened.paper.kind === 'notInvoice') return [];
  const groups = pages.pages.length > 1 ? groupPages(opened.page, numberCandidates(opened.page)) : [];
  return groups.length > 1 ? groups.flatMap((group) => ownPaper(pages, group) ?? []) : [opened];
}

export interface OpenedPaper {
  page: Page;
  paper: PaperKind;
}

/** A document is asked for twice, by recognises() and by read(); it is laid out once. */
const opened = new WeakMap<PdfPages, OpenedPaper | null>();

function open(document: OpenedDocument): OpenedPaper | null {
  if (document.kind !== 'pdf') return null;
  const known = opened.get(document.pages);
  if (known !== undefined) return known;
  const made = openPages(document.pages);
  opened.set(document.pages, made);
  return made;
}

/** The paper with its kind; null where neither its title nor its labels are those of an invoice. */
function openPages(pages: PdfPages): OpenedPaper | null {
  const layout = layOut(pages);
  const marked = markUp(layout);
  if (!marked) return null;
  const page = { layout, marked };
  const paper = classify(page);
  if (paper.kind === 'notInvoice') return { page, paper };
  if (isPlainlyInvoice(page, paper)) return { page, paper };
  return amountsToInvoice(page, paper)
    ? { page, paper: { ...paper, doubts: [...paper.doubts, noTitle] } }
    : null;
}

/** A title or a label of its number, and something to pay: where its label is not known, net and VAT tell that there is. */
function isPlainlyInvoice(page: Page, { title, kind }: PaperKind): boolean {
  const { labels } = page.marked;
  const has = (field: LabelledField) => labels.some((label) => label.field === field);
  const isNumbered = title !== null || numberCandidates(page).length > 0;
  const isPayable =
    title !== null ? has('payable') || has('gross') || (has('net') && has('vat')) : hasTotal(page);
  const hasNumberLabel = labels.some(({ field, isStrong }) => isStrong && field === 'invoiceNumber');
  return isNumbered && isPayable && (kind !== 'unknown' || hasNumberLabel);
}

const noTitle = {
  code: 'maybe_not_invoice',
  message: 'nothing on the page plainly says that it is an invoice, though it has what invoices have',
};

/** What only invoices have together, by the fields whose labels tell. */
const signs: readonly (readonly LabelledField[])[] = [
  ['invoiceNumber'],
  ['issueDate'],
  ['dueDate', 'terms'],
  ['payable', 'gross'],
  ['net', 'vat'],
  ['vatId', 'organisationNumber'],
  ['iban', 'bankgiro', 'plusgiro', 'account', 'ocr', 'paymentReference'],
];

/** No title or label is known, but so much else that a person should see it. */
const signsOfInvoice = 6;

function amountsToInvoice(page: Page, { title }: PaperKind): boolean {
  const { labels, topics } = page.marked;
  const isOther = topics.some(
    ({ topic, start }) =>
      topic.kind === 'title' && start <= 2 && topic.paper !== 'invoice' && topic.paper !== 'creditNote',
  );
  if (isOther || (title === null && numberCandidates(page).length === 0)) return false;
  const shown = signs.filter((fields) => labels.some(({ field }) => fields.includes(field)));
  return shown.length + (title === null ? 0 : 2) >= signsOfInvoice;
}

/** Prose speaks of amounts due as well; an invoice has one. */
function hasTotal(page: Page): boolean {
  return ['payable', 'gross'].some(
    (field) =>
      candidatesFor(page, field as LabelledField, (text) =>
        amountsIn(text).map(({ cents }) => ({ value: decimalOf(cents) })),
      ).length > 0,
  );
}

/** One of several invoices in a PDF; pages that are something else are left out, with the others to tell of them. */
function readGroup(document: PdfPages, group: PageGroup, context: FormatContext): FoundInvoice[] {
  const own = ownPaper(document, group);
  if (!own) return [];
  const found = readKnownPaper(own.page, own.paper, context);
  const where = `pages ${group[0]} to ${group.at(-1)} of ${document.total}, which have a number of their own`;
  const title = found.invoice.evidence.documentType;
  found.invoice.evidence.documentType = {
    source: 'pdf-text',
    text: title?.text ?? '',
    where,
    confidence: title?.confidence ?? 0.9,
  };
  return [found];
}

/** Null where the pages of a group are no invoice by themselves. */
function ownPaper({ pages, total }: PdfPages, group: PageGroup): OpenedPaper | null {
  const own = openPages({ pages: pages.filter(({ number }) => group.includes(number)), total });
  return own && own.paper.kind !== 'notInvoice' ? own : null;
}
