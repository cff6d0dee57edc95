/**
 * What happens in a history: mails, workers, crashes, lost answers, and people who copy, delete, edit, register and hand
 * over in every order. A deed is plain data, so that a history can be printed, shortened and played again.
 */
import { fabricateInvoice } from './fabricate.ts';
import type { Content, Place } from './place.ts';
import type { Random } from './random.ts';
import { placeNames, type World } from './world.ts';

export interface Deed {
  name: string;
  numbers: readonly number[];
}

interface Kind {
  weight: number;
  name: string;
  /** How it reads in a history. */
  say?: (numbers: readonly number[]) => string;
  act: (world: World, numbers: readonly number[]) => void;
}

const placeOf = (world: World, number: number): Place => world.places[number % world.places.length] as Place;
const nameOf = (number: number) => placeNames[number % placeNames.length] as string;
const home = (world: World): Place => world.place(world.authority.copy ?? 'cloud');

/** One of the snapshots; more often one of the last. */
function snapshotOf(world: World, which: number): Content | undefined {
  const { snapshots } = world;
  const at = which % 3 === 0 ? which % Math.max(1, snapshots.length) : snapshots.length - (which % 3);
  return snapshots[at]?.content;
}

/** Mostly where the book lives, at times elsewhere or in a file at somebody's home. */
function contentToWorkIn(world: World, [which = 0, where = 0]: readonly number[]): Content {
  const snapshot = snapshotOf(world, which);
  if (where % 4 === 0 && snapshot) return snapshot;
  const place = where % 4 === 1 ? placeOf(world, which) : home(world);
  place.cutConnections();
  // A transaction that began before would find another file: people and workers do not write at the same time.
  place.overwrite(place.content);
  return place.content;
}

/** Everybody goes on until nobody can: `simulate.ts` sees to it. */
export const calm = 'all that is under way comes to its end';

export const commandsEnd = 'what people began comes to its end, while the workers are slow';

