/** Invoices as people look at them: a list of many, everything about one. */
import { type Kysely, sql } from 'kysely';
import type { DocumentType, Reason } from '../../invoice/invoice.ts';
import { eventsOf } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';
import { findInvoice } from './invoices.ts';

export interface InvoiceFilter {
  book?: string | undefined;
  states?: readonly InvoiceState[] | undefined;
}

export interface InvoiceSummary {
  id: string;
  book: string;
  delivery: string;
  state: InvoiceState;
  documentType: DocumentType;
  supplier: string | null;
  invoiceNumber: string | null;
  issueDate: string | null;
  dueDate: string | null;
  currency: string | null;
  payable: string | null;
  reasons: Reason[];
  stagedAt: Date;
  appliedAt: Date | null;
}

/** The last ones to arrive first, and how many there are in all. */
export async function listInvoices(
  db: Kysely<DB>,
  filter: InvoiceFilter,
  limit: number,
): Promise<{ invoices: InvoiceSummary[]; total: number }> {
  let query = db.selectFrom('invoice');
  if (filter.book !== undefined) query = query.where('book', '=', filter.book);
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('arrival', 'desc').limit(limit).execute();
  return { total, invoices: rows.map(summarise) };
}

/** These invoices, in order of arrival. */
export async function invoicesNamed(db: Kysely<DB>, ids: readonly string[]): Promise<InvoiceSummary[]> {
  const rows = await db
    .selectFrom('invoice')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .orderBy('arrival')
    .execute();
  return rows.map(summarise);
}

export function summarise(row: Row<'invoice'>): InvoiceSummary {
  return {
    id: row.id,
    book: row.book,
    delivery: row.delivery,
    state: row.state,
    documentType: row.document_type,
    supplier: row.supplier_name,
    invoiceNumber: row.invoice_number,
    issueDate: row.issue_date,
    dueDate: row.due_date,
    currency: row.currency,
    payable: row.payable,
    reasons: row.reasons,
    stagedAt: row.staged_at,
    appliedAt: row.applied_at,
  };
}

export interface InvoiceDetails {
  invoice: Row<'invoice'>;
  documents: (Pick<Row<'document'>, 'id' | 'delivery' | 'file_name' | 'media_type' | 'bytes'> & {
    role: string;
  })[];
  events: Row<'event'>[];
}

/** @throws StagingPostError `no_such_invoice` */
export async function describeInvoice(db: Kysely<DB>, id: string): Promise<InvoiceDetails> {
  const invoice = await findInvoice(db, id);
  const documents = await db
    .selectFrom('invoice_document')
    .innerJoin('document', 'document.id', 'invoice_document.document')
    .select(['document.id', 'document.delivery', 'file_name', 'media_type', 'bytes', 'role'])
    .where('invoice', '=', id)
    .orderBy('document.delivery')
    .orderBy('document.ordinal')
    .execute();
  return { invoice, documents, events: await eventsOf(db, id) };
}

/** The deliveries that the given invoices were read from. */
export async function deliveriesOfInvoices(db: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('invoice')
    .select('delivery')
    .distinct()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .orderBy('delivery')
    .execute();
  return rows.map(({ delivery }) => delivery);
}
