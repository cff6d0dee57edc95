import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { red } from '../../src/cli/answer.ts';
import { harmless, render } from '../../src/cli/render.ts';
import { ago, byteSize, count, duration, moment } from '../../src/cli/wording.ts';

const plain = { colours: false };

describe('a table', () => {
  test('lines up, numbers to the right, and shows what is absent as a dash', () => {
    const block = {
      columns: ['book', 'mails'],
      rows: [
        ['acme', 7],
        ['nordvik', 120],
        [null, undefined],
      ],
    };
    expect(render([block], plain)).toBe('book     mails\nacme         7\nnordvik    120\n–        –\n');
  });

  test('lines up also where letters are wide', () => {
    const lines = render(
      [
        {
          columns: ['a', 'b'],
          rows: [
            ['会社', 'x'],
            ['acme', 'x'],
          ],
        },
      ],
      plain,
    ).split('\n');
    const places = lines.slice(1, 3).map((line) => stringWidth(line.slice(0, line.indexOf('x'))));
    expect(places[0]).toBe(places[1]);
  });

  test('fits into the terminal as far as its columns can give way, and is never cut elsewhere', () => {
    const cells = fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (rows, width) => {
          const table = { columns: ['a', 'b', 'c'], rows };
          for (const line of render([table], { colours: false, width }).split('\n')) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
    const long = 'x'.repeat(500);
    expect(render([{ columns: ['a'], rows: [[long]] }], plain)).toContain(long);
  });

  test('without rows says what stands for them', () => {
    expect(render([{ columns: ['a'], rows: [], ifEmpty: 'No book yet.' }], plain)).toBe('No book yet.\n');
  });
});

describe('text from a mail', () => {
  test('cannot command the terminal, nor turn the direction of writing', () => {
    expect(harmless('a\u001b[2Jb')).toBe('a [2Jb');
    expect(harmless('faktura\u202efdp.exe')).toBe('faktura fdp.exe');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = render(
          [{ columns: ['subject'], rows: [[text]] }, { fields: [['subject', text]] }, text],
          plain,
        );
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('has a colour only where a terminal wants it', () => {
    expect(render([red('lost')], plain)).toBe('lost\n');
    expect(render([red('lost')], { colours: true })).toBe('\u001b[31mlost\u001b[39m\n');
  });
});

test('numbers, ages and sizes are worded for people', () => {
  expect([count(1, 'mail'), count(0, 'mail'), count(2, 'delivery', 'deliveries')]).toEqual([
    '1 mail',
    '0 mails',
    '2 deliveries',
  ]);
  expect([5, 89, 90, 5400, 172_800].map(duration)).toEqual(['5 s', '89 s', '2 min', '2 h', '2 d']);
  const now = new Date('2026-11-25T10:00:00.900Z');
  expect(ago(new Date('2026-11-25T09:59:00Z'), now)).toBe('61 s ago');
  expect([ago(null, now), moment(null), moment(now)]).toEqual(['never', null, '2026-11-25 10:00:00Z']);
  expect([0, 1023, 1024, 1_572_864, 52_428_800 * 30].map(byteSize)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KiB',
    '1.5 MiB',
    '1.5 GiB',
  ]);
});
