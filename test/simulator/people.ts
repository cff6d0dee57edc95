/** What people do to a book: with the program's own commands, and behind its back with the files. */
import { type Checkin, type Checkout, checkIn, checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import type { HandoverTools } from '../../src/reconcile/handover.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import type { OpenCopy } from '../../src/reconcile/mandate.ts';
import { resolveInvoices, vanishedToAskAbout } from '../../src/staging/applying/invoice-resolutions.ts';
import { setCheckInPolicy } from '../../src/staging/books/books.ts';
import { type Decision, decide } from '../../src/staging/invoices/invoice-decisions.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { statesThatCan } from '../../src/staging/states.ts';
import { type Content, cloneContent, type Place } from './place.ts';
import type { Process } from './scheduler.ts';
import { simulatedTransfer } from './transfer.ts';
import { identityOf } from './watch.ts';
import { book, type World } from './world.ts';

const actor = 'cli:anna';
const because = { actor, reason: 'because' };

function toolsOf(world: World, open: OpenCopy, process: Process): HandoverTools {
  return { open, transfer: simulatedTransfer(world, process) };
}

// Handing over -----------------------------------------------------------------------------------------------------

/** By force it goes on where it cannot fence. Once the fence is there after all, it holds (watch.ts). */
function noteHandover(world: World, to: string | null, force: boolean): void {
  const { copy } = world.authority;
  // The copy that becomes authoritative may hold another history.
  world.isHistoryReplaced ||= copy !== to;
  if (force && copy !== null) world.place(copy).isUnfenced = true;
}

export function moveAuthority(world: World, to: string, force: boolean): Process {
  noteHandover(world, to, force);
  return world.command(
    `authority set ${to}${force ? ' --force' : ''}`,
    async (ledger, open) => await setAuthority(ledger, { book, to, actor, force }, open),
  );
}

export function checkItOut(world: World, order: Omit<Checkout, 'book' | 'actor'>): Process {
  noteHandover(world, order.to, order.force ?? false);
  return world.command(
    `checkout to ${order.to ?? 'away'}`,
    async (ledger, open, process) =>
      await checkOut(ledger, { ...order, book, actor }, toolsOf(world, open, process)),
  );
}

export function checkItIn(world: World, order: Omit<Checkin, 'book' | 'actor'>): Process {
  noteHandover(world, order.to, order.force ?? false);
  return world.command(
    `checkin from ${order.from ?? 'where it is'} to ${order.to}`,
    async (ledger, open, process) =>
      await checkIn(ledger, { ...order, book, actor }, toolsOf(world, open, process)),
  );
}

/** `copy take`, `copy bring`: the data alone. */
export function copyTheData(world: World, from: string, to: string, overwrite: boolean): Process {
  return world.command(
    `copy take from ${from} to ${to}`,
    async (ledger, open, process) =>
      await copyData(ledger, { book, from, to, actor, overwrite }, toolsOf(world, open, process)),
  );
}

export function sayCheckInPolicy(world: World, policy: 'ask' | 'accept'): void {
  world.command(`policy ${policy}`, async (ledger) => {
    await ledger.transaction(async (tx) => await setCheckInPolicy(tx.db, book, policy, actor));
  });
}

// Deciding ---------------------------------------------------------------------------------------------------------

export function decideOne(world: World, decision: Decision, which: number): void {
  world.command(`person who says ${decision}`, async (ledger) => {
    await ledger.transaction(async (tx) => {
      const invoices = await tx.db.selectFrom('invoice').select(['id', 'state']).orderBy('arrival').execute();
      const able = invoices.filter(({ state }) => statesThatCan(decision).includes(state));
      const chosen = able[which % Math.max(1, able.length)];
      if (!chosen) return;
      if (decision === 'release') world.wantedByPeople.add(chosen.id);
      await decide(tx, decision, [chosen.id], because);
    });
  });
}

/** One conflict is ended, by the row that it is, or although it is another. */
export function resolveConflict(world: World, how: 'link' | 'apply' | 'reject', which: number): void {
  world.command(`person who resolves a conflict: ${how}`, async (ledger) => {
    await ledger.transaction(async (tx) => {
      const disputed = await tx.db
        .selectFrom('invoice')
        .select(['id', 'rivals'])
        .where('state', '=', 'conflict')
        .orderBy('arrival')
        .execute();
      const chosen = disputed[which % Math.max(1, disputed.length)];
      if (!chosen) return;
      if (how === 'apply') world.wantedByPeople.add(chosen.id);
      const key = chosen.rivals?.find(({ receiptOf }) => receiptOf === null)?.key;
      if (how === 'link' && key !== undefined)
        await resolveInvoices(tx, { kind: how, key }, [chosen.id], because);
      else if (how !== 'link') await resolveInvoices(tx, { kind: how }, [chosen.id], because);
    });
  });
}

/** What vanished was deleted for good, or is to be put back. */
export function answerForVanished(world: World, how: 'deleted' | 'heal'): void {
  world.command(`person who says of what vanished: ${how}`, async (ledger) => {
    await ledger.transaction(async (tx) => {
      const ids = await vanishedToAskAbout(tx.db, book, how);
      if (how === 'heal') for (const id of ids) world.wantedByPeople.add(id);
      if (ids.length > 0) await resolveInvoices(tx, { kind: how }, ids, because);
    });
  });
}

export function audit(world: World): void {
  world.command('audit', async (ledger: Ledger, open) => await auditBook(ledger, book, { actor, open }));
}

// Behind its back --------------------------------------------------------------------------------------------------

export function takeHome(world: World, place: Place): void {
  world.snapshots.push({ content: cloneContent(place.content) });
}

/** Copies a database over another, as a person with a file manager does. */
export function overwrite(world: World, place: Place, content: Content): void {
  // Also while a handover is under way: the fence is there, and the authority has not moved yet.
  const isFenced = identityOf(place.content).fenced;
  if (isFenced || world.authority.copy !== place.name) place.isUnfenced = true;
  world.noteReplaced(place);
  place.overwrite(content);
}

export function backUpLedger(world: World): void {
  world.backups.push(world.database.backUp());
}

/** The ledger's database is restored: every connection is gone, and what happened since is forgotten there. */
export function restoreLedger(world: World, which: number): void {
  const backup = world.backups[which % Math.max(1, world.backups.length)];
  if (!backup) return;
  world.database.restore(backup);
  world.isLedgerRestored = true;
  world.resolutions.clear();
  for (const { id, healed_at } of world.database.committed('heal'))
    if (healed_at !== null) world.closedHeals.add(id);
  world.isHistoryReplaced = true;
  // What a forgotten handover fenced, or did not, is not known any more.
  for (const place of world.places) place.isUnfenced = true;
  world.mailServer.moveBack();
}
