/** What people do in the copies and with the files, and what they decide. */

import { type Fabrication, fabricateInvoice } from '../simulation/fabricate.ts';
import { contentToWorkIn, home, type Kind, placeOf, snapshotOf } from './deed.ts';
import {
  answerForVanished,
  audit,
  backUpLedger,
  decideOne,
  overwrite,
  resolveConflict,
  restoreLedger,
  takeHome,
} from './people.ts';
import type { Content, InvoiceRow } from './place.ts';
import type { World } from './world.ts';

export const deedsOfPeople: readonly Kind[] = [
  {
    weight: 7,
    name: 'somebody takes a copy home',
    act: (world, [which = 0, where = 0]) =>
      takeHome(world, where % 3 === 0 ? placeOf(world, which) : home(world)),
  },
  {
    weight: 9,
    name: 'a copy is copied back over',
    act(world, [which = 0, where = 0]) {
      const snapshot = snapshotOf(world, which);
      if (snapshot) overwrite(world, where % 5 === 0 ? placeOf(world, where) : home(world), snapshot);
    },
  },
  {
    weight: 1,
    name: 'our tables are dropped',
    act(world, [which = 0]) {
      const content = contentToWorkIn(world, [which, 2]);
      content.identities.clear();
      // Without receipts the rows look as if people had written them, and are linked.
      content.receipts.clear();
      for (const [key, row] of content.rows) content.rows.set(key, { ...row, byHand: true });
      world.isHistoryReplaced = true;
    },
  },
  {
    weight: 1,
    name: 'the identity row and some receipts are lost',
    act(world, [which = 0]) {
      const content = contentToWorkIn(world, [which, 2]);
      content.identities.clear();
      for (const [at, [key, receipt]] of [...content.receipts].entries()) {
        if (at % 2 !== which % 2) continue;
        content.receipts.delete(key);
        const row = content.rows.get(receipt.key);
        if (row) content.rows.set(row.key, { ...row, byHand: true });
      }
      world.isHistoryReplaced = true;
    },
  },
  {
    weight: 1,
    name: 'only the identity row is lost',
    act(world, [which = 0]) {
      contentToWorkIn(world, [which, 2]).identities.clear();
      world.isHistoryReplaced = true;
    },
  },
  {
    weight: 3,
    name: 'a person deletes a row',
    act(world, numbers) {
      const content = contentToWorkIn(world, numbers);
      const keys = [...content.rows.keys()];
      const key = keys[(numbers[2] ?? 0) % Math.max(1, keys.length)];
      if (key === undefined) return;
      content.rows.delete(key);
      content.deletedByHand.add(key);
    },
  },
  {
    weight: 2,
    name: 'a person edits a row',
    act(world, numbers) {
      const content = contentToWorkIn(world, numbers);
      const rows = [...content.rows.values()];
      const row = rows[(numbers[2] ?? 0) % Math.max(1, rows.length)];
      if (row) content.rows.set(row.key, edited(row, numbers[2] ?? 0));
    },
  },
  {
    weight: 3,
    name: 'a person registers an invoice by hand',
    act(world, numbers) {
      const chosen = known(world, numbers[2] ?? 0);
      if (chosen && !chosen.refused) registerByHand(contentToWorkIn(world, numbers), chosen, null);
    },
  },
  {
    weight: 4,
    name: 'a person decides',
    act(world, [which = 0, decision = 0]) {
      decideOne(world, (['hold', 'release', 'release', 'reject'] as const)[decision % 4] as 'hold', which);
    },
  },
  { weight: 1, name: 'somebody audits the book', act: (world) => audit(world) },
  { weight: 2, name: 'the ledger is backed up', act: (world) => backUpLedger(world) },
  { weight: 1, name: 'the ledger is restored', act: (world, [which = 0]) => restoreLedger(world, which) },
  {
    weight: 1,
    name: 'a person registers an invoice with another amount',
    act(world, numbers) {
      const chosen = known(world, numbers[2] ?? 0);
      if (chosen) registerByHand(contentToWorkIn(world, numbers), chosen, '9.00');
    },
  },
  {
    weight: 2,
    name: 'a person resolves a conflict',
    act: (world, [which = 0, how = 0]) =>
      resolveConflict(world, (['link', 'apply', 'reject'] as const)[how % 3] as 'link', which),
  },
  {
    weight: 2,
    name: 'a person answers for what vanished',
    say: ([how = 0]) => `a person says of what vanished: ${how % 2 === 0 ? 'put it back' : 'it was deleted'}`,
    act: (world, [how = 0]) => answerForVanished(world, how % 2 === 0 ? 'heal' : 'deleted'),
  },
  {
    weight: 1,
    name: 'the table of invoices alone is restored',
    act(world, [which = 0]) {
      const older = snapshotOf(world, which);
      if (older) restoreRowsAlone(contentToWorkIn(world, [which, 2]), older);
    },
  },
  {
    weight: 1,
    name: 'our two tables alone are restored',
    act(world, [which = 0]) {
      const older = snapshotOf(world, which);
      if (!older || !restoreOurTablesAlone(contentToWorkIn(world, [which, 2]), older)) return;
      world.isHistoryReplaced = true;
      world.noteReplaced(home(world));
    },
  },
];

