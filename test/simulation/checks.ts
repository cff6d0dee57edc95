/** What must hold of the whole world once the work is drained. */

import { normaliseInvoiceNumber } from '../../src/invoice/identity.ts';
import { transitions } from '../../src/staging/states.ts';
import type { World } from './world.ts';
import { identityOf } from './world.ts';

/** Brings everything to rest: the sleeper is gone, every place is reachable, every bell is answered. */
export async function drain(world: World): Promise<void> {
  await world.wake();
  for (const place of world.places) {
    place.reachable = true;
    place.commitFaults = [];
    place.cutConnections();
  }
  const results: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    results.push(await world.reconcile());
    if (results.at(-1) === 'in_order') return;
    // A handover that was refused half-way is for a person to finish, as the hint says.
    if (results.at(-1) === 'fenced') await world.moveAuthority((await world.authoritativePlace()).name);
  }
  world.violations.push(`I6: the book does not come to rest: ${results.join(', ')}`);
}

export async function checkAtRest(world: World): Promise<void> {
  await checkNothingLostNothingTwice(world);
  await checkHistory(world);
  await checkHeals(world);
}

/** I6 and I8: one receipt and one effect for each applied invoice, unless a person deleted the effect. */
async function checkNothingLostNothingTwice(world: World): Promise<void> {
  const place = await world.authoritativePlace();
  const { receipts, rows, deletedByHand } = place.content;
  const staged = await world.ledger.db
    .selectFrom('invoice')
    .select(['id', 'state', 'invoice_number'])
    .where('book', '=', world.book)
    .execute();
  if (staged.length !== world.arrived.size) {
    world.violations.push(`I2/I3: ${world.arrived.size} invoices arrived, ${staged.length} are staged`);
  }
  for (const invoice of staged) {
    const receipt = receipts.get(`${world.book}/${invoice.id}`);
    if (invoice.state === 'ready' || invoice.state === 'applying') {
      world.violations.push(`I6: ${invoice.id} is still ${invoice.state}`);
    }
    if ((invoice.state === 'applied') !== (receipt !== undefined)) {
      world.violations.push(
        `I6: ${invoice.id} is ${invoice.state}, its receipt is ${receipt ? 'there' : 'not there'}`,
      );
    }
    if (receipt && !rows.has(receipt.key) && !deletedByHand.has(receipt.key)) {
      world.violations.push(`I6: the effect of ${invoice.id} is gone, and no person deleted it`);
    }
  }
  const numbers = [...rows.values()].map((row) => normaliseInvoiceNumber(row.invoice.invoiceNumber ?? ''));
  if (new Set(numbers).size !== numbers.length)
    world.violations.push('I6: an invoice stands in the copy twice');
  const { receiptCount } = identityOf(place.content, world.book);
  if (receiptCount !== receipts.size) {
    world.violations.push(`I4: the row counts ${receiptCount} receipts, there are ${receipts.size}`);
  }
}

/** I9: every state that an invoice is in follows from its events alone. */
async function checkHistory(world: World): Promise<void> {
  const events = await world.ledger.db
    .selectFrom('event')
    .select(['subject', 'type', 'data'])
    .where('book', '=', world.book)
    .where('type', 'like', 'invoice:%')
    .orderBy('id')
    .execute();
  const told = new Map<string, unknown>();
  for (const { subject, type, data } of events) {
    const verb = type.slice('invoice:'.length);
    const transition = transitions.find((candidate) => candidate.verb === verb);
    if (transition) told.set(subject, transition.to);
    // These two tell the state that they led to.
    else if (verb === 'stage' || verb === 'reread') told.set(subject, data.state);
  }
  const staged = await world.ledger.db
    .selectFrom('invoice')
    .select(['id', 'state'])
    .where('book', '=', world.book)
    .execute();
  for (const { id, state } of staged) {
    if (told.get(id) !== state) {
      world.violations.push(`I9: ${id} is ${state}, its events say ${String(told.get(id))}`);
    }
  }
}

async function checkHeals(world: World): Promise<void> {
  const open = await world.ledger.db
    .selectFrom('heal')
    .select('id')
    .where('book', '=', world.book)
    .where('healed_at', 'is', null)
    .execute();
  if (open.length > 0) world.violations.push(`I6: ${open.length} heals are still open`);
}
