/**
 * Net, VAT, rounding and what is to be paid. A page shows many amounts; the ones that are meant add up, so every label's
 * candidates are tried against each other, and amounts that do not agree are put to a person.
 */
import Big from 'big.js';
import type { Check, Reason } from '../../invoice/invoice.ts';
import { normaliseAmount, sameAmount } from '../../invoice/money.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import { type Candidate, choose, confidenceIn, evidenceOf, type Search } from './candidates.ts';
import { spotsOf } from './label-search.ts';
import type { LabelledField } from './labels/language.ts';
import { amountsIn, type PrintedAmount } from './values/amount.ts';

export interface TotalsFound {
  checks: Check[];
  doubts: Reason[];
  /** Currencies printed beside the totals. */
  currencies: string[];
}

type AmountCandidate = Candidate<string> & { currency: string | null };

/**
 * Reads the totals into the invoice. `isCredit`: the paper is a credit note, whose amounts are given without their minus.
 * `slipAmount`: what the giro slip says is to be paid.
 */
export function readTotals(
  search: Search,
  writer: InvoiceWriter,
  { isCredit, slipAmount }: { isCredit: boolean; slipAmount: string | null },
): TotalsFound {
  const amounts = (field: LabelledField) => amountCandidates(search, field, isCredit);
  const found = {
    payable: amounts('payable'),
    gross: amounts('gross'),
    net: amounts('net'),
    vat: amounts('vat'),
    rounding: amounts('rounding'),
  };
  const doubts: Reason[] = [];
  const payable = choosePayable(found.payable, found.gross, doubts);
  const currencies = [...found.payable, ...found.gross, ...found.net]
    .map(({ currency }) => currency)
    .filter((currency) => currency !== null);
  if (!payable) return { checks: [], doubts, currencies };
  write('payable', payable, writer);
  if (found.payable.length === 0 && !sameAmount(slipAmount, payable.value)) {
    doubts.push({
      code: 'payable_unlabelled',
      message: `"${payable.label.text}" is ${payable.value}, but nothing on the page says that this is to be paid`,
    });
  }
  const sum = sumThatCloses(payable.value, found);
  if (sum) return { ...writeSum(sum, payable.value, writer), doubts, currencies };
  const parts = writeWhatStandsAlone(found, writer);
  if (parts.length > 0) {
    doubts.push({
      code: 'totals_disagree',
      message: `no net, VAT and rounding on the page add up to ${payable.value}, which is to be paid`,
    });
  }
  return { checks: [], doubts, currencies };
}

/** Every amount that may belong to a label: after it, in its row, or below it. */
function amountCandidates(
  { layout, labels }: Search,
  field: LabelledField,
  isCredit: boolean,
): AmountCandidate[] {
  return labels
    .filter((label) => label.field === field)
    .flatMap((label) => {
      const spots = spotsOf(label, layout, labels);
      const inRow = spots.filter(({ kind }) => kind === 'after' || kind === 'right');
      const read = (group: typeof spots) =>
        group.flatMap((spot) =>
          amountsIn(spot.text).map((amount) => ({
            value: isCredit ? withoutSign(amount.value) : amount.value,
            currency: amount.currency,
            label,
            spot,
            confidence: confidenceIn(label, spot),
          })),
        );
      const besides = read(inRow);
      if (besides.length > 0) return besides;
      const below = read(spots.filter(({ kind }) => kind === 'below'));
      return below.length > 0 ? below : read(spots.filter(({ kind }) => kind === 'left'));
    });
}

function withoutSign(value: PrintedAmount['value']): string {
  return value.replace(/^-/, '');
}

function choosePayable(
  payables: readonly AmountCandidate[],
  grosses: readonly AmountCandidate[],
  doubts: Reason[],
): Candidate<string> | null {
  const lastOfEachLabel = lastPerLabel(payables);
  const choice = choose(lastOfEachLabel.length > 0 ? lastOfEachLabel : lastPerLabel(grosses));
  // A repeated zero ("to pay: 0.00" in an empty slip) is no rival of the total.
  const rivals = choice.rivals.filter((value) => !new Big(value).eq(0));
  if (choice.best && rivals.length > 0) {
    doubts.push({
      code: 'several_totals',
      message: `more than one amount to pay stands on the page: ${[choice.best.value, ...rivals].join(', ')}`,
    });
  }
  return choice.best;
}

/** "Total 12 500,00 SEK" in a table of rates: the last amount of the row is the total. */
function lastPerLabel(candidates: readonly AmountCandidate[]): AmountCandidate[] {
  return candidates.filter((candidate, index) => candidates[index + 1]?.label !== candidate.label);
}

