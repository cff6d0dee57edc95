/** Documents of the invoices that are claimed next, read while the batch before is applied, so that nobody waits for them. */
import pg from 'pg';
import { messageOf } from '../../errors.ts';
import type { Sha256 } from '../../invoice/identity.ts';
import type { Ledger } from '../ledger.ts';
import { chunkBytes, copyContents } from '../originals.ts';
import type { Expected, TakeMemory } from '../postgres/copy-out.ts';
import { type BatchLimits, documentBytesPerBatch } from './claims.ts';

/**
 * A guess, by content: which documents go with which invoice is told by the claim alone, and what is not among these is read
 * then, as are documents of more than one chunk. Nothing is thrown: whoever needs them reads them again, and is told.
 * @param expected how much it will most likely be
 * @param take memory that is not read from any more
 */
export async function contentsAhead(
  { pool, log }: Pick<Ledger, 'pool' | 'log'>,
  book: string,
  { invoices, documentBytes = documentBytesPerBatch }: BatchLimits,
  expected: Expected,
  take?: TakeMemory,
): Promise<ReadonlyMap<Sha256, Buffer>> {
  try {
    return await copyContents(
      pool,
      `ordinal = 0 and sha256 in (
         select original from (
           select original, bytes, sum(bytes) over (order by arrival, ordinal) as so_far
           from (select id, arrival from invoice
                 where book = ${pg.escapeLiteral(book)} and state = 'ready' order by arrival limit ${invoices}) next
           join invoice_document on invoice = next.id join document on document.id = document
           where original is not null) needed
         where so_far <= ${documentBytes} and bytes <= ${chunkBytes})`,
      expected,
      take,
    );
  } catch (error) {
    log.debug({ book, error: messageOf(error) }, 'documents were not read ahead');
    return new Map();
  }
}
