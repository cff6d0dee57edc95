/** Whose dollars a bare "$" means: many countries write theirs so, and the page tells by its taxes, its words and its addresses. Pure. */
import { remembered } from '../../remembered.ts';

export interface Dollars {
  /** ISO 4217. */
  code: string;
  /** Whether the page says so; where only an address hints at a country, it may be America's all the same. */
  isSure: boolean;
}

const american = /(?<!\p{L})(?:USD|US\$|US dollars?|U\.S\. dollars?)(?!\p{L})/iu;

/** What only invoices in that currency say, and what only hints at the country. */
const others: readonly { code: string; says: RegExp; hints: RegExp }[] = [
  {
    code: 'CAD',
    says: /(?<!\p{L})(?:CAD|CA?\$|Canadian dollars?|GST\s?\/\s?HST|HST|QST|PST|TPS|TVQ|TVH)(?!\p{L})/u,
    hints: /(?<!\p{L})(?:Canada|Québec|[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d)(?![\p{L}\d])/u,
  },
  {
    code: 'AUD',
    says: /(?<!\p{L})(?:AUD|AU?\$|Australian dollars?|ABN:?\s\d)/u,
    hints: /(?<!\p{L})Australia(?!\p{L})/u,
  },
  {
    code: 'NZD',
    says: /(?<!\p{L})(?:NZD|NZ\$|New Zealand dollars?)/u,
    hints: /(?<!\p{L})New Zealand(?!\p{L})/u,
  },
  { code: 'BRL', says: /(?<!\p{L})(?:BRL|R\$|CNPJ)/u, hints: /(?<!\p{L})Brasil(?!\p{L})/u },
  { code: 'SGD', says: /(?<!\p{L})(?:SGD|S\$|Singapore dollars?)/u, hints: /(?<!\p{L})Singapore(?!\p{L})/u },
  { code: 'HKD', says: /(?<!\p{L})(?:HKD|HK\$|Hong Kong dollars?)/u, hints: /(?<!\p{L})Hong Kong(?!\p{L})/u },
];

export const dollarsIn: (text: string) => Dollars = remembered((text): Dollars => {
  if (american.test(text)) return { code: 'USD', isSure: true };
  const said = others.find(({ says }) => says.test(text));
  if (said) return { code: said.code, isSure: true };
  const hinted = others.find(({ hints }) => hints.test(text));
  return hinted ? { code: hinted.code, isSure: false } : { code: 'USD', isSure: true };
});
