/** `invoice correct`: what a person sees on the paper, over what was read. */
import type { Command } from 'commander';
import { parseCorrection } from '../ingest/correction-value.ts';
import { findPlacesIn } from '../ingest/place-finder.ts';
import { type LearntPlace, placeInWords } from '../invoice/learnt-place.ts';
import { readingLimitsOf } from '../main.ts';
import { correctInvoice } from '../staging/invoices/invoice-corrections.ts';
import { rememberPlaces } from '../staging/invoices/supplier-places.ts';
import { wholeId } from '../staging/short-ids.ts';
import { green } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { shortId } from './wording.ts';

export function addInvoiceCorrectCommand(invoice: Command, run: Runner): void {
  invoice
    .command('correct')
    .description(
      'say what fields of an invoice are, over what was read; it holds for later readings of the same document too',
    )
    .argument('<id>', 'as listed; its beginning is enough')
    .argument('<field=value...>', 'such as totals.payable=1250.00, dueDate=2026-12-01, or dueDate= for none')
    .option('--reason <text>', 'why, for the history')
    .action(run(correct));
}

async function correct(
  context: Context,
  given: string,
  assignments: string[],
  { reason }: { reason?: string },
) {
  const corrections = assignments.map((text) => parseCorrection(text, context.actor));
  const ledger = await context.ledger();
  const id = await wholeId(ledger.db, 'invoice', given);
  const places = await findPlacesIn(ledger, id, corrections, readingLimitsOf(context.settings));
  const { state, learnt } = await ledger.transaction(async (tx) => {
    const corrected = await correctInvoice(tx, id, corrections, {
      actor: context.actor,
      reason: reason ?? null,
    });
    const supplier = await rememberPlaces(tx.db, id, places ?? [], context.actor);
    return { ...corrected, learnt: supplier === null ? [] : (places ?? []) };
  });
  return {
    json: {
      invoice: id,
      corrected: corrections.map(({ field, value }) => ({ field, value })),
      state,
      learnt,
    },
    blocks: [
      green(`${shortId(id)} is corrected.`),
      ...(places === null ? [] : wordsOfLearnt(learnt)),
      state === 'ready'
        ? 'Nothing is in doubt any more: a running worker applies it within seconds.'
        : `It is ${state}: staging-post invoice release ${shortId(id)} has it applied.`,
    ],
  };
}

function wordsOfLearnt(learnt: readonly LearntPlace[]): string[] {
  if (learnt.length === 0) return ['Nothing was learnt from it: no place on its pages leads to that value.'];
  return learnt.map(
    (place) => `Learnt: this supplier's ${place.accountKind ?? place.field} stands ${placeInWords(place)}.`,
  );
}