const kinds: readonly Kind[] = [
  {
    weight: 10,
    name: 'mails arrive',
    act(world, [count = 0, refused = 0, doubtful = 0]) {
      for (let index = 0; index <= count % 4; index += 1) {
        const number = world.arrived.size + 1;
        world.sendMail({
          number,
          refused: refused % 3 === 0 && index === 1,
          certain: doubtful % 3 !== 0 || index !== 2,
        });
      }
      if (world.habits.hasMailbox) world.poll(count);
    },
  },
  { weight: 14, name: calm, say: () => calm, act: () => {} },
  { weight: 4, name: commandsEnd, say: () => commandsEnd, act: () => {} },
  { weight: 2, name: 'a mail arrives again', act: (world, [which = 0]) => world.sendAgain(which) },
  {
    weight: 1,
    name: 'an invoice comes in another mail',
    act(world, [which = 0]) {
      const again = world.arrived.get(1 + (which % Math.max(1, world.arrived.size)));
      if (again) world.sendMail(again);
    },
  },
  {
    weight: 4,
    name: 'a worker polls the mailbox',
    act: (world, [which = 0]) => world.habits.hasMailbox && world.poll(which),
  },
  { weight: 3, name: 'a worker looks for unread mails', act: (world, [which = 0]) => world.read(which) },
  { weight: 8, name: 'a worker reconciles', act: (world, [which = 0]) => world.reconcile(which) },
  { weight: 3, name: 'a worker crashes', act: (world, [which = 0]) => world.crash(which) },
  {
    weight: 6,
    name: 'a worker will crash',
    act(world, [which = 0, steps = 0]) {
      world.worker(which).process.fate = { kind: 'dies', stepsLeft: steps % 45, connectionsLost: true };
      world.reconcile(which);
    },
  },
  {
    weight: 6,
    name: 'a worker will fall asleep',
    act(world, [which = 0, steps = 0, lost = 0]) {
      world.worker(which).process.fate = {
        kind: 'sleeps',
        stepsLeft: steps % 45,
        connectionsLost: lost % 2 === 0,
      };
      world.reconcile(which);
    },
  },
  { weight: 5, name: 'a worker wakes', act: (world, [which = 0]) => world.worker(which).process.wake() },
  {
    weight: 2,
    name: 'the connections of a worker break',
    act: (world, [which = 0]) => world.worker(which).process.cutConnections(),
  },
  {
    weight: 4,
    name: 'the next COMMIT of the copy loses its answer',
    act: (world, [after = 0]) =>
      void home(world).commitFaults.push(after % 2 === 0 ? 'answer_lost_after' : 'answer_lost_before'),
  },
  {
    weight: 4,
    name: 'a COMMIT of the ledger loses its answer',
    act: (world, [which = 0, after = 0]) =>
      void world
        .worker(which)
        .process.ledgerFaults.push(after % 2 === 0 ? 'answer_lost_after' : 'answer_lost_before'),
  },
  {
    weight: 1,
    name: 'a copy is out of reach',
    act(world, [which = 0]) {
      placeOf(world, which).reachable = false;
    },
  },
  {
    weight: 2,
    name: 'every copy is in reach',
    act(world) {
      for (const place of world.places) place.reachable = true;
    },
  },
  {
    weight: 7,
    name: 'somebody takes a copy home',
    act: (world, [which = 0, where = 0]) =>
      world.takeHome(where % 3 === 0 ? placeOf(world, which) : home(world)),
  },
  {
    weight: 9,
    name: 'a copy is copied back over',
    act(world, [which = 0, where = 0]) {
      const snapshot = snapshotOf(world, which);
      if (snapshot) world.overwrite(where % 5 === 0 ? placeOf(world, where) : home(world), snapshot);
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
      for (const [key, row] of content.rows) content.rows.set(key, { ...row, byHand: true, of: null });
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
        if (row) content.rows.set(row.key, { ...row, byHand: true, of: null });
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
      if (row) content.rows.set(row.key, { ...row, note: `edit ${String(numbers[2])}` });
    },
  },
  {
    weight: 3,
    name: 'a person registers an invoice by hand',
    act(world, numbers) {
      const content = contentToWorkIn(world, numbers);
      const known = [...world.arrived.values()];
      const chosen = known[(numbers[2] ?? 0) % Math.max(1, known.length)];
      if (!chosen || chosen.refused) return;
      const invoice = fabricateInvoice(chosen);
      const isThere = [...content.rows.values()].some(
        (row) => row.invoice.invoiceNumber === invoice.invoiceNumber,
      );
      if (isThere) return;
      const key = String(content.nextKey);
      content.nextKey += 1;
      content.rows.set(key, { key, invoice, note: 'by hand', byHand: true, of: null });
    },
  },
  {
    weight: 4,
    name: 'a person decides',
    act(world, [which = 0, decision = 0]) {
      world.decide((['hold', 'release', 'release', 'reject'] as const)[decision % 4] as 'hold', which);
    },
  },
  {
    weight: 2,
    name: 'the authority moves',
    say: ([to = 0, force = 0]) => `the authority moves to ${nameOf(to)}${force % 4 === 0 ? ' by force' : ''}`,
    act: (world, [to = 0, force = 0]) => void world.moveAuthority(nameOf(to), force % 4 === 0),
  },
  {
    weight: 2,
    name: 'the data travels, then the authority moves',
    say: ([to = 0]) => `the data travels to ${nameOf(to)}, then the authority moves there`,
    act(world, [to = 0, force = 0]) {
      const place = placeOf(world, to);
      if (place !== home(world)) world.overwrite(place, home(world).content);
      world.moveAuthority(place.name, force % 4 === 0);
    },
  },
  {
    weight: 1,
    name: 'the authority is renewed where it is',
    act: (world) => void world.moveAuthority(home(world).name, false),
  },
  {
    weight: 1,
    name: 'a handover dies half-way',
    say: ([to = 0, steps = 0]) => `a handover to ${nameOf(to)} dies at step ${steps % 25}`,
    act(world, [to = 0, steps = 0]) {
      const process = world.moveAuthority(nameOf(to), false);
      process.fate = { kind: 'dies', stepsLeft: steps % 25, connectionsLost: true };
    },
  },
  { weight: 1, name: 'somebody audits the book', act: (world) => world.audit() },
  { weight: 2, name: 'the ledger is backed up', act: (world) => world.backUpLedger() },
  { weight: 1, name: 'the ledger is restored', act: (world, [which = 0]) => world.restoreLedger(which) },
  {
    weight: 2,
    name: 'the mail server has a fault',
    act: (world, [fault = 0]) =>
      void world.mailServer.faults.push(
        (['lost_before', 'lost_after', 'refused'] as const)[fault % 3] as 'refused',
      ),
  },
  { weight: 1, name: 'the mailbox is renumbered', act: (world) => world.mailServer.renumber() },
  {
    weight: 1,
    name: 'the queue is wiped',
    act(world) {
      world.bells = [];
    },
  },
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));
const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);

