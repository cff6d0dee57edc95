/** The currency: written beside its label or the total, or what all else on the page points to. */
import type { AccountKind, PaymentAccount } from '../../../invoice/invoice.ts';
import { isIban } from '../../checks/iban.ts';
import { lineHeadRows } from '../amounts/amounts.ts';
import { type Candidate, candidatesFor, type Share, unlabelled } from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import { phrasesIn } from '../labels/language.ts';
import type { Cell } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { currencyCodes, currencyOfCountry, normaliseCurrency } from '../values/currency-signs.ts';
import { dollarsIn } from './dollars.ts';
import type { TotalsFound } from './totals.ts';

const codes = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:${currencyCodes})(?![\\p{L}\\p{N}])`,
    '(?<!\\p{L})(?:kr|Kr|zł|Kč|SFr\\.?|[Ee]uros?|euroa)(?!\\p{L})',
    '[€£$₹]',
    '(?<!\\p{L})Rs\\.?(?=\\s?-?\\d)',
    // "12,50 e"
    '(?<=\\d[.,] ?\\d{2}\\s?)e(?=\\s*$)',
  ].join('|'),
  'gu',
);

/** What every text with a currency has; most texts have none, and this is quicker to see. */
const mayName = /[A-Z]{3}|[Kk]r|[€£$₹]|Rs|[Ee]uro|zł|Kč|SFr|\d\s?e\s*$/;

const crowns: Record<string, string> = { SE: 'SEK', NO: 'NOK', DK: 'DKK' };
const isCrown = (code: string) => Object.values(crowns).includes(code);

export interface CurrencyFound {
  shares: Share[];
  /** All that are written on the page. */
  written: string[];
}

export function readCurrency(
  page: Page,
  totals: TotalsFound,
  country: string | null,
  accounts: readonly PaymentAccount[],
): CurrencyFound {
  const { code: dollar, isSure } = dollarsIn(page.layout.text);
  const crown = crowns[country ?? ''] ?? page.marked.language.impliedCurrency;
  const asCode = (text: string | null): string | null => {
    const code = text === 'e' ? 'EUR' : normaliseCurrency(text);
    if (code === null) return null;
    if (code !== 'kr') return dollarOr(code);
    return crown && isCrown(crown) ? crown : null;
  };
  const dollarOr = (code: string) => (code === 'USD' ? dollar : code);
  const candidates: Candidate[] = candidatesFor(page, 'currency', (text) => {
    const code = asCode(matchesOf(codes, text.slice(0, 12))[0]?.[0] ?? null);
    return code === null ? [] : [{ value: code }];
  }).map((each) => ({ ...each, score: weights.currency.labelled + each.score - 4 }));
  const { payable, gross, net, vat } = totals.best;
  for (const [amount, weight] of [
    [payable, weights.currency.withPayable],
    [gross, weights.currency.withTotal],
    [net, weights.currency.withTotal],
    [vat, weights.currency.withTotal],
  ] as const) {
    const code = asCode(amount?.currency ?? null);
    if (code && amount) candidates.push(unlabelled(code, amount.cell, 'beside the totals', weight));
  }
  const written = writtenOn(page, asCode);
  for (const { code, cell } of toldInWords(page)) {
    candidates.push(unlabelled(code, cell, 'told of all amounts', weights.currency.labelled));
    if (!written.has(code)) written.set(code, { cell, times: 1, rows: [] });
  }
  const heads = lineHeadRows(page);
  for (const [code, { cell, times, rows }] of written) {
    const { written: once, onlyOne, headsLines } = weights.currency;
    const score =
      once +
      Math.min(3, times - 1) * 0.4 +
      (written.size === 1 ? onlyOne : 0) +
      (rows.some((row) => heads.has(row)) ? headsLines : 0);
    candidates.push(unlabelled(code, cell, 'written on the page', score));
  }
  const [first] = page.layout.rows[0]?.cells ?? [];
  const [only, ...others] = new Set(accounts.flatMap(({ kind, id }) => currencyOfAccount(kind, id) ?? []));
  const ofAccount = others.length === 0 ? only : undefined;
  const local = currencyOfCountry[country ?? ''];
  const isImplied =
    written.size === 0 &&
    local !== undefined &&
    isCrown(local) &&
    local === page.marked.language.impliedCurrency;
  const { ofCountry, ofGiro, implied } = weights.currency;
  for (const [code, how, score] of [
    [local, "by the seller's country", ofCountry + (isImplied ? implied : 0)],
    [ofAccount, 'by the country of the account', ofAccount === 'SEK' ? ofGiro : ofCountry],
  ] as const) {
    if (!first || code === undefined || (written.size > 0 && !written.has(code))) continue;
    candidates.push(unlabelled(code, first, how, score, ''));
  }
  const likely = summed(candidates);
  // Where only an address hints at another country than America, either may be meant.
  const american = isSure
    ? []
    : likely.filter(({ key }) => key === dollar).map((each) => ({ ...each, value: 'USD', key: 'USD' }));
  return {
    shares: chooseTogether({ currency: [...likely, ...american.map(lessLikely)] }, () => 0).shares.currency,
    written: [...written.keys()],
  };
}

/** "Alla belopp i svenska kronor", "All amounts are in EUR": whatever else stands in another. */
function toldInWords({ layout, marked: { language } }: Page): { code: string; cell: Cell }[] {
  const told = amountsIn(language);
  if (told === null) return [];
  return layout.cells.flatMap((cell) => {
    const named = told.pattern.exec(cell.text)?.[1];
    const code = named === undefined ? undefined : (told.names.get(named.toLowerCase()) ?? named);
    return code === undefined ? [] : [{ code: code.toUpperCase(), cell }];
  });
}

const amountsIn = perLanguage(({ amountsIn: lead = '', currencyNames = {} }) => {
  const names = new Map(
    Object.entries(currencyNames).flatMap(([code, list]) =>
      phrasesIn(list).map((name): [string, string] => [name, code]),
    ),
  );
  if (lead === '' || names.size === 0) return null;
  const leads = phrasesIn(lead).join('|');
  return {
    names,
    pattern: new RegExp(
      `(?<!\\p{L})(?:${leads})\\s(${[...names.keys(), currencyCodes].join('|')})(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  };
});

