import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../src/ingest/pdf/labels/index.ts';
import { labelledFields, phrasesIn } from '../../../src/ingest/pdf/labels/language.ts';
import { phraseAt } from '../../../src/ingest/pdf/page/lexicon.ts';
import { squeeze, wordsOf } from '../../../src/ingest/pdf/text/words.ts';

const spoken = languages.filter(({ code }) => code !== 'common');

describe.each(spoken.map((language) => ({ code: language.code, language })))(
  'the language $code',
  ({ language }) => {
    test('has what every invoice is read by', () => {
      for (const field of [
        'invoiceNumber',
        'issueDate',
        'dueDate',
        'net',
        'vat',
        'gross',
        'payable',
        'vatId',
        'organisationNumber',
      ] as const) {
        expect(phrasesIn(language.labels[field]?.anywhere ?? '')).not.toEqual([]);
      }
      expect(new Set(Object.values(language.months)).size).toBe(12);
      for (const paper of [
        'reminder',
        'statement',
        'delivery_note',
        'order_confirmation',
        'quotation',
        'terms_and_conditions',
      ] as const) {
        expect(phrasesIn(language.notInvoiceTitles[paper] ?? '')).not.toEqual([]);
      }
    });

    test('names only fields that there are, and every phrase of it is found', () => {
      for (const [field, { anywhere = '', atStart = '' }] of Object.entries(language.labels)) {
        expect(labelledFields).toContain(field);
        for (const phrase of [...phrasesIn(anywhere), ...phrasesIn(atStart)]) {
          const match = phraseAt(wordsOf(phrase), 0);
          expect({ phrase, found: squeeze(phrase.slice(match?.start, match?.end)) }).toEqual({
            phrase,
            found: squeeze(phrase),
          });
        }
      }
    });
  },
);

test('case, accents, spaces and full stops do not matter', () => {
  const found = (text: string) => phraseAt(wordsOf(text), 0)?.length;
  expect(found('ORG.NR')).toBe(5);
  expect(found('Org. -nr')).toBe(5);
  expect(found("DATE D'ECHEANCE")).toBe(found('Date d’échéance'));
});

test.each([
  ['Fälligkeitsdatum', 'Faelligkeitsdatum'],
  ['Rechnungsempfänger', 'Rechnungsempfaenger'],
  ['Vår referens', 'Vaar referens'],
])('%s is known as %s', (written, spelled) => {
  const meaningsOf = (text: string) => phraseAt(wordsOf(text), 0)?.meanings;
  expect(meaningsOf(spelled)).toBeDefined();
  expect(meaningsOf(spelled)).toEqual(meaningsOf(written));
});
