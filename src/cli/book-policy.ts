/** `book policy`: what is done by itself for one book, and what a person is asked. */
import Big from 'big.js';
import { type Command, Option } from 'commander';
import { StagingPostError } from '../errors.ts';
import { policyFor } from '../ingest/review-policy.ts';
import type { BookReviewPolicy } from '../invoice/book-review-policy.ts';
import { type CorrectableField, correctableFields } from '../invoice/correction.ts';
import { normaliseAmount } from '../invoice/money.ts';
import { findBook, setCheckInPolicy } from '../staging/books/books.ts';
import { reviewPolicyOf, setReviewPolicy } from '../staging/books/review-policy.ts';
import type { Block } from './answer.ts';
import type { Runner } from './context.ts';

interface PolicyOptions {
  foundCheckIn?: 'ask' | 'accept';
  personAbove?: string[];
  certain?: string[];
  needed?: string[];
  nameAlone?: string;
  defaultReview?: boolean;
}

export function addBookPolicyCommand(book: Command, run: Runner): void {
  book
    .command('policy')
    .description(
      'what is done by itself, and what a person is asked, for one book; without options it is shown',
    )
    .argument('<book>')
    .addOption(
      new Option(
        '--found-check-in <what>',
        'when the data of another registered copy are found at the authoritative address',
      ).choices(['ask', 'accept']),
    )
    .option('--person-above <amount...>', 'a person looks above it: "50000 SEK"; one for each currency')
    .option('--certain <field=confidence...>', 'how certain a field must be: dueDate=0.95')
    .option('--needed <field...>', 'fields without which a person looks: dueDate payment.reference')
    .option(
      '--name-alone <confidence>',
      'how certain the supplier’s name, where nothing else tells who it is; or "never"',
    )
    .option('--default-review', 'ask what the program asks by default')
    .action(
      run(async (context, slug: string, options: PolicyOptions) => {
        const ledger = await context.ledger();
        const known = await findBook(ledger.db, slug);
        const review = reviewGiven(options, reviewPolicyOf(known));
        const { foundCheckIn } = options;
        await ledger.transaction(async (tx) => {
          if (foundCheckIn) await setCheckInPolicy(tx.db, slug, foundCheckIn, context.actor);
          if (review !== undefined) await setReviewPolicy(tx.db, slug, review, context.actor);
        });
        const book = await findBook(ledger.db, slug);
        const own = reviewPolicyOf(book);
        return {
          json: { book: slug, foundCheckIn: book.found_check_in, review: policyFor(own), own },
          blocks: shown(slug, book.found_check_in, own),
        };
      }),
    );
}

/** The policy with what was given changed; undefined where nothing was. */
function reviewGiven(
  options: PolicyOptions,
  known: BookReviewPolicy | null,
): BookReviewPolicy | null | undefined {
  if (options.defaultReview) return null;
  const given: BookReviewPolicy = {
    ...(options.personAbove && { payableMax: Object.fromEntries(options.personAbove.map(limitIn)) }),
    ...(options.certain && {
      certain: { ...known?.certain, ...Object.fromEntries(options.certain.map(leastIn)) },
    }),
    ...(options.needed && { needed: options.needed.map(fieldNamed) }),
    ...(options.nameAlone && {
      nameAlone: options.nameAlone === 'never' ? null : confidenceIn(options.nameAlone),
    }),
  };
  return Object.keys(given).length === 0 ? undefined : { ...known, ...given };
}

function limitIn(text: string): [currency: string, amount: string] {
  const [, amount = '', currency = ''] = /^(\d+(?:\.\d{1,2})?)\s?([A-Za-z]{3})$/.exec(text.trim()) ?? [];
  if (amount === '') throw invalid(`"${text}" is no amount with its currency`, 'Write it as "50000 SEK".');
  return [currency.toUpperCase(), normaliseAmount(new Big(amount))];
}

function leastIn(text: string): [field: string, confidence: number] {
  const [field = '', confidence = ''] = text.split('=');
  return [fieldNamed(field), confidenceIn(confidence)];
}

function fieldNamed(name: string): CorrectableField {
  const field = correctableFields.find((each) => each === name.trim());
  if (field) return field;
  throw invalid(`there is no field "${name}"`, `Fields are ${correctableFields.join(', ')}.`);
}

function confidenceIn(text: string): number {
  const confidence = Number(text);
  if (text.trim() !== '' && confidence >= 0 && confidence <= 1) return confidence;
  throw invalid(
    `"${text}" is no confidence`,
    'It is a number from 0 to 1: 0.95 is wrong once in twenty times.',
  );
}

function invalid(message: string, hint: string): StagingPostError {
  return new StagingPostError('policy_invalid', message, { kind: 'usage', hint });
}

function shown(slug: string, foundCheckIn: 'ask' | 'accept', own: BookReviewPolicy | null): Block[] {
  const { required, ifPresent, needed, nameUnnumbered, nameAlone, payableMax } = policyFor(own);
  const certain = Object.entries({ ...required, ...ifPresent });
  const limits = Object.entries(payableMax).map(([currency, amount]) => `${amount} ${currency}`);
  return [
    foundCheckIn === 'accept'
      ? `Data of another copy that are found at the authoritative address of "${slug}" are taken as a check-in.`
      : `Data of another copy that are found at the authoritative address of "${slug}" are put to a person.`,
    `A person looks at an invoice${own ? '' : ', as by default,'} where`,
    {
      fields: [
        ['to pay is above', limits.join(', ') || 'no limit'],
        ['one is missing of', ['what nothing can be booked without', ...needed].join(', ')],
        ['no sure number tells the supplier, and the name is', `below ${nameUnnumbered}`],
        ['only a name tells the supplier', nameAlone === null ? 'always' : `below ${nameAlone}`],
        ['a field is less certain', certain.map(([path, least]) => `${path} ${least}`).join(', ')],
      ],
    },
  ];
}
