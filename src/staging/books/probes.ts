/** Probes: where the accounting program itself knows which copy is authoritative, how it is asked, and what it said last. */
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import type { Ledger } from '../ledger.ts';
import type { DB, ProbeAnswer, Row } from '../postgres/schema.ts';
import { findCopy, withoutPassword } from './copies.ts';

export interface NewProbe {
  book: string;
  ask: { kind: 'sql'; copy: string; query: string } | { kind: 'http'; url: string };
  /** What an answer means: the name of a copy, or "away". "" is the empty answer. */
  meanings: Record<string, string>;
  withoutFence: boolean;
}

export async function setProbe(
  ledger: Ledger,
  db: Kysely<DB>,
  probe: NewProbe,
  actor: string,
): Promise<void> {
  for (const copy of Object.values(probe.meanings)) {
    if (copy !== 'away') await findCopy(db, probe.book, copy);
  }
  if (probe.ask.kind === 'sql') await findCopy(db, probe.book, probe.ask.copy);
  const shown = probe.ask.kind === 'http' ? shownUrl(probe.ask.url) : null;
  const values = {
    kind: probe.ask.kind,
    copy: probe.ask.kind === 'sql' ? probe.ask.copy : null,
    query: probe.ask.kind === 'sql' ? probe.ask.query : null,
    url: shown,
    url_sealed:
      probe.ask.kind === 'http' && shown !== probe.ask.url
        ? ledger.cipher.seal(probe.ask.url, sealContext(probe.book))
        : null,
    meanings: JSON.stringify(probe.meanings),
    without_fence: probe.withoutFence,
    last_answer: null,
    asked_at: null,
    actor,
    set_at: sql<Date>`now()`,
  };
  await db
    .insertInto('probe')
    .values({ book: probe.book, ...values })
    .onConflict((conflict) => conflict.column('book').doUpdateSet(values))
    .execute();
  await record(db, {
    actor,
    type: 'probe:set',
    book: probe.book,
    subject: probe.book,
    data: { kind: values.kind, copy: values.copy, url: shown, meanings: probe.meanings },
  });
}

/** A query may hold a key, as user and password do: what is shown has neither. */
function shownUrl(url: string): string {
  const parsed = new URL(withoutPassword(url));
  parsed.username = '';
  parsed.search = '';
  parsed.hash = '';
  return parsed.href;
}

const sealContext = (book: string) => `probe:${book}`;

/** The whole address, for asking; never to be printed. */
export function urlOfProbe(ledger: Ledger, probe: Row<'probe'>): string {
  return probe.url_sealed === null
    ? (probe.url ?? '')
    : ledger.cipher.open(probe.url_sealed, sealContext(probe.book));
}

export async function clearProbe(db: Kysely<DB>, book: string, actor: string): Promise<boolean> {
  const cleared = await db.deleteFrom('probe').where('book', '=', book).returning('book').executeTakeFirst();
  if (cleared) await record(db, { actor, type: 'probe:cleared', book, subject: book });
  return cleared !== undefined;
}

export async function probeOf(db: Kysely<DB>, book: string): Promise<Row<'probe'> | undefined> {
  return await db.selectFrom('probe').selectAll().where('book', '=', book).executeTakeFirst();
}

/** An event only when the answer is another one than before. */
export async function noteAnswer(db: Kysely<DB>, probe: Row<'probe'>, answer: ProbeAnswer): Promise<void> {
  await db
    .updateTable('probe')
    .set({ last_answer: JSON.stringify(answer), asked_at: sql<Date>`now()` })
    .where('book', '=', probe.book)
    .execute();
  if (summaryOf(probe.last_answer) === summaryOf(answer)) return;
  await record(db, {
    actor: 'worker',
    type: 'probe:answered',
    book: probe.book,
    subject: probe.book,
    reason: 'trouble' in answer ? answer.trouble.message : null,
    data: { ...answer },
  });
}

function summaryOf(answer: ProbeAnswer | null): string {
  if (answer === null) return '';
  return 'trouble' in answer ? `trouble ${answer.trouble.code}` : `${answer.answer} ${answer.copy}`;
}
