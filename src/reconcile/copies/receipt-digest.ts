/**
 * Receipts summed up, so that two sides can be compared without reading them: by the first letters of the invoice's id, how
 * many there are and the sums of two pieces of each id's MD5. A sum does not care for order. It guards against
 * mistakes, not against somebody who can write to the database anyway.
 */
import { createHash } from 'node:crypto';

export interface ReceiptDigest {
  /** The first letters of the invoice ids: ours are hexadecimal, and so there are 256 of them. */
  prefix: string;
  count: number;
  /** Decimal integers, as text: databases give their sums in different types. */
  high: string;
  low: string;
}

export const prefixLetters = 3;

/** As a SELECT gives it; sums and counts come as text, number or bigint. */
export interface DigestRow {
  prefix: string;
  receipts: string | number | bigint;
  high: string | number | bigint;
  low: string | number | bigint;
}

/** The columns of a digest over the rows of a group. @param pieceOf seven hexadecimal digits of the id's MD5, as an integer */
export function digestColumns(id: string, pieceOf: (from: number) => string): string {
  return `substr(${id}, 1, ${prefixLetters}) as prefix, count(*) as receipts, sum(${pieceOf(1)}) as high, sum(${pieceOf(8)}) as low`;
}

/** In PostgreSQL, the ledger's own or a copy's. */
export const postgresDigestColumns = (id: string): string =>
  digestColumns(id, (from) => `('x' || substr(md5(${id}), ${from}, 7))::bit(28)::integer`);

export function asDigest({ prefix, receipts, high, low }: DigestRow): ReceiptDigest {
  return { prefix, count: Number(receipts), high: String(high), low: String(low) };
}

/** The same in code, for databases that have no MD5: the ids go by one at a time. */
export async function digestOf(ids: AsyncIterable<string>): Promise<ReceiptDigest[]> {
  const sums = new Map<string, { count: number; high: bigint; low: bigint }>();
  for await (const id of ids) {
    const prefix = Array.from(id.slice(0, 2 * prefixLetters))
      .slice(0, prefixLetters)
      .join('');
    const sum = sums.get(prefix) ?? { count: 0, high: 0n, low: 0n };
    const md5 = createHash('md5').update(id).digest('hex');
    sums.set(prefix, {
      count: sum.count + 1,
      high: sum.high + BigInt(`0x${md5.slice(0, 7)}`),
      low: sum.low + BigInt(`0x${md5.slice(7, 14)}`),
    });
  }
  return [...sums].map(([prefix, { count, high, low }]) => ({
    prefix,
    count,
    high: String(high),
    low: String(low),
  }));
}

/** Ids from `from`, up to and without `until`, by their bytes. Null: to the end. */
export interface IdRange {
  from: string;
  until: string | null;
}

export const wholeRange: IdRange = { from: '', until: null };

export function isWithin(id: string, { from, until }: IdRange): boolean {
  return byBytes(id, from) >= 0 && (until === null || byBytes(id, until) < 0);
}

/** Where the two sides differ, in order; ranges that touch are one. */
export function rangesThatDiffer(left: readonly ReceiptDigest[], right: readonly ReceiptDigest[]): IdRange[] {
  const rights = new Map(right.map((digest) => [digest.prefix, digest]));
  const lefts = new Map(left.map((digest) => [digest.prefix, digest]));
  const prefixes = [...new Set([...lefts.keys(), ...rights.keys()])].sort(byBytes);
  const ranges: IdRange[] = [];
  for (const prefix of prefixes) {
    if (isSameDigest(lefts.get(prefix), rights.get(prefix))) continue;
    const last = ranges.at(-1);
    const until = afterAll(prefix);
    if (!last || (last.until !== null && byBytes(prefix, last.until) > 0))
      ranges.push({ from: prefix, until });
    else if (last.until !== null && (until === null || byBytes(until, last.until) > 0)) last.until = until;
  }
  return ranges;
}

function isSameDigest(a: ReceiptDigest | undefined, b: ReceiptDigest | undefined): boolean {
  return a?.count === b?.count && a?.high === b?.high && a?.low === b?.low;
}

/** The least text that comes after everything that begins so; null where there is no such text of plain letters. */
function afterAll(prefix: string): string | null {
  const last = prefix.charCodeAt(prefix.length - 1);
  return last < 0x7e ? prefix.slice(0, -1) + String.fromCharCode(last + 1) : null;
}

/** The order of the databases' byte-by-byte comparison. */
export function byBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
