/**
 * Deliberate faults: a change to one line of the program, made in memory by hooks.ts while it is loaded. The simulator
 * must find each of them; a change that no longer fits its file is refused, so that none is lost unseen.
 */
export interface Mutation {
  name: string;
  /** From the root of the repository. */
  file: string;
  from: string;
  to: string;
  /**
   * Another mutation that is made as well: what this one takes away is a second line of defence, and harms only where the
   * first is gone too. It must be found where that other one alone is not.
   */
  behind?: string;
}

export const mutations: readonly Mutation[] = [
  {
    name: 'the fence is not checked',
    file: 'src/reconcile/apply.ts',
    from: "if (identity.fenced) return 'fenced';",
    to: '',
  },
  {
    name: 'the epoch is not checked',
    file: 'src/reconcile/apply.ts',
    from: "if (identity.epoch !== expected.epoch) return 'other_epoch';",
    to: '',
  },
  {
    name: 'the head is not checked',
    file: 'src/reconcile/apply.ts',
    from: "if (identity.head !== expected.expectedHead) return 'other_head';",
    to: '',
  },
  {
    name: 'the receipts are not looked for before applying',
    file: 'src/reconcile/apply.ts',
    from: 'const known = await transaction.findReceipts(',
    to: 'const known = new Map<string, Receipt>();\n    await transaction.findReceipts(',
  },
  {
    name: 'a batch is acknowledged before the copy commits it',
    file: 'src/reconcile/batch.ts',
    from: '  let outcome: ApplyOutcome;\n',
    to: `  await ledger.transaction(async (tx) => await acknowledgeBatch(tx.db, claim.batch, {
         head: null,
         receipts: claim.invoices.map(({ id }) => ({ invoiceId: id, outcome: 'applied', table: 'supplier_invoice', key: id })),
         found: [], disputed: [], refused: [],
       }));
       let outcome: ApplyOutcome;
      `,
  },
  {
    name: 'a batch that was looked up is always taken to be in',
    file: 'src/reconcile/batch.ts',
    from: "if (identity?.batchId !== batch.id) return 'not_in';",
    to: "if (!identity) return 'not_in';",
  },
  {
    name: 'what is missing is told by counting',
    file: 'src/reconcile/audit.ts',
    from: '  return { ...comparison, missing: missing.map(({ id }) => id) };',
    to: `  const { rows } = await sql<Staged>\`select id from invoice where book = \${book} and state = 'applied' order by arrival\`.execute(db);
         return { ...comparison, missing: rows.slice(comparison.receipts).map(({ id }) => id) };`,
  },
  {
    name: 'a batch that came in late is not recognised',
    file: 'src/reconcile/heal.ts',
    from: '  await adoptLateBatch(ledger, work, identity);\n',
    to: '',
  },
  {
    name: 'the branch that was left is ignored',
    file: 'src/reconcile/heal.ts',
    from: 'lost: left.map(({ invoiceId }) => invoiceId).filter((id) => !isThere.has(id)),',
    to: 'lost: arrived.length > 0 ? [] : left.map(({ invoiceId }) => invoiceId),',
  },
  {
    name: 'an unknown head is trusted without an audit',
    file: 'src/reconcile/heal.ts',
    from: '      lost: comparison.missing,\n      gained: comparison.unacknowledged,',
    to: '      lost: [],\n      gained: [],',
  },
  {
    name: 'a copy without an identity is taken for an empty one',
    file: 'src/reconcile/fresh-identity.ts',
    from: '  const unknown = { ...empty, head: nextHead(empty.head, randomUUID(), epoch, []), receiptCount };',
    to: '  const unknown = { ...empty, receiptCount };',
  },
  {
    name: 'a batch id is used again',
    file: 'src/staging/applying/claims.ts',
    from: '    id: randomUUID(),\n    book: mandate.book,',
    to: "    id: '00000000-0000-4000-a000-' + mandate.head.slice(0, 12),\n    book: mandate.book,",
  },
  {
    name: 'a batch may be resolved twice',
    file: 'src/staging/applying/batches.ts',
    from: " and state = 'intended' returning id",
    to: ' returning id',
  },
  {
    name: 'what was found in the copy is not taken note of',
    file: 'src/staging/applying/batches.ts',
    from: 'const inCopy = [...result.receipts, ...result.found];',
    to: 'const inCopy = [...result.receipts];',
  },
  {
    name: 'the mandate is not held while an intent is recorded',
    file: 'src/staging/books/authority.ts',
    from: 'return now.copy === mandate.copy && now.epoch === mandate.epoch && now.head === mandate.head;',
    to: 'return now !== mandate;',
    behind: 'the fence is not checked',
  },
  {
    name: 'a heal is closed while its invoices still wait',
    file: 'src/staging/applying/heals.ts',
    from: 'healed_at: taken.length === 0 ? sql<Date>`now()` : null,',
    to: 'healed_at: sql<Date>`now()`,',
  },
  {
    name: 'the copy that loses the authority is not fenced',
    file: 'src/reconcile/fence.ts',
    from: 'return await changeIdentity(copy, from.book, { fenced: true }, from.copy_id);',
    to: 'return await changeIdentity(copy, from.book, {}, from.copy_id);',
  },
  {
    name: 'the epochs of the copies are forgotten at a handover',
    file: 'src/reconcile/handover.ts',
    from: 'epochAbove: Math.max(found?.epoch ?? 0, left?.epoch ?? 0, brought?.epoch ?? 0),',
    to: 'epochAbove: 0,',
    behind: 'a handover that was overtaken gives an earlier epoch',
  },
  {
    name: 'a handover that was overtaken gives an earlier epoch',
    file: 'src/reconcile/fresh-identity.ts',
    from: 'if (identity.epoch > epoch) throw overtaken(book);',
    to: '',
  },
  {
    name: 'what was deleted before an overwrite is put back without a question',
    file: 'src/reconcile/heal.ts',
    from: '    await holdDeleted(tx.db, mandate.book, found.lost);\n',
    to: '',
  },
  {
    name: 'another copy at the authoritative address is not held',
    file: 'src/reconcile/observe.ts',
    from: 'if (identity.copyId !== expected.copyId) {',
    to: 'if (identity.copyId === "") {',
  },
  {
    name: 'what a person registered is not linked',
    file: 'src/reconcile/duplicates.ts',
    from: "if (same) return { kind: 'same', existing: same };",
    to: "if (same) return { kind: 'new' };",
  },
  {
    name: 'what a person registered is not linked when the invoice was cleared',
    file: 'src/reconcile/apply.ts',
    from: "candidate.cleared && found.kind === 'conflict' ?",
    to: 'candidate.cleared ?',
  },
  {
    name: 'the mailbox is told before the delivery is committed',
    file: 'src/ingest/sweep.ts',
    from: '    const { delivery, isNew } = await receiveMessage(',
    to: '    await session.acknowledge(uid, sweeping.after);\n    const { delivery, isNew } = await receiveMessage(',
  },
  {
    name: 'the queue is trusted to remember what is unread',
    file: 'src/staging/mail/deliveries.ts',
    from: "    .where('next_read_at', '<=', now)",
    to: "    .where('next_read_at', '<', new Date(0))",
  },
  {
    name: 'an invoice is known by the mail that it came in',
    file: 'src/staging/invoices/invoices.ts',
    from: 'const id = invoiceId(delivery.book, primary.sha256, found.ordinal);',
    to: 'const id = invoiceId(delivery.book, delivery.id, found.ordinal);',
  },
];

export function mutationNamed(name: string): Mutation {
  const found = mutations.find((mutation) => mutation.name === name);
  if (found) return found;
  throw new Error(
    `there is no mutation "${name}"; they are: ${mutations.map((each) => each.name).join('; ')}`,
  );
}
