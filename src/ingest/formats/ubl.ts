/**
 * UBL 2.x Invoice and CreditNote (OASIS), the syntax of Peppol BIS Billing 3 and its national kin, and of the older
 * OIOUBL, EHF and BII profiles; also UBL's self-billed invoices, which have the same elements. Recognised by the root's
 * namespace alone.
 */
import { findingOf } from './exact-invoice.ts';
import type { Finding, Format, FormatContext, OpenedDocument } from './format.ts';
import { ublEmbeddedFiles } from './ubl/embedded.ts';
import { readUblHeader } from './ubl/header.ts';
import { readUblLines } from './ubl/lines.ts';
import { isUblInvoice } from './ubl/namespaces.ts';
import { readUblParties, sellerFactsOf } from './ubl/parties.ts';
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
  return document.kind === 'xml' && isUblInvoice(document.root) ? document.root : null;
}

function readUbl(root: XmlElement, context: FormatContext): Finding {
  const writer = xmlWriter('ubl', 'invoice');
  const { invoice } = writer;
  const typeCode = readUblHeader(root, writer);
  readUblParties(root, writer);
  readUblPayment(root, writer);
  const { totals, totalsStyle, vat } = readUblTotals(root, writer);
  invoice.lines = readUblLines(root);
  return findingOf({
    invoice,
    typeCode,
    totals,
    totalsStyle,
    vat,
    seller: sellerFactsOf(root),
    embedded: ublEmbeddedFiles(root, context.limits.embedded),
  });
}
