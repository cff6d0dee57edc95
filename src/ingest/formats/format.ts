/**
 * What a format is: something that recognises a document by what it holds and reads the invoice in it. Adding a format
 * is adding a file here and a line in index.ts; docs/extraction.md shows how.
 */
import type { Invoice, Reason } from '../../invoice/invoice.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import type { DocumentKind, ReadingContext } from '../reading.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import type { XmlElement } from './xml/element.ts';

/** A document opened far enough that formats can look at it. */
export type OpenedDocument =
  | { kind: 'xml'; root: XmlElement }
  | { kind: 'pdf'; pages: PdfPages; attachments: readonly EmbeddedFile[] };

/** A file that another document carries inside itself. */
export interface EmbeddedFile {
  fileName: string | null;
  declaredType: string | null;
  content: Uint8Array;
}

export interface FoundInvoice {
  invoice: Invoice;
  /** Why a person must look at it before it is applied; empty when it is ready. */
  reasons: Reason[];
}

/** What one document turned out to be. */
export interface Finding {
  kind: DocumentKind;
  /** Which reader gave it: "ubl", "pdf-text" …; null where none recognised the document. */
  format: string | null;
  reason: Reason | null;
  invoices: FoundInvoice[];
  embedded: EmbeddedFile[];
}

export interface FormatContext extends ReadingContext {
  limits: ReadingLimits;
}

export interface Format {
  name: string;
  recognises(document: OpenedDocument): boolean;
  read(document: OpenedDocument, context: FormatContext): Finding;
}

/** The reason's code where a PDF holds nothing but pictures: what they show may be recognised. */
export const noTextCode = 'pdf_no_text';

/** The finding of a document that holds nothing to be staged. */
export function nothingStaged(
  kind: DocumentKind,
  reason: Reason | null,
  format: string | null = null,
): Finding {
  return { kind, format, reason, invoices: [], embedded: [] };
}
