/**
 * The machine-readable line at the foot of a Swedish giro slip: `# reference # kronor öre c > account #type#`.
 * Its layout is known from programs that write it, not from the banks' manual: a strong witness, never the only one.
 */
import { luhnCheckDigit, passesLuhn } from './luhn.ts';

export interface GiroSlipLine {
  reference: string;
  referencePasses: boolean;
  /** Decimal string, or null where the line leaves the amount to the payer. */
  amount: string | null;
  amountPasses: boolean;
  account: string;
  accountPasses: boolean;
  /** By the type between the last hashes: 41 and 42 go with bankgiro, 14 with plusgiro; otherwise null. */
  accountKind: 'bankgiro' | 'plusgiro' | null;
  text: string;
}

const slipLine =
  /(?:H\s*)?#\s*(?<reference>\d{2,25})\s*#\s*(?:(?<kronor>\d{1,8})\s*(?<ore>\d{2})\s+(?<check>\d)\s*>\s*)?(?<account>\d{2,8})\s*#\s*(?<type>\d{2})\s*#/;

/** Reads the first giro slip line in a text, or null. */
export function readGiroSlipLine(text: string): GiroSlipLine | null {
  const found = slipLine.exec(text);
  if (!found?.groups) return null;
  const { reference = '', kronor, ore, check, account = '', type = '' } = found.groups;
  return {
    reference,
    referencePasses: passesLuhn(reference),
    amount: kronor === undefined ? null : `${Number(kronor)}.${ore}`,
    amountPasses: kronor !== undefined && luhnCheckDigit(`${kronor}${ore}`) === check,
    account,
    accountPasses: passesLuhn(account),
    accountKind: type === '41' || type === '42' ? 'bankgiro' : type === '14' ? 'plusgiro' : null,
    text: found[0],
  };
}
