/** Trying a mailbox for real: log in, select the folder, search it, and ask whether mails could be acknowledged as wished. */
import { type ErrorKind, messageOf, StagingPostError } from '../errors.ts';
import { type NewMailbox, passwordFromEnvironment } from '../staging/mail/mailboxes.ts';
import { parseAfterStored } from './acknowledge.ts';
import { createImapMailbox } from './imap-mailbox.ts';
import type { AfterStored, Mailbox } from './mailbox.ts';

export interface MailboxTrial {
  /** Mails that lie there; null when it could not be told. */
  messages: number | null;
  fault: { code: string; message: string; hint: string | null; kind: ErrorKind } | null;
}

const deadlineMs = 20_000;

/** Tries a mailbox that is not in the ledger yet. @throws StagingPostError `mailbox_url_invalid` */
export async function testMailbox({
  name,
  url,
  caFile,
  password,
  afterStored = 'keep',
}: NewMailbox): Promise<MailboxTrial> {
  const mailbox = createImapMailbox({
    name,
    url,
    caFile: caFile ?? null,
    deadlineMs,
    readPassword: () => ('plain' in password ? password.plain : passwordFromEnvironment(name, password.env)),
  });
  return await tryOut(mailbox, parseAfterStored(afterStored));
}

/** Never rejects: what is wrong is what it tells. */
export async function tryOut(mailbox: Mailbox, after: AfterStored): Promise<MailboxTrial> {
  const trial: MailboxTrial = { messages: null, fault: null };
  try {
    const session = await mailbox.open(AbortSignal.timeout(deadlineMs));
    try {
      trial.messages = (await session.listUids()).length;
      const answer = await session.foresee(after);
      if (answer.outcome === 'refused') {
        trial.fault = {
          code: 'mailbox_cannot_acknowledge',
          message: `mailbox ${mailbox.name}: mails can be read, but not ${after.kind === 'move' ? `moved to ${after.folder}` : 'marked as seen'}: ${answer.why}`,
          hint: 'Create the folder, or get the right to write, or choose --after keep.',
          kind: 'failure',
        };
      }
    } finally {
      await session.close();
    }
  } catch (error) {
    trial.fault =
      error instanceof StagingPostError
        ? { code: error.code, message: error.message, hint: error.hint ?? null, kind: error.kind }
        : { code: 'mailbox_unreachable', message: messageOf(error), hint: null, kind: 'unreachable' };
  }
  return trial;
}
