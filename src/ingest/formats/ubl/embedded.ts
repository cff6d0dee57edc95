import type { ReadingLimits } from '../../reading-limits.ts';
import { type DecodedFiles, decodeEmbedded } from '../embedded.ts';
import type { XmlElement } from '../xml/element.ts';
import { linesOf } from './lines.ts';
import { all } from './namespaces.ts';

/**
 * Files carried inside the invoice, with whichever document reference of it or of a line: kept beside it, never read as
 * invoices of their own (Peppol forbids that use).
 */
export function ublEmbeddedFiles(root: XmlElement, limits: ReadingLimits['embedded']): DecodedFiles {
  const references = [root, ...linesOf(root)].flatMap(({ children }) => children);
  const objects = references.flatMap((reference) =>
    all(reference, 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject'),
  );
  return decodeEmbedded(
    objects.map((object) => ({
      base64: object.text,
      fileName: object.attributes.get('filename') ?? null,
      declaredType: object.attributes.get('mimeCode') ?? null,
    })),
    limits,
  );
}
