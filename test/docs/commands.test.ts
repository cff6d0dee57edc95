/** Every command that a document or a hint tells people to type exists, with the options it is given. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../../src/cli/commands.ts';
import { exitCodes } from '../../src/errors.ts';
import { faultOfWhole, faultsOf } from './command-line.ts';
import { fencesOf, inlineCodeOf, readDocuments } from './markdown.ts';

const documents = readDocuments();

describe('commands in documents', () => {
  test('in blocks for the shell are what the program accepts, word for word', async () => {
    const lines = documents
      .flatMap(fencesOf)
      .filter(({ language }) => ['sh', 'bash', 'console'].includes(language))
      .flatMap(({ file, text }) => commandsIn(text).map((line) => ({ file, line })));
    expect(lines.length).toBeGreaterThan(3);
    const faults = [];
    for (const { file, line } of lines) {
      const fault = await faultOfWhole(line);
      if (fault !== null) faults.push({ file, line, fault });
    }
    expect(faults).toEqual([]);
  });

  test('in sentences and tables exist, with their options', () => {
    const quoted = documents.flatMap((document) =>
      inlineCodeOf(document)
        .flatMap((code) => lineQuoted(code))
        .map((line) => ({ file: document.file, line })),
    );
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.flatMap((quote) => faultsOf(quote.line).map((fault) => ({ ...quote, fault })))).toEqual([]);
  });

  test('are all told in docs/operations.md, as are the exit codes', () => {
    const operations = documents.find(({ file }) => file === 'docs/operations.md')?.text ?? '';
    expect(commandNames().filter((name) => !operations.includes(name))).toEqual([]);
    const codes = Object.values(exitCodes).map(String);
    expect(codes.filter((code) => !new RegExp(`^\\| *\`?${code}\`? *\\|`, 'm').test(operations))).toEqual([]);
  });
});

test('commands in hints and in .env.example exist, with their options', () => {
  const files = [
    '.env.example',
    ...['src', 'bin'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.[jt]s$/.test(file))
        .map((file) => path.join(folder, file)),
    ),
  ];
  const quoted = files.flatMap((file) => hintsIn(readFileSync(file, 'utf8')).map((line) => ({ file, line })));
  expect(quoted.length).toBeGreaterThan(10);
  expect(quoted.flatMap((quote) => faultsOf(quote.line).map((fault) => ({ ...quote, fault })))).toEqual([]);
});

describe('a quoted command that is wrong is seen', () => {
  test.each([
    ['book ad acme', 'there is no "book ad"'],
    ['book|mailbox remove x', 'there is no "book remove"'],
    ['status --everything', '"status" has no --everything'],
  ])('%s', (line, fault) => expect(faultsOf(line)).toContain(fault));

  test('also where the program alone would notice: an argument too many, one too few', async () => {
    expect(await faultOfWhole('status acme bolt')).toMatch(/too many arguments/);
    expect(await faultOfWhole('book add --name Acme')).toMatch(/missing required argument/);
    expect(await faultOfWhole('book add acme')).toMatch(/required option/);
    expect(await faultOfWhole('book add acme --name "Acme AB"')).toBeNull();
  });
});

/** What follows `staging-post` on each line of a block for the shell; output, comments and other programs left out. */
function commandsIn(block: string): string[] {
  return block
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, ''))
    .flatMap((line) => line.split(/\s(?:&&|\|\||\||;|>+)\s/))
    .flatMap((part) => /(?:^|\s)staging-post\s+(.+)$/.exec(part.trim())?.[1] ?? []);
}

/** `staging-post status`, and the short form `invoice release` where the first word is a group of commands. */
function lineQuoted(code: string): string[] {
  const whole = /^(?:[A-Z_]+=\S* )?(?:npx )?staging-post (.+)$/.exec(code)?.[1];
  if (whole) return [whole];
  const groups = new Set(commandNames().flatMap((name) => (name.includes(' ') ? [name.split(' ')[0]] : [])));
  const [first, second] = code.split(' ');
  return groups.has(first) && second !== undefined ? [code] : [];
}

/** Commands that are announced by a colon, or stand in backticks in a comment; `${…}` stands for some word. */
function hintsIn(text: string): string[] {
  const announced = /(?:: |npx |^ *(?:\/?\*+|\/\/|#).*`)staging-post ([^'`;"\n]+)/gm;
  return [...text.replace(/\$\{[^{}]*\}/g, 'X').matchAll(announced)].map(([, line = '']) =>
    line.replace(/[.,)].*$/, ''),
  );
}
