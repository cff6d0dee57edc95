/** What is refused before an element is looked at (A1): declarations that can do something, and too much of anything. */
import { describe, expect, test } from '@jest/globals';
import { parseXml } from '../../../../src/ingest/formats/xml/parse.ts';

const limits = { bytes: 10_000, elements: 100, depth: 20 };

function parse(xml: string) {
  return parseXml(Buffer.from(xml), limits);
}

function refusal(xml: string): string {
  try {
    parse(xml);
    return 'not refused';
  } catch (error) {
    return (error as { reason: { code: string } }).reason.code;
  }
}

describe('a DOCTYPE is refused', () => {
  test.each([
    ['with entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['with a file of this machine', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['of another place', '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>'],
    ['that is public', '<!DOCTYPE Invoice PUBLIC "-//X//EN" "x.dtd"><Invoice/>'],
    ['that declares nothing', '<!DOCTYPE a><a/>'],
    [
      "Finvoice's own, with more in it",
      '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd" [<!ENTITY b "c">]><Finvoice/>',
    ],
    ["Finvoice's name for another file", '<!DOCTYPE Finvoice SYSTEM "file:///etc/Finvoice.dtd"><Finvoice/>'],
    ['anywhere before the root', '<?xml version="1.0"?><!-- a --><!DOCTYPE a [ ]><a/>'],
  ])('%s', (_name, xml) => {
    expect(refusal(xml)).toBe('xml_doctype');
  });

  test('but for the line that Finvoice 1 prescribes, and even then no entity comes of it', () => {
    const line = '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd">';
    expect(parse(`${line}<Finvoice Version="1.2"/>`).name).toBe('Finvoice');
    expect(refusal(`${line}<Finvoice>&anything;</Finvoice>`)).toBe('xml_damaged');
  });
});

describe('too much is refused', () => {
  test('in bytes', () => expect(refusal(`<a>${'b'.repeat(limits.bytes)}</a>`)).toBe('xml_too_big'));
  test('in elements', () => expect(refusal(`<a>${'<b/>'.repeat(limits.elements)}</a>`)).toBe('xml_too_big'));
  test('in depth', () =>
    expect(refusal(`${'<a>'.repeat(limits.depth + 1)}${'</a>'.repeat(limits.depth + 1)}`)).toBe(
      'xml_too_deep',
    ));
  test('and exactly as much as is allowed is not', () =>
    expect(parse(`${'<a>'.repeat(limits.depth)}${'</a>'.repeat(limits.depth)}`).name).toBe('a'));
});

describe('damage is said', () => {
  test.each([
    ['an end that is missing', '<a><b></a>'],
    ['a prefix that means nothing', '<x:a/>'],
    ['an entity that nobody declared', '<a>&b;</a>'],
    ['nothing at all', ''],
    ['text that is no XML', 'hello'],
  ])('%s', (_name, xml) => {
    expect(refusal(xml)).toBe('xml_damaged');
  });
});

test('elements are known by their namespaces, whatever the prefixes', () => {
  const [a, b] = ['<n:a xmlns:n="urn:x"/>', '<a xmlns="urn:x"/>'].map(parse);
  expect([a?.namespace, a?.name]).toEqual([b?.namespace, b?.name]);
});
