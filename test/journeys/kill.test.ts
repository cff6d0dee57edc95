/** The worker is killed again and again at random moments, mails arriving all the time and the copy being overwritten. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPost, type GeneratedMail } from '../../demo/generator/mails.ts';
import { createRandom } from '../../demo/generator/random.ts';
import { describeWithDovecot } from '../support/dovecot.ts';
import { address, buyer, expectNothingLostNothingTwice, type Office, openOffice } from './office.ts';

const kills = Number(process.env.KILLS ?? (process.env.CI === 'true' ? 100 : 12));

describeWithDovecot(`${kills} times kill -9 under load`, () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({
      STAGING_POST_RECONCILE_SWEEP_INTERVAL_MS: '300',
      STAGING_POST_BATCH_SIZE: '3',
    });
  }, 120_000);
  afterAll(async () => await office?.close());

  test(
    'loses nothing and doubles nothing',
    async () => {
      const random = createRandom(9);
      const post = createPost({ seed: 9, to: address, buyer });
      const sent: GeneratedMail[] = [];
      const older = path.join(office.folder, 'older.db');
      await copyFile(office.cloud, older);
      for (let kill = 0; kill < kills; kill += 1) {
        const worker = await office.program.startWorker();
        const mails = await post.many(3);
        await office.deliver(mails);
        sent.push(...mails);
        // The moment is the point: somewhere between the first fetch and the last acknowledgement.
        await delay(random.int(0, 1_200));
        await worker.kill();
        if (kill % 10 === 4) await copyFile(office.cloud, older);
        if (kill % 10 === 9) await copyFile(older, office.cloud);
      }
      const last = await office.program.startWorker();
      await office.settled(sent.length);
      await expectNothingLostNothingTwice(office, sent);
      await last.stop();
      expect(sent).toHaveLength(3 * kills);
    },
    60_000 + kills * 6_000,
  );
});
