/**
 * How the VAT falls on its rates: from rows that state rate, base and tax; or, where a page prints the rates with their taxes
 * alone, from those, as long as they come to the VAT and what they are charged on comes to the net. Pure.
 */
import type { VatSubtotal } from '../../../invoice/invoice.ts';
import { rowsOfOneRate } from '../amounts/amount-columns.ts';
import type { Page } from '../page/spots.ts';
import { decimalOf, percentsIn } from '../values/amount.ts';
import type { TotalsFound } from './totals.ts';
import { vatGroupsIn } from './vat-rows.ts';

export function breakdownOf(
  { rows, best, closes }: TotalsFound,
  isReverse: boolean,
  page: Page,
): VatSubtotal[] {
  const { net, vat, gross, payable, prepaid } = best;
  if (rows.length > 0)
    return rows.map(({ basisPoints, taxable, tax }) => subtotal(basisPoints, taxable, tax));
  if (isReverse && net && closes && !vat?.cents) return [{ ...subtotal(0, net.cents, 0), category: 'AE' }];
  if (!vat?.cents || (net && !closes)) return [];
  const total = gross ?? (prepaid ? null : payable);
  const base = net?.cents ?? (total ? total.cents - vat.cents : null);
  return base === null ? [] : ofTaxes(page, Math.abs(base), Math.abs(vat.cents), net !== null);
}

function subtotal(basisPoints: number, taxable: number | null, tax: number): VatSubtotal {
  return {
    // Why something bears no VAT, a page seldom says: it may be exempt, or at a rate of nothing.
    category: basisPoints === 0 ? null : 'S',
    rate: String(basisPoints / 100),
    taxable: taxable === null ? null : decimalOf(Math.abs(taxable)),
    tax: decimalOf(Math.abs(tax)),
  };
}

/** @param isNet whether the base is printed as the net: one that follows from the total may have been rounded */
function ofTaxes(page: Page, base: number, vat: number, isNet: boolean): VatSubtotal[] {
  const rows = taxesByRate(page, vat);
  const taxes = rows.length > 0 || !isNet ? rows : onlyRate(page, base, vat);
  const charged = taxes.filter(({ basisPoints }) => basisPoints > 0);
  const [only, ...others] = charged;
  if (!only) return [];
  const taxable = charged.reduce((sum, { basisPoints, cents }) => sum + (cents * 10_000) / basisPoints, 0);
  // A tax that is half a hundredth off is charged on so much more or less.
  const exact = charged.reduce((sum, { basisPoints }) => sum + 10_100 / basisPoints, isNet ? 0 : 50);
  const fits = (untaxed: number) => Math.abs(taxable + untaxed - base) <= exact;
  const untaxed = fits(0) ? 0 : [...vatGroupsIn(page).untaxed.keys()].find(fits);
  // What is printed at a rate of nothing without saying on how much is what is left, and only roughly known.
  const isSomeUntaxed = charged.length < taxes.length && taxable < base;
  if (untaxed === undefined && !isSomeUntaxed) return [];
  const whole = others.length === 0 && isNet && untaxed !== undefined ? base - untaxed : null;
  return [
    ...charged.map(({ basisPoints, cents }) => subtotal(basisPoints, whole, cents)),
    ...(untaxed === 0 ? [] : [subtotal(0, untaxed ?? null, 0)]),
  ];
}

interface Tax {
  basisPoints: number;
  cents: number;
}

/** One amount for each rate, where they come to the VAT. */
function taxesByRate(page: Page, vat: number): Tax[] {
  const taxes = rowsOfOneRate(page, 'vat')
    .map(({ rate, amount }) => ({ basisPoints: inBasisPoints(rate), cents: Math.abs(amount.cents) }))
    .filter(({ basisPoints, cents }) => basisPoints > 0 === cents > 0);
  const byRate = [...new Map(taxes.map((tax) => [`${tax.basisPoints} ${tax.cents}`, tax])).values()];
  const isWhole =
    new Set(byRate.map(({ basisPoints }) => basisPoints)).size === byRate.length &&
    byRate.reduce((sum, { cents }) => sum + cents, 0) === vat;
  return isWhole ? byRate : [];
}

/** A rate that is printed somewhere, and makes the whole VAT of the whole net. */
function onlyRate({ layout }: Page, net: number, vat: number): Tax[] {
  const makesIt = ({ basisPoints }: Pick<Tax, 'basisPoints'>) =>
    basisPoints > 0 && Math.abs(vat - (net * basisPoints) / 10_000) <= 1.01;
  const rate = percentsIn(layout.text).find(makesIt);
  return rate ? [{ basisPoints: rate.basisPoints, cents: vat }] : [];
}

function inBasisPoints(rate: string): number {
  return Math.round(Number(rate.replace(',', '.')) * 100);
}