interface ClosingSum {
  net: AmountCandidate;
  vat: AmountCandidate[];
  rounding: AmountCandidate | null;
  /** What the total was rounded by where no label says so. */
  impliedRounding: string | null;
}

/** A net, one or more VAT amounts, and a rounding, that together are what is to be paid. */
function sumThatCloses(
  payable: string,
  found: { net: AmountCandidate[]; vat: AmountCandidate[]; rounding: AmountCandidate[] },
): ClosingSum | null {
  const vats = vatChoices(found.vat);
  const roundings = [null, ...found.rounding];
  for (const allowImplied of [false, true]) {
    for (const net of byConfidence(found.net)) {
      for (const vat of vats) {
        for (const rounding of roundings) {
          const left = new Big(payable)
            .minus(net.value)
            .minus(sumOf(vat))
            .minus(rounding?.value ?? 0);
          if (left.eq(0)) return { net, vat, rounding, impliedRounding: null };
          // Swedish totals may be rounded to whole kronor without saying so.
          const isRounded = allowImplied && !rounding && left.abs().lt(1) && new Big(payable).mod(1).eq(0);
          if (isRounded) return { net, vat, rounding, impliedRounding: normaliseAmount(left) };
        }
      }
    }
  }
  return null;
}

const choicesMax = 60;

/** Each VAT amount by itself, then all of one label's rows together (one row per rate). */
function vatChoices(vats: readonly AmountCandidate[]): AmountCandidate[][] {
  const perRate = lastPerLabel(vats).filter(
    (vat, index, all) =>
      all.findIndex((other) => other.spot.text === vat.spot.text && other.value === vat.value) === index,
  );
  // An invoice without VAT has no label for it.
  if (vats.length === 0) return [[]];
  return [
    ...byConfidence(vats)
      .slice(0, choicesMax)
      .map((vat) => [vat]),
    ...(perRate.length > 1 ? [perRate] : []),
  ];
}

function byConfidence(candidates: readonly AmountCandidate[]): AmountCandidate[] {
  return [...candidates].sort((a, b) => b.confidence - a.confidence).slice(0, choicesMax);
}

function sumOf(candidates: readonly AmountCandidate[]): Big {
  return candidates.reduce((sum: Big, { value }) => sum.plus(value), new Big(0));
}

function writeSum(sum: ClosingSum, payable: string, writer: InvoiceWriter): { checks: Check[] } {
  const { totals } = writer.invoice;
  const vat = normaliseAmount(sumOf(sum.vat));
  write('net', sum.net, writer);
  const [firstVat] = sum.vat;
  if (firstVat) {
    totals.vat = vat;
    writer.note('totals.vat', evidenceOf(firstVat));
  }
  if (sum.rounding) write('rounding', sum.rounding, writer);
  if (sum.impliedRounding) totals.rounding = sum.impliedRounding;
  totals.gross = normaliseAmount(new Big(sum.net.value).plus(vat));
  const plausible = new Big(vat).abs().lte(new Big(sum.net.value).abs().times('0.2501').plus('0.5'));
  return {
    checks: [
      {
        rule: 'totals:addUp',
        passed: true,
        message: `net ${sum.net.value} + VAT ${vat} + rounding ${totals.rounding ?? '0.00'} is ${payable}, which is to be paid`,
      },
      {
        rule: 'vat:plausible',
        passed: plausible,
        message: plausible
          ? 'the VAT is at most 25 % of the net'
          : `VAT ${vat} is more than 25 % of net ${sum.net.value}`,
      },
    ],
  };
}

/** Where nothing adds up, what a label says strongly is still shown, and the disagreement with it. */
function writeWhatStandsAlone(
  found: Record<'net' | 'vat' | 'rounding' | 'gross', AmountCandidate[]>,
  writer: InvoiceWriter,
): string[] {
  const written: string[] = [];
  for (const name of ['net', 'vat', 'rounding', 'gross'] as const) {
    const { best, rivals } = choose(lastPerLabel(found[name]).filter(({ label }) => label.isStrong));
    if (!best || rivals.length > 0) continue;
    write(name, best, writer);
    if (name !== 'gross') written.push(name);
  }
  return written;
}

function write(
  name: 'net' | 'vat' | 'rounding' | 'gross' | 'payable',
  candidate: Candidate<string>,
  writer: InvoiceWriter,
): void {
  writer.invoice.totals[name] = candidate.value;
  writer.note(`totals.${name}`, evidenceOf(candidate));
}
