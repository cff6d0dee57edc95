/** Five hundred mails of every kind, through the whole program: each ends as what it is, and none is marked too early. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPost, type GeneratedMail } from '../../demo/generator/mails.ts';
import type { Worker } from '../../demo/program.ts';
import { describeWithDovecot } from '../support/dovecot.ts';
import { eventually } from '../support/eventually.ts';
import { address, buyer, expectNothingLostNothingTwice, type Office, openOffice } from './office.ts';

describeWithDovecot('500 mails', () => {
  let office: Office;
  let worker: Worker;
  let mails: GeneratedMail[];

  beforeAll(async () => {
    mails = await createPost({ seed: 500, to: address, buyer }).many(500);
    office = await openOffice();
    await office.deliver(mails);
    worker = await office.program.startWorker();
  }, 120_000);
  afterAll(async () => {
    await worker?.stop();
    await office?.close();
  });

  test('each ends as invoices, as no invoice, or for a person, and none is marked before it is committed', async () => {
    const watch = watchMarks(office);
    try {
      await office.settled(mails.length, 480_000);
      // Reading runs ahead of the sweep, which marks what it stored when it is through with fetching.
      await eventually(
        async () => expect(await office.markedInMailbox()).toHaveLength(mails.length),
        120_000,
      );
    } finally {
      await watch.end();
    }
    const { looks, tooEarly } = await watch.end();
    expect(tooEarly).toEqual([]);
    expect(looks).toBeGreaterThan(10);
    await expectNothingLostNothingTwice(office, mails);
  }, 700_000);
});

/** Looks at the mailbox again and again: what is marked there must be in the ledger at the next moment. */
function watchMarks(office: Office) {
  let ended = false;
  const tooEarly: string[] = [];
  let looks = 0;
  const watching = (async () => {
    while (!ended) {
      const marked = await office.markedInMailbox();
      const committed = new Set(await office.committed());
      tooEarly.push(...marked.filter((hash) => !committed.has(hash)));
      looks += 1;
    }
  })();
  return {
    async end() {
      ended = true;
      await watching;
      return { looks, tooEarly };
    },
  };
}
