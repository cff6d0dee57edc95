/**
 * The states of an invoice and the moves between them: their one home. The database holds the same rules, which
 * `publishStates` gives it, and docs/states.md draws them (a test keeps the picture equal to this file).
 */

export const invoiceStates = [
  'needs_review',
  'ready',
  'held',
  'applying',
  'applied',
  'conflict',
  'quarantined',
  'rejected',
] as const;

export type InvoiceState = (typeof invoiceStates)[number];

/** What brings an invoice from one state to another; each is an event `invoice:<verb>`. */
export const transitions = [
  // People, and the rules that ask for people.
  { verb: 'release', from: ['needs_review', 'held', 'conflict', 'quarantined', 'rejected'], to: 'ready' },
  { verb: 'hold', from: ['ready', 'needs_review', 'conflict', 'quarantined'], to: 'held' },
  { verb: 'reject', from: ['ready', 'needs_review', 'held', 'conflict', 'quarantined'], to: 'rejected' },
  { verb: 'question', from: ['ready', 'held', 'conflict', 'quarantined'], to: 'needs_review' },
  // The reconciler: a batch takes ready invoices and gives each back in exactly one way.
  { verb: 'claim', from: ['ready'], to: 'applying' },
  { verb: 'return', from: ['applying'], to: 'ready' },
  { verb: 'apply', from: ['applying'], to: 'applied' },
  { verb: 'dispute', from: ['applying'], to: 'conflict' },
  { verb: 'quarantine', from: ['applying'], to: 'quarantined' },
  // What the copies themselves tell.
  { verb: 'overwrite', from: ['applied'], to: 'ready' },
  // Its receipt stands and its row is gone, and a person wants it back.
  { verb: 'restore', from: ['applied'], to: 'ready' },
  {
    verb: 'find',
    from: ['ready', 'needs_review', 'held', 'conflict', 'quarantined', 'rejected'],
    to: 'applied',
  },
] as const satisfies readonly { verb: string; from: readonly InvoiceState[]; to: InvoiceState }[];

export type TransitionVerb = (typeof transitions)[number]['verb'];

/** Where an invoice stays until a person does something. */
export const restingStates: readonly InvoiceState[] = ['applied', 'rejected'];

/** Every allowed pair, as [from, to], once: two verbs may make the same move. */
export function allowedMoves(): [InvoiceState, InvoiceState][] {
  const moves = transitions.flatMap(({ from, to }) =>
    from.map((state): [InvoiceState, InvoiceState] => [state, to]),
  );
  return moves.filter(([from, to], index) => moves.findIndex(([a, b]) => a === from && b === to) === index);
}

export function statesThatCan(verb: TransitionVerb): readonly InvoiceState[] {
  return transitionNamed(verb).from;
}

export function stateAfter(verb: TransitionVerb): InvoiceState {
  return transitionNamed(verb).to;
}

function transitionNamed(verb: TransitionVerb) {
  const transition = transitions.find((candidate) => candidate.verb === verb);
  if (!transition) throw new Error(`no transition is named ${verb}`);
  return transition;
}
