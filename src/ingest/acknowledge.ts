/** Telling the mailbox that a mail is stored: after the commit, written down whatever the answer, never in the way of others. */
import { backoffMs } from '../backoff.ts';
import { messageOf, StagingPostError } from '../errors.ts';
import { recordAcknowledged, recordRefusal } from '../staging/mail/acknowledgements.ts';
import type { Place } from '../staging/mail/sightings.ts';
import type { Row } from '../staging/postgres/schema.ts';
import type { AfterStored, MailboxSession } from './mailbox.ts';
import { isOurOwnFault } from './own-faults.ts';
import type { Sweeping, SweepReport } from './sweep.ts';

/** A missing folder or a read-only mailbox is put right by people. */
const refusedBackoff = { baseMs: 60_000, maxMs: 60 * 60_000 };

export async function acknowledge(
  { ledger, after }: Pick<Sweeping, 'ledger' | 'after'>,
  place: Place,
  session: MailboxSession,
  sighting: Row<'sighting'>,
  report: Pick<SweepReport, 'acknowledged' | 'refused' | 'vanished'>,
): Promise<void> {
  const { uid } = sighting;
  const result = await session.acknowledge(uid, after).catch((error: unknown) => {
    if (isOurOwnFault(error)) throw error;
    return { outcome: 'refused', why: messageOf(error) } as const;
  });
  if (result.outcome === 'refused') {
    report.refused += 1;
    const retryAfterMs = backoffMs(sighting.attempts + 1, refusedBackoff);
    await ledger.transaction(async (tx) => {
      await recordRefusal(tx.db, place, sighting, { why: result.why, retryAfterMs });
    });
    ledger.log.warn(
      { mailbox: place.mailbox, uid, why: result.why },
      'the mailbox refuses the acknowledgement',
    );
    if (!session.isOpen) throw connectionLost(place.mailbox, result.why);
    return;
  }
  const outcome = result.outcome === 'done' ? 'acknowledged' : 'vanished';
  report[outcome] += 1;
  await ledger.transaction(async (tx) => {
    await recordAcknowledged(tx.db, place, uid, { outcome, how: howOf(outcome, after) });
  });
}

/** Written against this mail before, so that one that breaks the connection each time does not keep others waiting. */
function connectionLost(mailbox: string, why: string): StagingPostError {
  return new StagingPostError('mailbox_unreachable', why, {
    kind: 'unreachable',
    hint: 'The next attempt comes by itself.',
    details: { mailbox },
  });
}

function howOf(outcome: 'acknowledged' | 'vanished', after: AfterStored): string {
  if (outcome === 'vanished') return 'gone from the mailbox when it was to be told';
  switch (after.kind) {
    case 'keep':
      return 'left as it is';
    case 'seen':
      return 'marked as seen';
    case 'move':
      return `moved to ${after.folder}`;
  }
}

/** `keep`, `seen` or `move:<folder>`, as the mailbox's row has it. */
export function parseAfterStored(text: string): AfterStored {
  if (text.startsWith('move:')) return { kind: 'move', folder: text.slice('move:'.length) };
  return { kind: text === 'seen' ? 'seen' : 'keep' };
}
