import { xmlAmount, xmlDate, xmlNumber } from '../xml/amount.ts';
import { selectorFor } from '../xml/element.ts';

/** Finvoice has no namespace. */
export const { first, all, text } = selectorFor({});

/** "1 250,00" and "1250.00" → "1250.00": decimals after a comma; spaces between thousands are against the rules, but seen. */
export function finvoiceAmount(written: string | null): string | null {
  return xmlAmount(withPoint(written));
}

/** The same for quantities and percents. */
export function finvoiceNumber(written: string | null): string | null {
  return xmlNumber(withPoint(written));
}

/** CCYYMMDD. */
export const finvoiceDate = xmlDate;

function withPoint(written: string | null): string | null {
  return written?.replace(/[\s\u00a0]/g, '').replace(',', '.') ?? null;
}
