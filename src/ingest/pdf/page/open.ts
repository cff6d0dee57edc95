/**
 * A PDF to its text with places, and the files attached to it. Runs only inside a reading process: pdf.js can be made to
 * take any amount of time and memory (A2). No script, font or picture of the file is run, loaded or drawn.
 */
import { PDFParse } from 'pdf-parse';
import { messageOf } from '../../../errors.ts';
import type { Reason } from '../../../invoice/invoice.ts';
import type { EmbeddedFile } from '../../formats/format.ts';
import { printable } from '../../mime/printable.ts';
import type { ReadingLimits } from '../../reading-limits.ts';
import type { PdfPage, PdfPages } from './pages.ts';
import { textWorker } from './text-worker.ts';
import { directionOf, type TextRun, uprightPage } from './upright.ts';

/** The PDF cannot be read; `reason` is what a person is told. */
export class PdfRefused extends Error {
  readonly reason: Reason;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'PdfRefused';
    this.reason = { code, message };
  }
}

export interface OpenedPdf {
  pages: PdfPages;
  attachments: EmbeddedFile[];
  /** What was left unread because of a limit. */
  reasons: Reason[];
}

/** The part of pdf.js's document that is used here; pdf-parse opens it but gives out its text without places. */
interface PdfJsDocument {
  numPages: number;
  getPage(number: number): Promise<PdfJsPage>;
  getAttachments(): Promise<Record<string, { filename?: string; content?: Uint8Array }> | null>;
}

interface PdfJsPage {
  getViewport(options: { scale: number }): PdfJsViewport;
  streamTextContent(options: object): ReadableStream<{ items: PdfJsItem[] }>;
  cleanup(): void;
}

interface PdfJsViewport {
  width: number;
  height: number;
  transform: number[];
}

interface PdfJsItem {
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
}

/** Opens a PDF. Throws PdfRefused when it is encrypted or damaged beyond reading. */
export async function openPdf(bytes: Uint8Array, limits: ReadingLimits['pdf']): Promise<OpenedPdf> {
  const parser = new PDFParse({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
    worker: textWorker(),
  });
  try {
    const document = await load(parser);
    const pages = await readPages(document, limits);
    const attachments = await readAttachments(document, limits);
    return {
      pages: pages.read,
      attachments: attachments.files,
      reasons: [...pages.reasons, ...attachments.reasons],
    };
  } catch (error) {
    throw refusal(error);
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

async function load(parser: PDFParse): Promise<PdfJsDocument> {
  // pdf-parse marks this private; it is the one way to the places of the text. A test holds that it is there.
  return await (parser as unknown as { load(): Promise<PdfJsDocument> }).load();
}

async function readPages(document: PdfJsDocument, limits: ReadingLimits['pdf']) {
  const pages: PdfPage[] = [];
  const reasons: Reason[] = [];
  let charactersLeft = limits.characters;
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number++) {
    const page = await document.getPage(number);
    const read = await readPage(page, number, charactersLeft);
    pages.push(read);
    charactersLeft -= read.items.reduce((sum, item) => sum + item.text.length, 0);
    page.cleanup();
    if (charactersLeft <= 0) {
      throw new PdfRefused(
        'pdf_too_big',
        `the PDF has more than the ${limits.characters} characters that are read`,
      );
    }
  }
  if (document.numPages > limits.pages) {
    reasons.push({
      code: 'pdf_too_many_pages',
      message: `the PDF has ${document.numPages} pages, of which the first ${limits.pages} were read`,
    });
  }
  return { read: { pages, total: document.numPages }, reasons };
}

async function readPage(page: PdfJsPage, number: number, charactersMax: number): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const runs: TextRun[] = [];
  let characters = 0;
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      const run = place(item, transform);
      if (!run) continue;
      runs.push(run);
      characters += run.text.length;
    }
    if (characters > charactersMax) {
      await reader.cancel();
      break;
    }
  }
  return { number, ...uprightPage(runs, { width, height }) };
}

/** From the PDF's own coordinates to points from the top left corner. Text that runs askew is left out: stamps, watermarks. */
function place(item: PdfJsItem, viewport: number[]): TextRun | null {
  const text = printable(item.str ?? '', 2000);
  const [a = 0, b = 0, , , e = 0, f = 0] = item.transform ?? [];
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = viewport;
  const direction = directionOf(va * a + vc * b, vb * a + vd * b);
  if (text.trim() === '' || direction === null) return null;
  return {
    text,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width ?? 0,
    height: item.height || Math.hypot(a, b),
    direction,
  };
}

async function readAttachments(document: PdfJsDocument, limits: ReadingLimits['pdf']) {
  const files: EmbeddedFile[] = [];
  const reasons: Reason[] = [];
  let bytes = 0;
  for (const [name, { filename, content }] of Object.entries((await document.getAttachments()) ?? {})) {
    if (!content) continue;
    bytes += content.length;
    if (files.length >= limits.attachments || bytes > limits.attachmentBytes) {
      reasons.push({
        code: 'pdf_attachments_too_many',
        message: `the PDF carries more than ${limits.attachments} files or ${limits.attachmentBytes} bytes; the rest was not looked at`,
      });
      break;
    }
    files.push({ fileName: filename ?? name, declaredType: null, content });
  }
  return { files, reasons };
}

function refusal(error: unknown): PdfRefused {
  if (error instanceof PdfRefused) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new PdfRefused('pdf_encrypted', 'the PDF asks for a password');
  }
  return new PdfRefused('pdf_damaged', `the PDF is damaged: ${printable(messageOf(error), 200)}`);
}
