/** Deliveries as people look at them: a list of many, everything about one. */
import { type Kysely, sql } from 'kysely';
import type { Disposition, Reason } from '../../invoice/invoice.ts';
import { eventsOf } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';
import { findDelivery } from './deliveries.ts';
import { placeName } from './sightings.ts';

export interface DeliveryFilter {
  book?: string | undefined;
  disposition?: Disposition | undefined;
  /** Only those that no book claims. */
  unrouted?: boolean | undefined;
  /** Only those that are not read yet. */
  unread?: boolean | undefined;
}

export interface DeliverySummary {
  id: string;
  book: string | null;
  receivedAt: Date;
  from: string | null;
  subject: string | null;
  disposition: Disposition | null;
  reasons: Reason[];
  invoices: number;
}

/** The newest ones first, and how many there are in all. */
export async function listDeliveries(
  db: Kysely<DB>,
  filter: DeliveryFilter,
  limit: number,
): Promise<{ deliveries: DeliverySummary[]; total: number }> {
  let query = db.selectFrom('delivery');
  if (filter.book !== undefined) query = query.where('book', '=', filter.book);
  if (filter.disposition !== undefined) query = query.where('disposition', '=', filter.disposition);
  if (filter.unread) query = query.where('disposition', 'is', null);
  // One that was routed lives on as the delivery of its book.
  if (filter.unrouted) query = query.where('book', 'is', null).where('disposition', '=', 'needs_review');
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select((eb) => [
      'id',
      'book',
      'received_at',
      'mail_from',
      'subject',
      'disposition',
      'reasons',
      eb
        .selectFrom('invoice')
        .select((count) => count.fn.countAll<number>().as('invoices'))
        .whereRef('invoice.delivery', '=', 'delivery.id')
        .as('invoices'),
    ])
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return {
    total,
    deliveries: rows.map((row) => ({
      id: row.id,
      book: row.book,
      receivedAt: row.received_at,
      from: row.mail_from,
      subject: row.subject,
      disposition: row.disposition,
      reasons: row.reasons,
      invoices: row.invoices ?? 0,
    })),
  };
}

export interface DeliveryDetails {
  delivery: Row<'delivery'>;
  /** Of the raw mail. */
  bytes: number;
  /** Where it was seen, and what became of each place. */
  places: { place: string; state: string; lastError: string | null }[];
  documents: Row<'document'>[];
  invoices: { id: string; invoiceNumber: string | null; state: InvoiceState }[];
  events: Row<'event'>[];
}

/** @throws StagingPostError `no_such_delivery` */
export async function describeDelivery(db: Kysely<DB>, id: string): Promise<DeliveryDetails> {
  const delivery = await findDelivery(db, id);
  const [original, sightings, documents, invoices, events] = await Promise.all([
    db
      .selectFrom('original')
      .select('bytes')
      .where('sha256', '=', delivery.original)
      .executeTakeFirstOrThrow(),
    db.selectFrom('sighting').selectAll().where('delivery', '=', id).orderBy('id').execute(),
    db.selectFrom('document').selectAll().where('delivery', '=', id).orderBy('ordinal').execute(),
    db
      .selectFrom('invoice')
      .select(['id', 'invoice_number', 'state'])
      .where((eb) =>
        eb.or([
          eb('delivery', '=', id),
          // The same invoice may have come first in another mail.
          sql<boolean>`exists (select from invoice_document l
            join document d on d.id = l.document
            where l.invoice = invoice.id and d.delivery = ${id})`,
        ]),
      )
      .orderBy('arrival')
      .execute(),
    eventsOf(db, id),
  ]);
  return {
    delivery,
    bytes: original.bytes,
    places: sightings.map((row) => ({
      place: placeName({ mailbox: row.mailbox, folder: row.folder, uidValidity: row.uid_validity }, row.uid),
      state: row.state,
      lastError: row.last_error,
    })),
    documents,
    invoices: invoices.map((row) => ({ id: row.id, invoiceNumber: row.invoice_number, state: row.state })),
    events,
  };
}
