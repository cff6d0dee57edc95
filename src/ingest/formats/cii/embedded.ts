import type { ReadingLimits } from '../../reading-limits.ts';
import { type DecodedFiles, decodeEmbedded } from '../embedded.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CiiDialect } from './dialect.ts';

/** Files carried inside the invoice (BG-24), of the whole or of a line: kept beside it, never invoices of their own. */
export function ciiEmbeddedFiles(
  root: XmlElement,
  { all, agreement, settlement, lines, lineAgreement, lineSettlement }: CiiDialect,
  limits: ReadingLimits['embedded'],
): DecodedFiles {
  const places = [agreement, settlement, `${lines}/${lineAgreement}`, `${lines}/${lineSettlement}`];
  const objects = places.flatMap((place) =>
    all(root, `${place}/ram:AdditionalReferencedDocument/ram:AttachmentBinaryObject`),
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
