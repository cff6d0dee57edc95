import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import { describeWithDovecot, mail } from '../support/dovecot.ts';
import type { DyingSweep } from '../support/dying-sweep.ts';
import { hashOf, type MailRoom, mailboxName, openMailRoom } from '../support/mail-room.ts';

const user = 'faktura';

describeWithDovecot('kill -9', () => {
  let dovecot: Dovecot;
  let room: MailRoom;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user] });
    room = await openMailRoom(dovecot, user);
    await dovecot.createFolder(user, 'Klart');
  });
  afterAll(async () => {
    await room.close();
    await dovecot.stop();
  });

  /** @returns whether it came through alive. */
  async function sweepAndDieAt(dieAtStep: number): Promise<boolean> {
    const order: DyingSweep = {
      ledgerUrl: room.testLedger.url,
      dir: room.testLedger.dir,
      mailbox: mailboxName,
      imapUrl: `imap://${user}@127.0.0.1:${dovecot.plainPort}/INBOX`,
      password: dovecot.password(user),
      moveTo: 'Klart',
      dieAtStep,
    };
    const child = spawn(process.execPath, [path.resolve('test/support/dying-sweep.ts')], {
      // What a killed process leaves lying goes with the ledger's directory.
      env: { ...process.env, DYING_SWEEP: JSON.stringify(order), NODE_OPTIONS: '', TMPDIR: order.dir },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the sweep ended with ${code ?? signal}`);
    return code === 0;
  }

  /** Hashes of the mails that lie in a folder, straight from the disk. */
  async function hashesIn(folder: string): Promise<string[]> {
    const hashes: string[] = [];
    for (const part of ['cur', 'new']) {
      const directory = path.join(dovecot.maildir(user), folder, part);
      for (const name of await readdir(directory))
        hashes.push(hashOf(await readFile(path.join(directory, name))));
    }
    return hashes.sort();
  }

  test('at any step leaves every acknowledged mail committed, and loses or doubles none in the end', async () => {
    const sent: string[] = [];
    let deaths = 0;
    for (let step = 1; ; step += 1) {
      const raw = mail({ subject: `Faktura ${step}`, body: 'x'.repeat(300) });
      sent.push(hashOf(raw));
      await dovecot.deliver(user, raw);
      const isAlive = await sweepAndDieAt(step);
      const delivered = new Set(await room.deliveredHashes());
      const acknowledged = await hashesIn('.Klart');
      expect(acknowledged.filter((hash) => !delivered.has(hash))).toEqual([]);
      if (isAlive) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(15);
    expect(await room.deliveredHashes()).toEqual(sent.sort());
    expect(await hashesIn('.Klart')).toEqual(sent);
    expect(await hashesIn('.')).toEqual([]);
    const states = (await room.sightings()).map(({ state }) => state);
    expect(states.every((state) => state === 'acknowledged' || state === 'vanished')).toBe(true);
  }, 240_000);
});
