/**
 * What a kind of copy promises. The suites name with each sentence what it needs; where a kind does not promise that, the
 * sentence stands in its report all the same, and docs/copies.md must say so.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { DatabaseKind } from './database.ts';

/** What may be missing, and the words of docs/copies.md for it. */
export const missing = {
  ownTables: 'None of our tables stands in it',
  defaultSchema: 'Invoices stand where its owner keeps them',
  transactions: 'What was sent cannot be taken back',
  manyBooks: 'It holds one book',
  everyField: 'Of an invoice stands there what the system has fields for',
  head: 'An older state is noticed at a look at all its rows',
} as const;

export type Promised = keyof typeof missing;

const documented = readFileSync('docs/copies.md', 'utf8').replace(/\s+/g, ' ');

/** `test` where the kind promises all of these; otherwise a test that the document tells of it. */
export function promised(kind: DatabaseKind, ...needs: Promised[]): typeof test {
  const lacking = needs.find((need) => kind.lacks?.includes(need));
  if (lacking === undefined) return test;
  const say = (title: string) =>
    test(`${title} (not promised: ${missing[lacking]})`, () =>
      expect(documented).toContain(missing[lacking]));
  const each = () => say;
  return Object.assign(say, { each }) as unknown as typeof test;
}
