/**
 * Whatever happens to processes, answers and databases, in whatever order: nothing is lost, nothing is twice, and
 * people win (I1–I9 of docs/protocol.md; I1 and I2 with a real mail server stand in test/ingest).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moveMany } from '../../src/staging/invoices/transitions.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { checkAtRest, drain } from './checks.ts';
import { World } from './world.ts';

/**
 * In CI at least 1,000; elsewhere a taste. SIMULATION_RUNS asks for another number; SIMULATION_SEED and SIMULATION_PATH,
 * as a failure prints them, play a history again.
 */
const numRuns = Number(process.env.SIMULATION_RUNS ?? (process.env.CI ? 1000 : 150));

let simulated: TestLedger;
beforeAll(async () => {
  simulated = await createTestLedger();
});
afterAll(async () => {
  await simulated.drop();
});

const step = fc.nat(60);
const pick = fc.nat(1000);

interface Deed {
  name: string;
  act: (world: World, number: () => number) => Promise<void>;
  /** How fast-check prints it. */
  [fc.toStringMethod]: () => string;
}
const deed = (name: string, act: Deed['act']): Deed => ({ name, act, [fc.toStringMethod]: () => name });
const here = async (world: World) => await world.authoritativePlace();

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean())
      .map(([count, refused, certain]) =>
        deed(`${count} invoices arrive`, async (world, number) => {
          for (let index = 0; index < count; index += 1) {
            await world.arrive({
              number: number(),
              refused: refused && index === 1,
              certain: certain || index !== 2,
            });
          }
        }),
      ),
  },
  {
    weight: 2,
    arbitrary: pick.map((which) =>
      deed('an invoice arrives again', async (world) => {
        const known = [...world.arrived.values()];
        const again = known[which % Math.max(1, known.length)];
        if (again) await world.arrive(again);
      }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constant(deed('a worker reconciles', async (world) => void (await world.reconcile()))),
  },
  {
    weight: 5,
    arbitrary: step.map((at) => deed(`a worker dies at step ${at}`, (world) => world.reconcileAndDie(at))),
  },
  {
    weight: 3,
    arbitrary: step.map((at) =>
      deed(`a worker falls asleep at step ${at}`, (world) => world.reconcileAndSleep(at)),
    ),
  },
  { weight: 3, arbitrary: fc.constant(deed('the sleeper wakes', (world) => world.wake())) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('answer_lost_after' as const, 'answer_lost_before' as const).map((fault) =>
      deed(`the next commit has its ${fault}`, async (world) => {
        (await here(world)).commitFaults.push(fault);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((reachable) =>
      deed(reachable ? 'the copy is in reach' : 'the copy is out of reach', async (world) => {
        (await here(world)).reachable = reachable;
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constant(
      deed('somebody takes a copy home', async (world) => world.takeHome(await here(world))),
    ),
  },
  {
    weight: 4,
    arbitrary: pick.map((which) =>
      deed('a copy is copied back over', async (world) => world.overwrite(which)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      deed('our tables are dropped', async (world) => {
        const content = await contentToWorkIn(world, false, 0);
        content.identities.clear();
        // Without receipts the rows look as if people had written them, and are linked.
        content.receipts.clear();
        for (const row of content.rows.values()) row.byHand = true;
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      deed('only the identity row is lost', async (world) => {
        (await contentToWorkIn(world, false, 0)).identities.clear();
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(pick, fc.boolean()).map(([which, atHome]) =>
      deed(`a person deletes a row${atHome ? ' at home' : ''}`, async (world) => {
        world.deleteByHand(await contentToWorkIn(world, atHome, which), which);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, fc.boolean()).map(([which, atHome]) =>
      deed(`a person edits a row${atHome ? ' at home' : ''}`, async (world) => {
        world.editByHand(await contentToWorkIn(world, atHome, which), which, `edit ${which}`);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, fc.boolean()).map(([which, atHome]) =>
      deed(`a person registers an invoice by hand${atHome ? ' at home' : ''}`, async (world) => {
        const known = [...world.arrived.values()];
        const chosen = known[which % Math.max(1, known.length)];
        if (chosen) world.registerByHand(await contentToWorkIn(world, atHome, which), chosen);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('hold', 'release', 'reject', 'question'), pick).map(([verb, which]) =>
      deed(`a person says ${verb}`, async (world) => {
        const { db } = world.ledger;
        const staged = await db
          .selectFrom('invoice')
          .select('id')
          .where('book', '=', world.book)
          .orderBy('arrival')
          .execute();
        const chosen = staged[which % Math.max(1, staged.length)];
        if (chosen) {
          await world.ledger.transaction(
            async (tx) =>
              void (await moveMany(tx.db, verb as 'hold', [chosen.id], { actor: 'sim', reason: 'because' })),
          );
        }
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cloud', 'office').map((to) =>
      deed(`the authority moves to ${to}`, async (world) => {
        await world.wake();
        for (const place of world.places) place.cutConnections();
        await world.moveAuthority(to).catch((error: { code?: string }) => {
          // Out of reach, or its answer was lost: refused, and to be repeated.
          if (!['cannot_fence', 'copy_unreachable', 'commit_unknown'].includes(error.code ?? '')) throw error;
        });
      }),
    ),
  },
);

async function contentToWorkIn(world: World, atHome: boolean, which: number) {
  const snapshot = world.snapshots[which % Math.max(1, world.snapshots.length)];
  if (atHome && snapshot) return snapshot.content;
  const place = await here(world);
  // People and transactions do not write at the same time: whoever held the lock was timed out.
  place.cutConnections();
  return place.content;
}

test(
  `whatever happens, nothing is lost, nothing is twice, and people win (${numRuns} histories)`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 24 }), async (history) => {
        const world = await World.open(simulated.url, simulated.ledger);
        let invoices = 0;
        for (const { act } of history) {
          await act(world, () => {
            invoices += 1;
            return invoices;
          });
        }
        await drain(world);
        await checkAtRest(world);
        expect({ history: history.map(({ name }) => name), violations: world.violations }).toEqual(
          expect.objectContaining({ violations: [] }),
        );
      }),
      {
        numRuns,
        ...(process.env.SIMULATION_SEED ? { seed: Number(process.env.SIMULATION_SEED) } : {}),
        ...(process.env.SIMULATION_PATH ? { path: process.env.SIMULATION_PATH, endOnFailure: true } : {}),
      },
    );
  },
  15 * 60_000,
);
