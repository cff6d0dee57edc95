/**
 * One full look at a mailbox: everything that lies there minus what the ledger has is fetched, whatever its date or
 * flags; what is stored is acknowledged; what is gone is noted. A mail that cannot be fetched stops no other.
 */
import { type Backoff, backoffMs } from '../backoff.ts';
import { messageOf, StagingPostError } from '../errors.ts';
import { sightingsToAcknowledge } from '../staging/mail/acknowledgements.ts';
import { failedAttempts, recordFailure } from '../staging/mail/fetch-failures.ts';
import { completeSweep, findMailbox, recordRenumbering } from '../staging/mail/mailboxes.ts';
import {
  describedSightings,
  type Place,
  supersedeOlderPlaces,
  uidsToFetch,
} from '../staging/mail/sightings.ts';
import { recordGone, recordVanished } from '../staging/mail/vanishings.ts';
import { acknowledge } from './acknowledge.ts';
import type { MailboxSession, MessageDescription } from './mailbox.ts';
import { isOurOwnFault } from './own-faults.ts';
import { type Receiving, receiveMessage } from './receive.ts';

export interface Sweeping extends Omit<Receiving, 'place'> {
  mailbox: string;
  folder: string;
  /** A mail that fails this often is quarantined: shown to a person, and still tried again ever more rarely. */
  attemptsMax: number;
  backoff: Backoff;
  signal: AbortSignal;
}

export interface SweepReport {
  /** False: interrupted, so it does not count as a sign of life. */
  isComplete: boolean;
  /** How many mails lay there. */
  present: number;
  received: number;
  failed: number;
  vanished: number;
  acknowledged: number;
  refused: number;
}

/** The limit may have been raised meanwhile. */
const tooLargeRetryMs = 24 * 60 * 60 * 1000;
/** A restored server hands out its highest UIDs again, so the newest known ones tell. */
const comparedUids = 1000;

/** @param isFreshSession compare what the server says about known mails with what it said before: it may have been restored. */
export async function sweep(
  sweeping: Sweeping,
  session: MailboxSession,
  isFreshSession: boolean,
): Promise<SweepReport> {
  const { ledger, mailbox, folder, after, signal } = sweeping;
  const { uidValidity, uidNext } = await session.select();
  const place: Place = { mailbox, folder, uidValidity };
  const checkpoint = await findMailbox(ledger.db, mailbox);
  if (checkpoint.uid_validity !== null && checkpoint.uid_validity !== uidValidity) {
    await renumber(sweeping, place, checkpoint.uid_validity);
  }
  const present = await session.listUids();
  const report: SweepReport = {
    isComplete: false,
    present: present.length,
    received: 0,
    failed: 0,
    vanished: 0,
    acknowledged: 0,
    refused: 0,
  };

  const wentBackwards =
    checkpoint.uid_validity === uidValidity && uidNext > 0 && uidNext < (checkpoint.uid_next ?? 0);
  const doubted = wentBackwards
    ? await doubtAll(sweeping, place, present, { from: checkpoint.uid_next, to: uidNext })
    : isFreshSession
      ? await doubtChanged(sweeping, place, present, session)
      : [];
  const missing = await uidsToFetch(ledger.db, place, present, { movedAway: after.kind === 'move' });
  let isDoubtLeft = false;
  for (const uid of [...new Set([...missing, ...doubted])].sort((a, b) => a - b)) {
    if (signal.aborted) return report;
    const isReceived = await receiveOne(sweeping, place, session, uid, report);
    if (!isReceived && doubted.includes(uid)) isDoubtLeft = true;
  }
  for (const sighting of await sightingsToAcknowledge(ledger.db, place, present)) {
    if (signal.aborted) return report;
    await acknowledge(sweeping, place, session, sighting, report);
  }
  const vanished = await ledger.transaction(async (tx) => await recordVanished(tx.db, place, present));
  report.vanished += vanished.length;
  for (const { uid, delivery } of vanished) {
    if (delivery === null) ledger.log.warn({ mailbox, uid }, 'a mail vanished before it could be fetched');
  }
  // As long as a known mail could not be looked at again, the old checkpoint must keep the doubt alive.
  await completeSweep(
    ledger.db,
    place,
    isDoubtLeft && checkpoint.uid_next !== null ? checkpoint.uid_next : uidNext,
  );
  report.isComplete = true;
  return report;
}

