/** What in an overview wants a person, and what that person can do about it. Pure. */

import type { BookOverview, Overview } from './overview.ts';
import type { InvoiceState } from './states.ts';

export interface AttentionItem {
  code: string;
  book: string | null;
  message: string;
  hint: string;
}

export interface AttentionSettings {
  /** How long ago a mailbox may last have been swept from end to end before that is strange, in seconds. */
  sweepAgeMaxSeconds: number;
}

export function attentionOf(overview: Overview, settings: AttentionSettings): AttentionItem[] {
  return [
    ...overview.books.flatMap(attentionOfBook),
    ...overview.mailboxes.flatMap((mailbox) => attentionOfMailbox(mailbox, settings)),
    ...(overview.unrouted > 0
      ? [
          {
            code: 'unrouted_mail',
            book: null,
            message: `${mails(overview.unrouted)} without a book`,
            hint: 'See: staging-post delivery list --unrouted; then: staging-post delivery route <id> --book <slug>',
          },
        ]
      : []),
    ...(overview.total.closes
      ? []
      : [
          {
            code: 'sum_open',
            book: null,
            message: `the sum of the mails does not close: ${overview.total.seen} seen`,
            hint: 'This should never be. If it stays so on a second look, compare: staging-post delivery list --json',
          },
        ]),
  ];
}

const waitingForPeople: Partial<Record<InvoiceState, { what: string; advice: string }>> = {
  needs_review: { what: 'read, but not certain', advice: 'release, hold or reject them' },
  held: {
    what: 'held: they look like one we have, ask for another account than before, or somebody said wait',
    advice: 'release or reject them',
  },
  conflict: {
    what: 'in conflict with what the copy holds',
    advice: 'compare each with what stands there: staging-post invoice show <id>; and resolve it',
  },
  quarantined: { what: 'refused by the copy’s database', advice: 'mend the cause, then release them' },
};

function attentionOfBook(book: BookOverview): AttentionItem[] {
  const items: AttentionItem[] = [];
  const add = (code: string, message: string, hint: string) =>
    items.push({ code, book: book.book, message, hint });
  const waiting = book.invoices.ready + book.invoices.applying;
  if (book.away) {
    const { holder, note } = book.away;
    const whom = (holder === null ? '' : ` with ${holder}`) + (note === null ? '' : ` (${note})`);
    add(
      'away',
      `${book.book} is away${whom}: ${invoices(waiting)} wait`,
      `When it is back: staging-post authority checkin ${book.book} --from <copy> --to <copy>, or with --copied instead of --from if the data are there already`,
    );
  } else if (book.authority.copy === null) {
    add(
      'no_authority',
      `no copy of ${book.book} is authoritative: ${invoices(waiting)} wait`,
      book.copies.length > 0
        ? `Make one so: staging-post authority set ${book.book} <copy>`
        : `Add one: staging-post copy add ${book.book} <name> --url … --authoritative`,
    );
  }
  if (book.unfinished) {
    const { from, to, actor } = book.unfinished;
    const target = to === null ? 'away' : `"${to}"`;
    const orBack = from === null ? '' : `, or take it back: staging-post authority set ${book.book} ${from}`;
    add(
      'handover_unfinished',
      `${book.book}: a handover to ${target}, begun by ${actor}, did not end`,
      `Repeat the command that began it${orBack}`,
    );
  }
  if (book.probe?.lastAnswer && 'trouble' in book.probe.lastAnswer) {
    const { code, message } = book.probe.lastAnswer.trouble;
    add(
      code,
      `${book.book}: ${message}; ${invoices(waiting)} wait`,
      `Ask again: staging-post book probe test ${book.book}; to decide by hand: staging-post book probe clear ${book.book}`,
    );
  }
  if (book.vanishedInQuestion > 0) {
    add(
      'invoices_vanished',
      `${book.book}: ${invoices(book.vanishedInQuestion)} vanished from the copy: deleted by somebody, or their table was restored alone`,
      `If deleted: staging-post invoice resolve --book ${book.book} --deleted; if to be put back: staging-post invoice resolve --book ${book.book} --heal`,
    );
  }
  if (book.deletedReturned > 0) {
    add(
      'deleted_returned',
      `${book.book}: ${invoices(book.deletedReturned)} had been deleted in the copy, and came back with an older state of it`,
      `Delete there once more what is to go; if all are to stay: staging-post invoice resolve --book ${book.book} --heal`,
    );
  }
  for (const { name, trouble, isAuthoritative, fenceOwedSince } of book.copies) {
    if (fenceOwedSince !== null && !isAuthoritative) {
      add(
        'fence_owed',
        `${book.book}/${name} lost the authority without a fence: a worker that still reaches it could write there`,
        'Bring it within reach: it is fenced then, and what was written there is told.',
      );
    }
    if (!trouble || !(isAuthoritative || trouble.code === 'stray_writes')) continue;
    if (trouble.code === 'stray_writes') {
      add(trouble.code, `${book.book}: ${trouble.message}`, trouble.hint ?? '');
      continue;
    }
    add(
      trouble.code,
      `${book.book}/${name}: ${trouble.message}; ${invoices(waiting)} wait`,
      trouble.hint ?? `Look closer: staging-post copy check ${book.book} ${name}`,
    );
  }
  for (const [state, { what, advice }] of Object.entries(waitingForPeople)) {
    const number = book.invoices[state as InvoiceState];
    if (number === 0) continue;
    add(
      `invoices_${state}`,
      `${book.book}: ${invoices(number)} ${what}`,
      `See: staging-post invoice list --book ${book.book} --state ${state}; then ${advice}`,
    );
  }
  if (book.deliveriesWithoutInvoice > 0) {
    add(
      'mail_needs_review',
      `${book.book}: ${mails(book.deliveriesWithoutInvoice)} may hold an invoice that could not be read`,
      `See: staging-post delivery list --book ${book.book} --disposition needs_review`,
    );
  }
  for (const heal of book.heals.filter(({ healedAt }) => healedAt === null)) {
    add(
      'healing',
      `${book.book}/${heal.copy} was overwritten: ${heal.healed} of ${invoices(heal.lost)} are back`,
      'They are applied again as soon as the copy can be written to; look again in a moment.',
    );
  }
  return items;
}

function attentionOfMailbox(
  mailbox: Overview['mailboxes'][number],
  { sweepAgeMaxSeconds }: AttentionSettings,
): AttentionItem[] {
  const items: AttentionItem[] = [];
  const add = (code: string, message: string, hint: string) =>
    items.push({ code, book: mailbox.book, message: `mailbox ${mailbox.name}: ${message}`, hint });
  const { sweptSecondsAgo, lastError, mails: found } = mailbox;
  if (lastError !== null) add('mailbox_troubled', lastError, 'Look closer: staging-post doctor');
  else if (sweptSecondsAgo === null) {
    add(
      'mailbox_never_swept',
      'was never looked through',
      'Is a worker running? Start one: staging-post start',
    );
  } else if (sweptSecondsAgo > sweepAgeMaxSeconds) {
    add(
      'mailbox_not_swept',
      `was last looked through ${Math.round(sweptSecondsAgo / 60)} minutes ago`,
      'Is a worker running? Start one: staging-post start',
    );
  }
  if (found.quarantined > 0) {
    add(
      'mail_quarantined',
      `${mails(found.quarantined)} cannot be fetched`,
      `See why: staging-post mailbox show ${mailbox.name}`,
    );
  }
  return items;
}

const invoices = (number: number) => `${number} invoice${number === 1 ? '' : 's'}`;
const mails = (number: number) => `${number} mail${number === 1 ? '' : 's'}`;
