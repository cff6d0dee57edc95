/**
 * One message becomes a delivery: its raw bytes, its route and the place where it was seen are committed together.
 * Only after that commit may the mailbox be told; `sweep.ts` sees to it.
 */
import { StagingPostError } from '../errors.ts';
import { record } from '../staging/events.ts';
import type { Ledger, LedgerTransaction } from '../staging/ledger.ts';
import { receiveDelivery } from '../staging/mail/deliveries.ts';
import { deliverySeenIn, type Place, placeName, recordStored } from '../staging/mail/sightings.ts';
import { type SpooledOriginal, spool, storeSpooled } from '../staging/originals.ts';
import type { AfterStored, FetchedMessage } from './mailbox.ts';
import { readHeaderBlock } from './mime/header-block.ts';
import { route } from './route.ts';

const actor = 'worker';

export interface Receiving {
  ledger: Ledger;
  place: Place;
  /** The book that the mailbox belongs to, or null where the recipient decides. */
  book: string | null;
  after: AfterStored;
  /** What is larger is not fetched but put to a person. */
  maxMailBytes: number;
}

/**
 * Resolves once the delivery is committed. Doing it again changes nothing.
 * @throws StagingPostError `original_too_large`, or whatever ended the message's bytes early.
 */
export async function receiveMessage(
  receiving: Receiving,
  message: FetchedMessage,
): Promise<{ delivery: string; isNew: boolean }> {
  const { ledger, place, maxMailBytes } = receiving;
  if (message.announcedBytes !== null && message.announcedBytes > maxMailBytes) {
    throw tooLarge(message.announcedBytes, maxMailBytes);
  }
  const spooled = await spool(message.raw, maxMailBytes);
  try {
    return await ledger.transaction(async (tx) => {
      // The same bytes in the same mailbox are the same delivery, even if the mailbox or an address has since been given to another book.
      const known = await deliverySeenIn(tx.db, place.mailbox, spooled.sha256);
      const { id, isNew } =
        known === null ? await store(tx, receiving, message, spooled) : { id: known, isNew: false };
      await recordStored(tx.db, place, message.uid, {
        delivery: id,
        announcedBytes: message.announcedBytes,
        internalDate: message.internalDate,
        toAcknowledge: receiving.after.kind !== 'keep',
      });
      return { delivery: id, isNew };
    });
  } finally {
    await spooled.remove();
  }
}

async function store(
  tx: LedgerTransaction,
  { place, book }: Receiving,
  message: FetchedMessage,
  spooled: SpooledOriginal,
): Promise<{ id: string; isNew: boolean }> {
  const header = await readHeaderBlock(spooled.path);
  const routed = await route(tx.db, book, header);
  await storeSpooled(tx.db, spooled);
  const received = await receiveDelivery(
    tx,
    {
      book: routed.book,
      original: spooled.sha256,
      messageId: header.messageId,
      from: header.from,
      to: [...new Set([...header.deliveredTo, ...header.addressedTo])],
      subject: header.subject,
      date: header.date,
      internalDate: message.internalDate,
      ...(routed.book === null ? { unrouted: routed.unrouted } : {}),
    },
    actor,
  );
  if (message.announcedBytes !== null && message.announcedBytes !== spooled.bytes) {
    await record(tx.db, {
      actor,
      type: 'delivery:size-differs',
      book: routed.book,
      subject: received.id,
      reason: `the server announced ${message.announcedBytes} bytes and sent ${spooled.bytes}; what it sent is kept`,
      data: { place: placeName(place, message.uid) },
    });
  }
  return received;
}

function tooLarge(bytes: number, maxMailBytes: number): StagingPostError {
  return new StagingPostError('original_too_large', `${bytes} bytes, more than the allowed ${maxMailBytes}`, {
    hint: 'Raise STAGING_POST_MAX_MAIL_BYTES if mails of this size are expected; it is then fetched within a day.',
  });
}
