/** The queue is emptied again and again while mails pour in: it is a doorbell, and holds no truth. */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { createPost, type GeneratedMail } from '../../demo/generator/mails.ts';
import { silentLog } from '../../src/log.ts';
import { type Doorbell, openDoorbell } from '../../src/staging/queue/queue.ts';
import { describeWithDovecot } from '../support/dovecot.ts';
import { findRedisServer, startRedis, type TestRedis } from '../support/redis.ts';
import { address, buyer, expectNothingLostNothingTwice, type Office, openOffice } from './office.ts';

describeWithDovecot('the queue wiped under load', () => {
  let mails: GeneratedMail[];
  let office: Office | undefined;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    mails = await createPost({ seed: 77, to: address, buyer }).many(40);
  }, 60_000);
  afterEach(async () => {
    await office?.close();
    await redis?.remove();
    [office, redis] = [undefined, undefined];
  });

  test('in PostgreSQL', async () => {
    office = await openOffice();
    await wipeUnderLoad(office, office.ledger.doorbell);
  }, 180_000);

  test('in Redis', async () => {
    const program = findRedisServer();
    if (!program) {
      console.warn(
        'redis-server is not installed (Debian: apt-get install redis-server); this test did not run.',
      );
      return;
    }
    redis = await startRedis(program);
    office = await openOffice({ QUEUE_URL: redis.url });
    const doorbell = await openDoorbell({
      queueUrl: redis.url,
      ledgerUrl: office.ledger.url,
      log: silentLog,
    });
    try {
      await wipeUnderLoad(office, doorbell);
    } finally {
      await doorbell.close();
    }
  }, 180_000);

  async function wipeUnderLoad(at: Office, doorbell: Doorbell): Promise<void> {
    const worker = await at.program.startWorker();
    let wipes = 0;
    let isDone = false;
    const wiping = (async () => {
      while (!isDone) {
        await doorbell.wipe();
        wipes += 1;
      }
    })();
    try {
      await at.deliver(mails);
      await at.settled(mails.length);
    } finally {
      isDone = true;
      await wiping;
    }
    expect(wipes).toBeGreaterThan(10);
    await expectNothingLostNothingTwice(at, mails);
    await worker.stop();
  }
});
