/** Mails, workers, connections and servers: what happens to them without anybody's doing. */
import { calm, commandsEnd, home, type Kind, placeOf } from './deed.ts';

export const deedsOfMachines: readonly Kind[] = [
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
      world.worker(which).process.fate = { kind: 'dies', stepsLeft: steps % 42, connectionsLost: true };
      world.reconcile(which);
    },
  },
  {
    weight: 6,
    name: 'a worker will fall asleep',
    act(world, [which = 0, steps = 0, lost = 0]) {
      world.worker(which).process.fate = {
        kind: 'sleeps',
        stepsLeft: steps % 42,
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
