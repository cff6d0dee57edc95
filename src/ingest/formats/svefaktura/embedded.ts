import type { ReadingLimits } from '../../reading-limits.ts';
import { type DecodedFiles, decodeEmbedded } from '../embedded.ts';
import type { XmlElement } from '../xml/element.ts';
import { all } from './namespaces.ts';

/** The files of an ObjectEnvelope: kept beside the invoice, never read as invoices of their own. */
export function svefakturaFiles(
  objectEnvelope: XmlElement | null,
  limits: ReadingLimits['embedded'],
): DecodedFiles {
  return decodeEmbedded(
    all(objectEnvelope, 'oe:EncodedObject/oe:EncodedData').map((data) => ({
      base64: data.text,
      fileName: data.attributes.get('filename') ?? null,
      declaredType: data.attributes.get('mimeCode') ?? null,
    })),
    limits,
  );
}
