/**
 * A trial: the whole way of one invoice into a copy, in a transaction that is always rolled back. It shows what no look at
 * a mapping can: a missing table, a column of another type, a value that must not be null.
 */
import type { Kysely } from 'kysely';
import { messageOf, StagingPostError } from '../errors.ts';
import { blankInvoice, type Invoice } from '../invoice/invoice.ts';
import type { DB } from '../staging/postgres/schema.ts';
import type { Copy, CopyProblem, InvoiceToApply } from './copies/copy.ts';
import { RefusedByCopyError } from './copies/errors.ts';

/** Thrown to have the transaction rolled back after everything went well. */
class OnlyATrial extends Error {}

/** What stood against it; null when the invoice would have gone in. Sequences of the database may skip a number. */
export async function tryInvoice(copy: Copy, toApply: InvoiceToApply): Promise<CopyProblem | null> {
  try {
    await copy.transaction(async (transaction) => {
      await transaction.findExisting([toApply]);
      await transaction.insertInvoices([toApply]);
      throw new OnlyATrial();
    });
  } catch (error) {
    if (error instanceof OnlyATrial) return null;
    if (error instanceof RefusedByCopyError) {
      return {
        code: 'trial_refused',
        message: `an invoice (${nameOf(toApply.invoice)}) was tried, and refused: ${error.message}`,
        hint: 'Mend the mapping or the owner’s tables. An invoice that is refused like this is quarantined, with the refusal’s text; the others go on.',
      };
    }
    if (!(error instanceof StagingPostError)) throw error;
    return { code: error.code, message: messageOf(error), hint: error.hint ?? 'See the message.' };
  }
  return null;
}

/** The newest invoice of the book, under a number that is nobody's; where there is none yet, an invented one with every field. */
export async function invoiceToTry(db: Kysely<DB>, book: string): Promise<InvoiceToApply> {
  const newest = await db
    .selectFrom('invoice')
    .select('data')
    .where('book', '=', book)
    .where('state', 'in', ['applied', 'ready'])
    .orderBy('arrival', 'desc')
    .limit(1)
    .executeTakeFirst();
  const invoice = newest ? (newest.data as unknown as Invoice) : inventedInvoice();
  return {
    id: 'trial',
    book,
    invoice: { ...invoice, invoiceNumber: `TRIAL-${invoice.invoiceNumber ?? ''}` },
    files: [
      {
        fileName: 'trial.txt',
        mediaType: 'text/plain',
        sha256: '0'.repeat(64),
        content: Buffer.from('a trial'),
      },
    ],
  };
}

function inventedInvoice(): Invoice {
  return {
    ...blankInvoice('trial'),
    invoiceNumber: '1',
    issueDate: '2026-01-02',
    dueDate: '2026-02-01',
    currency: 'SEK',
    seller: { name: 'Provleverantören AB', organisationNumber: '5590000005', vatId: 'SE559000000501' },
    totals: { net: '100.00', vat: '25.00', gross: '125.00', rounding: '0.00', payable: '125.00' },
    vatBreakdown: [{ category: 'S', rate: '25', taxable: '100.00', tax: '25.00' }],
    payment: { accounts: [{ kind: 'bankgiro', id: '990-0002' }], reference: '20260014' },
    references: { order: 'A1', buyer: 'Karin Ek', preceding: [] },
    lines: [
      {
        id: '1',
        description: 'Prov',
        quantity: '1',
        unit: 'st',
        unitPrice: '100.00',
        net: '100.00',
        vatRate: '25',
      },
    ],
  };
}

function nameOf({ invoiceNumber, seller }: Invoice): string {
  return `${invoiceNumber ?? 'without a number'} of ${seller.name ?? 'nobody'}`;
}
