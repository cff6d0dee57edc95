/**
 * Svefaktura 1.0 (SFTI Basic Invoice, built on an early UBL), and the files that come along in its ObjectEnvelope. It is
 * no longer sent over Peppol, but still by mail.
 */
import { findingOf } from './exact-invoice.ts';
import { type Finding, type Format, nothingStaged, type OpenedDocument } from './format.ts';
import { svefakturaFiles } from './svefaktura/embedded.ts';
import { readSvefakturaHeader } from './svefaktura/header.ts';
import { readSvefakturaLines } from './svefaktura/lines.ts';
import { invoiceNamespace, objectsNamespace } from './svefaktura/namespaces.ts';
import { readSvefakturaParties } from './svefaktura/parties.ts';
import { readSvefakturaPayment } from './svefaktura/payment.ts';
import { readSvefakturaTotals } from './svefaktura/totals.ts';
import type { XmlElement } from './xml/element.ts';
import { xmlWriter } from './xml/xml-writer.ts';

/** What SFTI's own validation lets sums differ by. */
const tolerance = '0.5';

export const svefaktura: Format = {
  name: 'svefaktura',
  recognises: (document) => rootOf(document, 'Invoice', invoiceNamespace) !== null,
  read(document) {
    const root = rootOf(document, 'Invoice', invoiceNamespace);
    if (!root) throw new Error('read() was given a document that recognises() refuses');
    return readInvoice(root);
  },
};

/** Files beside a Svefaktura: in the same StandardBusinessDocument, or mailed alone. */
export const svefakturaObjects: Format = {
  name: 'svefaktura-objects',
  recognises: (document) => rootOf(document, 'ObjectEnvelope', objectsNamespace) !== null,
  read(document, { limits }) {
    const { files, reasons } = svefakturaFiles(
      rootOf(document, 'ObjectEnvelope', objectsNamespace),
      limits.embedded,
    );
    const [reason = null] = reasons;
    return {
      ...nothingStaged(reason ? 'unreadable' : 'attachment', reason, 'svefaktura-objects'),
      embedded: files,
    };
  },
};

function rootOf(document: OpenedDocument, name: string, namespace: string): XmlElement | null {
  if (document.kind !== 'xml') return null;
  const { root } = document;
  return root.name === name && root.namespace === namespace ? root : null;
}

function readInvoice(root: XmlElement): Finding {
  const writer = xmlWriter('svefaktura', 'invoice');
  const typeCode = readSvefakturaHeader(root, writer);
  readSvefakturaParties(root, writer);
  readSvefakturaPayment(root, writer);
  const { totals, vat } = readSvefakturaTotals(root, writer);
  writer.invoice.lines = readSvefakturaLines(root);
  return findingOf({
    invoice: writer.invoice,
    typeCode,
    totals,
    totalsStyle: { tolerance, roundsGross: true },
    vat,
    seller: { country: 'SE' },
    embedded: { files: [], reasons: [] },
  });
}
