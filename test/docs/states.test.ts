/** The picture in docs/states.md is the state machine of the code. */
import { describe, expect, test } from '@jest/globals';
import { invoiceStates, transitions } from '../../src/staging/states.ts';
import { fencesOf, readDocuments } from './markdown.ts';

const document = readDocuments().find(({ file }) => file === 'docs/states.md') ?? { file: '', text: '' };
const picture = fencesOf(document).find(({ language }) => language === 'mermaid')?.text ?? '';
const arrows = picture
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.includes('-->'))
  .map((line) => /^(\S+) --> (\S+): (.+)$/.exec(line)?.slice(1) ?? [line]);

describe('docs/states.md', () => {
  test('draws exactly the moves that states.ts allows, each with its verb', () => {
    const allowed = transitions.flatMap(({ verb, from, to }) =>
      from.map((state) => `${state} --> ${to}: ${verb}`),
    );
    const drawn = arrows
      .filter(([from]) => from !== '[*]')
      .map(([from, to, verb]) => `${from} --> ${to}: ${verb}`);
    expect(drawn.sort()).toEqual(allowed.sort());
  });

  test('begins where invoices are staged, and nowhere else', () => {
    const beginnings = arrows.filter(([from]) => from === '[*]').map(([, to]) => to);
    expect(new Set(beginnings)).toEqual(new Set(['ready', 'needs_review', 'held']));
  });

  test('says of every state what it means, once', () => {
    const described = [...document.text.matchAll(/^\| `(\w+)` +\|/gm)].map(([, state = '']) => state);
    expect(described.sort()).toEqual([...invoiceStates].sort());
  });
});
