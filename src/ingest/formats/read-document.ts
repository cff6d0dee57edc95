/** One document's bytes to a finding: open it as what it is, ask the formats whose it is, let that one read. */
import { readFile } from 'node:fs/promises';
import { mediaTypes } from '../mime/media-type.ts';
import { openPdf, PdfRefused } from '../pdf/open.ts';
import type { PdfPages } from '../pdf/pages.ts';
import {
  type EmbeddedFile,
  type Finding,
  type FormatContext,
  noTextCode,
  nothingStaged,
  type OpenedDocument,
} from './format.ts';
import { formats } from './index.ts';
import { parseXml } from './xml/parse.ts';
import { XmlRefused } from './xml/refused.ts';

/**
 * Reads the document in `file`, whose media type was judged by its bytes. `mayBeDamaged`: its mail was cut or its base64
 * broken, so it counts only when it is whole by its own measure, and even then a person must agree.
 */
export async function readDocument(
  file: string,
  mediaType: string,
  mayBeDamaged: boolean,
  context: FormatContext,
): Promise<Finding> {
  const bytes = await readFile(file);
  try {
    if (mediaType !== mediaTypes.pdf) return readXml(bytes, context);
    if (mayBeDamaged && !endsAsPdf(bytes)) {
      return nothingStaged('unreadable', {
        code: 'pdf_truncated',
        message: 'the PDF is cut off: its end is missing',
      });
    }
    return await readPdf(bytes, context);
  } catch (error) {
    if (error instanceof XmlRefused || error instanceof PdfRefused)
      return nothingStaged('unreadable', error.reason);
    throw error;
  }
}

function readXml(bytes: Uint8Array, context: FormatContext): Finding {
  const document: OpenedDocument = { kind: 'xml', root: parseXml(bytes, context.limits.xml) };
  const format = formats.find((each) => each.recognises(document));
  if (format) return format.read(document, context);
  const { name, namespace } = document.root;
  return nothingStaged('attachment', {
    code: 'xml_unknown',
    message: `the XML is no e-invoice that is known here: its root is ${name} ${namespace ? `of ${namespace}` : 'without a namespace'}`,
  });
}

/** A PDF may carry the invoice as data (Factur-X, ZUGFeRD): then that is what is read, not the page. */
async function readPdf(bytes: Uint8Array, context: FormatContext): Promise<Finding> {
  const { pages, attachments, reasons } = await openPdf(new Uint8Array(bytes), context.limits.pdf);
  const finding =
    readEmbeddedInvoice(attachments, context) ?? readPages({ kind: 'pdf', pages, attachments }, context);
  return {
    ...finding,
    invoices: finding.invoices.map((found) => ({ ...found, reasons: [...found.reasons, ...reasons] })),
  };
}

function readEmbeddedInvoice(attachments: readonly EmbeddedFile[], context: FormatContext): Finding | null {
  for (const { fileName, content } of attachments) {
    if (!/\.xml$/i.test(fileName ?? '')) continue;
    const finding = readXml(content, context);
    if (finding.invoices.length === 0) continue;
    return { ...finding, embedded: attachments.filter((each) => each.content !== content) };
  }
  return null;
}

function readPages(document: OpenedDocument & { kind: 'pdf' }, context: FormatContext): Finding {
  const format = formats.find((each) => each.recognises(document));
  if (format) return format.read(document, context);
  if (charactersPerPage(document.pages) < charactersOfPicture) {
    return nothingStaged('unreadable', {
      code: noTextCode,
      message: 'the PDF has next to no text, so it is a picture of something',
    });
  }
  return nothingStaged('attachment', {
    code: 'pdf_not_understood',
    message: 'the text of the PDF does not look like an invoice in a language that is read here',
  });
}

/** A stamp of the scanner, a page number, a line in a header: less than any invoice says. */
const charactersOfPicture = 150;

function charactersPerPage({ pages }: PdfPages): number {
  const characters = pages.flatMap((page) => page.items).reduce((sum, item) => sum + item.text.length, 0);
  return characters / Math.max(1, pages.length);
}

/** A PDF ends with %%EOF; a little may follow it. */
function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).includes('%%EOF');
}
