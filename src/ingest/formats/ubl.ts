/**
 * UBL 2.x Invoice and CreditNote (OASIS), the syntax of Peppol BIS Billing 3 and its national kin, and of the older
 * OIOUBL, EHF and BII profiles. Recognised by the root's namespace, also inside a StandardBusinessDocument.
 */
import { checkTotals } from '../checks/en16931.ts';
import { checkIdentifiers, reasonsToReview } from '../checks/invoice-checks.ts';
import type { Finding, Format, FormatContext, OpenedDocument } from './format.ts';
import { unwrapBusinessDocument } from './standard-business-document.ts';
import { ublEmbeddedFiles } from './ubl/embedded.ts';
import { readUblHeader } from './ubl/header.ts';
import { readUblLines } from './ubl/lines.ts';
import { creditNoteNamespace, invoiceNamespace } from './ubl/namespaces.ts';
import { readUblParties } from './ubl/parties.ts';
import { readUblPayment } from './ubl/payment.ts';
import { readUblTotals } from './ubl/totals.ts';
import type { XmlElement } from './xml/element.ts';
import { xmlWriter } from './xml/xml-writer.ts';

export const ubl: Format = {
  name: 'ubl',
  recognises: (document) => invoiceRoot(document) !== null,
  read(document, context) {
    const root = invoiceRoot(document);
    if (!root) throw new Error('read() was given a document that recognises() refuses');
    return readUbl(root, context);
  },
};

function invoiceRoot(document: OpenedDocument): XmlElement | null {
  if (document.kind !== 'xml') return null;
  const root = unwrapBusinessDocument(document.root);
  const isInvoice = root.name === 'Invoice' && root.namespace === invoiceNamespace;
  const isCreditNote = root.name === 'CreditNote' && root.namespace === creditNoteNamespace;
  return isInvoice || isCreditNote ? root : null;
}

function readUbl(root: XmlElement, context: FormatContext): Finding {
  const writer = xmlWriter('ubl', 'invoice');
  const { invoice } = writer;
  readUblHeader(root, writer);
  readUblParties(root, writer);
  readUblPayment(root, writer);
  const facts = readUblTotals(root, writer);
  invoice.lines = readUblLines(root);
  invoice.checks = [...checkTotals(facts), ...checkIdentifiers(invoice)];
  const { files, reasons } = ublEmbeddedFiles(root, context.limits.embedded);
  return {
    kind: 'invoice',
    format: 'ubl',
    reason: null,
    invoices: [{ invoice, reasons: [...reasonsToReview(invoice), ...reasons] }],
    embedded: files,
  };
}
