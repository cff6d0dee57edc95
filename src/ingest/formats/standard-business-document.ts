/** The envelope (SBDH) that networks put around an e-invoice; the invoice is its last child. */
import type { XmlElement } from './xml/element.ts';

const envelopeNamespaces = [
  'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader',
  'urn:sfti:documents:StandardBusinessDocumentHeader',
];

/** The document inside a StandardBusinessDocument, or the element itself when it is none. */
export function unwrapBusinessDocument(root: XmlElement): XmlElement {
  if (root.name !== 'StandardBusinessDocument' || !envelopeNamespaces.includes(root.namespace)) return root;
  return root.children.find((child) => child.name !== 'StandardBusinessDocumentHeader') ?? root;
}
