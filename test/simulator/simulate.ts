/** One seed: its world, its history, its end. And where it fails, the shortest history that still does. */
import { checkAtRest } from './checks.ts';
import { calm, commandsEnd, type Deed } from './deed.ts';
import { doDeed, inventHistory, sayDeed } from './deeds.ts';
import { moveAuthority } from './people.ts';
import { Random } from './random.ts';
import type { Process } from './scheduler.ts';
import { openWorld } from './starting-point.ts';
import { book, type Habits, type World } from './world.ts';

export interface Outcome {
  seed: number;
  history: Deed[];
  violations: string[];
  steps: number;
  world: World;
}

/** No honest history needs more. */
const stepsMax = 60_000;

export function inventHabits(seed: number): Habits {
  const random = new Random(seed, 5);
  return {
    pace: random.pick([0.005, 0.02, 0.1, 0.4]),
    hasMailbox: random.chance(0.15),
    afterStored: random.pick(['keep', 'seen', 'move']),
    transactionalBells: random.chance(0.7),
    bellsDropped: random.pick([0, 0, 0.3, 1]),
    bellsDoubled: random.pick([0, 0.3]),
    batchSize: random.pick([1, 2, 3, 50]),
    reinstallAfterMs: random.pick([0, 10_000]),
    hasSourceIds: random.chance(0.7),
    readyBefore: random.chance(0.5),
  };
}

export async function simulate(
  seed: number,
  {
    history = inventHistory(new Random(seed, 4)),
    prepare = () => {},
  }: { history?: Deed[]; prepare?: (world: World) => void } = {},
): Promise<Outcome> {
  const world = await openWorld(seed, inventHabits(seed));
  prepare(world);
  world.scheduler.onFailure = (process, error) => noteFailure(world, process, error);
  await live(world, history);
  await drain(world);
  if (world.violations.length === 0) await checkAtRest(world);
  // It taught us rows that the next world is given ready-made: only what is so in every run may count.
  if (world.hasLearned) return await simulate(seed, { history, prepare });
  return { seed, history, violations: world.violations, steps: world.scheduler.steps, world };
}

/** A fault of the program is a violation; that something could not be done just now is not. */
function noteFailure(world: World, process: Process, error: unknown): void {
  const { code, message, stack } = error as { code?: string | number; message: string; stack?: string };
  const isConnection = /Connection terminated|connection to the mail server broke/.test(message);
  if (isConnection || (typeof code === 'string' && !/^(22|23|42)/.test(code))) return;
  world.violations.push(`${process.name} failed: ${code ?? ''} ${stack ?? message}`);
}

async function live(world: World, history: readonly Deed[]): Promise<void> {
  const deeds = [...history];
  while (deeds.length > 0 && world.scheduler.steps < stepsMax) {
    world.replaceTheDead();
    if (world.random.chance(world.habits.pace)) {
      const deed = deeds.shift() as Deed;
      await doOne(world, deed);
      continue;
    }
    const isBell = world.bells.length > 0 && world.random.chance(0.2) && world.answerBell();
    if (isBell || (await world.scheduler.advance())) continue;
    if (world.answerBell()) continue;
    // A timer of long may wait for what people do next.
    if (world.random.chance(0.5) && world.scheduler.passTime()) continue;
    await doOne(world, deeds.shift() as Deed);
  }
}

async function doOne(world: World, deed: Deed): Promise<void> {
  if (deed.name === calm) await settle(world);
  else if (deed.name === commandsEnd) await settleCommands(world);
  else doDeed(world, deed);
}

/** What people began comes to its end, while all workers happen to be slow. */
async function settleCommands(world: World): Promise<void> {
  const isCommand = (process: Process) => world.workers.every((worker) => worker.process !== process);
  while (world.scheduler.steps < stepsMax) {
    if (await world.scheduler.advance(isCommand)) continue;
    // A command may wait for a lease that somebody took to sleep with him.
    if (!world.scheduler.passTime(isCommand)) return;
  }
}

/** Lets everybody go on until nobody can. */
async function settle(world: World): Promise<void> {
  while (world.scheduler.steps < stepsMax) {
    if (await world.scheduler.advance()) continue;
    if (world.answerBell()) continue;
    if (!world.scheduler.passTime()) return;
  }
}

/** Brings everything to rest: sleepers wake, every place is in reach, and a person does what the program asks for. */
async function drain(world: World): Promise<void> {
  world.replaceTheDead();
  for (const { process } of world.workers) {
    process.fate = null;
    process.wake();
    process.ledgerFaults = [];
  }
  world.mailServer.faults = [];
  for (const place of world.places) {
    place.reachable = true;
    place.commitFaults = [];
  }
  await settle(world);
  const results: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    // Whatever was postponed is due.
    world.scheduler.nowMs += 48 * 60 * 60_000;
    if (world.habits.hasMailbox) {
      // Whoever restores the ledger moves back what was moved away since.
      if (world.backups.length > 0) world.mailServer.moveBack();
      world.poll(round);
      await settle(world);
      world.read(round);
    } else if (round === 1 && world.database.committed('delivery').length < world.mails.size) {
      // A ledger that was restored has met its copy before the mails come again; one that waited for a lock too long is
      // asked again, as a worker would.
      world.stageAgain();
    }
    await settle(world);
    const result = await reconcile(world, round);
    results.push(result);
    const areAllStaged = world.database.committed('delivery').length === world.mails.size;
    if (result === 'in_order' && results.at(-2) === 'in_order' && areAllStaged) return;
    const asked = ['fenced', 'other_copy', 'found_check_in', 'ledger_behind', 'no_authority', 'away'];
    if (asked.includes(result)) {
      moveAuthority(world, world.authority.copy ?? 'cloud', true);
      await settle(world);
    }
  }
  world.violations.push(`I6: the book does not come to rest: ${results.join(', ')}`);
}

async function reconcile(world: World, which: number): Promise<string> {
  const { process, reconciler } = world.worker(which);
  let said = 'failed';
  process.spawn(async () => {
    const result = await reconciler.reconcile(book);
    said = result?.kind === 'waiting' ? result.code : (result?.kind ?? 'busy');
  });
  await settle(world);
  return said;
}

/** The shortest history that still fails: deeds are left out one by one as long as it does. */
export async function shrink(failed: Outcome): Promise<Outcome> {
  let shortest = failed;
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (let at = shortest.history.length - 1; at >= 0; at -= 1) {
      const history = shortest.history.filter((_, index) => index !== at);
      const outcome = await simulate(failed.seed, { history });
      if (outcome.violations.length === 0) continue;
      shortest = outcome;
      isShorter = true;
    }
  }
  return shortest;
}

export function tell({ history, violations }: Outcome): string {
  return [
    ...history.map((deed) => `  ${sayDeed(deed)}`),
    ...violations.slice(0, 5).map((text) => `! ${text}`),
  ].join('\n');
}
