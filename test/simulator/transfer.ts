/** Stands in for the copying of whole databases (src/reconcile/copies/transfer.ts): between memory copies, in one of two ways. */
import type { Transfer } from '../../src/reconcile/copies/transfer.ts';
import { openMemoryCopy } from './memory-copy.ts';
import { type Content, Place } from './place.ts';
import type { Process } from './scheduler.ts';
import type { World } from './world.ts';

export function simulatedTransfer(world: World, process: Process): Transfer {
  return async ({ registered: from }, { registered: to }, { makeReady }) => {
    const target = world.place(to.name);
    const content = await takeOut(world.place(from.name), process);
    if (world.habits.readyBefore) {
      const aside = new Place(`${to.name} (aside)`, target.hasSourceIds);
      aside.overwrite(content);
      await makeReady(openMemoryCopy(aside, process));
      await putIn(world, target, aside.content, process);
    } else {
      await putIn(world, target, content, process);
      await makeReady(openMemoryCopy(target, process));
    }
  };
}

async function takeOut(place: Place, process: Process): Promise<Content> {
  await process.step(`${place.name}: copy its data`);
  place.mustBeReachable();
  return place.content;
}

async function putIn(world: World, place: Place, content: Content, process: Process): Promise<void> {
  await process.step(`${place.name}: put the data in place`);
  place.mustBeReachable();
  world.noteReplaced(place);
  place.overwrite(content);
}