const mails = 'mails arrive';
const takeHome = 'somebody takes a copy home';
const copyBack = 'a copy is copied back over';
const falls = 'a worker will fall asleep';
const wakes = 'a worker wakes';
const reconciles = 'a worker reconciles';
const travels = 'the data travels, then the authority moves';
const moves = 'the authority moves';
const renews = 'the authority is renewed where it is';
const backUp = 'the ledger is backed up';
const restore = 'the ledger is restored';
const decides = 'a person decides';

/** What goes wrong together in life; chance alone would seldom come to it. */
const scenes: readonly (readonly string[])[] = [
  [takeHome, mails, calm, copyBack, reconciles],
  [mails, calm, takeHome, mails, calm, takeHome, copyBack, mails, calm, copyBack, calm],
  [takeHome, mails, falls, copyBack, reconciles, wakes],
  [mails, falls, reconciles, decides, calm, wakes, calm],
  [mails, falls, travels, calm, wakes],
  [mails, falls, moves, calm, wakes, reconciles],
  [mails, falls, moves, mails, moves, wakes, calm],
  [takeHome, travels, mails, calm, copyBack, moves],
  [mails, falls, renews, commandsEnd, wakes, calm],
  [mails, falls, travels, commandsEnd, wakes, calm],
  [mails, calm, takeHome, mails, falls, copyBack, commandsEnd, wakes, calm],
  [takeHome, mails, calm, copyBack, falls, reconciles, calm, wakes, calm],
  [mails, falls, mails, reconciles, calm, wakes, reconciles],
  [backUp, mails, calm, restore, reconciles],
  [backUp, mails, renews, calm, renews, calm, restore, calm],
  [backUp, mails, travels, calm, restore, calm, travels],
  [backUp, takeHome, mails, calm, restore, copyBack, mails],
  [mails, 'a handover dies half-way', reconciles, moves, wakes],
];

export function inventHistory(random: Random): Deed[] {
  const history: Deed[] = [];
  // Short histories are many and find most; long ones find the rest.
  const length = random.chance(0.75) ? 2 + random.below(4) : 4 + random.below(10);
  const add = (name: string) =>
    void history.push({ name, numbers: [random.below(1000), random.below(1000), random.below(1000)] });
  add(mails);
  while (history.length < length) {
    if (random.chance(0.8)) add(pickKind(random).name);
    else for (const name of random.pick(scenes)) if (!random.chance(0.1)) add(name);
  }
  return history;
}

function pickKind(random: Random): Kind {
  let at = random.below(weights);
  for (const kind of kinds) {
    at -= kind.weight;
    if (at < 0) return kind;
  }
  return kinds[0] as Kind;
}

export function doDeed(world: World, { name, numbers }: Deed): void {
  byName.get(name)?.act(world, numbers);
}

export function sayDeed({ name, numbers }: Deed): string {
  return byName.get(name)?.say?.(numbers) ?? `${name} (${numbers.join(', ')})`;
}
