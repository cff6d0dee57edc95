/** What must hold at every moment: checked at every commit of a copy and of the ledger, and whenever a mail is marked. */

import { normaliseInvoiceNumber, sha256 } from '../../src/invoice/identity.ts';
import type { Identity } from '../../src/reconcile/copies/copy.ts';
import { emptyIdentity } from '../../src/reconcile/fresh-identity.ts';
import type { Content, InvoiceRow, Place } from './place.ts';
import { book, type World } from './world.ts';

export function watchOver(world: World): void {
  for (const place of world.places) {
    place.onCommit = (before, after) => {
      checkApply(world, place, before, after);
      checkReceipts(world, place, after);
      checkPeople(world, place, before, after);
    };
  }
  world.mailServer.onAcknowledge = (raw) => checkDurable(world, raw);
  world.database.onCommit = (written) => checkLedger(world, written);
}

/** I1: the mailbox is told only of what is committed. */
function checkDurable(world: World, raw: Uint8Array): void {
  const original = sha256(raw);
  const isStored = world.everStored.has(original);
  if (!isStored)
    world.violations.push('I1: a mail was marked in the mailbox before its delivery was committed');
}

/** I5 and I7. */
function checkApply(world: World, place: Place, before: Content, after: Content): void {
  const was = identityOf(before);
  const is = identityOf(after);
  const isApply = is.batchId !== was.batchId;
  if (is.fenced && !was.fenced) place.isUnfenced = false;
  if (!isApply) {
    if (is.epoch < was.epoch)
      world.violations.push(`I5: the epoch of ${place.name} went from ${was.epoch} to ${is.epoch}`);
    if (after.receipts.size !== before.receipts.size)
      world.violations.push(`I5: receipts of ${place.name} changed without a batch`);
    return;
  }
  if (was.fenced || is.epoch !== was.epoch || is.copyId !== was.copyId)
    world.violations.push(
      `I5: a batch was written to ${place.name} although fenced, or with another identity`,
    );
  if (is.previousHead !== was.head || is.head === was.head)
    world.violations.push(`I5: a batch was written to ${place.name} on a head that was not there`);
  checkGivenUp(world, place, is.batchId);
  const { copy, epoch } = world.authority;
  // In the moment between the ledger's move and the copy's new identity, a batch of the epoch before may still come in.
  if (copy !== place.name && !place.isUnfenced)
    world.violations.push(
      `I7: a batch of epoch ${is.epoch} was written to ${place.name}, but ${String(copy)} is authoritative at epoch ${epoch}`,
    );
  for (const receipt of after.receipts.values())
    if (receipt.batchId === is.batchId && receipt.epoch !== was.epoch)
      world.violations.push(
        `I5: a batch of epoch ${receipt.epoch} was written to ${place.name} at epoch ${was.epoch}`,
      );
}

/** A batch that was given up can come in only until the one after it has barred its way. */
function checkGivenUp(world: World, place: Place, batchId: string): void {
  const batches = world.database.committed('batch');
  const batch = batches.find(({ id }) => id === batchId);
  if (!batch || batch.state === 'intended' || place.isUnfenced || place.unbarred.has(batchId)) return;
  if (batch.state === 'acknowledged' || !batches.some(({ state }) => state === 'intended'))
    world.violations.push(
      `I5: batch ${batchId} was written to ${place.name} after it was ${String(batch.state)}`,
    );
}

/** I4, and no invoice twice in any history. */
function checkReceipts(world: World, place: Place, content: Content): void {
  const { receipts, rows, deletedByHand } = content;
  const receipted = new Set<string>();
  for (const receipt of receipts.values()) {
    receipted.add(receipt.key);
    if (!rows.has(receipt.key) && !deletedByHand.has(receipt.key))
      world.violations.push(`I4: ${place.name} holds a receipt of ${receipt.invoiceId} without its row`);
  }
  for (const row of rows.values())
    if (!row.byHand && !receipted.has(row.key))
      world.violations.push(`I4: ${place.name} holds row ${row.key} without its receipt`);
  for (const twice of twiceIn(world, content))
    world.violations.push(`I6: ${place.name} holds ${twice} twice`);
}

