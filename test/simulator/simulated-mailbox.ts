/** A mail server with one folder, to which mails come, that renumbers itself, is restored, and breaks connections. */

import { StagingPostError } from '../../src/errors.ts';
import type { AcknowledgeResult, Mailbox, MailboxSession } from '../../src/ingest/mailbox.ts';
import type { Process } from './scheduler.ts';

export interface Mail {
  uid: number;
  raw: Uint8Array;
  seen: boolean;
  receivedAt: Date;
}

export type MailFault = 'lost_before' | 'lost_after' | 'refused';

export class SimulatedMailServer {
  uidValidity = 1;
  uidNext = 1;
  inbox: Mail[] = [];
  /** Where acknowledged mails are moved to. */
  done: Mail[] = [];
  /** What happens at the next acknowledgements, or fetches. */
  faults: MailFault[] = [];
  /** Called when a mail is flagged or moved, before it takes effect. */
  onAcknowledge: (raw: Uint8Array) => void = () => {};

  deliver(raw: Uint8Array, receivedAt: Date): void {
    this.inbox.push({ uid: this.uidNext, raw, seen: false, receivedAt });
    this.uidNext += 1;
  }

  /** The server gives every mail a new UID. */
  renumber(): void {
    this.uidValidity += 1;
    this.inbox = this.inbox.map((mail, index) => ({ ...mail, uid: index + 1 }));
    this.uidNext = this.inbox.length + 1;
  }

  /** A person moves everything back, so that it is read again. */
  moveBack(): void {
    for (const mail of this.done.splice(0)) this.deliver(mail.raw, mail.receivedAt);
  }

  open(process: Process): Mailbox {
    return { name: 'mailbox', open: async () => await openSession(this, process) };
  }
}

function broken(): StagingPostError {
  return new StagingPostError('mailbox_unreachable', 'the connection to the mail server broke', {
    kind: 'unreachable',
  });
}

async function openSession(server: SimulatedMailServer, process: Process): Promise<MailboxSession> {
  let isOpen = true;
  const step = async (what: string) => {
    await process.step(`mailbox: ${what}`);
    if (!isOpen) throw broken();
  };
  const status = () => ({
    uidValidity: String(server.uidValidity),
    uidNext: server.uidNext,
    messages: server.inbox.length,
  });
  const breakConnection = (): never => {
    isOpen = false;
    throw broken();
  };
  const find = (uid: number) => server.inbox.find((mail) => mail.uid === uid);
  await step('open');
  // A renumbered folder is another one: the session that had it selected is closed by the server.
  const { uidValidity } = server;
  const sameFolder = () => {
    if (server.uidValidity !== uidValidity) breakConnection();
  };
  return {
    status: status(),
    get isOpen() {
      return isOpen;
    },
    async select() {
      await step('select');
      sameFolder();
      return status();
    },
    async listUids() {
      await step('list');
      sameFolder();
      return server.inbox.map(({ uid }) => uid);
    },
    async describe(uids) {
      await step('describe');
      sameFolder();
      return new Map(
        server.inbox
          .filter(({ uid }) => uids.includes(uid))
          .map(({ uid, raw, receivedAt }) => [uid, { announcedBytes: raw.length, internalDate: receivedAt }]),
      );
    },
    async fetch(uid) {
      await step('fetch');
      sameFolder();
      if (server.faults[0] === 'lost_before') {
        server.faults.shift();
        breakConnection();
      }
      const mail = find(uid);
      if (!mail) return null;
      const raw = (async function* () {
        yield mail.raw;
      })();
      return { uid, raw, announcedBytes: mail.raw.length, internalDate: mail.receivedAt };
    },
    async acknowledge(uid, after): Promise<AcknowledgeResult> {
      await step('acknowledge');
      sameFolder();
      const fault = server.faults.shift();
      if (fault === 'lost_before') breakConnection();
      if (fault === 'refused') return { outcome: 'refused', why: 'the folder is read-only' };
      const mail = find(uid);
      if (!mail) return { outcome: 'vanished' };
      if (after.kind !== 'keep') server.onAcknowledge(mail.raw);
      mail.seen = true;
      if (after.kind === 'move') {
        server.inbox = server.inbox.filter((other) => other !== mail);
        server.done.push(mail);
      }
      if (fault === 'lost_after') breakConnection();
      return { outcome: 'done' };
    },
    async foresee() {
      return { outcome: 'done' };
    },
    async untilChanged() {
      return 'aborted';
    },
    async close() {
      isOpen = false;
    },
  };
}
