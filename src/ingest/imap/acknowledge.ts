/**
 * Telling the mailbox that a mail is stored. A server's OK is not believed alone, and imapflow's `false` is a failure:
 * afterwards the folder is asked what is true there. Nobody else's mail is ever removed: where the server can neither
 * MOVE (RFC 6851) nor expunge one UID alone (UIDPLUS, RFC 4315), moving is refused and the mail stays where it is.
 */
import type { ImapFlow } from 'imapflow';
import type { AcknowledgeResult, AfterStored } from '../mailbox.ts';
import type { LastWords } from './last-words.ts';

export interface Acknowledging {
  client: ImapFlow;
  words: LastWords;
  /** Runs a command under the session's deadline. */
  within: <T>(what: string, work: Promise<T>) => Promise<T>;
  isPresent: (uid: number) => Promise<boolean>;
  search: (what: string, query: { uid: string; seen: boolean }) => Promise<number[]>;
}

export async function acknowledgeMessage(
  session: Acknowledging,
  uid: number,
  after: AfterStored,
): Promise<AcknowledgeResult> {
  if (after.kind === 'keep') return { outcome: 'done' };
  const hindrance = hindranceTo(session.client, after);
  if (hindrance) return refused(hindrance);
  session.words.take();
  return after.kind === 'seen' ? await markSeen(session, uid) : await move(session, uid, after.folder);
}

/** The same answers as far as they can be had without a mail. */
export async function foreseeAcknowledgement(
  session: Acknowledging,
  after: AfterStored,
): Promise<AcknowledgeResult> {
  if (after.kind === 'keep') return { outcome: 'done' };
  const hindrance = hindranceTo(session.client, after);
  if (hindrance) return refused(hindrance);
  if (after.kind === 'seen') return { outcome: 'done' };
  const exists = await folderExists(session, levelsOf(after.folder).join('/'));
  return exists ? { outcome: 'done' } : refused(noFolder(after.folder));
}

/** What the server said at SELECT and in its capabilities. */
function hindranceTo(client: ImapFlow, after: AfterStored): string | null {
  const { mailbox, capabilities } = client;
  if (mailbox !== false && mailbox.readOnly) return 'the server opened the folder for reading only';
  if (after.kind === 'move' && !capabilities.has('MOVE') && !capabilities.has('UIDPLUS')) {
    return 'the server can neither move a mail nor remove a single one: use "seen" or "keep" for this mailbox';
  }
  return null;
}

function levelsOf(folder: string): string[] {
  return folder.split('/').filter(Boolean);
}

function noFolder(folder: string): string {
  return `there is no folder "${folder}" to move the mail to: create it`;
}

async function markSeen(session: Acknowledging, uid: number): Promise<AcknowledgeResult> {
  const store = session.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true, silent: true });
  if (!(await session.within(`UID STORE ${uid}`, store))) {
    return refused(`the server does not let the mail be marked as seen${said(session)}`);
  }
  const seen = await session.search(`UID SEARCH UID ${uid} SEEN`, { uid: String(uid), seen: true });
  if (seen.includes(uid)) return { outcome: 'done' };
  if (!(await session.isPresent(uid))) return { outcome: 'vanished' };
  return refused('the server accepted the mark "seen" but does not keep it');
}

async function move(session: Acknowledging, uid: number, folder: string): Promise<AcknowledgeResult> {
  const { client } = session;
  const target = levelsOf(folder);
  const moved = await session.within(
    `UID MOVE ${uid}`,
    client.messageMove(String(uid), target, { uid: true }),
  );
  if (!moved) {
    const words = said(session);
    const exists = await folderExists(session, target.join('/'));
    return refused(
      exists ? `the server does not move the mail to "${folder}"${words}` : `${noFolder(folder)}${words}`,
    );
  }
  if (await session.isPresent(uid))
    return refused(`the server says that it moved the mail, but it is still there`);
  // COPYUID tells what was moved; without it nothing was there to be moved any more.
  const tellsWhatMoved = client.capabilities.has('UIDPLUS');
  return tellsWhatMoved && !moved.uidMap?.has(uid) ? { outcome: 'vanished' } : { outcome: 'done' };
}

/** imapflow throws where the folder is missing and gives `false` where the server refuses to tell. */
async function folderExists({ client, within }: Acknowledging, folder: string): Promise<boolean> {
  const status = client.status(folder, { messages: true });
  return await within(
    `STATUS ${folder}`,
    status.then(Boolean, (error: { code?: string }) => {
      if (error.code === 'NotFound') return false;
      throw error;
    }),
  );
}

function refused(why: string): AcknowledgeResult {
  return { outcome: 'refused', why };
}

function said(session: Acknowledging): string {
  const words = session.words.take();
  return words ? ` (${words})` : '';
}
