/** Amounts, dates and codes as e-invoices write them (XML Schema's decimal and date). */
import Big from 'big.js';
import { normaliseAmount } from '../../../invoice/money.ts';

const decimal = /^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})$/;

/** "1250" → "1250.00"; null for what is no xs:decimal. */
export function xmlAmount(text: string | null): string | null {
  const plain = plainDecimal(text);
  return plain === null ? null : normaliseAmount(plain);
}

/** The amount with its sign turned; null stays null. */
export function negatedAmount<Amount extends string | null>(amount: Amount): Amount;
export function negatedAmount(amount: string | null): string | null {
  return amount === null ? null : normaliseAmount(new Big(amount).neg());
}

/** A quantity or rate as it stands, without needless zeros ("25.00" → "25"); null for what is no xs:decimal. */
export function xmlNumber(text: string | null): string | null {
  const plain = plainDecimal(text);
  return plain === null ? null : new Big(plain).toFixed();
}

function plainDecimal(text: string | null): string | null {
  if (text === null || !decimal.test(text)) return null;
  // XML Schema allows "+1", "1." and ".5", which big.js does not.
  return text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
}

/** The date of an xs:date or xs:dateTime ("2026-11-02+01:00" → "2026-11-02"), or of "20261102"; null for what is no date. */
export function xmlDate(text: string | null): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T+Z-].*)?$/.exec(text ?? '');
  if (!found) return null;
  const iso = `${found[1]}-${found[2]}-${found[3]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso;
}
