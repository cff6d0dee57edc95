/** Looking at one registered copy from outside: can it be reached and written to, and is it what the ledger thinks it is? */
import { messageOf, StagingPostError } from '../errors.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { urlOfCopy } from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import type { CopyProblem, Identity } from './copies/copy.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';
import { observe } from './observe.ts';
import { invoiceToTry, tryInvoice } from './trial.ts';

export interface CopyReport {
  book: string;
  name: string;
  kind: string;
  /** Without its password. */
  url: string;
  isAuthoritative: boolean;
  /** What stands in its identity row; null when there is none, or it cannot be reached. */
  identity: Identity | null;
  /** Whether it stands at the head where the authoritative copy should be; null when that cannot be told. */
  isAtTip: boolean | null;
  facts: Record<string, string>;
  /** What wants a person. */
  problems: CopyProblem[];
}

/** Never rejects for what is wrong with the copy: that is what it reports. */
export async function checkCopy(
  ledger: Ledger,
  registered: Row<'copy'>,
  {
    open = openRegisteredCopy,
    trial = false,
  }: { open?: OpenCopy /** See trial.ts. */; trial?: boolean } = {},
): Promise<CopyReport> {
  const authority = await readAuthority(ledger.db, registered.book);
  const isAuthoritative = authority.copy === registered.name;
  const report: CopyReport = {
    book: registered.book,
    name: registered.name,
    kind: registered.kind,
    url: registered.url,
    isAuthoritative,
    identity: null,
    isAtTip: null,
    facts: {},
    problems: [],
  };
  try {
    const copy = open(registered, urlOfCopy(ledger, registered), ledger);
    try {
      const { problems, facts } = await copy.check();
      report.problems.push(...problems);
      report.facts = facts;
      report.identity = await copy.readIdentity(registered.book);
      if (trial && report.identity && copy.canUndo !== false) {
        const problem = await tryInvoice(copy, await invoiceToTry(ledger.db, registered.book));
        if (problem) report.problems.push(problem);
      }
    } finally {
      await copy.close();
    }
  } catch (error) {
    report.problems.push(asProblem(error, registered));
    return report;
  }
  const seen = observe(
    report.identity,
    { copyId: registered.copy_id, epoch: authority.epoch, head: authority.head },
    registered.book,
  );
  report.isAtTip = report.identity ? report.identity.head === authority.head : null;
  // What only the authoritative copy owes us: a laptop's copy is fenced and behind, as it should be.
  if (!isAuthoritative) return report;
  if (seen.kind === 'held') report.problems.push({ code: seen.code, message: seen.message, hint: seen.hint });
  if (seen.kind === 'no_identity') {
    report.problems.push({
      code: 'no_identity',
      message: `it holds nothing of ours for the book "${registered.book}": our tables were dropped, or a restore is under way`,
      hint: 'A running worker creates them anew after a while and applies everything again.',
    });
  }
  if (seen.kind === 'overwritten' || seen.kind === 'overwritten_before_handover') {
    report.problems.push({
      code: 'overwritten',
      message: 'its history was replaced since the ledger last saw it',
      hint: 'A running worker sees it at its next sweep and applies again what is missing: staging-post start',
    });
  }
  return report;
}

function asProblem(error: unknown, { book, name }: Row<'copy'>): CopyProblem {
  const hint = `Make it reachable, then look again: staging-post copy check ${book} ${name}`;
  return error instanceof StagingPostError
    ? { code: error.code, message: error.message, hint: error.hint ?? hint }
    : { code: 'copy_unreachable', message: messageOf(error), hint };
}