/** The same number and amount, or the same invoice under whatever amount: unless a person wanted it beside the other. */
export function twiceIn({ wantedByPeople }: World, { rows }: Content): string[] {
  const seen = new Set<string>();
  return [...rows.values()]
    .flatMap((row) =>
      row.of === null || wantedByPeople.has(row.of) ? [naturalKey(row)] : [naturalKey(row), row.of],
    )
    .filter((key) => seen.has(key) || !seen.add(key));
}

/** I8: what people wrote, changed or deleted stays so. */
function checkPeople(world: World, place: Place, before: Content, after: Content): void {
  for (const row of before.rows.values()) {
    const now = after.rows.get(row.key);
    if (now?.note !== row.note || now.invoice !== row.invoice)
      world.violations.push(`I8: row ${row.key} of ${place.name} was changed or removed by us`);
  }
  if (after.rows.size === before.rows.size) return;
  // A receipt of this very transaction tells of no deletion, though its row may bear a key that another one bore.
  const deleted = new Set(
    [...after.receipts]
      .filter(([of, { key }]) => after.deletedByHand.has(key) && before.receipts.get(of)?.key === key)
      .map(([, { invoiceId }]) => invoiceId),
  );
  const isKnownAsDeleted = knownAsDeleted(world, place, identityOf(after).batchId);
  for (const row of after.rows.values()) {
    if (before.rows.has(row.key) || row.of === null) continue;
    if (deleted.has(row.of) || isKnownAsDeleted(row.of))
      world.violations.push(`I8: ${row.of} was deleted from ${place.name} by a person, and was put back`);
  }
}

/** What the ledger has learnt of deletions counts also where the copy has forgotten them, unless a person said otherwise. */
function knownAsDeleted(world: World, place: Place, batchId: string): (invoice: string) => boolean {
  // A batch that was given up before an older state was put back is a known edge.
  if (place.unbarred.has(batchId)) return () => false;
  const known = new Set(
    world.database
      .committed('vanished_invoice')
      .filter(({ state }) => state !== 'wanted')
      .map(({ invoice }) => invoice),
  );
  return (invoice) => known.has(invoice) && !world.wantedByPeople.has(invoice);
}

/** I2 and I3 are keys of the tables; what no key can hold is checked here, at every commit of the ledger. */
function checkLedger(world: World, written: ReadonlyMap<string, unknown>): void {
  if (written.has('delivery'))
    for (const { original } of world.database.committed('delivery')) world.everStored.add(original);
  if (written.has('heal')) checkClosedHeals(world);
  if (!written.has('batch')) return;
  const open = world.database.committed('batch').filter(({ state }) => state === 'intended');
  if (open.length > 1) world.violations.push(`I5: ${open.length} batches are open at once`);
  checkResolutions(world);
}

/** I9: every intent is resolved once. */
function checkResolutions(world: World): void {
  for (const { id, state } of world.database.committed('batch')) {
    const before = world.resolutions.get(id);
    if (before !== undefined && before !== 'intended' && before !== state)
      world.violations.push(`I9: batch ${String(id)} was ${before} and became ${String(state)}`);
    world.resolutions.set(id, state as string);
  }
}

/** A heal is closed when nothing in it waits for a worker, and not before. */
function checkClosedHeals(world: World): void {
  for (const { id, healed_at } of world.database.committed('heal')) {
    if (healed_at === null || world.closedHeals.has(id)) continue;
    world.closedHeals.add(id);
    const lost = world.database
      .committed('event')
      .map(({ data }) => data as { heal?: unknown; lost?: string[] })
      .flatMap((told) => (told.heal === id && told.lost) || []);
    const waiting = world.database
      .committed('invoice')
      .filter(({ state }) => state === 'ready' || state === 'applying')
      .filter((invoice) => lost.includes(invoice.id as string));
    if (waiting.length > 0)
      world.violations.push(`I6: a heal was closed while ${waiting.length} of its invoices waited`);
  }
}

export function identityOf(content: Content): Identity {
  return content.identities.get(book) ?? emptyIdentity(book, { copyId: '', epoch: 0 });
}

/** What a person takes for the same invoice: number and amount. One with another amount may stand beside it, if a person says so. */
function naturalKey({ invoice }: InvoiceRow): string {
  return `${normaliseInvoiceNumber(invoice.invoiceNumber ?? '')} of ${invoice.totals.payable}`;
}
