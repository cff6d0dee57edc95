import { describe, expect, test } from '@jest/globals';
import { sqlTemplates, withExpressions } from '../../../src/reconcile/copies/sql-template.ts';

describe('named parameters', () => {
  test('become numbered ones, each use with a number of its own', () => {
    expect(sqlTemplates('insert into a values (:net, :vat, :net)')).toEqual([
      { sql: 'insert into a values ($1, $2, $3)', names: ['net', 'vat', 'net'] },
    ]);
  });

  test.each([
    ["select ':net', 'it''s :vat'", []],
    ['select ":net" from `:vat`', []],
    ['select 1 -- :net\n, :vat', ['vat']],
    ['select /* :net ; */ :vat', ['vat']],
    ['select $$ :net ; $$, $tag$ :net $tag$, :vat', ['vat']],
    ['select :net::numeric', ['net']],
    ["select '12:30'::time", []],
  ])('in %s are those that stand outside of quotes and comments', (sql, names) => {
    const [template, ...others] = sqlTemplates(sql);
    expect(others).toEqual([]);
    expect(template?.names).toEqual(names);
  });

  test('statements end at semicolons, and what holds only comments is none', () => {
    const templates = sqlTemplates("-- first\nselect ';' ;\n\n-- nothing\n;\nselect :a;");
    expect(templates.map(({ names }) => names)).toEqual([[], ['a']]);
  });

  test('can be expressions instead', () => {
    const [template] = sqlTemplates('select 1 from a where a.id = :key');
    expect(template && withExpressions(template, { key: 'r.placed_key' })).toBe(
      'select 1 from a where a.id = r.placed_key',
    );
  });
});
