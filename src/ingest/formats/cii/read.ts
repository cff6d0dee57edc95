import { findingOf } from '../exact-invoice.ts';
import type { Format } from '../format.ts';
import type { XmlElement } from '../xml/element.ts';
import { xmlWriter } from '../xml/xml-writer.ts';
import type { CiiDialect } from './dialect.ts';
import { ciiEmbeddedFiles } from './embedded.ts';
import { readCiiHeader } from './header.ts';
import { readCiiLines } from './lines.ts';
import { readCiiParties, sellerCountry } from './parties.ts';
import { readCiiPayment } from './payment.ts';
import { readCiiTotals } from './totals.ts';

/** The format that reads one generation of the Cross Industry Invoice. */
export function ciiFormat(dialect: CiiDialect): Format {
  const isRoot = ({ name, namespace }: XmlElement) =>
    name === dialect.rootName && namespace === dialect.rootNamespace;
  return {
    name: dialect.source,
    recognises: (document) => document.kind === 'xml' && isRoot(document.root),
    read(document, { limits }) {
      if (document.kind !== 'xml') throw new Error('read() was given a document that recognises() refuses');
      const { root } = document;
      const writer = xmlWriter(dialect.source, 'invoice');
      const typeCode = readCiiHeader(root, dialect, writer);
      readCiiParties(root, dialect, writer);
      readCiiPayment(root, dialect, writer);
      const { totals, vat } = readCiiTotals(root, dialect, writer);
      writer.invoice.lines = readCiiLines(root, dialect);
      const embedded = ciiEmbeddedFiles(root, dialect, limits.embedded);
      // The profile MINIMUM has four amounts, and what was paid before is not among them.
      const totalsStyle = { hidesPrepaid: totals.lineTotal === null && totals.prepaid === null };
      const seller = { country: sellerCountry(root, dialect) };
      return findingOf({ invoice: writer.invoice, typeCode, totals, totalsStyle, vat, seller, embedded });
    },
  };
}
