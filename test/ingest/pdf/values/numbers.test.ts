import { describe, expect, test } from '@jest/globals';
import {
  digitsAtStart,
  fikLineIn,
  ibanAtStart,
  invoiceNumberAtStart,
  plusgiroAtStart,
  rfAtStart,
  vatIdAtStart,
} from '../../../../src/ingest/pdf/values/numbers.ts';

describe('an invoice number', () => {
  test.each([
    ['10045', '10045'],
    ['FA-2017-0010', 'FA-2017-0010'],
    ['INV/2023/03/0008', 'INV/2023/03/0008'],
    ['# 42183017', '42183017'],
    ['01.234.567.8-2018-1', '01.234.567.8-2018-1'],
    ['RE 1001 vom 3.4.2026', 'RE 1001'],
    ['20417 av den 3 april', '20417'],
    ['invoice_number_1', 'invoice_number_1'],
    ['FT A/123', 'FT A/123'],
    ['FT FA.2026/12', 'FT FA.2026/12'],
    ['n. 12/2026', '12/2026'],
  ])('of "%s" is %s', (text, number) => {
    expect(invoiceNumberAtStart(text)).toBe(number);
  });

  test.each(['2026-11-02', '1 250,00', '1.250,00 kr', 'Kund', '25%', '30dagar'])('is not "%s"', (text) => {
    expect(invoiceNumberAtStart(text)).toBeNull();
  });
});

describe('numbers with a form of their own', () => {
  test.each([
    ['SE556999123401 IBAN', 'SE556999123401'],
    ['SE 556999-1234 01', 'SE556999123401'],
    ['923 609 016 MVA', 'NO923609016MVA'],
    ['DE136695976', 'DE136695976'],
    ['NL111111110B01', 'NL111111110B01'],
    ['FR44732829320 – RCS', 'FR44732829320'],
    ['GB 434 0314 94', 'GB434031494'],
  ])('the VAT number of "%s" is %s', (text, vatId) => {
    expect(vatIdAtStart(text)).toBe(vatId);
  });

  test('an IBAN ends where its check digits say', () => {
    expect(ibanAtStart('DE89 3704 0044 0532 0130 00 BIC COBADEFF')).toBe('DE89370400440532013000');
  });

  test('an IBAN may be printed in groups of any length', () => {
    expect(ibanAtStart('DE8 9370 4004 4053 2013 000')).toBe('DE89370400440532013000');
  });

  test('a plusgiro number may be printed in pairs', () => {
    expect(plusgiroAtStart('28 65 43-4')).toBe('286543-4');
  });

  test('references may be printed in groups, but are no amounts', () => {
    expect(digitsAtStart('5177 06')).toBe('517706');
    expect(digitsAtStart('1 250,00')).toBeNull();
    expect(rfAtStart('RF18 5390 0754 7034')).toBe('RF18539007547034');
  });

  test('the Danish giro line holds reference and creditor', () => {
    expect(fikLineIn('+71<000000000204172+82361081<')).toEqual({
      kind: '71',
      reference: '000000000204172',
      creditor: '82361081',
    });
    expect(fikLineIn('Telefon +45 31-857 71 61')).toBeNull();
  });
});
