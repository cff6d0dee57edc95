/**
 * Reading: raw mail or file in, documents and invoices with evidence out. Start here to follow an invoice through the
 * code: mime/ splits the mail, unpack/ opens what is packed, worker/ does it at arm's length, formats/ and pdf/ read
 * documents, group.ts decides which documents are one invoice, and disposition.ts what the whole mail came to.
 */
import type { Disposition, Invoice, Reason } from '../invoice/invoice.ts';
import type { PlaceOfSupplier } from '../invoice/learnt-place.ts';
import type { ReviewPolicy } from './review-policy.ts';

/** What a document turned out to be. `attachment`: kept beside an invoice; `unreadable`: a person must look. */
export type DocumentKind = 'invoice' | 'attachment' | 'not_invoice' | 'unreadable';

export interface ReadDocument {
  /** Its place in the mail: '2', '1.2'; within a nested mail '2/1.1'; embedded in another document or packed in an archive '2#1'. */
  path: string;
  /** As the sender wrote it: data to show, never a place to write to. */
  fileName: string | null;
  declaredType: string | null;
  /** Judged by the bytes alone. */
  mediaType: string;
  bytes: number;
  sha256: string;
  kind: DocumentKind;
  reason: Reason | null;
  /** Its bytes, of documents that belong to an invoice; of all others they can be had from the mail again. */
  content: Uint8Array | null;
}

export type DocumentRole = 'primary' | 'representation' | 'attachment';

export interface ReadInvoice {
  /** The document that the invoice was read from; its bytes are the invoice's identity. */
  primaryPath: string;
  /** Tells several invoices in one document apart: 0, 1 … */
  ordinal: number;
  invoice: Invoice;
  state: 'ready' | 'needs_review';
  /** Empty exactly when `state` is ready. */
  reasons: Reason[];
  documents: { path: string; role: DocumentRole }[];
}

export interface Envelope {
  messageId: string | null;
  subject: string | null;
  /** The sender's address as the From header says; never proof of who sent it. */
  from: string | null;
  to: string[];
  /** ISO 8601 in UTC, or null where the header has no date that can be understood. */
  date: string | null;
}

export interface DeliveryReading {
  envelope: Envelope;
  disposition: Disposition;
  /** Why, when the mail is not simply an invoice; for the mail as a whole (an invoice has its own reasons). */
  reasons: Reason[];
  documents: ReadDocument[];
  invoices: ReadInvoice[];
}

/** What is known of the book that the mail goes to, so that the buyer's numbers are not read as the seller's. */
export interface ReadingContext {
  ownNames?: readonly string[];
  ownOrganisationNumbers?: readonly string[];
  ownVatIds?: readonly string[];
  /** When the book wants a person to look; the default where it is not given. */
  reviewPolicy?: ReviewPolicy;
  /** Where the book's suppliers write what, as people's corrections showed. */
  learnt?: readonly PlaceOfSupplier[];
}

export interface DeliveryReader {
  /**
   * Reads a raw mail (RFC 5322) from a file. Whatever the mail holds, this resolves: what cannot be read is said in
   * reasons. It rejects only when the reading itself is not possible (file gone, no process to be had): worth a retry.
   */
  read(rawPath: string, context?: ReadingContext): Promise<DeliveryReading>;
  /** The same for a lone file: a mail, PDF or XML, judged by its bytes. */
  readFile(path: string, context?: ReadingContext): Promise<DeliveryReading>;
  close(): Promise<void>;
}

export { createDeliveryReader } from './delivery-reader.ts';
export { asExtract, type Extract } from './extract-contract.ts';
