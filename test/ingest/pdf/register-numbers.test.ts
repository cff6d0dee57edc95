/** Company and VAT numbers as suppliers of eight countries print them, with all that stands around. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

/** The sample of a language with one line in its foot instead of what tells its seller's numbers. */
function read(language: string, line: string, ...others: string[]) {
  const { organisationNumber, vatId } = sellerOn(language, line, ...others).seller;
  return [organisationNumber, vatId];
}

function sellerOn(language: string, ...lines: string[]) {
  const sample = samples.find((each) => each.language === language);
  const puts = (sample?.puts ?? []).filter(
    ([text]) => !/org\.?nr|CVR|Y-tunnus|HRB|USt|KvK|Btw-|SIRET|Company no/i.test(text),
  );
  const foot = lines.map((line, index): Put => [line, 50, 780 + index * 10, { size: 7 }]);
  const [found] = readPages(pagesOf([...puts, ...foot]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice;
}

describe('an abbreviation behind a number is none of its own', () => {
  test.each([
    ['sv', 'Org.nr 556999-1234 F-skatt', '5569991234', null],
    ['sv', 'Org.nr/momsreg.nr 556999-1234 SE556999123401 F-skatt', '5569991234', 'SE556999123401'],
    ['no', 'Org.nr 923 609 016 MVA/Foretaksregisteret', '923609016', 'NO923609016MVA'],
    ['da', 'CVR-nr. 13585628 SE-nr. 13585628', '13585628', 'DK13585628'],
    ['fi', 'Y-tunnus 0112038-9 ALV rek.', '0112038-9', null],
    ['fi', 'Y-tunnus FI01120389', null, 'FI01120389'],
    ['de', 'HRB 12345 AG Köln', 'HRB12345', null],
    ['de', 'HRB 12345 B / AG Berlin', 'HRB12345B', null],
    ['de', 'HRB 12345 GF: Ute Brandt  USt-IdNr. DE136695976 57539 Grünbach', 'HRB12345', 'DE136695976'],
    ['nl', 'KvK 23467343 BTW NL111111110B01', '23467343', 'NL111111110B01'],
    ['nl', 'KvK Utrecht, nr. 23467343', '23467343', null],
    ['fr', 'RCS Paris B 732 829 320 TVA FR44732829320', '732829320', 'FR44732829320'],
    ['fr', '732 829 320 RCS Paris', '732829320', null],
    ['fr', 'RCS Boulogne sur Mer 732 829 320 APE 1812Z', '732829320', null],
    ['en', 'Reg. no. 03621733 VAT GB 434 0314 94', '03621733', 'GB434031494'],
    ['en', 'Registered in England & Wales 03621733 VAT Reg. No. 434 0314 94', '03621733', 'GB434031494'],
  ])('%s: %s', (language, line, organisationNumber, vatId) => {
    expect(read(language, line)).toEqual([organisationNumber, vatId]);
  });
});

test('a VAT number without its prefix is told only where its check digits are right', () => {
  expect(read('en', 'Company no. 03621733 VAT no. 434 0314 95')).toEqual(['03621733', null]);
});

test.each([
  ['no', 'Org.nr: NO923609016', 'Org.nr: 923 609 016 MVA', 'NO923609016MVA'],
  ['no', 'Foretaksregisteret NO 923 609 016 MVA', 'Org.nr: 923 609 016', 'NO923609016MVA'],
  ['sv', 'Org.nr 556999-1234', 'Momsreg.nr SE556999123401', 'SE556999123401'],
  ['da', 'CVR-nr. DK13585628', 'SE-nr. 13585628', 'DK13585628'],
])('%s: "%s" and "%s" are one sure number', (language, line, other, vatId) => {
  const { seller, evidence } = sellerOn(language, line, other);
  expect(seller.vatId).toBe(vatId);
  expect(evidence['seller.vatId']?.confidence).toBeGreaterThan(0.85);
});
