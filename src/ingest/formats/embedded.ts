/** Files that an e-invoice carries inside itself as base64. */
import type { Reason } from '../../invoice/invoice.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import type { EmbeddedFile } from './format.ts';
import { decodeBase64 } from './xml/base64.ts';

export interface EncodedFile {
  base64: string;
  fileName: string | null;
  declaredType: string | null;
}

export interface DecodedFiles {
  files: EmbeddedFile[];
  reasons: Reason[];
}

/** Decodes embedded files within the limits; what does not fit or is damaged becomes a reason, never silence. */
export function decodeEmbedded(
  encoded: readonly EncodedFile[],
  limits: ReadingLimits['embedded'],
): DecodedFiles {
  const files: EmbeddedFile[] = [];
  const reasons: Reason[] = [];
  let bytes = 0;
  for (const { base64, fileName, declaredType } of encoded) {
    const content = decodeBase64(base64);
    const called = fileName ? ` "${fileName.slice(0, 100)}"` : '';
    if (!content) {
      reasons.push({
        code: 'embedded_damaged',
        message: `the file${called} inside the e-invoice is no whole base64`,
      });
      continue;
    }
    bytes += content.length;
    if (files.length >= limits.files || bytes > limits.bytes) {
      reasons.push({
        code: 'embedded_too_much',
        message: `the e-invoice carries more than ${limits.files} files or ${limits.bytes} bytes; the rest is left inside it`,
      });
      break;
    }
    files.push({ fileName, declaredType, content });
  }
  return { files, reasons };
}
