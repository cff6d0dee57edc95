import { cp, rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { mailboxHealth } from '../../src/staging/mail/mailboxes.ts';
import { readContent } from '../../src/staging/originals.ts';
import { describeWithDovecot, mail } from '../support/dovecot.ts';
import { type ImapProxy, startImapProxy } from '../support/imap-proxy.ts';
import { hashOf, type MailRoom, openMailRoom } from '../support/mail-room.ts';

describeWithDovecot('a sweep of a mailbox', () => {
  let dovecot: Dovecot;
  let proxy: ImapProxy;
  let room: MailRoom;
  let user = '';
  let users = 0;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: Array.from({ length: 40 }, (_, n) => `user${n + 1}`) });
    proxy = await startImapProxy(dovecot.plainPort);
  });
  beforeEach(async () => {
    users += 1;
    user = `user${users}`;
    room = await openMailRoom(dovecot, user);
  });
  afterEach(async () => {
    proxy.onCommand = () => 'pass';
    proxy.onAnswer = () => 'pass';
    await room.close();
  });
  afterAll(async () => {
    await proxy.close();
    await dovecot.stop();
  });

  const hashesOf = (mails: Uint8Array[]) => mails.map(hashOf).sort();

  async function deliver(...mails: Uint8Array[]): Promise<void> {
    // One at a time, so that the server numbers them in this order.
    for (const raw of mails) {
      await dovecot.deliver(user, raw);
      await dovecot.doveadm('mailbox', 'status', '-u', user, 'messages', 'INBOX');
    }
  }

  const throughProxy = (more: { chunkBytes?: number } = {}) =>
    room.mailbox({ port: proxy.port, deadlineMs: 2_000, ...more });

  test('every mail is stored whole, once, and sweeping again changes nothing', async () => {
    const mails = [1, 2, 3].map((n) => mail({ subject: `Faktura ${n}` }));
    await deliver(...mails);
    expect(await room.sweepOnce()).toMatchObject({ isComplete: true, present: 3, received: 3, failed: 0 });
    expect(await room.deliveredHashes()).toEqual(hashesOf(mails));
    const stored = await readContent(room.ledger.db, hashOf(mails[0] ?? new Uint8Array()));
    expect(stored.equals(mails[0] ?? new Uint8Array())).toBe(true);
    expect(await room.sweepOnce()).toMatchObject({ present: 3, received: 0 });
    expect(await room.deliveredHashes()).toHaveLength(3);
    expect(await mailboxHealth(room.ledger.db)).toMatchObject([
      { name: 'fakturor', lastError: null, mails: { acknowledged: 3, failing: 0, vanished: 0 } },
    ]);
  });

  test('after a change of UIDVALIDITY everything is fetched again, matched by content, and nothing is doubled or skipped', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: '2' }));
    await room.sweepOnce();
    await dovecot.doveadm('mailbox', 'update', '-u', user, '--uid-validity', '4711', 'INBOX');
    await deliver(mail({ subject: '3' }));
    expect(await room.sweepOnce()).toMatchObject({ isComplete: true, received: 1, failed: 0 });
    expect(await room.deliveredHashes()).toEqual(
      hashesOf(['1', '2', '3'].map((subject) => mail({ subject }))),
    );
    expect(await room.eventTypes()).toContain('mailbox:renumbered');
    const states = (await room.sightings()).map(({ state }) => state);
    expect(states.filter((state) => state === 'superseded')).toHaveLength(2);
  });

  test('a UID that means another mail after a restore of the server is noticed, when UIDNEXT went backwards', async () => {
    await deliver(mail({ subject: '1' }));
    await room.sweepOnce();
    const backup = `${dovecot.maildir(user)}.backup`;
    await cp(dovecot.maildir(user), backup, { recursive: true, preserveTimestamps: true });
    await deliver(mail({ subject: 'lost by the server' }), mail({ subject: 'also lost' }));
    await room.sweepOnce();
    await restore(backup);
    await deliver(mail({ subject: 'new under the old UID' }));
    expect(await room.sweepOnce()).toMatchObject({ received: 1 });
    const subjects = ['1', 'lost by the server', 'also lost', 'new under the old UID'];
    expect(await room.deliveredHashes()).toEqual(hashesOf(subjects.map((subject) => mail({ subject }))));
    expect(await room.eventTypes()).toEqual(expect.arrayContaining(['mailbox:renumbered', 'mail:replaced']));
  });

  test('it is noticed as well when UIDNEXT has meanwhile caught up', async () => {
    await deliver(mail({ subject: '1' }));
    await room.sweepOnce();
    const backup = `${dovecot.maildir(user)}.backup`;
    await cp(dovecot.maildir(user), backup, { recursive: true, preserveTimestamps: true });
    await deliver(mail({ subject: 'before' }));
    await room.sweepOnce();
    await restore(backup);
    await deliver(mail({ subject: 'after, under the same UID' }));
    expect(await room.sweepOnce()).toMatchObject({ received: 1 });
    expect(await room.deliveredHashes()).toHaveLength(3);
    expect(await room.eventTypes()).toContain('mail:replaced');
  });

  async function restore(backup: string): Promise<void> {
    const maildir = dovecot.maildir(user);
    await dovecot.doveadm('kick', user).catch(() => undefined);
    await rm(maildir, { recursive: true });
    await cp(backup, maildir, { recursive: true, preserveTimestamps: true });
    if (process.getuid?.() === 0) await dovecot.own(maildir);
  }

  test('a line that the server leaves out of an answer is not lost: the next sweep fetches it', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: '2' }), mail({ subject: '3' }));
    proxy.onAnswer = (line) => (/^\* 2 FETCH/.test(line) ? 'drop' : 'pass');
    expect(await room.sweepOnce({ mailbox: throughProxy() })).toMatchObject({ received: 2, failed: 1 });
    proxy.onAnswer = () => 'pass';
    expect(await room.sweepOnce({ mailbox: throughProxy() })).toMatchObject({ received: 1, failed: 0 });
    expect(await room.deliveredHashes()).toHaveLength(3);
  });

  test('a UID that the server leaves out of one SEARCH and shows in the next comes back to life', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: '2' }));
    await dovecot.createFolder(user, 'Klart');
    const after = { kind: 'move', folder: 'Finns inte' } as const;
    await room.sweepOnce({ after });
    proxy.onAnswer = (line) => (/^\* SEARCH/.test(line) ? { rewrite: '* SEARCH 1' } : 'pass');
    expect(await room.sweepOnce({ after, mailbox: throughProxy() })).toMatchObject({ vanished: 1 });
    proxy.onAnswer = () => 'pass';
    await room.sweepOnce({ after });
    expect((await room.sightings()).map(({ state }) => state)).toEqual(['stored', 'stored']);
    expect(await room.deliveredHashes()).toHaveLength(2);
  });

  test('a connection cut in the middle of a mail leaves nothing half stored, and the next one fetches it whole', async () => {
    const large = Buffer.concat([mail({}), Buffer.alloc(200_000, 'x')]);
    await deliver(large);
    proxy.onAnswer = (line) => (/BODY\[\]/.test(line) ? { cutAfterBytes: 100_000 } : 'pass');
    await expect(room.sweepOnce({ mailbox: throughProxy() })).rejects.toMatchObject({
      code: 'mailbox_unreachable',
    });
    expect(await room.deliveredHashes()).toEqual([]);
    proxy.onAnswer = () => 'pass';
    await room.sweepOnce({ mailbox: throughProxy() });
    expect(await room.deliveredHashes()).toEqual([hashOf(large)]);
  });

  test('a cut between two pieces of a mail leaves nothing half stored either', async () => {
    const large = Buffer.concat([mail({}), Buffer.alloc(5_000, 'x')]);
    await deliver(large);
    proxy.onCommand = (line) => (/BODY\.PEEK\[\]<2048/.test(line) ? 'cut' : 'pass');
    await expect(room.sweepOnce({ mailbox: throughProxy({ chunkBytes: 1024 }) })).rejects.toThrow();
    expect(await room.deliveredHashes()).toEqual([]);
    expect(await room.sightings()).toMatchObject([{ state: 'failing' }]);
  });

  test('a size that differs from the body is noted, and the mail is kept as it came', async () => {
    await deliver(mail({ subject: '1' }));
    proxy.onAnswer = (line) => ({ rewrite: line.replace(/RFC822\.SIZE \d+/, 'RFC822.SIZE 9999') });
    await room.sweepOnce({ mailbox: throughProxy() });
    expect(await room.deliveredHashes()).toEqual([hashOf(mail({ subject: '1' }))]);
    expect(await room.eventTypes()).toContain('delivery:size-differs');
  });

  test('one mail that the server refuses to give stops no other, and is quarantined after some attempts', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: 'poison' }), mail({ subject: '3' }));
    proxy.onCommand = (line) => {
      const fetch = /^(\S+) UID FETCH 2 /.exec(line);
      return fetch ? { answer: `${fetch[1]} NO internal error` } : 'pass';
    };
    for (const baseMs of [0, 0, 60_000]) {
      const swept = await room.sweepOnce({ mailbox: throughProxy(), backoff: { baseMs, maxMs: baseMs } });
      expect(swept).toMatchObject({ isComplete: true, failed: 1 });
    }
    expect(await room.deliveredHashes()).toHaveLength(2);
    expect(await room.sweepOnce({ mailbox: throughProxy() })).toMatchObject({ failed: 0 });
    expect(await room.sightings()).toContainEqual({
      folder: 'INBOX',
      uid: 2,
      state: 'quarantined',
      last_error: expect.stringContaining('internal error'),
    });
    expect((await room.eventTypes()).filter((type) => type === 'mail:quarantined')).toHaveLength(1);
  });

  test('a mail that kills the connection whenever it is fetched stops no other', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: 'poison' }), mail({ subject: '3' }));
    proxy.onCommand = (line) => (/UID FETCH 2 /.test(line) ? 'cut' : 'pass');
    const backoff = { baseMs: 60_000, maxMs: 60_000 };
    await expect(room.sweepOnce({ mailbox: throughProxy(), backoff })).rejects.toThrow();
    expect(await room.sweepOnce({ mailbox: throughProxy(), backoff })).toMatchObject({
      received: 1,
      failed: 0,
    });
    expect(await room.deliveredHashes()).toHaveLength(2);
  });

  test('a mail that is too large is put to a person, and fetched once the limit is raised', async () => {
    const large = Buffer.concat([mail({}), Buffer.alloc(3_000, 'x')]);
    await deliver(large, mail({ subject: 'small' }));
    expect(await room.sweepOnce({ maxMailBytes: 2_000 })).toMatchObject({ received: 1, failed: 1 });
    expect(await room.sightings()).toMatchObject([
      { uid: 1, state: 'quarantined', last_error: expect.stringContaining('more than the allowed 2000') },
      { uid: 2, state: 'acknowledged' },
    ]);
    await room.ledger.db
      .updateTable('sighting')
      .set({ next_attempt_at: new Date(0) })
      .execute();
    expect(await room.sweepOnce()).toMatchObject({ received: 1 });
  });

  test('a mail that another client removes meanwhile is noted as vanished', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: '2' }));
    // Not before it is asked for: a mail that goes before the mailbox is listed was never there.
    const asked = Promise.withResolvers<void>();
    proxy.onCommand = (line) => {
      const fetch = /^(\S+) UID FETCH 1 /.exec(line);
      if (!fetch) return 'pass';
      asked.resolve();
      return { answer: `${fetch[1]} OK nothing` };
    };
    const session = await throughProxy().open();
    const sweeping = room.sweepOnce({ session });
    await asked.promise;
    await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '1');
    expect(await sweeping).toMatchObject({ isComplete: true });
    await session.close();
    proxy.onCommand = () => 'pass';
    await room.sweepOnce();
    expect(await room.sightings()).toMatchObject([
      { uid: 1, state: 'vanished' },
      { uid: 2, state: 'acknowledged' },
    ]);
    expect(await room.eventTypes()).toContain('mail:vanished');
  });

  test('an old mail, already seen, with an old date, is taken like any other', async () => {
    await deliver(mail({ subject: 'from 2019' }));
    await dovecot.doveadm('flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', 'all');
    await dovecot.createFolder(user, 'Gamla');
    await dovecot.doveadm('copy', '-u', user, 'Gamla', 'mailbox', 'INBOX', 'all');
    expect(await room.sweepOnce({ mailbox: room.mailbox({ folder: 'Gamla' }) })).toMatchObject({
      received: 1,
    });
  });

  test('the same mail in two folders is one delivery', async () => {
    await deliver(mail({ subject: '1' }));
    await dovecot.createFolder(user, 'All Mail');
    await dovecot.doveadm('copy', '-u', user, 'All Mail', 'mailbox', 'INBOX', 'all');
    await room.sweepOnce();
    await room.sweepOnce({ mailbox: room.mailbox({ folder: 'All Mail' }) });
    expect(await room.deliveredHashes()).toHaveLength(1);
    expect((await room.sightings()).map(({ folder }) => folder)).toEqual(['INBOX', 'All Mail']);
  });

  test('different mails with the same Message-ID are different deliveries, and none needs one', async () => {
    const messageId = '<same@kakelboden.example>';
    await deliver(mail({ messageId, subject: '1' }), mail({ messageId, subject: '2' }), mail({}));
    expect(await room.sweepOnce()).toMatchObject({ received: 3 });
  });

  test('a mail whose acknowledgement breaks the connection stops neither the others nor their acknowledgement', async () => {
    await deliver(mail({ subject: '1' }), mail({ subject: '2' }));
    proxy.onCommand = (line) => (/UID STORE 1 /.test(line) ? 'cut' : 'pass');
    const after = { kind: 'seen' } as const;
    await expect(room.sweepOnce({ after, mailbox: throughProxy() })).rejects.toMatchObject({
      code: 'mailbox_unreachable',
    });
    expect(await room.sweepOnce({ after, mailbox: throughProxy() })).toMatchObject({
      isComplete: true,
      acknowledged: 1,
    });
    expect(await room.sightings()).toMatchObject([{ state: 'stored' }, { state: 'acknowledged' }]);
  });

  test('a throttling server is held against no mail', async () => {
    await deliver(mail({ subject: '1' }));
    proxy.onCommand = (line) =>
      /UID FETCH/.test(line)
        ? {
            answer: `${line.split(' ')[0]} BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds`,
          }
        : 'pass';
    await expect(room.sweepOnce({ mailbox: throughProxy() })).rejects.toMatchObject({
      code: 'mailbox_throttled',
    });
    expect(await room.sightings()).toEqual([]);
  });

  test('a mail that is to move to a folder that is missing stays stored, and moves once the folder is there', async () => {
    await deliver(mail({ subject: '1' }));
    const after = { kind: 'move', folder: 'Klart' } as const;
    expect(await room.sweepOnce({ after })).toMatchObject({ received: 1, acknowledged: 0, refused: 1 });
    expect(await room.sightings()).toMatchObject([
      { state: 'stored', last_error: expect.stringContaining('Klart') },
    ]);
    await dovecot.createFolder(user, 'Klart');
    await room.ledger.db
      .updateTable('sighting')
      .set({ next_attempt_at: new Date(0) })
      .execute();
    expect(await room.sweepOnce({ after })).toMatchObject({ received: 0, acknowledged: 1, present: 1 });
    expect(await room.sweepOnce({ after })).toMatchObject({ present: 0, vanished: 0 });
  });

  test('a moved mail that a restore of the server brings back is moved again, not stored again', async () => {
    await dovecot.createFolder(user, 'Klart');
    const after = { kind: 'move', folder: 'Klart' } as const;
    await deliver(mail({ subject: '1' }));
    const backup = `${dovecot.maildir(user)}.backup`;
    await cp(dovecot.maildir(user), backup, { recursive: true, preserveTimestamps: true });
    await room.sweepOnce({ after });
    await restore(backup);
    expect(await room.sweepOnce({ after })).toMatchObject({ present: 1, received: 0, acknowledged: 1 });
    expect(await room.deliveredHashes()).toHaveLength(1);
  });

  test('two sweeps at once take each mail once', async () => {
    const mails = Array.from({ length: 12 }, (_, n) => mail({ subject: `Faktura ${n}` }));
    await deliver(...mails);
    const reports = await Promise.all([room.sweepOnce(), room.sweepOnce()]);
    expect(reports.every(({ isComplete, failed }) => isComplete && failed === 0)).toBe(true);
    expect(await room.deliveredHashes()).toEqual(hashesOf(mails));
  });

  test('a mail goes to the book whose address it bears, and to a person where none or several do', async () => {
    await deliver(
      mail({ to: 'faktura+2026@nordvik.example' }),
      mail({ to: 'okand@annan.example' }),
      mail({ to: 'faktura@nordvik.example, faktura@sydvik.example' }),
    );
    const { db } = room.ledger;
    await addBook(db, { slug: 'sydvik', name: 'Sydvik AB', addresses: ['faktura@sydvik.example'] }, 'test');
    await room.sweepOnce({ book: null });
    const deliveries = await db
      .selectFrom('delivery')
      .select(['book', 'disposition', 'reasons'])
      .orderBy('book')
      .execute();
    expect(deliveries).toMatchObject([
      { book: 'nordvik', disposition: null },
      { book: null, disposition: 'needs_review' },
      { book: null, disposition: 'needs_review' },
    ]);
    const codes = deliveries.flatMap(({ reasons }) => reasons.map(({ code }) => code)).sort();
    expect(codes).toEqual(['recipient_ambiguous', 'recipient_unknown']);
  });
});
