/** The runbook quotes what people see: every symptom in it is a text, or a code, that the program really has. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readDocuments } from './markdown.ts';

const operations = readDocuments().find(({ file }) => file === 'docs/operations.md')?.text ?? '';
const runbook = operations.slice(operations.indexOf('\n## Runbook'));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
  .join('\n');

/** What stands in backticks in the first column of each table. */
const symptoms = [...runbook.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, symptom = '']) => symptom),
);

test('every symptom in the runbook is one that the program has', () => {
  expect(symptoms.length).toBeGreaterThan(30);
  const unknown = symptoms.filter((symptom) =>
    symptom
      .split('…')
      .map((fragment) => fragment.trim())
      .some((fragment) => !sources.includes(fragment)),
  );
  expect(unknown).toEqual([]);
});

test('whatever wants a person in status is in the runbook', () => {
  const attention = readFileSync('src/staging/attention.ts', 'utf8');
  const messages = [
    ...attention.matchAll(/(?:what: '|message: `|add\([^`']*'\w+',\s*[`'])([^'`]+)['`]/g),
  ].map(([, message = '']) => message.replace(/\$\{[^}]*\}/g, '…'));
  expect(messages.length).toBeGreaterThan(5);
  const longest = (message: string) =>
    message
      .split('…')
      .map((fragment) => fragment.trim().replace(/[:;]$/, ''))
      .reduce((one, other) => (other.length > one.length ? other : one));
  expect(
    messages.map(longest).filter((fragment) => !runbook.toLowerCase().includes(fragment.toLowerCase())),
  ).toEqual([]);
});
