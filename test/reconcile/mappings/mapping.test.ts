import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { StagingPostError } from '../../../src/errors.ts';
import { parametersOf, parseMapping } from '../../../src/reconcile/copies/mapping.ts';

const whole = `--! table: bill
--! find existing
select id as key, number as invoice_number from bill where number = :invoice_number
--! insert invoice
insert into bill (number) values (:invoice_number) returning id
--! still there
select 1 from bill where cast(id as text) = :key`;

function faultsIn(text: string): string[] {
  try {
    parseMapping(text);
  } catch (error) {
    if (error instanceof StagingPostError && error.code === 'mapping_invalid') {
      return error.details.faults as string[];
    }
    throw error;
  }
  return [];
}

describe('a mapping', () => {
  test('needs its table, a way to find, to insert, and to tell what is gone', () => {
    expect(faultsIn(whole)).toEqual([]);
    expect(faultsIn('')).toEqual([
      'the line "--! table: <name>" is missing, or names no table',
      'the heading "--! find existing" is missing, or has no statement',
      'the heading "--! insert invoice" is missing, or has no statement',
      'the heading "--! still there" is missing, or has no statement',
    ]);
  });

  test('is told of misspelt headings and parameters, with what was meant', () => {
    const faults = faultsIn(`${whole.replace(':key', ':kee')}\n--! insert lines\nselect :line_numbr`);
    expect(faults).toEqual([
      'there is no heading "insert lines"; did you mean "insert line"?',
      'under "still there" there is no :kee; did you mean :key?',
    ]);
  });

  test('is told of a heading that stands twice, and of statements where one is taken', () => {
    expect(faultsIn(`${whole}\n--! insert invoice\nselect 2`)).toContain(
      'the heading "insert invoice" stands there twice',
    );
    expect(faultsIn(`${whole}; select 2`)).toContain('"still there" holds 2 statements; it takes one');
  });

  test('names in its document every parameter that there is', () => {
    const document = readFileSync('docs/mappings/README.md', 'utf8');
    const missing = [...new Set(Object.values(parametersOf).flat())].filter(
      (name) => !document.includes(`\`:${name}\``),
    );
    expect(missing).toEqual([]);
  });
});
