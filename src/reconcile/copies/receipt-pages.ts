/** Reading all receipts of a book without holding them all: page by page, each a short look of its own. */
import type { Receipt } from './copy.ts';
import { isMissingTable } from './errors.ts';

const receiptsPerPage = 1_000;

/** Conditions on `staging_post_receipt r`; when one names a table that is not there, the next one holds. */
export type Condition = readonly string[];

export const all: Condition = ['true'];

/** Receipts whose row in our default schema is gone: without that table, all that point into it. */
export const withoutInvoice: Condition = [
  `placed_table = 'supplier_invoice'
   and not exists (select 1 from supplier_invoice i where cast(i.id as text) = r.placed_key)`,
  `placed_table = 'supplier_invoice'`,
];

/** `readPage` reads the receipts that meet the condition and come after the given invoice id, in order. */
export async function* inPages(
  condition: Condition,
  readPage: (page: { condition: string; after: string; limit: number }) => Promise<Receipt[]>,
): AsyncGenerator<Receipt> {
  for (let after = ''; ; ) {
    const page = await readFirst(condition, (one) =>
      readPage({ condition: one, after, limit: receiptsPerPage }),
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
