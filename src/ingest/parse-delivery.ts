/** From a received delivery to staged invoices: read its bytes, stage what was found, settle what the mail came to. */
import { backoffMs } from '../backoff.ts';
import { messageOf } from '../errors.ts';
import { findBook } from '../staging/books/books.ts';
import { reviewPolicyOf } from '../staging/books/review-policy.ts';
import { stageInvoices } from '../staging/invoices/invoices.ts';
import { placesOfBook } from '../staging/invoices/supplier-places.ts';
import type { Ledger } from '../staging/ledger.ts';
import { findDelivery, postponeReading, settleDelivery } from '../staging/mail/deliveries.ts';
import { withOriginalFile } from '../staging/originals.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { isOurOwnFault } from './own-faults.ts';
import type { DeliveryReader, DeliveryReading, ReadingContext } from './reading.ts';
import { policyFor } from './review-policy.ts';

const actor = 'worker';

/** A passing fault is retried; what fails this often is put to a person. */
const attemptsMax = 6;
const backoff = { baseMs: 2_000, maxMs: 10 * 60_000 };

/**
 * Reads and stages one delivery. Doing it again, or twice at once, changes nothing: the delivery's row is locked, and
 * what is settled stays settled.
 */
export async function parseDelivery(ledger: Ledger, reader: DeliveryReader, id: string): Promise<void> {
  const delivery = await findDelivery(ledger.db, id);
  if (!isToBeRead(delivery)) return;
  try {
    const reading = await read(ledger, reader, delivery);
    await stage(ledger, id, reading);
  } catch (error) {
    await giveItAnotherChance(ledger, delivery, error);
  }
}

type RoutedDelivery = Row<'delivery'> & { book: string };

function isToBeRead(delivery: Row<'delivery'>): delivery is RoutedDelivery {
  return delivery.disposition === null && delivery.book !== null;
}

async function read(
  ledger: Ledger,
  reader: DeliveryReader,
  delivery: RoutedDelivery,
): Promise<DeliveryReading> {
  const context = await contextOf(ledger.db, delivery.book);
  return await withOriginalFile(ledger.db, delivery.original, (file) => reader.read(file, context));
}

/** What is known of a book when its documents are read. */
export async function contextOf(db: Ledger['db'], slug: string): Promise<ReadingContext> {
  const book = await findBook(db, slug);
  const own = reviewPolicyOf(book);
  return {
    ownNames: [book.name],
    ownOrganisationNumbers: book.organisation_number ? [book.organisation_number] : [],
    ownVatIds: book.vat_id ? [book.vat_id] : [],
    ...(own ? { reviewPolicy: policyFor(own) } : {}),
    learnt: await placesOfBook(db, slug),
  };
}

async function stage(ledger: Ledger, id: string, reading: DeliveryReading): Promise<void> {
  await ledger.transaction(async (tx) => {
    const delivery = await tx.db
      .selectFrom('delivery')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (!isToBeRead(delivery)) return;
    await stageInvoices(tx, delivery, reading, actor);
    await settleDelivery(tx, delivery, reading, actor);
  });
}

async function giveItAnotherChance(
  ledger: Ledger,
  delivery: RoutedDelivery,
  failure: unknown,
): Promise<void> {
  const error = messageOf(failure);
  const attempt = delivery.read_attempts + 1;
  ledger.log.warn({ delivery: delivery.id, attempt, error }, 'a delivery could not be read');
  // A full disk fails every mail alike: it must not send them all to a person.
  if (attempt < attemptsMax || isOurOwnFault(failure)) {
    const nextReadAt = new Date(ledger.clock.now().getTime() + backoffMs(attempt, backoff));
    await postponeReading(ledger.db, delivery.id, { error, nextReadAt });
    return;
  }
  await ledger.transaction(async (tx) => {
    await settleDelivery(
      tx,
      delivery,
      {
        disposition: 'needs_review',
        reasons: [{ code: 'reading_failed', message: `reading failed ${attempt} times, last: ${error}` }],
      },
      actor,
    );
  });
}
