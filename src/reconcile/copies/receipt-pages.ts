/** Reading all receipts of a book without holding them all: page by page, each a short look of its own. */
import type { Receipt } from './copy.ts';
import { isMissingTable } from './errors.ts';
import { type IdRange, wholeRange } from './receipt-digest.ts';
import type { SqlValue } from './sql-transaction.ts';

const receiptsPerPage = 1_000;

/** Conditions on `staging_post_receipt r`; when one names a table that is not there, the next one holds. */
export type Condition = readonly string[];

export const all: Condition = ['true'];

/** What a page holds, in SQL; its parameters are numbered from $2 on, behind the book. */
export interface Page {
  sql: string;
  params: SqlValue[];
  byteOrder: string;
  limit: number;
}

/**
 * `readPage` reads the receipts that meet the condition and come next, in order.
 * @param byteOrder the invoice id, ordered byte by byte
 */
export async function* inPages(
  condition: Condition,
  readPage: (page: Page) => Promise<Receipt[]>,
  { from, until }: IdRange = wholeRange,
  byteOrder = 'invoice_id',
): AsyncGenerator<Receipt> {
  const end = until === null ? '' : ` and ${byteOrder} < $3`;
  for (let after: string | null = null; ; ) {
    const start = after === null ? `${byteOrder} >= $2` : `${byteOrder} > $2`;
    const params = [after ?? from, ...(until === null ? [] : [until])];
    const page = await readFirst(condition, (one) =>
      readPage({ sql: `${start}${end} and ${one}`, params, byteOrder, limit: receiptsPerPage }),
    );
    yield* page;
    if (page.length < receiptsPerPage) return;
    after = page.at(-1)?.invoiceId ?? after;
  }
}

async function readFirst(
  condition: Condition,
  read: (condition: string) => Promise<Receipt[]>,
): Promise<Receipt[]> {
  for (const one of condition) {
    try {
      return await read(one);
    } catch (error) {
      if (!isMissingTable(error)) throw error;
    }
  }
  return [];
}
