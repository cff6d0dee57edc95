/** Histories: rows of deeds that a seed decides, and that can be printed, shortened and played again. */
import type { Deed, Kind } from './deed.ts';
import { deedsOfHandover } from './deeds-of-handover.ts';
import { deedsOfMachines } from './deeds-of-machines.ts';
import { deedsOfPeople } from './deeds-of-people.ts';
import type { Random } from './random.ts';
import { mails, scenes } from './scenes.ts';
import type { World } from './world.ts';

const kinds: readonly Kind[] = [...deedsOfMachines, ...deedsOfPeople, ...deedsOfHandover];
const byName = new Map(kinds.map((kind) => [kind.name, kind]));
const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);

export function inventHistory(random: Random): Deed[] {
  const history: Deed[] = [];
  // Short histories are many and find most; long ones find the rest.
  const length = random.chance(0.75) ? 2 + random.below(4) : 4 + random.below(10);
  const add = (name: string) =>
    void history.push({ name, numbers: [random.below(1000), random.below(1000), random.below(1000)] });
  add(mails);
  while (history.length < length) {
    if (random.chance(0.65)) add(pickKind(random).name);
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
