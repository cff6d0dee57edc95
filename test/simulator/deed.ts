/**
 * What happens in a history: mails, workers, crashes, lost answers, and people who copy, delete, edit, register and hand
 * over in every order. A deed is plain data, so that a history can be printed, shortened and played again.
 */
import type { Content, Place } from './place.ts';
import { placeNames, type World } from './world.ts';

export interface Deed {
  name: string;
  numbers: readonly number[];
}

export interface Kind {
  weight: number;
  name: string;
  /** How it reads in a history. */
  say?: (numbers: readonly number[]) => string;
  act: (world: World, numbers: readonly number[]) => void;
}

export const placeOf = (world: World, number: number): Place =>
  world.places[number % world.places.length] as Place;
export const nameOf = (number: number) => placeNames[number % placeNames.length] as string;
export const home = (world: World): Place => world.place(world.authority.copy ?? 'cloud');

/** One of the snapshots; more often one of the last. */
export function snapshotOf(world: World, which: number): Content | undefined {
  const { snapshots } = world;
  const at = which % 3 === 0 ? which % Math.max(1, snapshots.length) : snapshots.length - (which % 3);
  return snapshots[at]?.content;
}

/** Mostly where the book lives, at times elsewhere or in a file at somebody's home. */
export function contentToWorkIn(world: World, [which = 0, where = 0]: readonly number[]): Content {
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
