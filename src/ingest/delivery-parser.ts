/**
 * Reading deliveries as a service: answers the doorbell, and looks by itself for what is not read yet, so that a lost
 * bell costs one sweep and a queue that is away costs nothing but speed.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import { messageOf } from '../errors.ts';
import { type Service, together } from '../service.ts';
import type { Ledger } from '../staging/ledger.ts';
import { deliveriesToRead } from '../staging/mail/deliveries.ts';
import { parseDelivery } from './parse-delivery.ts';
import type { DeliveryReader } from './reading.ts';

export interface ParserSettings {
  /** Deliveries in hand at the same time. */
  concurrency: number;
  /** Time from the end of one look for unread deliveries to the next. Default 5 s. */
  sweepIntervalMs?: number;
}

const deliveriesPerSweep = 500;

/** @param reader stays open: whoever made it closes it. */
export function createDeliveryParser(
  ledger: Ledger,
  reader: DeliveryReader,
  { concurrency, sweepIntervalMs = 5_000 }: ParserSettings,
): Service {
  const limit = pLimit(concurrency);
  const inHand = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  /** A bell that rings for what is in hand already has nothing to add. */
  const parse = (id: string): Promise<void> => {
    const known = inHand.get(id);
    if (known) return known;
    const parsing = limit(async () => {
      if (!stopping.signal.aborted) await parseDelivery(ledger, reader, id);
    }).finally(() => inHand.delete(id));
    inHand.set(id, parsing);
    return parsing;
  };

  const sweep = async () => {
    const unread = await deliveriesToRead(ledger.db, ledger.clock.now(), deliveriesPerSweep);
    const results = await Promise.allSettled(unread.map(parse));
    for (const [index, result] of results.entries()) {
      if (result.status === 'fulfilled') continue;
      ledger.log.error(
        { delivery: unread[index], error: messageOf(result.reason) },
        'a delivery was not read; the next sweep tries again',
      );
    }
  };

  const keepSweeping = async () => {
    while (!stopping.signal.aborted) {
      await sweep().catch((error: unknown) =>
        ledger.log.error({ error: messageOf(error) }, 'the sweep of unread deliveries failed'),
      );
      await delay(sweepIntervalMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const sweeper: Service = {
    name: 'unread deliveries',
    async start() {
      running ??= keepSweeping();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.allSettled(inHand.values());
    },
  };
  return together('parse', [
    sweeper,
    ledger.doorbell.answer('parse', ({ delivery }) => parse(delivery), { concurrency }),
  ]);
}
