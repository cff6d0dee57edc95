/** How much of a hostile mail is read before it is put to a person instead. Every limit has a test that crosses it. */

export interface ReadingLimits {
  /** Processes that read at the same time. */
  processes: number;
  /** Splitting one mail into its parts may take this long. */
  splitMs: number;
  /** Reading one document (a PDF, an XML) may take this long. */
  documentMs: number;
  /** All documents of one mail together may take this long. */
  mailMs: number;
  /** Resident memory that one reading process may have; more, and it is killed with what it reads. */
  processBytes: number;
  /** All parts of a mail together, decoded, nested mails included. */
  decodedBytes: number;
  /** MIME parts of one mail, nested mails included. */
  parts: number;
  /** Mails within mails. */
  nesting: number;
  /** Header bytes of one MIME part. */
  headerBytes: number;
  pdf: { pages: number; characters: number; attachments: number; attachmentBytes: number };
  xml: { bytes: number; elements: number; depth: number };
  /** Pages of a scan that are recognised, pixels of one page or photo, and how long the recognition of one document may take. */
  ocr: { pages: number; pixels: number; documentMs: number };
  /** Documents embedded in one XML invoice, and their bytes together. */
  embedded: { files: number; bytes: number };
}

const mebibytes = 1024 * 1024;

export const defaultReadingLimits: ReadingLimits = {
  processes: 2,
  splitMs: 60_000,
  documentMs: 20_000,
  mailMs: 180_000,
  processBytes: 768 * mebibytes,
  decodedBytes: 160 * mebibytes,
  parts: 500,
  nesting: 10,
  headerBytes: 256 * 1024,
  pdf: { pages: 60, characters: 600_000, attachments: 20, attachmentBytes: 20 * mebibytes },
  xml: { bytes: 30 * mebibytes, elements: 400_000, depth: 100 },
  ocr: { pages: 8, pixels: 40_000_000, documentMs: 120_000 },
  embedded: { files: 50, bytes: 60 * mebibytes },
};