function known(world: World, which: number): Fabrication | undefined {
  const arrived = [...world.arrived.values()];
  return arrived[which % Math.max(1, arrived.length)];
}

/** At times the amount as well: then only the row itself can say which invoice it is. */
function edited(row: InvoiceRow, number: number): InvoiceRow {
  const { invoice } = row;
  if (number % 3 !== 0) return { ...row, note: `edit ${number}` };
  const totals = { ...invoice.totals, payable: `${7000 + Number(row.key)}.00` };
  return { ...row, note: `edit ${number}`, invoice: { ...invoice, totals } };
}

function registerByHand(content: Content, fabrication: Fabrication, payable: string | null): void {
  const invoice = fabricateInvoice(fabrication);
  if (payable !== null) invoice.totals.payable = payable;
  const isThere = [...content.rows.values()].some(
    (row) => row.invoice.invoiceNumber === invoice.invoiceNumber,
  );
  if (isThere) return;
  const key = String(content.nextKey);
  content.nextKey += 1;
  content.rows.set(key, { key, invoice, note: 'by hand', byHand: true, of: null });
}

/** Whatever a receipt points at and does not find is gone by a person's doing. Keys that another invoice has by now are left out. */
function restoreRowsAlone(content: Content, older: Content): void {
  const invoiceAt = new Map([...content.receipts.values()].map(({ key, invoiceId }) => [key, invoiceId]));
  content.rows.clear();
  for (const [key, row] of older.rows) {
    const invoice = invoiceAt.get(key);
    if (invoice !== undefined && row.of !== null && row.of !== invoice) continue;
    content.rows.set(key, invoice === undefined ? { ...row, byHand: true } : row);
  }
  for (const key of invoiceAt.keys()) if (!content.rows.has(key)) content.deletedByHand.add(key);
  // Whatever counts a database's keys, none is given out that stands in the table.
  content.nextKey = Math.max(content.nextKey, older.nextKey);
}

/** False when keys mean other invoices there than here: no restore of one table brings that about. */
function restoreOurTablesAlone(content: Content, older: Content): boolean {
  const receipts = [...older.receipts.values()];
  const isStrange = receipts.some(({ key, invoiceId }) => {
    const row = content.rows.get(key);
    return row !== undefined && row.of !== null && row.of !== invoiceId;
  });
  if (isStrange) return false;
  content.identities = new Map(older.identities);
  content.receipts = new Map(older.receipts);
  const receipted = new Set(receipts.map(({ key }) => key));
  for (const [key, row] of content.rows)
    if (!receipted.has(key)) content.rows.set(key, { ...row, byHand: true });
  for (const key of receipted) if (!content.rows.has(key)) content.deletedByHand.add(key);
  return true;
}
