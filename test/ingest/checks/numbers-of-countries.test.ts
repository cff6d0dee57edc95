import { describe, expect, test } from '@jest/globals';
import { companyNumberAtStart, numbersAgree } from '../../../src/ingest/checks/company-number.ts';
import { referenceKindsOf } from '../../../src/ingest/checks/reference-kinds.ts';
import { checkVatId } from '../../../src/ingest/checks/vat-id.ts';
import { lawfulVatRates } from '../../../src/ingest/checks/vat-rates.ts';

describe('company numbers', () => {
  test.each([
    ['556999-1234', 'SE', '5569991234', 'valid'],
    ['556999-1235', 'SE', '5569991235', 'invalid'],
    ['923 609 016 MVA', 'NO', '923609016', 'valid'],
    ['DK 13585628', 'DK', '13585628', 'valid'],
    ['0112038-9', 'FI', '0112038-9', 'valid'],
    ['Amtsgericht Berlin HRB 12345 B', 'DE', 'HRB12345B', 'none'],
    ['HRB 12345 B / AG Berlin', 'DE', 'HRB12345B', 'none'],
    ['HRB 12345 AG Köln', 'DE', 'HRB12345', 'none'],
    ['HRB 12345 GF: Ute Brandt', 'DE', 'HRB12345', 'none'],
    ['HRA 2345 KI', 'DE', 'HRA2345KI', 'none'],
    ['HRB 12345 KG', 'DE', 'HRB12345', 'none'],
    ['B 732 829 320', 'FR', '732829320', 'valid'],
    ['23467343', 'NL', '23467343', 'none'],
    ['732 829 320 00074', 'FR', '73282932000074', 'valid'],
    ['Paris B 732 829 320', 'FR', '732829320', 'valid'],
    ['03621733', 'GB', '03621733', 'none'],
    ['123456785', 'PL', '123456785', 'valid'],
    ['123456786', 'PL', '123456786', 'invalid'],
    ['0000123456', 'PL', '0000123456', 'none'],
    ['27082440', 'CZ', '27082440', 'valid'],
    ['270 82 440', 'CZ', '27082440', 'valid'],
    ['10137025', 'EE', '10137025', 'valid'],
    ['00743110157', 'IT', '00743110157', 'valid'],
    ['RSSMRA85T10A562S', 'IT', 'RSSMRA85T10A562S', 'valid'],
    ['501 964 843', 'PT', '501964843', 'valid'],
  ])('%s in %s', (text, country, value, verdict) => {
    expect(companyNumberAtStart(text, country)).toEqual({ country, value, verdict });
  });

  test('without a country, the one whose check digits are right is taken', () => {
    expect(companyNumberAtStart('923609016', null)).toMatchObject({ country: 'NO', verdict: 'valid' });
  });

  test('digits that many numbers have count only beside a label of their own country', () => {
    expect(companyNumberAtStart('00743110157', 'IT')?.country).toBe('IT');
    expect(companyNumberAtStart('00743110157', 'FR')?.country).toBeNull();
    expect(companyNumberAtStart('10137025', 'SE')?.country).not.toBe('EE');
  });

  test.each([
    ['SE556999123401', '5569991234', true],
    ['SE556999123401', '5569991242', false],
    ['SE663000998001', '5569991242', null],
    ['NO923609016MVA', '923609016', true],
    ['FI01120389', '0112038-9', true],
    ['FR44732829320', '73282932000074', true],
    ['DE136695976', 'HRB12345', null],
    ['IT00743110157', '00743110157', true],
    ['CZ27082440', '27082440', true],
    ['CZ699000899', '27082440', null],
    ['PT501964843', '501964843', true],
    ['PL5260250274', '123456785', null],
  ])('%s and %s: %s', (vatId, number, agree) => {
    expect(numbersAgree(vatId, number)).toBe(agree);
  });
});

test.each([
  ['SE556999123401', 'valid'],
  ['DK13585628', 'valid'],
  ['DK13585627', 'invalid'],
  ['FI01120389', 'valid'],
  ['NL111111110B01', 'valid'],
  ['DE136695976', 'valid'],
  ['PL5260250274', 'valid'],
  ['PL5260250275', 'invalid'],
  ['CZ27082440', 'valid'],
  ['EE100931558', 'valid'],
  ['IT00743110157', 'valid'],
  ['ESB58378431', 'valid'],
  ['PT501964843', 'valid'],
] as const)('VAT number %s is %s', (vatId, verdict) => {
  expect(checkVatId(vatId)).toBe(verdict);
});

describe('payment references', () => {
  test.each([
    ['1234567897', 'ocr'],
    ['1234567897', 'kid'],
    ['1232', 'viite'],
    ['RF18539007547034', 'rf'],
    ['000000000204172', 'fik'],
    ['+++090/9337/55493+++', 'ogm'],
  ])('%s can be %s', (reference, kind) => {
    expect(referenceKindsOf(reference)).toContain(kind);
  });

  test('a reference without check digits is of no kind', () => {
    expect(referenceKindsOf('1234567890123456789012345678')).toEqual([]);
    expect(referenceKindsOf('RF19539007547034')).toEqual([]);
    expect(referenceKindsOf('100000000000000000001044779')).toEqual([]);
  });
});

describe('VAT rates', () => {
  test('are lawful on their date', () => {
    expect(lawfulVatRates('FI', '2024-08-31')).toContain(2400);
    expect(lawfulVatRates('FI', '2024-08-31')).not.toContain(2550);
    expect(lawfulVatRates('FI', '2024-09-01')).toContain(2550);
    expect(lawfulVatRates('SE', '2026-05-01')).toEqual([2500, 1200, 600]);
    expect(lawfulVatRates('EE', '2025-06-30')).toEqual([900, 1300, 2200]);
    expect(lawfulVatRates('EE', '2025-07-01')).toEqual([900, 1300, 2400]);
    expect(lawfulVatRates('CZ', '2023-12-31')).toEqual([2100, 1500, 1000]);
    expect(lawfulVatRates('CZ', '2024-01-01')).toEqual([2100, 1200]);
    expect(lawfulVatRates('ES', '2026-01-01')).toEqual([2100, 1000, 400]);
  });

  test('of a country that is not known here are not guessed', () => {
    expect(lawfulVatRates('XX', '2026-01-01')).toBeNull();
  });
});
