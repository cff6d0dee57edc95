/** What every backend of the doorbell must do; run by queue-postgres.test.ts and queue-redis.test.ts. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../src/log.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import type { Bell, Doorbell } from '../../../src/staging/queue/queue.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';

export interface DoorbellFixture {
  /** Undefined: the ledger's own database. */
  queueUrl?: string;
  /** Takes everything out of the queue behind the doorbell's back. */
  wipeFromOutside(ledger: Ledger): Promise<void>;
  /** Cuts the connections on which workers wait for bells. */
  cutListeners(ledger: Ledger): Promise<void>;
}

const reconcile = (book: string): Bell => ({ kind: 'reconcile', book });
const parse = (delivery: string): Bell => ({ kind: 'parse', delivery });

export function describeDoorbell(name: string, fixture: () => DoorbellFixture): void {
  describe(`the doorbell on ${name}`, () => {
    let fresh: TestLedger;
    let ledger: Ledger;
    let doorbell: Doorbell;
    let heard: string[];

    beforeEach(async () => {
      const { queueUrl } = fixture();
      fresh = await createTestLedger({ queueUrl, log: silentLog });
      ({ ledger } = fresh);
      ({ doorbell } = ledger);
      await doorbell.wipe();
      heard = [];
    });

    afterEach(async () => await fresh.drop());

    /** Hears both kinds, and writes down what it heard. */
    async function listen(concurrency = 1) {
      const services = [
        doorbell.answer('reconcile', async ({ book }) => void heard.push(book), { concurrency }),
        doorbell.answer('parse', async ({ delivery }) => void heard.push(delivery), { concurrency }),
      ];
      for (const service of services) await service.start();
    }

    const untilHeard = (...expected: string[]) =>
      eventually(() => expect([...heard].sort()).toEqual([...expected].sort()));

    test('bells rung before and after somebody listens are heard', async () => {
      await doorbell.ring([parse('early')]);
      await listen();
      await doorbell.ring([parse('late'), reconcile('acme')]);
      await untilHeard('early', 'late', 'acme');
    });

    test('a transaction’s bell is heard once it has committed, and once however often it was rung', async () => {
      await listen();
      await ledger.transaction(async (tx) => {
        tx.ring(reconcile('acme'));
        tx.ring(reconcile('acme'));
      });
      await ledger.transaction(async (tx) => tx.ring(parse('last')));
      await untilHeard('acme', 'last');
    });

    test('what was rung in a transaction that is undone is never heard', async () => {
      await listen();
      const undone = ledger.transaction(async (tx) => {
        tx.ring(reconcile('never'));
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      await ledger.transaction(async (tx) => tx.ring(reconcile('after')));
      await untilHeard('after');
    });

    test('a thousand bells at once are heard, each once', async () => {
      const books = Array.from({ length: 1_000 }, (_, number) => `book-${number}`);
      await listen(8);
      expect(await doorbell.ring(books.map(reconcile))).toBe(true);
      await untilHeard(...books);
    });

    test('a handler that throws stops no other bell, and its own is counted as failed', async () => {
      const service = doorbell.answer(
        'parse',
        async ({ delivery }) => {
          heard.push(delivery);
          if (delivery === 'bad') throw new Error('cannot be read');
        },
        { concurrency: 1 },
      );
      await service.start();
      await doorbell.ring([parse('bad'), parse('good')]);
      await untilHeard('bad', 'good');
      await eventually(async () => {
        expect((await doorbell.counts()).parse).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 1 });
      });
    });

    test('the same bell rings again after its handler failed', async () => {
      let attempts = 0;
      const fails = async () => {
        attempts += 1;
        throw new Error('not yet');
      };
      await doorbell.answer('parse', fails, { concurrency: 1 }).start();
      for (const attempt of [1, 2, 3]) {
        await doorbell.ring([parse('stubborn')]);
        await eventually(() => expect(attempts).toBe(attempt));
      }
    });

    test('counts tell what waits and what is at work', async () => {
      const gate = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const waits = async () => {
        started.resolve();
        await gate.promise;
      };
      await doorbell.ring([parse('one'), parse('two'), parse('three')]);
      await doorbell.answer('parse', waits, { concurrency: 1 }).start();
      await started.promise;
      expect((await doorbell.counts()).parse).toEqual({ waiting: 2, active: 1, delayed: 0, failed: 0 });
      gate.resolve();
    });

    test('no more are answered side by side than was asked for', async () => {
      let atWork = 0;
      let most = 0;
      const counts = async () => {
        atWork += 1;
        most = Math.max(most, atWork);
        await new Promise((resolve) => setImmediate(resolve));
        atWork -= 1;
        heard.push('done');
      };
      await doorbell.answer('parse', counts, { concurrency: 3 }).start();
      await doorbell.ring(Array.from({ length: 60 }, (_, number) => parse(`${number}`)));
      await eventually(() => expect(heard).toHaveLength(60));
      expect(most).toBeLessThanOrEqual(3);
    });

    test('stop waits for the answers that run, and begins no other', async () => {
      const gate = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const service = doorbell.answer(
        'parse',
        async ({ delivery }) => {
          started.resolve();
          await gate.promise;
          heard.push(delivery);
        },
        { concurrency: 1 },
      );
      await service.start();
      await doorbell.ring([parse('running')]);
      await started.promise;
      await doorbell.ring([parse('waiting')]);
      const stopped = service.stop().then(() => [...heard]);
      gate.resolve();
      expect(await stopped).toEqual(['running']);
      await service.stop();
      expect((await doorbell.counts()).parse.waiting).toBe(1);
    });

    test('a service that never started stops', async () => {
      const service = doorbell.answer('parse', async () => undefined, { concurrency: 1 });
      await service.stop();
      await service.start();
      await doorbell.ring([parse('unheard')]);
      expect((await doorbell.counts()).parse.waiting).toBe(1);
    });

    test('after a wipe nothing waits, and new bells are heard', async () => {
      await doorbell.ring([parse('gone'), reconcile('gone')]);
      await doorbell.wipe();
      expect(await doorbell.counts()).toEqual({
        parse: { waiting: 0, active: 0, delayed: 0, failed: 0 },
        reconcile: { waiting: 0, active: 0, delayed: 0, failed: 0 },
      });
      await listen();
      await doorbell.ring([parse('new')]);
      await untilHeard('new');
    });

    test('a queue wiped from outside, while a bell is being answered, goes on', async () => {
      const gate = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const service = doorbell.answer(
        'parse',
        async ({ delivery }) => {
          started.resolve();
          await gate.promise;
          heard.push(delivery);
        },
        { concurrency: 1 },
      );
      await service.start();
      await doorbell.ring([parse('running'), parse('gone')]);
      await started.promise;
      await fixture().wipeFromOutside(ledger);
      gate.resolve();
      await doorbell.ring([parse('new')]);
      await untilHeard('running', 'new');
    });

    test('workers whose connections are cut hear the next bell', async () => {
      await listen();
      await doorbell.ring([parse('before')]);
      await untilHeard('before');
      await fixture().cutListeners(ledger);
      await eventually(async () => expect(await doorbell.ring([parse('after')])).toBe(true));
      await eventually(() => expect(heard).toContain('after'));
    });

    test('what is not a bell is refused, and the next one is heard', async () => {
      await listen();
      await doorbell.ring([{ kind: 'parse', delivery: 17 } as unknown as Bell]);
      await doorbell.ring([parse('real')]);
      await untilHeard('real');
    });

    test('a queue in order gives no findings', async () => {
      expect(await doorbell.findings()).toEqual([]);
    });

    test('close stops what still listens, and may be called twice', async () => {
      await listen();
      await doorbell.close();
      await doorbell.close();
      expect(await doorbell.ring([parse('nobody')])).toBe(false);
    });
  });
}
