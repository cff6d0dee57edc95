/**
 * Finvoice (Finance Finland), version 3.0 and the earlier ones, which differ by what they leave out. It has no namespace,
 * decimal commas, dates as CCYYMMDD, and negative amounts on credit notes; its files come in messages of their own.
 */
import type { Reason } from '../../invoice/invoice.ts';
import { decodeEmbedded } from './embedded.ts';
import { findingOf } from './exact-invoice.ts';
import { all, first, text } from './finvoice/elements.ts';
import { readFinvoiceHeader } from './finvoice/header.ts';
import { kindOf, reasonsInKind, typeCodeOf } from './finvoice/kind.ts';
import { readFinvoiceLines } from './finvoice/lines.ts';
import { readFinvoiceParties, sellerCountry } from './finvoice/parties.ts';
import { readFinvoicePayment } from './finvoice/payment.ts';
import { readFinvoiceTotals } from './finvoice/totals.ts';
import { type Finding, type Format, nothingStaged, type OpenedDocument } from './format.ts';
import type { XmlElement } from './xml/element.ts';
import { xmlWriter } from './xml/xml-writer.ts';

export const finvoice: Format = {
  name: 'finvoice',
  recognises: (document) => rootOf(document, 'Finvoice') !== null,
  read(document) {
    const root = rootOf(document, 'Finvoice');
    if (!root) throw new Error('read() was given a document that recognises() refuses');
    const kind = kindOf(root);
    if (kind === 'other') return nothingStaged('not_invoice', otherKind(root), 'finvoice');
    return readInvoice(root, kind);
  },
};

/** The files of a Finvoice, sent in a message of their own. */
export const finvoiceAttachments: Format = {
  name: 'finvoice-attachments',
  recognises: (document) => rootOf(document, 'FinvoiceAttachments') !== null,
  read(document, { limits }) {
    const details = all(rootOf(document, 'FinvoiceAttachments'), 'AttachmentDetails');
    const { files, reasons } = decodeEmbedded(
      details.map((attachment) => ({
        base64: text(attachment, 'AttachmentContent') ?? '',
        fileName: text(attachment, 'AttachmentName'),
        declaredType: text(attachment, 'AttachmentMimeType'),
      })),
      limits.embedded,
    );
    const [reason = null] = reasons;
    return {
      ...nothingStaged(reason ? 'unreadable' : 'attachment', reason, 'finvoice-attachments'),
      embedded: files,
    };
  },
};

function rootOf(document: OpenedDocument, name: string): XmlElement | null {
  if (document.kind !== 'xml') return null;
  const { root } = document;
  return root.name === name && root.namespace === '' ? root : null;
}

function otherKind(root: XmlElement): Reason {
  const code = first(root, 'InvoiceDetails/InvoiceTypeCode')?.text ?? '';
  const called = text(root, 'InvoiceDetails/InvoiceTypeText') ?? 'no invoice';
  return {
    code: 'other_document',
    message: `the Finvoice is of the kind ${code.slice(0, 20)} (${called.slice(0, 60)}), which is no invoice`,
  };
}

function readInvoice(root: XmlElement, kind: 'invoice' | 'creditNote'): Finding {
  const writer = xmlWriter('finvoice', kind);
  const { totals, vat, signsTurned } = readFinvoiceTotals(root, writer);
  readFinvoiceHeader(root, writer);
  readFinvoiceParties(root, writer);
  readFinvoicePayment(root, writer);
  writer.invoice.lines = readFinvoiceLines(root, signsTurned);
  return findingOf({
    invoice: writer.invoice,
    typeCode: typeCodeOf(root),
    totals,
    vat,
    seller: { country: sellerCountry(root) },
    embedded: { files: [], reasons: [] },
    reasons: reasonsInKind(root),
  });
}
