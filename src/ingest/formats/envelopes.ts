/** What networks put around e-invoices: the StandardBusinessDocument, SOAP, and Finvoice's frame in the same file. */
import type { ReadingLimits } from '../reading-limits.ts';
import type { XmlElement } from './xml/element.ts';
import { parseXml } from './xml/parse.ts';
import { XmlRefused } from './xml/refused.ts';

const businessDocumentNamespaces = [
  'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader',
  'urn:sfti:documents:StandardBusinessDocumentHeader',
];

const soapNamespaces = [
  'http://schemas.xmlsoap.org/soap/envelope/',
  'http://www.w3.org/2003/05/soap-envelope',
];

/** More XML documents than this in one file are no delivery of invoices. */
const documentsMax = 200;

/** The documents in an XML file, out of their envelopes, in order; at least one. Throws XmlRefused. */
export function openXml(bytes: Uint8Array, limits: ReadingLimits['xml']): XmlElement[] {
  return parseWhole(bytes, limits).flatMap(unwrap);
}

/** A file is one XML document by the book; Finvoice deliveries are several, one after the other. */
function parseWhole(bytes: Uint8Array, limits: ReadingLimits['xml']): XmlElement[] {
  try {
    return [parseXml(bytes, limits)];
  } catch (error) {
    const pieces = error instanceof XmlRefused && error.reason.code === 'xml_damaged' ? split(bytes) : [];
    if (pieces.length === 0) throw error;
    return pieces.map((piece) => parseXml(piece, limits));
  }
}

/**
 * The documents of a file that follow one another: each begins with an XML declaration, or where a SOAP envelope begins
 * or ends. The envelopes themselves are left out, as they hold addresses only; empty when there is nothing to split.
 */
function split(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const starts = [0];
  for (const { index, 0: found } of text.matchAll(
    />[\s\u00ef\u00bb\u00bf]*(?=<\?xml\s|<(?:[\w.-]{1,40}:)?Envelope[\s>])|<\/(?:[\w.-]{1,40}:)?Envelope\s*>[\s\u00ef\u00bb\u00bf]*/g,
  )) {
    starts.push(index + found.length);
    if (starts.length > documentsMax) {
      throw new XmlRefused(
        'xml_too_many',
        `the file holds more than the ${documentsMax} XML documents that are read`,
      );
    }
  }
  if (starts.length === 1) return [];
  return starts
    .map((start, index) => bytes.subarray(start, starts[index + 1]))
    .filter((piece) => isDocument(Buffer.from(piece.subarray(0, headBytes)).toString('latin1')));
}

/** How far into a document its root is looked for. */
const headBytes = 4096;

/** Neither nothing, nor a SOAP envelope, nor an XML declaration that stands alone. */
function isDocument(head: string): boolean {
  const content = head.replace(/^\s*<\?xml\s[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  const root = /<(?:[\w.-]{1,40}:)?(?<name>[A-Za-z_][\w.-]*)/.exec(content);
  return content.trim() !== '' && root?.groups?.name !== 'Envelope';
}

function unwrap(root: XmlElement): XmlElement[] {
  if (root.name === 'StandardBusinessDocument' && businessDocumentNamespaces.includes(root.namespace)) {
    return inside(root, (child) => child.name !== 'StandardBusinessDocumentHeader');
  }
  if (root.name === 'Envelope' && soapNamespaces.includes(root.namespace)) {
    const bodies = root.children.filter(
      ({ name, namespace }) => name === 'Body' && namespace === root.namespace,
    );
    return bodies.flatMap((body) => inside(body, () => true));
  }
  return [root];
}

function inside(envelope: XmlElement, isContent: (child: XmlElement) => boolean): XmlElement[] {
  const contents = envelope.children.filter(isContent);
  return contents.length > 0 ? contents.flatMap(unwrap) : [envelope];
}
