/** Which documents are one invoice: the same invoice as XML and as PDF is one; several PDFs are several. Pure. */
import Big from 'big.js';
import { normaliseInvoiceNumber } from '../invoice/identity.ts';
import type { Invoice, Reason } from '../invoice/invoice.ts';
import { sameAmount } from '../invoice/money.ts';
import type { FoundInvoice } from './formats/format.ts';
import type { DocumentKind, DocumentRole, ReadInvoice } from './reading.ts';

/** One document as far as grouping needs to know it, in the order of the mail. */
export interface DocumentFinding {
  path: string;
  kind: DocumentKind;
  invoices: FoundInvoice[];
  /** How exactly it says what it says: 0 for data, 1 for data inside a PDF, 2 for a page's text. */
  rank: 0 | 1 | 2;
  /** The document that carries it inside itself, or null. */
  container: string | null;
  /** Whether it is worth keeping with the invoice (not a logo, not a signature). */
  isKeepsake: boolean;
}

interface Candidate extends FoundInvoice {
  path: string;
  ordinal: number;
  rank: number;
}

interface Group {
  primary: Candidate;
  representations: Candidate[];
  reasons: Reason[];
}

/** Puts what was found in the documents of one mail together into invoices. */
export function groupInvoices(documents: readonly DocumentFinding[]): ReadInvoice[] {
  const candidates = documents
    .flatMap(({ path, rank, invoices }) =>
      invoices.map((found, ordinal) => ({ ...found, path, ordinal, rank })),
    )
    .sort((a, b) => a.rank - b.rank);
  const groups: Group[] = [];
  for (const candidate of candidates) {
    const group = groupFor(candidate, groups, candidates);
    if (group) join(group, candidate);
    else groups.push({ primary: candidate, representations: [], reasons: [] });
  }
  markTwins(groups);
  return groups.map((group) => asReadInvoice(group, documents, groups.length === 1));
}

/** Where several invoices have the number, the one that says the same amount: not simply whichever was attached first. */
function groupFor(
  candidate: Candidate,
  groups: readonly Group[],
  all: readonly Candidate[],
): Group | undefined {
  const fitting = groups.filter((each) => isSameInvoice(each.primary, candidate, all));
  const { payable } = candidate.invoice.totals;
  return fitting.find(({ primary }) => sameAmount(primary.invoice.totals.payable, payable)) ?? fitting[0];
}

function isSameInvoice(known: Candidate, other: Candidate, all: readonly Candidate[]): boolean {
  if (known.path === other.path || known.invoice.documentType !== other.invoice.documentType) return false;
  if (contradict(known.invoice, other.invoice)) return false;
  const a = known.invoice.invoiceNumber;
  const b = other.invoice.invoiceNumber;
  const samePayable = sameAmount(known.invoice.totals.payable, other.invoice.totals.payable);
  // A page that shows other amounts than its own data is still the same invoice, with something wrong in it.
  if (a && b)
    return (
      normaliseInvoiceNumber(a) === normaliseInvoiceNumber(b) && (samePayable || known.rank < other.rank)
    );
  const isOnlyPair = all.length === 2 && known.rank < 2 && other.rank === 2;
  return isOnlyPair && samePayable;
}

/** Two sellers with different organisation numbers are two sellers. */
function contradict(a: Invoice, b: Invoice): boolean {
  const [one, other] = [a.seller.organisationNumber, b.seller.organisationNumber];
  return one !== null && other !== null && one !== other;
}

function join(group: Group, candidate: Candidate): void {
  group.representations.push(candidate);
  const [stated, shown] = [group.primary.invoice.totals.payable, candidate.invoice.totals.payable];
  if (stated !== null && shown !== null && !new Big(stated).eq(shown)) {
    group.reasons.push({
      code: 'representation_disagrees',
      message: `document ${group.primary.path} says ${stated} is to be paid, document ${candidate.path} says ${shown}`,
    });
  }
}

/** Two invoices of one mail with one number but different contents: neither may pass unseen. */
function markTwins(groups: readonly Group[]): void {
  const byNumber = Map.groupBy(groups, ({ primary: { invoice } }) =>
    invoice.invoiceNumber ? `${invoice.documentType} ${normaliseInvoiceNumber(invoice.invoiceNumber)}` : null,
  );
  for (const [key, twins] of byNumber) {
    if (key === null || twins.length < 2) continue;
    for (const twin of twins) {
      twin.reasons.push({
        code: 'same_number_twice',
        message: `the mail holds ${twins.length} invoices with the number ${twin.primary.invoice.invoiceNumber} that are not the same`,
      });
    }
  }
}

function asReadInvoice(
  { primary, representations, reasons }: Group,
  documents: readonly DocumentFinding[],
  isOnlyInvoice: boolean,
): ReadInvoice {
  const allReasons = [...primary.reasons, ...reasons];
  return {
    primaryPath: primary.path,
    ordinal: primary.ordinal,
    invoice: primary.invoice,
    state: allReasons.length === 0 ? 'ready' : 'needs_review',
    reasons: allReasons,
    documents: [
      { path: primary.path, role: 'primary' as DocumentRole },
      ...representations.map(({ path }) => ({ path, role: 'representation' as DocumentRole })),
      ...documents
        .filter((document) => belongsTo([primary, ...representations], document, isOnlyInvoice))
        .map(({ path }) => ({ path, role: 'attachment' as DocumentRole })),
    ],
  };
}

function belongsTo(
  candidates: readonly Candidate[],
  document: DocumentFinding,
  isOnlyInvoice: boolean,
): boolean {
  if (document.invoices.length > 0 || !document.isKeepsake) return false;
  if (document.container !== null) return candidates.some(({ path }) => path === document.container);
  return isOnlyInvoice;
}
