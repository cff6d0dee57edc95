/** An invoice that is only a page: read from its text by the labels that stand beside the values. */

import type { Invoice, Reason } from '../../invoice/invoice.ts';
import { sameAmount } from '../../invoice/money.ts';
import { checkIdentifiers, reasonsToReview } from '../checks/invoice-checks.ts';
import { writeInvoice } from '../invoice-writer.ts';
import type { Search } from '../pdf/candidates.ts';
import { classify, languageOf, type PaperKind } from '../pdf/classify.ts';
import { readCurrency } from '../pdf/currency.ts';
import { readHeader } from '../pdf/header.ts';
import { languages } from '../pdf/labels/index.ts';
import type { Language } from '../pdf/labels/language.ts';
import { layOut } from '../pdf/layout.ts';
import { cellsOfBuyer, readSeller } from '../pdf/parties.ts';
import { readPayment } from '../pdf/payment.ts';
import { readTotals } from '../pdf/totals.ts';
import {
  type Finding,
  type Format,
  type FormatContext,
  nothingStaged,
  type OpenedDocument,
} from './format.ts';

export const pdfText: Format = {
  name: 'pdf-text',
  recognises: (document) => document.kind === 'pdf' && open(document) !== null,
  read(document, context) {
    const opened = open(document);
    if (!opened) throw new Error('read() was given a document that recognises() refuses');
    const { paper, search, language } = opened;
    if (paper.kind === 'notInvoice') return nothingStaged('not_invoice', paper.reason, 'pdf-text');
    return readPaper(search, language, paper, context);
  },
};

interface OpenedPaper {
  search: Search;
  language: Language;
  paper: PaperKind;
}

/** The paper with its language and kind; null where neither its title nor its labels are those of an invoice. */
function open(document: OpenedDocument): OpenedPaper | null {
  if (document.kind !== 'pdf') return null;
  const layout = layOut(document.pages);
  const spoken = languageOf(layout, languages);
  if (!spoken) return null;
  const { language, labels } = spoken;
  const paper = classify(layout, language, labels);
  const isNumbered = labels.some(({ field, isStrong }) => field === 'invoiceNumber' && isStrong);
  const isPayable = labels.some(({ field }) => field === 'payable');
  if (paper.kind === 'unknown' && !(isNumbered && isPayable)) return null;
  return { search: { layout, labels }, language, paper };
}

function readPaper(search: Search, language: Language, paper: PaperKind, context: FormatContext): Finding {
  const isCredit = paper.kind === 'creditNote';
  const writer = writeInvoice('pdf-text', isCredit ? 'creditNote' : 'invoice');
  const { invoice } = writer;
  if (paper.title) {
    writer.note('documentType', {
      source: 'pdf-text',
      where: `page ${paper.title.page}, title`,
      text: paper.title.text,
      confidence: 0.95,
    });
  }
  const buyerCells = cellsOfBuyer(search.layout, language, context);
  const doubts: Reason[] = [...paper.doubts, ...readHeader(search, language, writer)];
  doubts.push(...readSeller(search, buyerCells, context, writer));
  const payment = readPayment(search, buyerCells, writer);
  const totals = readTotals(search, writer, { isCredit, slipAmount: payment.slipAmount });
  doubts.push(...payment.doubts, ...totals.doubts);
  doubts.push(...readCurrency(search, language, totals.currencies, writer));
  doubts.push(...unsureOf(invoice));
  doubts.push(...slipDisagrees(payment.slipAmount, invoice.totals.payable));
  invoice.checks = [...totals.checks, ...payment.checks, ...checkIdentifiers(invoice)];
  return {
    kind: 'invoice',
    format: 'pdf-text',
    reason: null,
    invoices: [{ invoice, reasons: [...reasonsToReview(invoice), ...doubts] }],
    embedded: [],
  };
}

/** Below this, a field that nobody can do without is shown to a person. */
const sureEnough = 0.65;

function unsureOf({ evidence }: Invoice): Reason[] {
  return ['invoiceNumber', 'issueDate', 'totals.payable', 'currency']
    .filter((path) => (evidence[path]?.confidence ?? 1) < sureEnough)
    .map((path) => ({
      code: `unsure:${path}`,
      message: `${path} was read ${evidence[path]?.where}, which is not a sure place for it`,
    }));
}

function slipDisagrees(onSlip: string | null, payable: string | null): Reason[] {
  if (onSlip === null || payable === null || sameAmount(onSlip, payable)) return [];
  return [
    {
      code: 'slip_disagrees',
      message: `the page says ${payable} is to be paid, its giro slip says ${onSlip}`,
    },
  ];
}
