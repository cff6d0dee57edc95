import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import { createPoller, type PollerSettings } from '../../src/ingest/poller.ts';
import type { SweepReport } from '../../src/ingest/sweep.ts';
import type { Service } from '../../src/service.ts';
import { findMailbox, mailboxHealth } from '../../src/staging/mail/mailboxes.ts';
import { describeWithDovecot, mail } from '../support/dovecot.ts';
import { type ImapProxy, startImapProxy } from '../support/imap-proxy.ts';
import { type MailRoom, mailboxName, openMailRoom } from '../support/mail-room.ts';

const anHourMs = 60 * 60_000;

describeWithDovecot('a poller', () => {
  let dovecot: Dovecot;
  let proxy: ImapProxy;
  let room: MailRoom;
  let poller: Service | undefined;
  let user = '';
  let users = 0;
  let reports: SweepReport[] = [];
  let onReport: () => void = () => {};

  beforeAll(async () => {
    dovecot = await startDovecot({ users: Array.from({ length: 20 }, (_, n) => `user${n + 1}`) });
    proxy = await startImapProxy(dovecot.plainPort);
  });
  beforeEach(async () => {
    users += 1;
    user = `user${users}`;
    room = await openMailRoom(dovecot, user);
    reports = [];
  });
  afterEach(async () => {
    proxy.onCommand = () => 'pass';
    proxy.onAnswer = () => 'pass';
    await poller?.stop();
    await room.close();
  });
  afterAll(async () => {
    await proxy.close();
    await dovecot.stop();
  });

  async function startPoller(more: Partial<PollerSettings> = {}): Promise<Service> {
    poller = createPoller({
      ledger: room.ledger,
      mailbox: room.mailbox(),
      book: 'nordvik',
      after: { kind: 'keep' },
      sweepIntervalMs: anHourMs,
      reconnect: { baseMs: 10, maxMs: 50 },
      onSwept: (report) => {
        reports.push(report);
        onReport();
      },
      ...more,
    });
    await poller.start();
    return poller;
  }

  /** Resolves when some sweep so far, or to come, has received that many mails in all. */
  async function untilReceived(mails: number): Promise<void> {
    await until(() => reports.reduce((sum, { received }) => sum + received, 0) >= mails);
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        onReport = resolve;
      });
    }
  }

  test('a mail that arrives is stored at once, long before the next sweep is due', async () => {
    await startPoller();
    await until(() => reports.length === 1);
    await dovecot.deliver(user, mail({ subject: '1' }));
    await untilReceived(1);
    expect(await room.deliveredHashes()).toHaveLength(1);
  });

  test('a server without IDLE is swept at the interval', async () => {
    proxy.onAnswer = (line) => (/ IDLE\b/.test(line) ? { rewrite: line.replace(/ IDLE\b/g, '') } : 'pass');
    await startPoller({ mailbox: room.mailbox({ port: proxy.port }), sweepIntervalMs: 50 });
    await until(() => reports.length === 1);
    await dovecot.deliver(user, mail({ subject: '1' }));
    await untilReceived(1);
  });

  test('a connection that is dead without a sign is given up, and the mail comes over a fresh one', async () => {
    await startPoller({ mailbox: room.mailbox({ deadlineMs: 700 }), sweepIntervalMs: 100 });
    await until(() => reports.length === 1);
    const frozen = await dovecot.imapProcesses(user);
    expect(frozen).toHaveLength(1);
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    try {
      await dovecot.deliver(user, mail({ subject: '1' }));
      await untilReceived(1);
    } finally {
      for (const pid of frozen) process.kill(pid, 'SIGCONT');
    }
  });

  test('a command that the server never answers leads to a fresh connection as well', async () => {
    await dovecot.deliver(user, mail({ subject: '1' }));
    let swallowed = 0;
    proxy.onCommand = (line) => {
      if (!/UID FETCH/.test(line) || swallowed > 0) return 'pass';
      swallowed += 1;
      return 'drop';
    };
    await startPoller({
      mailbox: room.mailbox({ port: proxy.port, deadlineMs: 700 }),
      sweepIntervalMs: 50,
      refetch: { attemptsMax: 3, baseMs: 0, maxMs: 0 },
    });
    await untilReceived(1);
    expect(swallowed).toBe(1);
  });

  test('trouble is written down once, shown, and forgotten when a full sweep is through', async () => {
    let mayEnter = false;
    let refusedTwice: () => void = () => {};
    const refusals = new Promise<void>((resolve) => {
      refusedTwice = resolve;
    });
    let logins = 0;
    proxy.onCommand = (line) => {
      if (mayEnter || !/AUTHENTICATE|LOGIN/.test(line)) return 'pass';
      logins += 1;
      if (logins === 3) refusedTwice();
      return 'cut';
    };
    await startPoller({ mailbox: room.mailbox({ port: proxy.port }) });
    await refusals;
    expect(await findMailbox(room.ledger.db, mailboxName)).toMatchObject({
      last_error: expect.stringContaining('cannot open INBOX'),
      last_sweep_at: null,
    });
    expect(await mailboxHealth(room.ledger.db)).toMatchObject([{ sweptSecondsAgo: null }]);
    mayEnter = true;
    await until(() => reports.length === 1);
    expect(await findMailbox(room.ledger.db, mailboxName)).toMatchObject({
      last_error: null,
      last_sweep_at: expect.any(Date),
    });
    expect((await room.eventTypes()).filter((type) => type === 'mailbox:troubled')).toHaveLength(1);
  });

  test('a ledger that loses its connections costs no mail', async () => {
    await startPoller({ sweepIntervalMs: 20 });
    await until(() => reports.length === 1);
    for (let round = 1; round <= 3; round += 1) {
      await room.ledger.pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await dovecot.deliver(user, mail({ subject: `${round}` }));
      await untilReceived(round);
    }
    expect(await room.deliveredHashes()).toHaveLength(3);
  });

  test('stopping is safe before the start, twice, and while the server keeps silent', async () => {
    const early = createPoller({
      ledger: room.ledger,
      mailbox: room.mailbox(),
      book: 'nordvik',
      after: { kind: 'keep' },
    });
    await early.stop();
    proxy.onCommand = () => 'drop';
    const silent = await startPoller({ mailbox: room.mailbox({ port: proxy.port, deadlineMs: anHourMs }) });
    await Promise.all([silent.stop(), silent.stop()]);
    await silent.stop();
    expect(reports).toEqual([]);
  });
});
