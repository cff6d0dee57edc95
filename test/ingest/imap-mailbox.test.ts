import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import { createImapMailbox, type ImapMailboxSettings } from '../../src/ingest/imap-mailbox.ts';
import type { MailboxSession } from '../../src/ingest/mailbox.ts';
import { describeWithDovecot, mail } from '../support/dovecot.ts';
import { type ImapProxy, startImapProxy } from '../support/imap-proxy.ts';

describeWithDovecot('an IMAP mailbox', () => {
  let dovecot: Dovecot;
  let proxy: ImapProxy;
  let users = 0;
  const opened: MailboxSession[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot({ users: Array.from({ length: 30 }, (_, n) => `user${n}`) });
    proxy = await startImapProxy(dovecot.plainPort);
  });
  afterEach(async () => {
    proxy.onCommand = () => 'pass';
    proxy.onAnswer = () => 'pass';
    for (const session of opened.splice(0)) await session.close();
  });
  afterAll(async () => {
    await proxy.close();
    await dovecot.stop();
  });

  function newUser(): string {
    users += 1;
    return `user${users}`;
  }

  async function openDirectly(
    user: string,
    more: Partial<ImapMailboxSettings> = {},
  ): Promise<MailboxSession> {
    const mailbox = createImapMailbox({
      name: 'test',
      url: dovecot.url(user),
      readPassword: () => dovecot.password(user),
      caFile: dovecot.caFile,
      ...more,
    });
    const session = await mailbox.open();
    opened.push(session);
    return session;
  }

  async function openThroughProxy(
    user: string,
    more: Partial<ImapMailboxSettings> = {},
  ): Promise<MailboxSession> {
    const url = `imap://${user}@127.0.0.1:${proxy.port}/INBOX`;
    return await openDirectly(user, { url, caFile: null, deadlineMs: 1_500, ...more });
  }

  async function bytesOf(session: MailboxSession, uid: number): Promise<Buffer> {
    const message = await session.fetch(uid);
    if (!message) throw new Error('the message is gone');
    const chunks: Uint8Array[] = [];
    for await (const chunk of message.raw) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  test('a message comes back byte for byte over TLS, whether it needs one piece, several, or ends on the edge', async () => {
    const user = newUser();
    const mails = [0, 1, 1024, 5000].map((bytes) => Buffer.concat([mail({}), Buffer.alloc(bytes, 'a')]));
    mails.push(
      Buffer.concat([mail({}), Buffer.alloc(2048 - mail({}).length, 'b')]),
      Buffer.from('\xe5\xff\x80', 'latin1'),
    );
    for (const raw of mails) await dovecot.deliver(user, raw);
    const session = await openDirectly(user, { chunkBytes: 1024 });
    const uids = await session.listUids();
    const fetched = await Promise.all(uids.map(async (uid) => await bytesOf(session, uid)));
    expect(fetched.map((raw) => raw.toString('hex')).sort()).toEqual(
      mails.map((raw) => raw.toString('hex')).sort(),
    );
  });

  test('reading leaves no trace: the message stays unseen', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openDirectly(user);
    await bytesOf(session, 1);
    expect(await dovecot.doveadm('search', '-u', user, 'mailbox', 'INBOX', 'unseen')).not.toBe('');
  });

  test('a certificate that nobody vouches for is refused, with the way out', async () => {
    const opening = openDirectly(newUser(), { caFile: null, url: dovecot.url(`user${users}`) });
    await expect(opening).rejects.toMatchObject({ code: 'mailbox_certificate_refused' });
  });

  test('a server that strips STARTTLS gets no password', async () => {
    const passwords: string[] = [];
    proxy.onAnswer = (line) =>
      line.includes('STARTTLS') ? { rewrite: line.replaceAll(' STARTTLS', '') } : 'pass';
    proxy.onCommand = (line) => {
      if (/LOGIN|AUTHENTICATE/.test(line)) passwords.push(line);
      return 'pass';
    };
    const opening = openThroughProxy(newUser(), { caFile: dovecot.caFile });
    await expect(opening).rejects.toMatchObject({ code: 'mailbox_unreachable' });
    expect(passwords).toEqual([]);
  });

  test('a wrong password is told from a server that is away', async () => {
    await expect(openDirectly(newUser(), { readPassword: () => 'wrong' })).rejects.toMatchObject({
      code: 'mailbox_login_refused',
    });
    await expect(openDirectly(newUser(), { url: 'imap://x@127.0.0.1:1/INBOX' })).rejects.toMatchObject({
      code: 'mailbox_unreachable',
    });
  });

  test('a folder that does not exist is named', async () => {
    const url = dovecot.url(newUser(), 'Finns inte');
    await expect(openDirectly(`user${users}`, { url })).rejects.toMatchObject({
      code: 'mailbox_folder_missing',
    });
  });

  test('a message left out of an answer is an error, a message that is gone is null', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openThroughProxy(user);
    proxy.onAnswer = (line) => (/^\* \d+ FETCH/.test(line) ? 'drop' : 'pass');
    await expect(session.fetch(1)).rejects.toMatchObject({ code: 'mailbox_fetch_incomplete' });
    await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all');
    expect(await session.fetch(1)).toBeNull();
  });

  test('a wrong size does not cut the message short', async () => {
    const user = newUser();
    await dovecot.deliver(user, Buffer.concat([mail({}), Buffer.alloc(3000, 'x')]));
    const session = await openThroughProxy(user, { chunkBytes: 1024 });
    const whole = await bytesOf(session, 1);
    for (const size of [1, 1024, 2048, 99_999]) {
      proxy.onAnswer = (line) => ({ rewrite: line.replace(/RFC822\.SIZE \d+/, `RFC822.SIZE ${size}`) });
      expect(await bytesOf(session, 1)).toEqual(whole);
    }
  });

  test('a connection cut in the middle of a message is an error, never a short message', async () => {
    const user = newUser();
    await dovecot.deliver(user, Buffer.concat([mail({}), Buffer.alloc(3000, 'x')]));
    const session = await openThroughProxy(user);
    proxy.onAnswer = (line) => (/FETCH .*BODY\[\]/.test(line) ? { cutAfterBytes: 1500 } : 'pass');
    await expect(bytesOf(session, 1)).rejects.toMatchObject({ code: 'mailbox_unreachable' });
    expect(session.isOpen).toBe(false);
  });

  test('a server that never answers is given up at the deadline', async () => {
    const session = await openThroughProxy(newUser());
    proxy.onCommand = () => 'drop';
    await expect(session.listUids()).rejects.toMatchObject({ code: 'mailbox_silent' });
    expect(session.isOpen).toBe(false);
    expect(await session.untilChanged(new AbortController().signal)).toBe('closed');
  });

  test('a new message is announced while waiting, and one that came before waiting is not missed', async () => {
    const user = newUser();
    const session = await openDirectly(user);
    await session.listUids();
    const waiting = session.untilChanged(AbortSignal.timeout(20_000));
    await dovecot.deliver(user, mail({}));
    expect(await waiting).toBe('changed');
    expect(await session.listUids()).toEqual([1]);
    await dovecot.deliver(user, mail({}));
    expect(await session.untilChanged(AbortSignal.timeout(20_000))).toBe('changed');
    expect(await session.listUids()).toEqual([1, 2]);
    expect(await session.untilChanged(AbortSignal.abort())).toBe('aborted');
  });

  test('waiting ends when the connection drops', async () => {
    const session = await openThroughProxy(newUser());
    await session.listUids();
    proxy.onCommand = (line) => (line.includes('IDLE') ? 'cut' : 'pass');
    expect(await session.untilChanged(AbortSignal.timeout(20_000))).toBe('closed');
  });

  test('a stored mail is marked or moved, and one that is gone is told as vanished', async () => {
    const user = newUser();
    for (let n = 0; n < 3; n += 1) await dovecot.deliver(user, mail({ subject: `${n}` }));
    await dovecot.createFolder(user, 'Klart/2026');
    const session = await openDirectly(user);
    expect(await session.acknowledge(1, { kind: 'keep' })).toEqual({ outcome: 'done' });
    expect(await session.acknowledge(1, { kind: 'seen' })).toEqual({ outcome: 'done' });
    expect(await session.acknowledge(2, { kind: 'move', folder: 'Klart/2026' })).toEqual({ outcome: 'done' });
    expect(await session.acknowledge(2, { kind: 'move', folder: 'Klart/2026' })).toEqual({
      outcome: 'vanished',
    });
    expect(await session.acknowledge(2, { kind: 'seen' })).toEqual({ outcome: 'vanished' });
    expect(await session.listUids()).toEqual([1, 3]);
    const status = await dovecot.doveadm('mailbox', 'status', '-u', user, 'messages', 'Klart/2026');
    expect(status).toContain('messages=1');
  });

  test('moving to a folder that does not exist is refused in words, and the mail stays', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openDirectly(user);
    const result = await session.acknowledge(1, { kind: 'move', folder: 'Finns inte' });
    expect(result).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('no folder "Finns inte"'),
    });
    expect(await session.listUids()).toEqual([1]);
  });

  test('without MOVE and UIDPLUS nothing is moved, and mail that others marked deleted survives', async () => {
    const user = newUser();
    for (let n = 0; n < 2; n += 1) await dovecot.deliver(user, mail({}));
    await dovecot.createFolder(user, 'Klart');
    await dovecot.doveadm('flags', 'add', '-u', user, '\\Deleted', 'mailbox', 'INBOX', 'uid', '2');
    proxy.onAnswer = (line) =>
      / (MOVE|UIDPLUS)\b/.test(line) ? { rewrite: line.replace(/ (MOVE|UIDPLUS)\b/g, '') } : 'pass';
    const session = await openThroughProxy(user);
    expect(await session.acknowledge(1, { kind: 'move', folder: 'Klart' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await session.listUids()).toEqual([1, 2]);
  });

  test('without MOVE but with UIDPLUS exactly the one mail is moved', async () => {
    const user = newUser();
    for (let n = 0; n < 2; n += 1) await dovecot.deliver(user, mail({}));
    await dovecot.createFolder(user, 'Klart');
    await dovecot.doveadm('flags', 'add', '-u', user, '\\Deleted', 'mailbox', 'INBOX', 'uid', '2');
    proxy.onAnswer = (line) => (/ MOVE\b/.test(line) ? { rewrite: line.replace(/ MOVE\b/g, '') } : 'pass');
    const session = await openThroughProxy(user);
    expect(await session.acknowledge(1, { kind: 'move', folder: 'Klart' })).toEqual({ outcome: 'done' });
    expect(await session.listUids()).toEqual([2]);
  });

  test('what an acknowledgement would meet is told beforehand', async () => {
    const user = newUser();
    await dovecot.createFolder(user, 'Klart/2026');
    const session = await openDirectly(user);
    expect(await session.foresee({ kind: 'keep' })).toEqual({ outcome: 'done' });
    expect(await session.foresee({ kind: 'seen' })).toEqual({ outcome: 'done' });
    expect(await session.foresee({ kind: 'move', folder: 'Klart/2026' })).toEqual({ outcome: 'done' });
    expect(await session.foresee({ kind: 'move', folder: 'Finns inte' })).toMatchObject({
      why: expect.stringContaining('create it'),
    });
  });

  test('a throttling server is recognised, with the pause that it asks for', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openThroughProxy(user);
    proxy.onCommand = (line) => ({
      answer: `${line.split(' ')[0]} BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds`,
    });
    const throttled = { code: 'mailbox_throttled', details: { retryAfterMs: 92_415 } };
    await expect(session.fetch(1)).rejects.toMatchObject(throttled);
  });

  test('a mark that the server does not keep is a refusal', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openThroughProxy(user);
    proxy.onCommand = (line) => {
      const store = /^(\S+) UID STORE/.exec(line);
      return store ? { answer: `${store[1]} OK Store completed.` } : 'pass';
    };
    expect(await session.acknowledge(1, { kind: 'seen' })).toMatchObject({ outcome: 'refused' });
    proxy.onCommand = (line) => {
      const store = /^(\S+) UID STORE/.exec(line);
      return store ? { answer: `${store[1]} NO not today` } : 'pass';
    };
    expect(await session.acknowledge(1, { kind: 'seen' })).toMatchObject({
      why: expect.stringContaining('not today'),
    });
  });

  test('sizes and dates are told without fetching, and what is gone is left out', async () => {
    const user = newUser();
    await dovecot.deliver(user, mail({}));
    const session = await openDirectly(user);
    const descriptions = await session.describe([1, 7]);
    expect([...descriptions.keys()]).toEqual([1]);
    expect(descriptions.get(1)).toEqual({ announcedBytes: mail({}).length, internalDate: expect.any(Date) });
  });
});
