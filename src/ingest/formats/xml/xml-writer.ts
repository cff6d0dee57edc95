/** Writes invoice fields from XML elements: the value as the caller normalised it, the element as its evidence. */
import type { DocumentType, Evidence, Invoice } from '../../../invoice/invoice.ts';
import { asEvidenceText, writeInvoice } from '../../invoice-writer.ts';
import { locationOf, type XmlElement } from './element.ts';

export interface XmlWriter {
  readonly invoice: Invoice;
  /**
   * Normalises the element's text and notes the element as evidence for the field. Null when the element is missing,
   * empty, or `normalise` makes nothing of it.
   */
  readonly take: (
    path: string,
    element: XmlElement | null,
    normalise?: (text: string) => string | null,
  ) => string | null;
  /** The same for the first of several elements that has a value. */
  readonly takeFirst: (
    path: string,
    elements: readonly (XmlElement | null)[],
    normalise?: (text: string) => string | null,
  ) => string | null;
}

export function xmlWriter(source: string, documentType: DocumentType): XmlWriter {
  const writer = writeInvoice(source, documentType);
  const take: XmlWriter['take'] = (path, element, normalise = onOneLine) => {
    if (!element || element.text === '') return null;
    const value = normalise(element.text);
    if (value !== null) writer.note(path, evidenceOf(element));
    return value;
  };
  return {
    invoice: writer.invoice,
    take,
    takeFirst: (path, elements, normalise) => {
      for (const element of elements) {
        const value = take(path, element, normalise);
        if (value !== null) return value;
      }
      return null;
    },
  };
}

/** An exact format says exactly what it says, so the confidence is full. */
function evidenceOf(element: XmlElement): Evidence {
  return {
    source: 'xml',
    where: `${locationOf(element)} (line ${element.line})`,
    text: asEvidenceText(element.text),
    confidence: 1,
  };
}

/** A reference that is one: Peppol has senders write "NA" where the element must be there and they have none. */
export function realReference(text: string): string | null {
  return /^n\/?a$/i.test(text) ? null : onOneLine(text);
}

/** Line breaks within a name or number are the writer's layout, not its content. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
