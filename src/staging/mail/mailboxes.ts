/** The mailboxes: how to reach them, their checkpoints, and whether they are really being read. */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { findBook } from '../books/books.ts';
import { record } from '../events.ts';
import type { Ledger } from '../ledger.ts';
import type { DB, Row, SightingState } from '../postgres/schema.ts';
import { type Place, placeName } from './sightings.ts';

export interface NewMailbox {
  name: string;
  /** Null: the recipient's address decides. */
  book: string | null;
  /** Without the password. */
  url: string;
  /** Stored sealed; or instead the name of an environment variable that holds it wherever mail is read. */
  password: { plain: string } | { env: string };
  caFile?: string | null;
  /** `keep`, `seen` or `move:<folder>`. */
  afterStored?: string;
}

export async function addMailbox(
  ledger: Pick<Ledger, 'cipher'>,
  db: Kysely<DB>,
  mailbox: NewMailbox,
  actor: string,
): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(mailbox.name)) {
    throw new StagingPostError('bad_mailbox_name', `"${mailbox.name}" cannot be the name of a mailbox`, {
      kind: 'usage',
      hint: 'Use lower-case letters, digits and hyphens, starting with a letter or digit, at most 63 characters.',
    });
  }
  if (mailbox.book !== null) await findBook(db, mailbox.book);
  const { password } = mailbox;
  const inserted = await db
    .insertInto('mailbox')
    .values({
      name: mailbox.name,
      book: mailbox.book,
      url: mailbox.url,
      password_sealed:
        'plain' in password ? ledger.cipher.seal(password.plain, sealContext(mailbox.name)) : null,
      password_env: 'env' in password ? password.env : null,
      ca_file: mailbox.caFile ?? null,
      after_stored: mailbox.afterStored ?? 'keep',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  if (!inserted) {
    throw new StagingPostError('mailbox_exists', `there is a mailbox "${mailbox.name}" already`, {
      kind: 'refused',
      hint: `Choose another name; or change its password: staging-post mailbox set ${mailbox.name} --password-stdin`,
    });
  }
  await record(db, {
    actor,
    type: 'mailbox:added',
    book: mailbox.book,
    subject: mailbox.name,
    data: { url: mailbox.url, afterStored: mailbox.afterStored ?? 'keep' },
  });
}

export type MailboxChange = Partial<Pick<NewMailbox, 'password' | 'caFile' | 'afterStored'>>;

/**
 * Changes how a mailbox is logged in to, or what becomes of its stored mails. Never its address: what was seen there is
 * known by UIDVALIDITY and UID, and another account may count the same. Pollers take it up by themselves.
 */
export async function changeMailbox(
  ledger: Pick<Ledger, 'cipher'>,
  db: Kysely<DB>,
  name: string,
  { password, caFile, afterStored }: MailboxChange,
  actor: string,
): Promise<void> {
  await findMailbox(db, name);
  await db
    .updateTable('mailbox')
    .set({
      ...(password && {
        password_sealed: 'plain' in password ? ledger.cipher.seal(password.plain, sealContext(name)) : null,
        password_env: 'env' in password ? password.env : null,
      }),
      ...(caFile !== undefined && { ca_file: caFile }),
      ...(afterStored !== undefined && { after_stored: afterStored }),
    })
    .where('name', '=', name)
    .execute();
  const changed = Object.entries({ password, caFile, afterStored }).flatMap(([field, value]) =>
    value === undefined ? [] : [field],
  );
  await record(db, { actor, type: 'mailbox:changed', subject: name, data: { changed } });
}

/** For logging in, never to be printed. */
export function passwordOfMailbox(
  ledger: Pick<Ledger, 'cipher'>,
  mailbox: Row<'mailbox'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (mailbox.password_sealed !== null) {
    return ledger.cipher.open(mailbox.password_sealed, sealContext(mailbox.name));
  }
  if (mailbox.password_env !== null) {
    return passwordFromEnvironment(mailbox.name, mailbox.password_env, environment);
  }
  throw new StagingPostError('mailbox_password_missing', `mailbox ${mailbox.name} has no password`, {
    hint: `Store it again: staging-post mailbox set ${mailbox.name} --password-stdin`,
  });
}

export function passwordFromEnvironment(
  mailbox: string,
  variable: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const password = environment[variable];
  if (password) return password;
  throw new StagingPostError(
    'mailbox_password_missing',
    `mailbox ${mailbox}: the environment variable ${variable} is not set`,
    { hint: 'Set the variable where mail is read (in .env, or in the service), and start again.' },
  );
}

function sealContext(name: string): string {
  return `mailbox:${name}`;
}

export async function findMailbox(db: Kysely<DB>, name: string): Promise<Row<'mailbox'>> {
  const mailbox = await db.selectFrom('mailbox').selectAll().where('name', '=', name).executeTakeFirst();
  if (mailbox) return mailbox;
  const known = (await listMailboxes(db)).map((other) => other.name);
  throw new StagingPostError('no_such_mailbox', `there is no mailbox "${name}"`, {
    kind: 'notFound',
    hint:
      known.length > 0
        ? `Known mailboxes: ${known.join(', ')}`
        : 'Add one with: staging-post mailbox add <name> --url imaps://user@host/INBOX --book <slug>',
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

/** Writes why the mailbox cannot be read now. The event comes once, until a sweep is through again. */
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
