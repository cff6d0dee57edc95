/** Handing over: in the right order, in every wrong one, twice at once, and interrupted. */
import { home, type Kind, nameOf, placeOf } from './deed.ts';
import { checkItIn, checkItOut, copyTheData, moveAuthority, overwrite, sayCheckInPolicy } from './people.ts';
import type { Process } from './scheduler.ts';
import type { World } from './world.ts';

export const deedsOfHandover: readonly Kind[] = [
  {
    weight: 2,
    name: 'the authority moves',
    say: ([to = 0, force = 0]) => `the authority moves to ${nameOf(to)}${force % 4 === 0 ? ' by force' : ''}`,
    act: (world, [to = 0, force = 0]) => void moveAuthority(world, nameOf(to), force % 4 === 0),
  },
  {
    weight: 2,
    name: 'the data travels, then the authority moves',
    say: ([to = 0]) => `the data travels to ${nameOf(to)}, then the authority moves there`,
    act(world, [to = 0, force = 0]) {
      const place = placeOf(world, to);
      if (place !== home(world)) overwrite(world, place, home(world).content);
      moveAuthority(world, place.name, force % 4 === 0);
    },
  },
  {
    weight: 1,
    name: 'the authority is renewed where it is',
    act: (world) => void moveAuthority(world, home(world).name, false),
  },
  {
    weight: 1,
    name: 'a handover dies half-way',
    say: ([to = 0, steps = 0]) => `a handover to ${nameOf(to)} dies at step ${steps % stepsOfHandover}`,
    act(world, [to = 0, steps = 0]) {
      dieAt(moveAuthority(world, nameOf(to), false), steps);
    },
  },
  {
    weight: 3,
    name: 'somebody checks the book out',
    say: (numbers) => `somebody checks the book out ${sayOrder(numbers)}`,
    act: (world, numbers) => void checkOutAs(world, numbers),
  },
  {
    weight: 3,
    name: 'somebody checks the book in',
    say: (numbers) => `somebody checks the book in from ${nameOf(numbers[2] ?? 0)} ${sayOrder(numbers)}`,
    act: (world, numbers) => void checkInAs(world, numbers),
  },
  {
    weight: 2,
    name: 'the book goes away',
    act: (world, [, force = 0]) =>
      void checkItOut(world, { to: null, holder: 'Anna', force: force % 4 === 0 }),
  },
  {
    weight: 2,
    name: 'the book comes back, copied by hand',
    say: ([from = 0]) => `the data of ${nameOf(from)} are put at cloud, and the book is checked in there`,
    act(world, [from = 0, force = 0]) {
      const place = placeOf(world, from);
      if (place.name !== 'cloud') overwrite(world, world.place('cloud'), place.content);
      checkItIn(world, { from: null, to: 'cloud', force: force % 4 === 0 });
    },
  },
  {
    weight: 1,
    name: 'a checkout dies half-way',
    say: (numbers) => `a checkout ${sayOrder(numbers)} dies at step ${(numbers[2] ?? 0) % stepsOfHandover}`,
    act: (world, numbers) => dieAt(checkOutAs(world, numbers), numbers[2] ?? 0),
  },
  {
    weight: 1,
    name: 'a checkin dies half-way',
    say: (numbers) => `a checkin ${sayOrder(numbers)} dies at step ${(numbers[2] ?? 0) % stepsOfHandover}`,
    act: (world, numbers) => dieAt(checkInAs(world, numbers), numbers[2] ?? 0),
  },
  {
    weight: 1,
    name: 'two people hand the book over at once',
    say: ([one = 0, other = 0]) =>
      `two people hand the book over at once, to ${nameOf(one)} and ${nameOf(other)}`,
    act(world, [one = 0, other = 0]) {
      checkItOut(world, { to: nameOf(one), overwrite: true });
      checkItOut(world, { to: nameOf(other), overwrite: true });
    },
  },
  {
    weight: 2,
    name: 'only the data are copied',
    say: ([from = 0, to = 0]) => `only the data are copied from ${nameOf(from)} to ${nameOf(to)}`,
    act: (world, [from = 0, to = 0, force = 0]) =>
      void copyTheData(world, nameOf(from), nameOf(to), force % 2 === 0),
  },
  {
    weight: 1,
    name: 'a found check-in is to be taken as one',
    act: (world, [how = 0]) => sayCheckInPolicy(world, how % 4 === 0 ? 'ask' : 'accept'),
  },
];

/** No handover takes more. */
const stepsOfHandover = 60;

function dieAt(process: Process, step: number): void {
  process.fate = { kind: 'dies', stepsLeft: step % stepsOfHandover, connectionsLost: true };
}

function checkOutAs(world: World, [to = 0, how = 0]: readonly number[]): Process {
  return checkItOut(world, {
    to: nameOf(to),
    force: how % 4 === 0,
    overwrite: how % 3 !== 0,
    copied: how % 5 === 0,
  });
}

function checkInAs(world: World, [to = 0, how = 0, from = 0]: readonly number[]): Process {
  return checkItIn(world, {
    from: how % 5 === 0 ? null : nameOf(from),
    to: nameOf(to),
    force: how % 4 === 0,
    overwrite: how % 3 !== 0,
  });
}

function sayOrder([to = 0, how = 0]: readonly number[]): string {
  const words = [how % 4 === 0 && '--force', how % 3 !== 0 && '--overwrite', how % 5 === 0 && '--copied'];
  return ['to', nameOf(to), ...words.filter((word) => word !== false)].join(' ');
}