function currencyOfAccount(kind: AccountKind, id: string): string | undefined {
  if (kind === 'iban') return isIban(id) ? currencyOfCountry[id.slice(0, 2)] : undefined;
  return kind === 'bankgiro' || kind === 'plusgiro' ? 'SEK' : undefined;
}

function lessLikely(candidate: Candidate): Candidate {
  return { ...candidate, score: candidate.score + weights.currency.americanElsewhere };
}

/** Signs for one currency add up. */
function summed(candidates: readonly Candidate[]): Candidate[] {
  return [...Map.groupBy(candidates, ({ key }) => key).values()].map((same) => {
    const best = same.reduce((a, b) => (b.score > a.score ? b : a));
    const rest = new Set(same.filter((each) => each !== best).map(({ how }) => how)).size;
    return { ...best, score: best.score + rest * 0.8 };
  });
}

interface Written {
  /** Where first. */
  cell: Cell;
  times: number;
  rows: number[];
}

function writtenOn({ layout }: Page, asCode: (text: string) => string | null): Map<string, Written> {
  const found = new Map<string, Written>();
  for (const cell of layout.cells) {
    if (!mayName.test(cell.text)) continue;
    for (const [written] of matchesOf(codes, cell.text)) {
      const code = asCode(written);
      if (code === null) continue;
      const known = found.get(code);
      if (known) {
        known.times++;
        known.rows.push(cell.row);
      } else found.set(code, { cell, times: 1, rows: [cell.row] });
    }
  }
  return found;
}
