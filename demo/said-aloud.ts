/**
 * The same as in story.ts, but people say what they do (docs/handover.md): the books are checked out, invoices wait for
 * them in staging, a guard tells what a push-back would take away, and after the check-in everything is applied by itself.
 */
import { approve, type RegisteredInvoice, registerByHand, registeredInvoices } from './accounting.ts';
import type { GeneratedMail, Post } from './generator/mails.ts';
import { alarm, chapter, good, tell } from './narrator.ts';
import { company, type Stage } from './stage.ts';
import { deliver, kindsOf, type Status, untilRead, untilSettled } from './watching.ts';

/** What came while the books were away, and what people did meanwhile. */
export interface Absence {
  mails: GeneratedMail[];
  /** Invoices that waited in staging just before the check-in. */
  waited: number;
  /** Rows that appeared in the cloud copy meanwhile other than by hand: there must be none. */
  writtenMeanwhile: number;
  /** Whether the guard stopped a push-back that would have lost a row. */
  wasStopped: boolean;
  edited: RegisteredInvoice;
  byHand: { supplier: string; number: string }[];
  /** From the check-in until what had waited was applied. */
  appliedInMs: number;
}

interface PushBack {
  summary: string;
}

const holder = 'Karin';

/** @param before mails that came before */
export async function handOverAndBack(stage: Stage, post: Post, before: number): Promise<Absence> {
  const edited = await checkOut(stage);
  const { status, ...meanwhile } = await whileAway(stage, post, before);
  const typedIn = await guardThePushBack(stage);
  return { edited, ...meanwhile, ...typedIn, appliedInMs: await checkIn(stage, status) };
}

async function checkOut({ program, cloud, laptop }: Stage): Promise<RegisteredInvoice> {
  chapter('Thursday', 'this time the bookkeeper says so');
  const { slug } = company;
  await program.tell('copy', 'add', slug, 'laptop', '--url', `sqlite:${laptop}`);
  await program.tell(
    ...['authority', 'checkout', slug, '--to', 'away'],
    ...['--by', holder, '--note', 'month-end at home'],
  );
  await program.tell('copy', 'take', slug, '--from', 'cloud', '--to', 'laptop');
  good(`The books are with ${holder}; the cloud copy is fenced: nothing is written to it any more.`);
  const last = registeredInvoices(laptop).at(-1);
  if (!last || registeredInvoices(cloud).length === 0) throw new Error('there are no books to take home');
  const note = `Attest ${holder}`;
  approve(laptop, last.id, note);
  tell(`At home, offline: approves ${last.number} of ${last.supplier}.`);
  return { ...last, status: 'approved', note };
}

async function whileAway(stage: Stage, post: Post, before: number) {
  const standing = registeredInvoices(stage.cloud).length;
  const mails = [...(await Promise.all([post.next('ubl'), post.next('pdf')])), ...(await post.many(4))];
  tell(`${mails.length} mails arrive: ${kindsOf(mails)}.`);
  await deliver(stage, mails);
  const status = await untilRead(stage, before + mails.length);
  good(`status says: ${status.attention.find(({ code }) => code === 'away')?.message ?? 'nothing'}.`);
  return {
    status,
    mails,
    waited: status.books[0]?.invoices.ready ?? 0,
    writtenMeanwhile: registeredInvoices(stage.cloud).length - standing,
  };
}

/** Somebody in the office did not know that the books are away. */
async function guardThePushBack({
  program,
  cloud,
  laptop,
}: Stage): Promise<Pick<Absence, 'wasStopped' | 'byHand'>> {
  chapter('Friday', 'before anything is copied back');
  const [inOffice, atHome] = [
    { supplier: 'Ångsta Papper AB', organisationNumber: '5562345677', number: 'P-118' },
    { supplier: 'Tallåsen Städ AB', organisationNumber: '5563456788', number: 'S-2044' },
  ];
  const typeIn = (file: string, { supplier, organisationNumber, number }: typeof inOffice) =>
    registerByHand(file, {
      ...{ book: company.slug, supplier, organisationNumber, number },
      ...{ issueDate: '2026-11-05', payable: '1240.00', currency: 'SEK' },
    });
  typeIn(cloud, inOffice);
  tell(`In the office somebody types ${inOffice.number} of ${inOffice.supplier} into the cloud copy …`);
  typeIn(laptop, atHome);
  tell(`… and at home ${atHome.number} of ${atHome.supplier} is typed in.`);

  const guard = ['copy', 'guard', company.slug, '--from', 'laptop', '--to', 'cloud'];
  const first = await program.hear<PushBack>(...guard);
  alarm(`Stopped (exit ${first.code}): ${first.answer.summary}.`);
  typeIn(laptop, inOffice);
  tell(`So ${holder} types ${inOffice.number} in at home as well, and looks again.`);
  const second = await program.tell<PushBack>('copy', 'diff', company.slug, 'cloud', 'laptop');
  good(`${second.summary}.`);
  return { wasStopped: first.code !== 0, byHand: [inOffice, atHome] };
}

async function checkIn(stage: Stage, before: Status): Promise<number> {
  await stage.program.tell('authority', 'checkin', company.slug, '--from', 'laptop', '--to', 'cloud');
  const backAt = performance.now();
  const after = await untilSettled(stage, before.total.seen);
  const appliedInMs = performance.now() - backAt;
  const appliedIn = ({ books: [book] }: Status) => book?.invoices.applied ?? 0;
  const applied = appliedIn(after) - appliedIn(before);
  good(
    `${applied} invoices that waited are applied by themselves, ${(appliedInMs / 1000).toFixed(1)} s after the check-in.`,
  );
  return appliedInMs;
}
