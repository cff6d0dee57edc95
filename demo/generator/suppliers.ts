/** Suppliers that do not exist, with numbers whose check digits are right (DOMAIN: Luhn for Swedish numbers, mod 97 for IBAN). */
import { luhnCheckDigit } from '../../src/ingest/checks/luhn.ts';
import type { Random } from './random.ts';

export interface Supplier {
  name: string;
  /** Ten digits, no hyphen. */
  organisationNumber: string;
  vatId: string;
  /** Where it is paid, the same on every paper of its: a giro number, and an IBAN for payers abroad. */
  giro: { kind: 'bankgiro' | 'plusgiro' /** "5402-9681" or "286543-4" */; id: string };
  /** Without spaces. */
  iban: string;
  street: string;
  postcode: string;
  city: string;
  email: string;
  language: 'sv' | 'en';
}

const trades = [
  'Snickeri',
  'Elservice',
  'Plåt',
  'Måleri',
  'Kakel',
  'Städ',
  'Transport',
  'Bygg',
  'Kontorsmaterial',
  'Redovisning',
  'Glas',
  'Trädgård',
] as const;
const places = [
  'Björkby',
  'Lillvik',
  'Ekeberga',
  'Norrfors',
  'Stensund',
  'Åmåker',
  'Örnäs',
  'Älvhult',
  'Sandtorp',
  'Granviken',
] as const;
const streets = ['Storgatan', 'Hantverksvägen', 'Industrigatan', 'Verkstadsgränd', 'Hamnplan'] as const;

/** So many suppliers, no two with the same name or number. */
export function inventSuppliers(random: Random, count: number): Supplier[] {
  if (count > trades.length * places.length) throw new Error(`there are no ${count} different names`);
  const suppliers = new Map<string, Supplier>();
  while (suppliers.size < count) {
    const supplier = inventSupplier(random, suppliers.size);
    if (!suppliers.has(supplier.name)) suppliers.set(supplier.name, supplier);
  }
  return [...suppliers.values()];
}

function inventSupplier(random: Random, index: number): Supplier {
  const place = random.pick(places);
  const trade = random.pick(trades);
  const language = random.once(5) ? 'en' : 'sv';
  const name = `${place} ${trade} AB`;
  const organisationNumber = withCheckDigit(
    `5599${digits(random, 3)}${String(index % 100).padStart(2, '0')}`,
  );
  return {
    name,
    organisationNumber,
    vatId: `SE${organisationNumber}01`,
    giro: random.once(3)
      ? { kind: 'plusgiro', id: hyphenated(withCheckDigit(`${random.int(1, 9)}${digits(random, 5)}`), 1) }
      : { kind: 'bankgiro', id: hyphenated(withCheckDigit(`${random.int(5, 9)}${digits(random, 6)}`), 4) },
    iban: swedishIban(`${random.int(5000, 5999)}${digits(random, 16)}`),
    street: `${random.pick(streets)} ${random.int(1, 60)}`,
    postcode: `${random.int(100, 980)} ${random.int(10, 99)}`,
    city: place,
    email: `faktura@${ascii(`${place}-${trade}`)}.example`,
    language,
  };
}

export function withCheckDigit(body: string): string {
  return body + luhnCheckDigit(body);
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('');
}

function hyphenated(number: string, after: number): string {
  return `${number.slice(0, -after)}-${number.slice(-after)}`;
}

/** ISO 13616: 98 minus the remainder of account, country and "00" by 97; S is 28, E is 14. */
function swedishIban(account: string): string {
  const check = 98n - (BigInt(`${account}281400`) % 97n);
  return `SE${String(check).padStart(2, '0')}${account}`;
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\w-]/g, '')
    .toLowerCase();
}
