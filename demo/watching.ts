/** Watching the real program at work, through `status --json`, as people and their scripts would. */
import { setTimeout as delay } from 'node:timers/promises';
import type { GeneratedMail } from './generator/mails.ts';
import { bad, progress } from './narrator.ts';
import { mailUser, type Stage } from './stage.ts';

/** The parts of `status --json` that the story waits for. */
export interface Status {
  books: {
    invoices: Record<'ready' | 'applying' | 'applied' | 'needs_review' | 'held', number>;
    deliveries: { unread: number };
    heals: { lost: number; healed: number; healedAt: string | null }[];
    isAtTip: boolean | null;
    authority: { copy: string | null };
  }[];
  attention: { code: string; message: string }[];
  total: { seen: number; toBeRead: number; toBeFetched: number; closes: boolean };
}

const patienceMs = 90_000;

export async function deliver({ mailServer }: Stage, mails: readonly GeneratedMail[]): Promise<void> {
  for (const { raw } of mails) await mailServer.deliver(mailUser, raw);
}

export async function statusOf({ program }: Stage): Promise<Status> {
  return await program.ask<Status>('status');
}

/** Every mail was read, and every certain invoice of it is applied. */
export async function untilSettled(stage: Stage, mails: number): Promise<Status> {
  return await until(stage, 'the worker reads and applies', (status) => {
    const invoices = status.books[0]?.invoices;
    return isRead(status, mails) && invoices?.ready === 0 && invoices.applying === 0;
  });
}

/** Every mail was read; what it brought may wait. */
export async function untilRead(stage: Stage, mails: number): Promise<Status> {
  return await until(stage, 'the worker reads', (status) => isRead(status, mails));
}

function isRead({ total }: Status, mails: number): boolean {
  return total.seen >= mails && total.toBeRead + total.toBeFetched === 0;
}

export async function until(
  stage: Stage,
  what: string,
  isReached: (status: Status) => boolean,
): Promise<Status> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const status = await statusOf(stage);
    const { applied = 0 } = status.books[0]?.invoices ?? {};
    const line = `${what}: ${status.total.seen} mails seen, ${applied} invoices applied`;
    if (isReached(status)) {
      progress(line, true);
      return status;
    }
    progress(`${line} …`);
    if (performance.now() > deadline) {
      bad(`${what}: nothing more happened for too long; see worker.log in ${stage.folder}`);
      throw new Error(`the demo waited in vain: ${what}`);
    }
    await delay(250);
  }
}

export function kindsOf(mails: readonly GeneratedMail[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of mails) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, number]) => `${number} ${kind}`).join(', ');
}
