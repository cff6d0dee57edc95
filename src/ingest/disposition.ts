/** What a whole mail came to: invoice, no invoice, or a person must look. When in doubt, a person. Pure. */
import type { Disposition, Reason } from '../invoice/invoice.ts';
import type { BodyText } from './mime/body-text.ts';
import type { MailNature } from './mime/nature.ts';
import type { DocumentKind, ReadInvoice } from './reading.ts';

export interface MailFacts {
  subject: string | null;
  nature: MailNature;
  bodies: readonly BodyText[];
  /** What is wrong with the mail as a whole. */
  reasons: readonly Reason[];
  documents: readonly { kind: DocumentKind; reason: Reason | null }[];
  invoices: readonly ReadInvoice[];
}

export function dispose(facts: MailFacts): { disposition: Disposition; reasons: Reason[] } {
  const { invoices, nature } = facts;
  if (nature.isReport && nature.notInvoice && invoices.length === 0) {
    return { disposition: 'not_invoice', reasons: [nature.notInvoice] };
  }
  const doubts = distinct([
    ...invoices.flatMap((each) => each.reasons.map((reason) => naming(each, reason, invoices.length))),
    ...facts.reasons,
    ...facts.documents.filter(({ kind }) => kind === 'unreadable').map(({ reason }) => reason),
    ...(invoices.length === 0 ? doubtsWithoutInvoice(facts) : []),
  ]);
  if (doubts.length > 0) return { disposition: 'needs_review', reasons: doubts };
  if (invoices.length > 0) return { disposition: 'invoice', reasons: [] };
  return { disposition: 'not_invoice', reasons: whyNot(facts) };
}

/** A reason on an attachment matters only when the invoice was found nowhere else. */
function doubtsWithoutInvoice({ documents, nature, bodies, subject }: MailFacts): (Reason | null)[] {
  return [
    ...documents.filter(({ kind }) => kind === 'attachment').map(({ reason }) => reason),
    nature.notInvoice || documents.some(({ kind }) => kind === 'not_invoice')
      ? null
      : doubtInText(subject, bodies),
  ];
}

/** Words for an invoice in the languages that suppliers to a Swedish company write. */
const invoiceWords =
  /faktur|invoice|rechnung|gutschrift|facture|factuur|lasku|fattura|fatura|factura|dobropis|kreeditarve|\barve\b|kreditnot|credit note|räkning|hyresavi|betalningsavi|att betala|betalas senast|amount due/i;

function doubtInText(subject: string | null, bodies: readonly BodyText[]): Reason | null {
  if (bodies.some(({ hasUuencodedFile }) => hasUuencodedFile)) {
    return {
      code: 'file_in_text',
      message: 'a file lies in the text of the mail itself (uuencode); it is not read',
    };
  }
  if (![subject ?? '', ...bodies.map(({ text }) => text)].some((text) => invoiceWords.test(text)))
    return null;
  return bodies.some(({ hasLink }) => hasLink)
    ? {
        code: 'invoice_behind_link',
        message:
          'the mail speaks of an invoice and has a link, but no invoice is attached; links are never followed',
      }
    : { code: 'invoice_in_text', message: 'the mail speaks of an invoice, but none is attached' };
}

function whyNot({ nature, documents }: MailFacts): Reason[] {
  const told = distinct([
    nature.notInvoice,
    ...documents.filter(({ kind }) => kind === 'not_invoice').map(({ reason }) => reason),
  ]);
  return told.length > 0
    ? told
    : [{ code: 'no_invoice', message: 'nothing in the mail is an invoice or speaks of one' }];
}

function naming({ invoice }: ReadInvoice, reason: Reason, invoices: number): Reason {
  if (invoices < 2) return reason;
  return {
    code: reason.code,
    message: `invoice ${invoice.invoiceNumber ?? 'without a number'}: ${reason.message}`,
  };
}

function distinct(reasons: readonly (Reason | null)[]): Reason[] {
  const seen = new Map<string, Reason>();
  for (const reason of reasons) if (reason) seen.set(`${reason.code} ${reason.message}`, reason);
  return [...seen.values()];
}