async function renumber({ ledger }: Sweeping, place: Place, before: string): Promise<void> {
  await ledger.transaction(async (tx) => {
    const places = await supersedeOlderPlaces(tx.db, place);
    await recordRenumbering(tx.db, place, {
      reason: `UIDVALIDITY went from ${before} to ${place.uidValidity}: everything is fetched again and matched by its content`,
      data: { before, places },
    });
  });
  ledger.log.warn({ mailbox: place.mailbox, before, now: place.uidValidity }, 'the mailbox was renumbered');
}

/** UIDNEXT only grows; when it does not, the server was restored and any UID may mean another mail now. */
async function doubtAll(
  { ledger }: Sweeping,
  place: Place,
  present: number[],
  uidNext: { from: number | null; to: number },
): Promise<number[]> {
  const known = [...(await describedSightings(ledger.db, place, present)).keys()];
  await recordRenumbering(ledger.db, place, {
    reason: `UIDNEXT went back from ${uidNext.from} to ${uidNext.to}: the server was restored, every known mail is looked at again`,
    data: { ...uidNext, known: known.length },
  });
  ledger.log.warn({ mailbox: place.mailbox, ...uidNext }, 'the mail server was restored');
  return known;
}

/** Known mails whose size or date at the server is not what it was: another mail may lie there. */
async function doubtChanged(
  { ledger }: Sweeping,
  place: Place,
  present: number[],
  session: MailboxSession,
): Promise<number[]> {
  const known = await describedSightings(ledger.db, place, present);
  const changedAmong = async (uids: number[]) => {
    const found = await session.describe(uids);
    return uids.filter((uid) => isOther(known.get(uid), found.get(uid)));
  };
  const uids = [...known.keys()].sort((a, b) => b - a);
  const changed = await changedAmong(uids.slice(0, comparedUids));
  if (changed.length === 0) return [];
  ledger.log.warn({ mailbox: place.mailbox, mails: changed.length }, 'known mails look different now');
  return [...changed, ...(await changedAmong(uids.slice(comparedUids)))];
}

function isOther(before: MessageDescription | undefined, now: MessageDescription | undefined): boolean {
  if (!before || !now) return false;
  const dates = [before.internalDate?.getTime(), now.internalDate?.getTime()];
  return before.announcedBytes !== now.announcedBytes || dates[0] !== dates[1];
}

/** @returns whether the mail is safely in the ledger (or gone). */
async function receiveOne(
  sweeping: Sweeping,
  place: Place,
  session: MailboxSession,
  uid: number,
  report: SweepReport,
): Promise<boolean> {
  const { ledger } = sweeping;
  try {
    const message = await session.fetch(uid);
    if (message === null) {
      await ledger.transaction(async (tx) => await recordGone(tx.db, place, uid));
      ledger.log.warn({ mailbox: place.mailbox, uid }, 'a mail vanished before it could be fetched');
      report.vanished += 1;
      return true;
    }
    const { delivery, isNew } = await receiveMessage({ ...sweeping, place }, message);
    if (isNew) report.received += 1;
    ledger.log.debug({ mailbox: place.mailbox, uid, delivery, isNew }, 'a mail is stored');
    return true;
  } catch (error) {
    if (isOurOwnFault(error)) throw error;
    report.failed += 1;
    await setAside(sweeping, place, uid, error);
    if (!session.isOpen) throw error;
    return false;
  }
}

async function setAside(sweeping: Sweeping, place: Place, uid: number, error: unknown): Promise<void> {
  const { ledger, attemptsMax, backoff } = sweeping;
  const attempt = 1 + (await failedAttempts(ledger.db, place, uid));
  const isTooLarge = error instanceof StagingPostError && error.code === 'original_too_large';
  const quarantined = isTooLarge || attempt >= attemptsMax;
  await ledger.transaction(async (tx) => {
    await recordFailure(tx.db, place, uid, {
      error: messageOf(error),
      quarantined,
      retryAfterMs: isTooLarge ? tooLargeRetryMs : backoffMs(attempt, backoff),
    });
  });
  const words = quarantined ? 'a mail is quarantined' : 'a mail could not be fetched';
  ledger.log.warn({ mailbox: place.mailbox, uid, attempt, error: messageOf(error) }, words);
}
