/** What the ledger knows about each mailbox: its checkpoint, and whether it is really being read. */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../errors.ts';
import { record } from './events.ts';
import type { DB, Row, SightingState } from './postgres/schema.ts';
import { type Place, placeName } from './sightings.ts';

export async function findMailbox(db: Kysely<DB>, name: string): Promise<Row<'mailbox'>> {
  const mailbox = await db.selectFrom('mailbox').selectAll().where('name', '=', name).executeTakeFirst();
  if (mailbox) return mailbox;
  throw new StagingPostError('no_such_mailbox', `there is no mailbox "${name}"`, {
    kind: 'notFound',
    hint: 'Add one with: staging-post mailbox add <name> --url imaps://user@host/INBOX --book <slug>',
  });
}

export async function listMailboxes(db: Kysely<DB>): Promise<Row<'mailbox'>[]> {
  return await db.selectFrom('mailbox').selectAll().orderBy('name').execute();
}

/** A full sweep is through: every mail there was looked at. Only this counts as a sign of life. */
export async function completeSweep(db: Kysely<DB>, place: Place, uidNext: number): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({
      uid_validity: place.uidValidity,
      uid_next: uidNext,
      last_sweep_at: sql<Date>`now()`,
      last_error: null,
      last_error_at: null,
    })
    .where('name', '=', place.mailbox)
    .execute();
}

/** Writes why the mailbox cannot be read now. The event comes once for each new kind of trouble. */
export async function recordTrouble(
  db: Kysely<DB>,
  mailbox: string,
  code: string,
  error: string,
): Promise<void> {
  const before = await findMailbox(db, mailbox);
  await db
    .updateTable('mailbox')
    .set({ last_error: error, last_error_at: sql<Date>`now()` })
    .where('name', '=', mailbox)
    .execute();
  if (before.last_error !== null) return;
  await record(db, {
    actor: 'worker',
    type: 'mailbox:troubled',
    subject: mailbox,
    reason: error,
    data: { code },
  });
}

/** Writes that the server's numbering changed under us. */
export async function recordRenumbering(
  db: Kysely<DB>,
  place: Place,
  { reason, data }: { reason: string; data: Record<string, unknown> },
): Promise<void> {
  await record(db, {
    actor: 'worker',
    type: 'mailbox:renumbered',
    subject: place.mailbox,
    reason,
    data: { place: placeName(place), ...data },
  });
}

export interface MailboxHealth {
  name: string;
  /** Seconds since the last full sweep that was completed; null: never. */
  sweptSecondsAgo: number | null;
  lastError: string | null;
  /** Mails by what became of the place where they were seen. */
  mails: Record<Exclude<SightingState, 'superseded'>, number>;
}

/** For `status` and `doctor`: a poller that looks alive but sweeps no more shows here. */
export async function mailboxHealth(db: Kysely<DB>): Promise<MailboxHealth[]> {
  const mailboxes = await db
    .selectFrom('mailbox')
    .select([
      'name',
      'last_error',
      sql<number | null>`extract(epoch from now() - last_sweep_at)::float8`.as('age'),
    ])
    .orderBy('name')
    .execute();
  const counts = await db
    .selectFrom('sighting')
    .select(['mailbox', 'state', (eb) => eb.fn.countAll<number>().as('mails')])
    .where('state', '<>', 'superseded')
    .groupBy(['mailbox', 'state'])
    .execute();
  return mailboxes.map(({ name, last_error, age }) => {
    const mails = { stored: 0, acknowledged: 0, failing: 0, quarantined: 0, vanished: 0 };
    for (const count of counts) {
      if (count.mailbox === name && count.state !== 'superseded') mails[count.state] = count.mails;
    }
    return { name, sweptSecondsAgo: age, lastError: last_error, mails };
  });
}
