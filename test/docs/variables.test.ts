/** Every variable that a document, a comment or a hint names is explained in .env.example. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readEnvExample } from '../deploy/env-example.ts';
import { readDocuments } from './markdown.ts';

const { settings, composeOnly } = await readEnvExample();
const explained = new Set([...settings, ...composeOnly].map(({ name }) => name));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.join('src', file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test.each([
  ['documents', readDocuments()],
  ['src', sources],
])('in %s', (_, texts) => {
  const named = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/\bSTAGING_POST_[A-Z_]+|\b(?:LEDGER|QUEUE|[A-Z]+_DATABASE)_URL\b/g)].map(([name]) => ({
      file,
      name,
    })),
  );
  expect(named.length).toBeGreaterThan(5);
  // The passwords of mailboxes bear names of their owner's choosing behind this.
  const unknown = named.filter(
    ({ name }) => !explained.has(name) && !name.startsWith('STAGING_POST_PASSWORD_'),
  );
  expect(unknown).toEqual([]);
});
