/** A database whose owner allows no tables of ours: our id in a column of his rows is the receipt, as his mapping tells. */
import type { Copy, CopyTransaction } from './copy.ts';
import { CopyUnusableError } from './errors.ts';
import type { Mapping } from './mapping.ts';
import type { OwnersBook } from './owners-book.ts';

/**
 * @param database opened with a mapping that has "marks"
 */
export function ownersDatabase(database: Copy, { table, lookEveryMs }: Mapping): OwnersBook {
  const { ask } = database;
  return {
    kind: `${database.kind}-marked`,
    canUndo: true,
    lookEveryMs,
    reach: (book) => database.transaction(async (transaction) => void (await marks(transaction, book, []))),
    look: (book, keys) =>
      database.transaction(async (transaction) => ({
        marks: await marks(transaction, book, null),
        gone: (await transaction.goneAmong?.(keys)) ?? new Set(),
      })),
    transaction: (notes, work) =>
      database.transaction(async (transaction) => {
        const result = await work({
          findExisting: (invoices) => transaction.findExisting(invoices),
          savepoint: (inner) => transaction.savepoint(inner),
          async place(invoices) {
            const book = invoices[0]?.book ?? '';
            const there = await marks(
              transaction,
              book,
              invoices.map(({ id }) => id),
            );
            const keys = new Map(there.map(({ invoiceId, key }) => [invoiceId, key]));
            const fresh = await transaction.insertInvoices(invoices.filter(({ id }) => !keys.has(id)));
            return invoices.map(
              ({ id }) =>
                fresh.find((placed) => placed.id === id) ?? { id, table, key: keys.get(id) as string },
            );
          },
        });
        await notes.assertHeld();
        return result;
      }),
    check: () => database.check(),
    ...(ask ? { ask } : {}),
    close: () => database.close(),
  };
}

async function marks(transaction: CopyTransaction, book: string, ids: readonly string[] | null) {
  if (transaction.marks) return await transaction.marks(book, ids);
  throw new CopyUnusableError('no_marks', 'the mapping does not tell where our ids stand', {
    hint: 'Give it a heading "--! marks" (docs/mappings/README.md).',
  });
}
