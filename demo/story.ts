/**
 * The story of docs/protocol.md, day by day, with real parts: somebody copies files and tells nobody. What happens is
 * checked in closing.ts, by counting. How it goes when people say what they do: said-aloud.ts.
 */
import {
  approve,
  copyOver,
  type RegisteredInvoice,
  registerByHand,
  registeredInvoices,
  remove,
} from './accounting.ts';
import type { GeneratedMail, Post } from './generator/mails.ts';
import { alarm, chapter, command, good, tell } from './narrator.ts';
import { company, mailUser, passwordVariable, type Stage } from './stage.ts';
import { deliver, kindsOf, until, untilSettled } from './watching.ts';

/** What was sent, and what the bookkeeper did at home: everything that the closing sums are held against. */
export interface Tale {
  mails: GeneratedMail[];
  edited: RegisteredInvoice;
  deleted: RegisteredInvoice;
  byHand: { supplier: string; number: string };
  /** Invoices that the overwrite took away, counted in the file itself. */
  overwritten: number;
  /** From the copy of the file until everything was back. */
  healedInMs: number;
}

const note = 'Godkänd av Karin';

export async function playStory(stage: Stage, post: Post): Promise<Tale> {
  await setUp(stage);
  const monday = await arrivals(stage, await post.many(20));
  const home = await takeHome(stage);
  const tuesday = await tuesdaysMail(stage, post, monday.length);
  const byHand = typeIn(stage, tuesday);
  return {
    mails: [...monday, ...tuesday],
    ...home,
    byHand,
    ...(await bringBack(stage)),
  };
}

async function setUp({ program, mailServer, cloud }: Stage): Promise<void> {
  chapter('Sunday', 'a company, its database, its mailbox');
  tell(`Mail server: ${mailServer.name}. Ledger: an embedded PostgreSQL. The books: ${cloud}`);
  await program.tell(
    'book',
    'add',
    company.slug,
    '--name',
    company.name,
    '--organisation-number',
    company.organisationNumber,
    '--vat',
    company.vatId,
  );
  await program.tell('copy', 'add', company.slug, 'cloud', '--url', `sqlite:${cloud}`, '--authoritative');
  await program.tell(
    'mailbox',
    'add',
    'fakturor',
    '--url',
    mailServer.url(mailUser),
    '--book',
    company.slug,
    '--password-env',
    passwordVariable,
    '--after',
    'seen',
    ...(mailServer.caFile === null ? [] : ['--ca-file', mailServer.caFile]),
  );
}

async function arrivals(stage: Stage, mails: GeneratedMail[]): Promise<GeneratedMail[]> {
  chapter('Monday', 'suppliers write');
  tell(`${mails.length} mails arrive: ${kindsOf(mails)}.`);
  await deliver(stage, mails);
  await untilSettled(stage, mails.length);
  good(`${registeredInvoices(stage.cloud).length} invoices stand in the cloud copy.`);
  return mails;
}

/** The bookkeeper takes the database home and works in it, without telling anybody. */
async function takeHome({ cloud, laptop }: Stage): Promise<Pick<Tale, 'edited' | 'deleted'>> {
  tell('In the evening the bookkeeper takes the database home:');
  command('cp cloud.db laptop.db');
  await copyOver(cloud, laptop);
  const [edited, deleted] = registeredInvoices(laptop).filter(
    ({ documentType }) => documentType === 'invoice',
  );
  if (!edited || !deleted) throw new Error('Monday brought too few invoices for the story');
  approve(laptop, edited.id, note);
  tell(`At home, offline: approves ${edited.number} of ${edited.supplier} …`);
  remove(laptop, deleted.id);
  tell(`… and deletes ${deleted.number} of ${deleted.supplier}: it was meant for somebody else.`);
  return { edited: { ...edited, status: 'approved', note }, deleted };
}

async function tuesdaysMail(stage: Stage, post: Post, before: number): Promise<GeneratedMail[]> {
  chapter('Tuesday', 'more invoices, and a power cut');
  const mails = [
    ...(await Promise.all([post.next('ubl'), post.next('pdf'), post.next('ubl'), post.next('pdf-and-ubl')])),
    ...(await post.many(6)),
  ];
  tell(
    `${mails.length} mails arrive. In the middle of it the worker is killed (kill -9), and started again.`,
  );
  const half = Math.floor(mails.length / 2);
  await deliver(stage, mails.slice(0, half));
  command(`kill -9 ${stage.worker.pid}`);
  await stage.worker.kill();
  await deliver(stage, mails.slice(half));
  stage.worker = await stage.program.startWorker();
  await untilSettled(stage, before + mails.length);
  good(`${registeredInvoices(stage.cloud).length} invoices stand in the cloud copy.`);
  return mails;
}

/** One of Tuesday's suppliers also wrote on paper. */
function typeIn({ laptop }: Stage, tuesday: readonly GeneratedMail[]): Tale['byHand'] {
  const invoice = tuesday.flatMap(({ expected }) => expected.invoices)[0];
  if (!invoice) throw new Error('Tuesday brought no invoice');
  registerByHand(laptop, {
    book: company.slug,
    supplier: invoice.supplier.name,
    organisationNumber: invoice.supplier.organisationNumber,
    number: invoice.invoiceNumber,
    issueDate: invoice.issueDate,
    payable: invoice.totals.payable,
    currency: invoice.currency,
  });
  tell(
    `Meanwhile, at home: ${invoice.invoiceNumber} of ${invoice.supplier.name} came on paper too, and is typed in by hand.`,
  );
  return { supplier: invoice.supplier.name, number: invoice.invoiceNumber };
}

/** The moment that every other portal loses invoices at. */
async function bringBack(stage: Stage): Promise<Pick<Tale, 'overwritten' | 'healedInMs'>> {
  chapter('Wednesday', 'the database comes back');
  const before = registeredInvoices(stage.cloud);
  command('cp laptop.db cloud.db');
  await copyOver(stage.laptop, stage.cloud);
  const overwrittenAt = performance.now();
  const standing = new Set(registeredInvoices(stage.laptop).map(({ id, number }) => `${id} ${number}`));
  const missing = before.filter(({ id, number }) => !standing.has(`${id} ${number}`));
  alarm(
    `Overwritten: ${missing.length} of ${before.length} rows are not in the file any more, and nobody was told.`,
  );
  const status = await until(stage, 'waiting for the worker to notice', ({ books: [book] }) => {
    const heal = book?.heals[0];
    return heal?.healedAt != null;
  });
  const healedInMs = performance.now() - overwrittenAt;
  const heal = status.books[0]?.heals[0];
  if (!heal) throw new Error('no heal was reported');
  good(
    `Noticed by itself: ${heal.lost} invoices had been overwritten, ${heal.healed} are back, ${(healedInMs / 1000).toFixed(1)} s after the copy.`,
  );
  // The deleted one is missing as well, and stays so: it had its receipt when the file was copied.
  return { overwritten: heal.lost, healedInMs };
}
