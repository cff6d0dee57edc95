import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Log } from '../../../src/log.ts';
import { openDoorbell } from '../../../src/staging/queue/queue.ts';
import { eventually } from '../../support/eventually.ts';
import { findRedisServer, startRedis, type TestRedis } from '../../support/redis.ts';
import { describeDoorbell } from './queue.conformance.ts';

const program = findRedisServer();

if (program === null) {
  test('without a redis-server on this machine, the Redis doorbell is not tried', () => {
    console.warn('There is no redis-server on the PATH: the tests of QUEUE_URL=redis://… did not run.');
    expect(process.env.CI).not.toBe('true');
  });
} else {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis(program);
  });
  afterAll(async () => await redis.remove());

  const command = async (...words: [string, ...string[]]) => {
    const client = new Redis(redis.url);
    try {
      return await client.call(...words);
    } finally {
      client.disconnect();
    }
  };

  describeDoorbell('Redis', () => ({
    queueUrl: redis.url,
    async wipeFromOutside() {
      await command('FLUSHALL');
    },
    async cutListeners() {
      await command('CLIENT', 'KILL', 'TYPE', 'NORMAL', 'SKIPME', 'YES');
    },
  }));

  describe('an outage of Redis', () => {
    let server: TestRedis;
    beforeEach(async () => {
      server = await startRedis(program);
    });
    afterEach(async () => await server.remove());

    test('is told once, loses only bells, and is over when Redis is back', async () => {
      const told: string[] = [];
      const doorbell = await openDoorbell({ queueUrl: server.url, ledgerUrl: '', log: recorder(told) });
      const heard: string[] = [];
      const service = doorbell.answer('parse', async ({ delivery }) => void heard.push(delivery), {
        concurrency: 1,
      });
      await service.start();

      await server.kill();
      await eventually(() => expect(told).toHaveLength(1));
      for (let bell = 0; bell < 50; bell += 1) {
        expect(await doorbell.ring([{ kind: 'parse', delivery: `lost-${bell}` }])).toBe(false);
      }
      await expect(doorbell.findings()).rejects.toMatchObject({ code: 'queue_unreachable' });
      expect(told).toEqual([expect.stringContaining('out of order')]);

      await server.start();
      await eventually(async () =>
        expect(await doorbell.ring([{ kind: 'parse', delivery: 'back' }])).toBe(true),
      );
      await eventually(() => expect(heard).toContain('back'));
      await doorbell.close();
      expect(told.filter((line) => line.includes('is back')).length).toBeGreaterThan(0);
    });

    test('that hangs holds up one ring, and is over when it speaks again', async () => {
      const doorbell = await openDoorbell({ queueUrl: server.url, ledgerUrl: '', log: recorder([]) });
      server.hang();
      for (let bell = 0; bell < 20; bell += 1) {
        expect(await doorbell.ring([{ kind: 'parse', delivery: `lost-${bell}` }])).toBe(false);
      }
      server.resume();
      await eventually(async () =>
        expect(await doorbell.ring([{ kind: 'parse', delivery: 'back' }])).toBe(true),
      );
      await doorbell.close();
    });

    test('does not keep a program from ending', async () => {
      const program = `
        import { openDoorbell } from './src/staging/queue/queue.ts';
        import { silentLog } from './src/log.ts';
        const doorbell = await openDoorbell({ queueUrl: process.argv[1], ledgerUrl: '', log: silentLog });
        const service = doorbell.answer('parse', async () => undefined, { concurrency: 1 });
        await service.start();
        process.stdout.write('ready');
        await new Promise((resolve) => process.stdin.once('data', resolve));
        process.stdin.destroy();
        await doorbell.close();`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program, server.url], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      await server.kill();
      child.stdin.write('stop');
      expect((await ended)[0]).toBe(0);
    });

    test('at the start does not keep anybody from starting', async () => {
      await server.kill();
      const told: string[] = [];
      const doorbell = await openDoorbell({ queueUrl: server.url, ledgerUrl: '', log: recorder(told) });
      expect(await doorbell.ring([{ kind: 'parse', delivery: 'lost' }])).toBe(false);
      await server.start();
      await eventually(async () =>
        expect(await doorbell.ring([{ kind: 'parse', delivery: 'found' }])).toBe(true),
      );
      await doorbell.close();
    });
  });

  test('a Redis that may throw bells away is found', async () => {
    await command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    const doorbell = await openDoorbell({ queueUrl: redis.url, ledgerUrl: '', log: recorder([]) });
    expect(await doorbell.findings()).toEqual([expect.stringContaining('maxmemory-policy noeviction')]);
    await doorbell.close();
    await command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  });
}

test('an address that is not of a Redis is refused', async () => {
  const opening = openDoorbell({ queueUrl: 'http://localhost', ledgerUrl: '', log: recorder([]) });
  await expect(opening).rejects.toMatchObject({ code: 'queue_url_invalid' });
});

function recorder(told: string[]): Log {
  const write = (_: unknown, message?: string) => void told.push(String(message));
  const log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log as unknown as Log;
}
