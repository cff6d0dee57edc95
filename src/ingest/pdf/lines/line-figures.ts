/** The figures of one line: quantity, unit, price and rate, from their columns, or told by what they come to: the line's amount. Pure. */
import { matchesOf } from '../text/matches.ts';
import { amountsIn, decimalOf, percentsIn, sumsIn } from '../values/amount.ts';

export interface LineFigures {
  quantity: string;
  unit: string | null;
  /** Null where a discount parts the price that is printed from the one that counts. */
  unitPrice: string | null;
}

/** A number with what may be its unit right behind it: "12 st", "3,5h", "1 250,00". */
interface Figure {
  text: string;
  value: number;
  unit: string | null;
  /** Which of the texts, and where in it. */
  at: number;
  start: number;
  end: number;
}

const figurePattern =
  /(?<![\p{L}\d.,:/-])\d{1,3}(?:[ .,'’]\d{3})+(?:[.,:]\d{1,4})?(?![\d%])|(?<![\p{L}\d.,:/-])\d+(?:[.,:]\d{1,4})?(?![\d%])/gu;

/** "st", "m2", "Std.", "kWh": a short word. */
const unitBehind = /^\s?(\p{L}{1,7}[23²³]?)\.?(?=$|[\s,;)/×])/u;

const figuresMax = 12;

function figuresIn(texts: readonly string[]): Figure[] {
  return texts
    .flatMap((text, at) =>
      matchesOf(figurePattern, text).flatMap((match): Figure[] => {
        const end = match.index + match[0].length;
        if (/^\s?%/.test(text.slice(end))) return [];
        const value = Number(decimalText(match[0]));
        const unit = unitBehind.exec(text.slice(end))?.[1] ?? null;
        return [{ text: match[0], value, unit, at, start: match.index, end }];
      }),
    )
    .slice(0, figuresMax);
}

/**
 * The quantity and the price that make an amount, or make it with a discount that is printed: whatever they are called and
 * wherever they stand in the row. The quantity comes first.
 *
 * @param cents the line's amount, without its sign
 */
export function figuresThatMake(
  cents: number,
  texts: readonly string[],
): (LineFigures & { at: number; start: number }) | null {
  if (cents === 0) return null;
  const figures = figuresIn(texts);
  const kept = [1, ...texts.flatMap(percentsIn).map(({ basisPoints }) => 1 - basisPoints / 10_000)].filter(
    (share) => share > 0,
  );
  for (const share of kept) {
    for (const [index, quantity] of figures.entries()) {
      if (quantity.value === 0) continue;
      const price = figures
        .slice(index + 1)
        .find(({ value }) => Math.abs(quantity.value * value * share * 100 - cents) <= 0.5 + 1e-6);
      if (!price) continue;
      return {
        quantity: decimalText(quantity.text),
        unit: unitOf(quantity, price, texts),
        unitPrice: share === 1 ? priceOf(price.text) : null,
        at: quantity.at,
        start: quantity.start,
      };
    }
  }
  return null;
}

/** "4 à 671,50": what stands between in one text is no unit, unless it stands before a sign for "each". */
function unitOf({ unit, at, end }: Figure, price: Figure, texts: readonly string[]): string | null {
  if (unit !== null && at === price.at) {
    const between = texts[at]?.slice(end, price.start).trim() ?? '';
    return /\s/.test(between) ? unit : null;
  }
  if (unit !== null) return unit;
  const next = texts[at + 1];
  const isApart = next !== undefined && at + 1 !== price.at && texts[at]?.slice(end).trim() === '';
  return isApart && /^\p{L}{1,7}[23²³]?\.?$/u.test(next) ? next.replace(/\.$/, '') : null;
}

function priceOf(printed: string): string {
  const decimal = decimalText(printed);
  const [, fraction = ''] = decimal.split('.');
  return fraction.length > 2 ? decimal : Number(decimal).toFixed(2);
}

export function quantityIn(text: string | null): string | null {
  const found = /^-?\d{1,3}(?:[ .]\d{3})*(?:[.,]\d{1,4})?|^-?\d+(?:[.,]\d{1,4})?/.exec(text ?? '')?.[0];
  return found === undefined ? null : decimalText(found);
}

function decimalText(printed: string): string {
  const compact = printed.replace(/[ '’]/g, '').replace(':', '.');
  const decimal = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'));
  const isGrouping = decimal >= 0 && /^\d{1,3}(?:\.\d{3})+$/.test(compact);
  if (decimal < 0 || isGrouping) return compact.replace(/[.,]/g, '');
  return `${compact.slice(0, decimal).replace(/[.,]/g, '')}.${compact.slice(decimal + 1)}`;
}

/** "12 st", "3,5h". */
export function unitIn(text: string | null): string | null {
  return /\d\s?(\p{L}[\p{L}./]{0,9}[23²³]?)$/u.exec(text ?? '')?.[1] ?? null;
}

export function priceIn(text: string | null, isUnsigned: boolean): string | null {
  const amount = amountsIn(text ?? '')[0];
  return amount
    ? decimalOf(isUnsigned ? Math.abs(amount.cents) : amount.cents)
    : text === null
      ? null
      : quantityIn(text);
}

/** Of prices before and after a discount the one that counts: with the quantity it makes the amount. Null where none, or the only one, does. */
export function priceAfterDiscount(
  texts: readonly string[],
  { net, quantity }: { net: { cents: number }; quantity: string | null },
  isUnsigned: boolean,
): string | null {
  if (quantity === null || Number(quantity) === 0) return null;
  const prices = texts.flatMap((text) => sumsIn(text)).map(({ cents }) => cents);
  // The amount itself is no price.
  const amount = prices.lastIndexOf(net.cents);
  if (amount >= 0) prices.splice(amount, 1);
  const price = prices.find((cents) => Math.round(cents * Number(quantity)) === net.cents);
  return price === undefined ? null : decimalOf(isUnsigned ? Math.abs(price) : price);
}

export function rateIn(text: string | null): string | null {
  if (text === null) return null;
  const percent = percentsIn(text)[0];
  if (percent) return String(percent.basisPoints / 100);
  return /^\d{1,2}(?:[.,]\d)?$/.test(text) ? text.replace(',', '.').replace(/\.0$/, '') : null;
}
