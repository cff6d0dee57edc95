/** Reading documents for measuring: in this process for speed, or through the reading processes as the service does it. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedDocument } from '../../src/ingest/formats/format.ts';
import { pdfText } from '../../src/ingest/formats/pdf-text.ts';
import { readDocument } from '../../src/ingest/formats/read-document.ts';
import { headBytes, judgeMediaType } from '../../src/ingest/mime/media-type.ts';
import { openPdf } from '../../src/ingest/pdf/page/open.ts';
import { createDeliveryReader, type ReadingContext } from '../../src/ingest/reading.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import type { Log } from '../../src/log.ts';
import { makeTemporaryFolder } from '../../src/temporary.ts';

export interface Result {
  invoices: { invoice: Invoice; isReady: boolean }[];
  /** What the document was taken for. */
  disposition: 'invoice' | 'not_invoice' | 'needs_review';
  reasons: string[];
  ms: number;
  /** The message of an error that no document may cause. */
  crash: string | null;
}

/** A folder while `work` lasts. */
export async function inTemporaryFolder<Done>(work: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = await makeTemporaryFolder();
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface DocumentReader {
  read(bytes: Uint8Array, extension: string, context: ReadingContext): Promise<Result>;
  close(): Promise<void>;
}

/** Documents as their formats read them, in this process. Pictures are read only through the reading processes. */
export async function readerInProcess(): Promise<DocumentReader> {
  const folder = await makeTemporaryFolder();
  return {
    async read(bytes, extension, context) {
      const file = join(folder, `document.${extension}`);
      await writeFile(file, bytes);
      return await timed(async () => {
        const type = await judgeMediaType(bytes.subarray(0, headBytes), null);
        const finding = await readDocument(file, type, false, { ...context, limits: defaultReadingLimits });
        const invoices = finding.invoices.map(({ invoice, reasons }) => ({
          invoice,
          isReady: reasons.length === 0,
        }));
        const reasons = [
          ...(finding.reason ? [finding.reason] : []),
          ...finding.invoices.flatMap((found) => found.reasons),
        ].map(({ code }) => code);
        return { invoices, reasons, disposition: dispositionOf(finding.kind, invoices) };
      });
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A lone document that is neither an invoice nor known to be none is put to a person. */
function dispositionOf(kind: string, invoices: readonly { isReady: boolean }[]): Result['disposition'] {
  if (invoices.length > 0) return invoices.every(({ isReady }) => isReady) ? 'invoice' : 'needs_review';
  return kind === 'not_invoice' ? 'not_invoice' : 'needs_review';
}

/** How long a picture may take here: what is counted is how well it is read, and a busy machine must not turn into absences. */
const patienceMs = 30 * 60_000;

/** Through the whole reading of a lone file: split, judged, read at arm's length, grouped, disposed. */
export async function readerThroughPool(processes: number, log: Log): Promise<DocumentReader> {
  const folder = await makeTemporaryFolder();
  const ocr = { ...defaultReadingLimits.ocr, documentMs: patienceMs };
  const reader = createDeliveryReader({ processes, ocr, mailMs: patienceMs }, log);
  let count = 0;
  return {
    async read(bytes, extension, context) {
      const file = join(folder, `document-${count++}.${extension}`);
      await writeFile(file, bytes);
      const result = await timed(async () => {
        const reading = await reader.readFile(file, context);
        return {
          invoices: reading.invoices.map(({ invoice, state }) => ({ invoice, isReady: state === 'ready' })),
          reasons: [...reading.reasons, ...reading.invoices.flatMap(({ reasons }) => reasons)].map(
            ({ code }) => code,
          ),
          disposition: reading.disposition,
        };
      });
      await rm(file);
      return result;
    },
    async close() {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The page of a PDF as if no data lay inside it, in this process. */
export async function readPageAlone(bytes: Uint8Array, context: ReadingContext): Promise<Result> {
  return await timed(async () => {
    const { pages } = await openPdf(new Uint8Array(bytes), defaultReadingLimits.pdf);
    const document: OpenedDocument = { kind: 'pdf', pages, attachments: [] };
    const finding = pdfText.recognises(document)
      ? pdfText.read(document, { ...context, limits: defaultReadingLimits })
      : null;
    const invoices = (finding?.invoices ?? []).map(({ invoice, reasons }) => ({
      invoice,
      isReady: reasons.length === 0,
    }));
    const reasons = [
      ...(finding?.reason ? [finding.reason] : []),
      ...(finding?.invoices ?? []).flatMap((found) => found.reasons),
    ].map(({ code }) => code);
    return { invoices, reasons, disposition: dispositionOf(finding?.kind ?? 'attachment', invoices) };
  });
}

async function timed(read: () => Promise<Omit<Result, 'ms' | 'crash'>>): Promise<Result> {
  const before = performance.now();
  try {
    return { ...(await read()), ms: performance.now() - before, crash: null };
  } catch (error) {
    return {
      invoices: [],
      reasons: ['crash'],
      disposition: 'needs_review',
      ms: performance.now() - before,
      crash: error instanceof Error ? error.message : String(error),
    };
  }
}
