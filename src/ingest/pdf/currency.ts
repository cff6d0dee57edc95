/** The currency: written beside its label or the total, or what the page plainly uses. */
import type { Evidence, Reason } from '../../invoice/invoice.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import { candidatesFor, choose, evidenceOf, type Search } from './candidates.ts';
import type { Language } from './labels/language.ts';

const codes = /(?<![\p{L}\p{N}])(SEK|EUR|USD|NOK|DKK|GBP|CHF|PLN)(?![\p{L}\p{N}])/gu;

/** Reads the currency. `besideTotals`: currencies printed with the totals ("SEK", "kr"). */
export function readCurrency(
  search: Search,
  language: Language,
  besideTotals: readonly string[],
  writer: InvoiceWriter,
): Reason[] {
  const { invoice } = writer;
  const labelled = choose(candidatesFor(search, 'currency', currencyCode));
  const written = new Set([...search.layout.text.matchAll(codes)].map((match) => match[1] ?? ''));
  const beside = new Set(besideTotals.map((currency) => (currency === 'kr' ? crowns(language) : currency)));
  const set = (currency: string, evidence: Evidence) => {
    invoice.currency = currency;
    writer.note('currency', evidence);
  };
  if (labelled.best && labelled.rivals.length === 0) set(labelled.best.value, evidenceOf(labelled.best));
  else if (beside.size === 1)
    set([...beside][0] ?? '', guess('printed beside the totals', besideTotals.join(', '), 0.95));
  else if (beside.size === 0 && written.size === 1)
    set([...written][0] ?? '', guess('the only currency on the page', [...written].join(), 0.85));
  else if (beside.size === 0 && written.size === 0 && impliedBy(language, invoice.payment.accounts)) {
    set(
      language.impliedCurrency ?? '',
      guess('no currency is written; the account is a Swedish giro', '', 0.7),
    );
  }
  const others = [...written].filter((code) => code !== invoice.currency);
  if (others.length === 0 || labelled.best || beside.size === 1) return [];
  return [
    {
      code: 'several_currencies',
      message: `more than one currency stands on the page: ${[...written].join(', ')}`,
    },
  ];
}

function currencyCode(text: string): string | null {
  return /^([A-Z]{3})(?![\p{L}\p{N}])/u.exec(text)?.[1] ?? null;
}

/** "kr" is Swedish on a Swedish page; elsewhere it could be any of four. */
function crowns(language: Language): string {
  return language.impliedCurrency ?? 'kr';
}

function impliedBy(language: Language, accounts: readonly { kind: string }[]): boolean {
  return (
    language.impliedCurrency !== null &&
    accounts.some(({ kind }) => kind === 'bankgiro' || kind === 'plusgiro')
  );
}

function guess(where: string, text: string, confidence: number): Evidence {
  return { source: 'pdf-text', where, text, confidence };
}
