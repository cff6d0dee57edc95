/** One document's bytes to a finding: open it as what it is, ask the formats whose it is, let that one read. */
import { readFileSync } from 'node:fs';
import type { Reason } from '../../invoice/invoice.ts';
import { mediaTypes } from '../mime/media-type.ts';
import { openPdf, PdfRefused } from '../pdf/page/open.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import { openXml } from './envelopes.ts';
import {
  type EmbeddedFile,
  type Finding,
  type FormatContext,
  type FoundInvoice,
  noTextCode,
  nothingStaged,
  type OpenedDocument,
} from './format.ts';
import { formats } from './index.ts';
import { orderX } from './recognised.ts';
import type { XmlElement } from './xml/element.ts';
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
  // A reading process has nothing else to do meanwhile, and several hops to other threads cost more than the file.
  const bytes = readFileSync(file);
  try {
    if (mediaType !== mediaTypes.pdf) return readXml(bytes, context);
    if (endsAsPdf(bytes)) return await readPdf(bytes, context);
    if (mayBeDamaged) return nothingStaged('unreadable', cutOff);
    // Some programs never write the end; but one that is cut off may read as an invoice that says something else.
    const finding = await readPdf(bytes, context);
    return {
      ...finding,
      invoices: finding.invoices.map((found) => ({ ...found, reasons: [...found.reasons, cutOff] })),
    };
  } catch (error) {
    if (error instanceof XmlRefused || error instanceof PdfRefused)
      return nothingStaged('unreadable', error.reason);
    throw error;
  }
}

const cutOff: Reason = { code: 'pdf_truncated', message: 'the PDF is cut off: its end is missing' };

/** Reads the documents of an XML file. Throws XmlRefused when it is damaged or not to be trusted. */
export function readXml(bytes: Uint8Array, context: FormatContext): Finding {
  return together(openXml(bytes, context.limits.xml).map((root) => readRoot(root, context)));
}

function readRoot(root: XmlElement, context: FormatContext): Finding {
  const document: OpenedDocument = { kind: 'xml', root };
  const format = formats.find((each) => each.recognises(document));
  if (format) return format.read(document, context);
  return nothingStaged('attachment', {
    code: 'xml_unknown',
    message: `the XML is no e-invoice that is known here: its root is ${root.name} ${root.namespace ? `of ${root.namespace}` : 'without a namespace'}`,
  });
}

/** What a file with several documents is: what its invoices are, if it has any; nothing unreadable goes unsaid. */
function together(findings: readonly Finding[]): Finding {
  const main =
    findings.find(({ kind }) => kind === 'invoice') ??
    findings.find(({ kind }) => kind === 'unreadable') ??
    findings[0];
  if (!main) throw new Error('a file has at least one document');
  const unread = findings.flatMap(({ kind, reason }) => (kind === 'unreadable' && reason ? [reason] : []));
  return {
    ...main,
    invoices: findings.flatMap(({ invoices }) => invoices).map((found) => withReasons(found, unread)),
    embedded: findings.flatMap(({ embedded }) => embedded),
  };
}

function withReasons(found: FoundInvoice, reasons: readonly Reason[]): FoundInvoice {
  return reasons.length === 0 ? found : { ...found, reasons: [...found.reasons, ...reasons] };
}

/** A PDF may carry the invoice as data (Factur-X, ZUGFeRD): then that is what is read, not the page. */
async function readPdf(bytes: Uint8Array, context: FormatContext): Promise<Finding> {
  const { pages, attachments, reasons } = await openPdf(new Uint8Array(bytes), context.limits.pdf);
  const data = readEmbeddedData(attachments, context);
  const finding = data.finding ?? readPages({ kind: 'pdf', pages, attachments }, context);
  return {
    ...finding,
    invoices: finding.invoices.map((found) => withReasons(found, [...data.reasons, ...reasons])),
  };
}

interface EmbeddedData {
  /** Null where the files inside do not say what the PDF is. */
  finding: Finding | null;
  /** Data that could not be read, while the page can. */
  reasons: Reason[];
}

/**
 * The invoice among the files inside a PDF, whatever they are called: only the namespace tells. An Order-X order says
 * that the page is no invoice; other messages may merely be attached.
 */
function readEmbeddedData(attachments: readonly EmbeddedFile[], context: FormatContext): EmbeddedData {
  const reasons: Reason[] = [];
  let order: Finding | null = null;
  for (const { fileName, content } of attachments.filter(mayBeXml)) {
    const finding = tryReadXml(content, context);
    if (finding.invoices.length > 0) {
      const others = attachments.filter((each) => each.content !== content);
      return { finding: { ...finding, embedded: [...others, ...finding.embedded] }, reasons: [] };
    }
    if (finding.format === orderX) order ??= finding;
    if (finding.kind === 'unreadable' && finding.reason && isHybridName(fileName))
      reasons.push(finding.reason);
  }
  return { finding: order, reasons };
}

function tryReadXml(content: Uint8Array, context: FormatContext): Finding {
  try {
    return readXml(content, context);
  } catch (error) {
    if (error instanceof XmlRefused) return nothingStaged('unreadable', error.reason);
    throw error;
  }
}

function mayBeXml({ fileName, content }: EmbeddedFile): boolean {
  const start = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 64)).toString(
    'latin1',
  );
  return (
    /\.xml$/i.test(fileName ?? '') ||
    /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*<[\0]?[?!A-Za-z]/.test(start)
  );
}

/** The names under which hybrid PDFs carry their data: what is broken there is the invoice itself. */
function isHybridName(fileName: string | null): boolean {
  return /^(factur-x|xrechnung|zugferd-invoice|order-x)\.xml$/i.test(fileName ?? '');
}

function readPages(document: OpenedDocument & { kind: 'pdf' }, context: FormatContext): Finding {
  const format = formats.find((each) => each.recognises(document));
  if (format) return format.read(document, context);
  if (isPictureOnly(document.pages)) {
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

export function isPictureOnly({ pages }: PdfPages): boolean {
  const characters = pages.flatMap((page) => page.items).reduce((sum, item) => sum + item.text.length, 0);
  return characters / Math.max(1, pages.length) < charactersOfPicture;
}

/** A PDF ends with %%EOF; a little may follow it. */
function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).includes('%%EOF');
}
