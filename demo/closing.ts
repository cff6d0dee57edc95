/** The sums at the end, counted in the copy itself and held against what was sent: nothing is taken from what we say of ourselves. */
import { type RegisteredInvoice, registeredInvoices } from './accounting.ts';
import type { Absence } from './said-aloud.ts';
import type { Stage } from './stage.ts';
import type { Tale } from './story.ts';
import { type Status, statusOf } from './watching.ts';

export interface Closing {
  mails: number;
  /** Invoices in the mails that can be read for certain. */
  arrived: number;
  /** Of them, those that stand in the copy now. */
  applied: number;
  overwritten: number;
  healed: number;
  deletedByPeople: number;
  forPerson: number;
  /** While the books were away. */
  waited: number;
  /** Of them, those that stand in the copy since it came back. */
  appliedAfterwards: number;
  lost: number;
  twice: number;
  healedInMs: number;
  /** Sentences about what does not add up; none when all is well. */
  faults: string[];
}

export async function closeSums(stage: Stage, tale: Tale, absence: Absence): Promise<Closing> {
  const standing = registeredInvoices(stage.cloud);
  const status = await statusOf(stage);
  const sent = new Set(
    [...tale.mails, ...absence.mails].flatMap(({ expected }) =>
      expected.invoices.map((each) => keyOf(each.supplier.name, each.invoiceNumber)),
    ),
  );
  const rows = new Map<string, number>();
  for (const row of standing)
    rows.set(keyOf(row.supplier, row.number), (rows.get(keyOf(row.supplier, row.number)) ?? 0) + 1);
  const deleted = keyOf(tale.deleted.supplier, tale.deleted.number);
  const lost = [...sent].filter((key) => key !== deleted && !rows.has(key));
  const twice = [...rows].filter(([, number]) => number > 1).map(([key]) => key);
  const heal = status.books[0]?.heals[0];
  const audit = await stage.program.ask<{ verdict: string }>('audit', 'nordvik');
  return {
    mails: tale.mails.length + absence.mails.length,
    arrived: sent.size,
    applied: [...sent].filter((key) => rows.has(key)).length,
    overwritten: tale.overwritten,
    healed: heal?.healed ?? 0,
    deletedByPeople: rows.has(deleted) ? 0 : 1,
    forPerson: (status.books[0]?.invoices.needs_review ?? 0) + (status.books[0]?.invoices.held ?? 0),
    waited: absence.waited,
    appliedAfterwards: absence.mails
      .flatMap(({ expected }) => expected.invoices)
      .filter(({ supplier, invoiceNumber }) => rows.has(keyOf(supplier.name, invoiceNumber))).length,
    lost: lost.length,
    twice: twice.length,
    healedInMs: tale.healedInMs,
    faults: [
      ...lost.map((key) => `lost: ${key}`),
      ...twice.map((key) => `twice: ${key}`),
      ...peopleFaults(standing, tale, deleted, rows),
      ...healFaults(status, tale),
      ...absenceFaults(status, standing, absence),
      ...mailFaults(status, tale.mails.length + absence.mails.length),
      ...(audit.verdict === 'in_order' ? [] : [`the audit says: ${audit.verdict}`]),
    ],
  };
}

function mailFaults({ total }: Status, sent: number): string[] {
  return [
    ...(total.closes ? [] : ['the sum of the mails does not close']),
    ...(total.seen === sent ? [] : [`${sent} mails were sent, ${total.seen} were seen`]),
  ];
}

/** People win: what they did at home stands. */
function peopleFaults(
  standing: readonly RegisteredInvoice[],
  tale: Tale,
  deleted: string,
  rows: ReadonlyMap<string, number>,
): string[] {
  const faults: string[] = [];
  const edited = standing.find(({ id }) => id === tale.edited.id);
  if (edited?.status !== tale.edited.status || edited.note !== tale.edited.note) {
    faults.push(`the bookkeeper's edit of ${tale.edited.number} is gone`);
  }
  if (rows.has(deleted)) faults.push(`${tale.deleted.number} was deleted and came back`);
  const byHand = standing.find(
    ({ supplier, number }) => keyOf(supplier, number) === keyOf(tale.byHand.supplier, tale.byHand.number),
  );
  if (byHand?.note !== 'typed in by hand')
    faults.push(`${tale.byHand.number}, typed in by hand, was replaced`);
  return faults;
}

function healFaults({ books: [book] }: Status, tale: Tale): string[] {
  const faults: string[] = [];
  const heal = book?.heals[0];
  if (tale.overwritten === 0) faults.push('nothing was overwritten: the story did not happen');
  if (heal && heal.healed !== heal.lost) faults.push(`${heal.lost} were overwritten, ${heal.healed} healed`);
  if (book?.isAtTip !== true) faults.push('the copy does not stand at the tip of the ledger');
  return faults;
}

/** While the books were away nothing was written to them, and what was done by hand came back with them. */
function absenceFaults(
  { books: [book] }: Status,
  standing: readonly RegisteredInvoice[],
  absence: Absence,
): string[] {
  const faults: string[] = [];
  if (absence.waited === 0)
    faults.push('nothing arrived while the books were away: the story did not happen');
  if (absence.writtenMeanwhile > 0) {
    faults.push(`${absence.writtenMeanwhile} rows were written to a copy that was not authoritative`);
  }
  if (!absence.wasStopped) faults.push('the guard did not stop what would have lost a row');
  if (book?.authority.copy !== 'cloud') faults.push('the books did not come back');
  for (const { supplier, number } of absence.byHand) {
    const rows = standing.filter((row) => keyOf(row.supplier, row.number) === keyOf(supplier, number));
    if (rows.length !== 1) faults.push(`${number}, typed in by hand, stands there ${rows.length} times`);
  }
  const edited = standing.find(({ id }) => id === absence.edited.id);
  if (edited?.note !== absence.edited.note) faults.push(`the note at ${absence.edited.number} is gone`);
  return faults;
}

function keyOf(supplier: string | null, number: string): string {
  return `${number} of ${supplier ?? 'nobody'}`;
}
