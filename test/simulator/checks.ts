/** What must hold of the whole world once the work is drained. */

import { mailSums } from '../../src/staging/mail/mail-sum.ts';
import { transitions } from '../../src/staging/states.ts';
import { receiptKey } from './place.ts';
import { identityOf, twiceIn } from './watch.ts';
import { book, type World } from './world.ts';

type Row = Readonly<Record<string, unknown>>;

export async function checkAtRest(world: World): Promise<void> {
  checkNothingLostNothingTwice(world);
  checkMails(world);
  checkHistory(world);
  checkChain(world);
  if (world.habits.hasMailbox) await checkMailSum(world);
}

const undecided: unknown[] = ['needs_review', 'held', 'rejected'];

/** I6 and I8: one receipt and one effect for each applied invoice, unless a person deleted the effect. */
function checkNothingLostNothingTwice(world: World): void {
  const place = world.place(world.authority.copy ?? '');
  const { receipts, rows, deletedByHand } = place.content;
  const staged = world.database.committed('invoice');
  if (staged.length !== world.arrived.size)
    world.violations.push(`I2/I3: ${world.arrived.size} invoices arrived, ${staged.length} are staged`);
  for (const invoice of staged) {
    const id = invoice.id as string;
    const receipt = receipts.get(receiptKey(book, id));
    if (invoice.state === 'ready' || invoice.state === 'applying')
      world.violations.push(`I6: ${id} is still ${invoice.state}`);
    // What a restored ledger forgot that people had decided, the next full audit reads from the receipts.
    const waitsForAudit = world.isLedgerRestored && undecided.includes(invoice.state);
    if ((invoice.state === 'applied') !== (receipt !== undefined) && !(receipt && waitsForAudit))
      world.violations.push(
        `I6: ${id} is ${String(invoice.state)}, its receipt is ${receipt ? 'there' : 'not there'}`,
      );
    if (receipt && !rows.has(receipt.key) && !deletedByHand.has(receipt.key))
      world.violations.push(`I6: the effect of ${id} is gone, and no person deleted it`);
  }
  const known = new Set(staged.map(({ id }) => receiptKey(book, id as string)));
  for (const key of receipts.keys())
    if (!known.has(key)) world.violations.push(`I6: the receipt ${key} is of no staged invoice`);
  for (const twice of twiceIn(world, place.content))
    world.violations.push(`I6: ${twice} stands in the copy twice`);
  const { copyId, receiptCount, head, epoch, fenced } = identityOf(place.content);
  const registered = world.database.committed('copy').find(({ name }) => name === place.name);
  if (copyId !== registered?.copy_id)
    world.violations.push(`I5: at rest, ${place.name} bears the identity of another copy`);
  if (receiptCount !== receipts.size)
    world.violations.push(`I4: the row counts ${receiptCount} receipts, there are ${receipts.size}`);
  if (head !== world.authority.head || epoch !== world.authority.epoch || fenced)
    world.violations.push('I5: at rest, the copy is not where the ledger has it');
}

/** I1 and I2: every mail is one delivery, read, and its bytes are kept. */
function checkMails(world: World): void {
  const deliveries = world.database.committed('delivery');
  if (deliveries.length !== world.mails.size)
    world.violations.push(`I2: ${world.mails.size} mails came, there are ${deliveries.length} deliveries`);
  for (const { id, disposition } of deliveries)
    if (disposition !== 'invoice') world.violations.push(`I1: ${String(id)} is ${String(disposition)}`);
}

/** I9: every state that an invoice is in follows from its events alone. */
function checkHistory(world: World): void {
  const told = new Map<unknown, unknown>();
  for (const { subject, type, data } of world.database.committed('event')) {
    const transition = transitions.find((candidate) => `invoice:${candidate.verb}` === type);
    if (transition) told.set(subject, transition.to);
    else if (type === 'invoice:stage' || type === 'invoice:reread') told.set(subject, (data as Row).state);
  }
  for (const { id, state } of world.database.committed('invoice'))
    if (told.get(id) !== state)
      world.violations.push(`I9: ${String(id)} is ${String(state)}, its events say ${String(told.get(id))}`);
  const heals = world.database.committed('heal').filter(({ healed_at }) => healed_at === null);
  if (heals.length > 0) world.violations.push(`I6: ${heals.length} heals are still open`);
  if (!world.isHistoryReplaced && world.database.committed('heal').length > 0)
    world.violations.push('I9: an overwrite was reported, and nobody replaced any history');
}

/**
 * The chain's receipts along the tip's branch are the receipts of the copy; but for what a person wanted back and has to decide
 * about once more: its receipt went when it was to be written anew, and its state says that it is not in.
 */
function checkChain(world: World): void {
  const links = new Map(world.database.committed('chain_link').map((link) => [link.head, link]));
  const inChain = new Set<string>();
  for (let at = links.get(world.authority.head); at; at = links.get(at.parent as string)) {
    for (const receipt of world.database.committed('chain_receipt'))
      if (receipt.head === at.head) inChain.add(receiptKey(book, receipt.invoice as string));
  }
  const { receipts } = world.place(world.authority.copy ?? '').content;
  const missing = [...receipts.keys()].filter((key) => !inChain.has(key));
  const inQuestionAgain = new Set(
    world.database
      .committed('vanished_invoice')
      .filter(({ invoice, state }) => state === 'wanted' && stateOf(world, invoice) !== 'applied')
      .map(({ invoice }) => receiptKey(book, invoice as string)),
  );
  const tooMany = [...inChain].filter((key) => !receipts.has(key) && !inQuestionAgain.has(key));
  if (missing.length + tooMany.length > 0)
    world.violations.push(
      `I5: the chain does not tell what the copy holds (${missing.length} missing, ${tooMany.length} too many)`,
    );
}

function stateOf(world: World, id: unknown): unknown {
  return world.database.committed('invoice').find((invoice) => invoice.id === id)?.state;
}

async function checkMailSum(world: World): Promise<void> {
  let closes = false;
  let said = '';
  const process = world.command('status', async ({ db }) => {
    const sums = await mailSums(db);
    closes = sums.every((sum) => sum.closes);
    said = JSON.stringify(sums);
  });
  while (process.tasks > 0) if (!(await world.scheduler.advance())) break;
  if (!closes) world.violations.push(`the sum of the mails does not close: ${said}`);
}
