/** Number, dates, currency and references. */
import type { Reason } from '../../invoice/invoice.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import { type Candidate, type Choice, candidatesFor, choose, evidenceOf, type Search } from './candidates.ts';
import type { Language } from './labels/language.ts';
import { dateAtStart, daysAfter, daysOfTerms } from './values/date.ts';
import { invoiceNumberAtStart, referenceAtStart } from './values/numbers.ts';

export function readHeader(search: Search, language: Language, writer: InvoiceWriter): Reason[] {
  const { invoice } = writer;
  const doubts: Reason[] = [];
  const note = (path: string, what: string, { best, rivals }: Choice<string>): string | null => {
    if (best) writer.note(path, evidenceOf(best));
    if (best && rivals.length > 0) {
      doubts.push({
        code: `several_${what.replace(/ /g, '_')}s`,
        message: `more than one ${what} stands on the page: ${[best.value, ...rivals].join(', ')}`,
      });
    }
    return best?.value ?? null;
  };
  const date = (text: string) => dateAtStart(text, language);
  invoice.invoiceNumber = note('invoiceNumber', 'invoice number', choose(numberCandidates(search)));
  invoice.issueDate = note('issueDate', 'invoice date', choose(candidatesFor(search, 'issueDate', date)));
  invoice.dueDate = note('dueDate', 'due date', choose(candidatesFor(search, 'dueDate', date)));
  invoice.dueDate ??= dueByTerms(search, invoice.issueDate, writer);
  invoice.references.order = first(
    'references.order',
    candidatesFor(search, 'order', invoiceNumberAtStart),
    writer,
  );
  invoice.references.buyer = first(
    'references.buyer',
    candidatesFor(search, 'buyerReference', referenceAtStart),
    writer,
  );
  const preceding = candidatesFor(search, 'preceding', invoiceNumberAtStart).filter(
    ({ value }) => value !== invoice.invoiceNumber,
  );
  const [credited] = preceding;
  if (credited) {
    writer.note('references.preceding.0', evidenceOf(credited));
    invoice.references.preceding = [credited.value];
  }
  return doubts;
}

/** A number counts with "Faktura" alone only right after it: further off stand page numbers and the like. */
function numberCandidates(search: Search): Candidate<string>[] {
  return candidatesFor(search, 'invoiceNumber', invoiceNumberAtStart).filter(
    ({ label, spot }) => label.isStrong || spot.kind === 'after',
  );
}

function dueByTerms(search: Search, issueDate: string | null, writer: InvoiceWriter): string | null {
  const { best, rivals } = choose(candidatesFor(search, 'terms', daysOfTerms));
  if (!best || rivals.length > 0 || issueDate === null) return null;
  writer.note('dueDate', evidenceOf(best));
  return daysAfter(issueDate, best.value);
}

function first(path: string, candidates: readonly Candidate<string>[], writer: InvoiceWriter): string | null {
  const [candidate] = candidates;
  if (!candidate) return null;
  writer.note(path, evidenceOf(candidate));
  return candidate.value;
}
