/**
 * Asking who is authoritative, at every reconcile, where the accounting program knows. No answer, an answer that could
 * mean anything, and an unknown name all mean the same: hold, and never guess.
 */
import { messageOf, StagingPostError } from '../errors.ts';
import type { Reason } from '../invoice/invoice.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { copiesOf, findCopy, urlOfCopy } from '../staging/books/copies.ts';
import { noteAnswer, probeOf, urlOfProbe } from '../staging/books/probes.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { ProbeAnswer, Row } from '../staging/postgres/schema.ts';
import { handOverUnderLease } from './handover.ts';
import type { OpenCopy } from './mandate.ts';

const timeoutMs = 5_000;
const answerBytesMax = 1_024;

/** What was heard: a text, or why there was none. */
export type Heard = { said: string } | { silent: string };

export type Verdict =
  | { kind: 'named'; answer: string; copy: string | null }
  | { kind: 'hold'; reason: Reason };

/** What an answer means. Pure. */
export function understand(
  heard: Heard,
  meanings: Readonly<Record<string, string>>,
  copies: readonly string[],
): Verdict {
  if ('silent' in heard) {
    return hold('probe_silent', `the probe gave no answer: ${heard.silent}`);
  }
  const answer = heard.said.trim();
  const meant = Object.hasOwn(meanings, answer) ? meanings[answer] : answer;
  if (meant === 'away') return { kind: 'named', answer, copy: null };
  if (meant !== undefined && copies.includes(meant)) return { kind: 'named', answer, copy: meant };
  return answer === ''
    ? hold('probe_silent', 'the probe gave an empty answer, and that has no meaning here')
    : hold(
        'probe_unknown_name',
        `the probe says "${answer}", which is no copy of this book and has no meaning here`,
      );
}

const hold = (code: string, message: string): Verdict => ({ kind: 'hold', reason: { code, message } });

export async function askProbe(ledger: Ledger, probe: Row<'probe'>, open: OpenCopy): Promise<Verdict> {
  const heard = await (probe.kind === 'sql'
    ? askCopy(ledger, probe, open)
    : askAddress(urlOfProbe(ledger, probe))
  ).catch((error: unknown): Heard => ({ silent: messageOf(error) }));
  const copies = (await copiesOf(ledger.db, probe.book)).map(({ name }) => name);
  return understand(heard, probe.meanings, copies);
}

async function askCopy(ledger: Ledger, probe: Row<'probe'>, open: OpenCopy): Promise<Heard> {
  const registered = await findCopy(ledger.db, probe.book, probe.copy ?? '');
  const copy = open(registered, urlOfCopy(ledger, registered), ledger);
  try {
    if (!copy.ask) return { silent: `${registered.name} is of a kind that cannot be asked` };
    const rows = await copy.ask(probe.query ?? '', { timeoutMs, rowsMax: 2 });
    if (rows.length > 1) return { silent: 'the query found several rows: it must find at most one' };
    return { said: rows[0] ?? '' };
  } finally {
    await copy.close();
  }
}

/** A plain GET. What leads elsewhere is not followed: the answer of another server is not the answer of this one. */
async function askAddress(url: string): Promise<Heard> {
  const abort = AbortSignal.timeout(timeoutMs);
  const response = await fetch(withoutCredentials(url), {
    redirect: 'manual',
    signal: abort,
    headers: { accept: 'text/plain', ...credentialsOf(url) },
  }).catch((error: unknown) => {
    throw new Error(abort.aborted ? `it took longer than ${timeoutMs / 1000} s` : reasonOf(error));
  });
  try {
    if (response.status !== 200) return { silent: `it answered with status ${response.status}` };
    return await readShort(response);
  } finally {
    await response.body?.cancel().catch(() => undefined);
  }
}

async function readShort(response: Response): Promise<Heard> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > answerBytesMax) return { silent: `its answer is longer than ${answerBytesMax} bytes` };
    chunks.push(chunk);
  }
  const said = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  return { said };
}

/** fetch refuses an address that holds them. */
function withoutCredentials(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

function credentialsOf(url: string): Record<string, string> {
  const { username, password } = new URL(url);
  if (!username && !password) return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** The cause says more than "fetch failed", and neither holds the address. */
function reasonOf(error: unknown): string {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return messageOf(cause ?? error);
}

/** Follows the probe's word, under the book's lease. Null: the authority is where the probe says, or there is no probe. */
export async function heedProbe(ledger: Ledger, book: string, open: OpenCopy): Promise<Reason | null> {
  const probe = await probeOf(ledger.db, book);
  if (!probe) return null;
  const verdict = await askProbe(ledger, probe, open);
  const answer: ProbeAnswer =
    verdict.kind === 'hold' ? { trouble: verdict.reason } : { answer: verdict.answer, copy: verdict.copy };
  await ledger.transaction(async (tx) => await noteAnswer(tx.db, probe, answer));
  if (verdict.kind === 'hold') return verdict.reason;
  const authority = await readAuthority(ledger.db, book);
  if (authority.copy === verdict.copy) return null;
  try {
    await handOverUnderLease(
      ledger,
      {
        book,
        to: verdict.copy,
        data: 'stays',
        actor: 'probe',
        holder: verdict.answer || null,
        note: `the probe says "${verdict.answer}"`,
        force: probe.without_fence,
      },
      { open, patient: false },
    );
    return null;
  } catch (error) {
    const trouble = {
      code: error instanceof StagingPostError ? error.code : 'failed',
      message: `the probe says "${verdict.answer}", and the authority cannot follow: ${messageOf(error)}`,
    };
    await ledger.transaction(async (tx) => await noteAnswer(tx.db, probe, { trouble }));
    return trouble;
  }
}
