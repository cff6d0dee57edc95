/** Looks, at arm's length, where a corrected value stands in its document: the same bytes as hostile as when they were read. */
import { rm } from 'node:fs/promises';
import type { Correction } from '../invoice/correction.ts';
import { invoiceId } from '../invoice/identity.ts';
import type { LearntPlace } from '../invoice/learnt-place.ts';
import type { Log } from '../log.ts';
import { findInvoice } from '../staging/invoices/invoices.ts';
import type { Ledger } from '../staging/ledger.ts';
import { withOriginalFile } from '../staging/originals.ts';
import { makeTemporaryFolder } from '../temporary.ts';
import { contextOf } from './parse-delivery.ts';
import { defaultReadingLimits, type ReadingLimits } from './reading-limits.ts';
import { createReadingPool } from './worker/pool.ts';

/** Readers of pages; what others read stands at no place that could be learnt. */
const pageReaders = ['pdf-text', 'ocr'];

/**
 * The places of what a person corrected in an invoice; null where it was not read from a page, none where no place on its
 * pages leads to the values. Never throws for what the document holds.
 */
export async function findPlacesIn(
  ledger: Ledger,
  id: string,
  corrections: readonly Correction[],
  limits: Partial<ReadingLimits>,
): Promise<LearntPlace[] | null> {
  const invoice = await findInvoice(ledger.db, id);
  const document = await ledger.db
    .selectFrom('invoice_document')
    .innerJoin('document', 'document.id', 'invoice_document.document')
    .select(['document.sha256', 'document.media_type', 'document.original'])
    .where('invoice_document.invoice', '=', id)
    .where('invoice_document.role', '=', 'primary')
    .executeTakeFirst();
  if (!document?.original || !pageReaders.includes(invoice.data.source)) return null;
  const wish = {
    mediaType: document.media_type,
    ordinal: ordinalOf(id, invoice.book, document.sha256),
    corrections,
    context: await contextOf(ledger.db, invoice.book),
    limits: { ...defaultReadingLimits, ...limits, processes: 1 },
  };
  return await withOriginalFile(ledger.db, document.original, (file) => look({ ...wish, file }, ledger.log));
}

interface Wish {
  file: string;
  mediaType: string;
  ordinal: number;
  corrections: readonly Correction[];
  context: Awaited<ReturnType<typeof contextOf>>;
  limits: ReadingLimits;
}

async function look(wish: Wish, log: Log): Promise<LearntPlace[]> {
  const workDirectory = await makeTemporaryFolder();
  const pool = createReadingPool(wish.limits, log);
  try {
    const outcome = await pool.run({ kind: 'learn', workDirectory, ...wish }, wish.limits.ocr.documentMs);
    return outcome.ended ? outcome.result : [];
  } finally {
    await pool.close();
    await rm(workDirectory, { recursive: true, force: true });
  }
}

const invoicesInDocumentMax = 100;

/** The id is made from the ordinal, which stands nowhere else. */
function ordinalOf(id: string, book: string, sha256: string): number {
  for (let ordinal = 0; ordinal < invoicesInDocumentMax; ordinal++) {
    if (invoiceId(book, sha256, ordinal) === id) return ordinal;
  }
  return 0;
}
