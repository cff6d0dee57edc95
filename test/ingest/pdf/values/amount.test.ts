import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountsIn, decimalOf, percentsIn } from '../../../../src/ingest/pdf/values/amount.ts';

const read = (text: string) => amountsIn(text).map(({ cents, currency }) => [decimalOf(cents), currency]);

describe('amounts in print', () => {
  test.each([
    ['1 250,00', '1250.00', null],
    ['1.250,00 kr', '1250.00', 'kr'],
    ['SEK 1,250.00', '1250.00', 'SEK'],
    ["1'250.00", '1250.00', null],
    ['€ 1.250,00', '1250.00', 'EUR'],
    ['$1,250.00', '1250.00', 'USD'],
    ['1250:-', '1250.00', null],
    ['76800.0', '76800.00', null],
    ['7000.5 DKK', '7000.50', 'DKK'],
    ['16 101,5 kr', '16101.50', 'kr'],
    ['2.871,5', '2871.50', null],
    ['–100,00', '-100.00', null],
    ['697,00-', '-697.00', null],
    ['€ –604,00', '-604.00', 'EUR'],
    ['0,50', '0.50', null],
    ['12 345 678,90 NOK', '12345678.90', 'NOK'],
  ])('%s is %s', (text, value, currency) => {
    expect(read(text)).toEqual([[value, currency]]);
  });

  test.each(['25 %', '2026-11-02', '12.11.2026', 'abc123', '25,00 %', 'IMG1250'])('%s holds none', (text) => {
    expect(amountsIn(text).filter(({ isPlain }) => !isPlain)).toEqual([]);
  });

  test('a figure without decimals or currency is told to be plain', () => {
    expect(amountsIn('300').map(({ isPlain }) => isPlain)).toEqual([true]);
    expect(amountsIn('300 kr').map(({ isPlain }) => isPlain)).toEqual([false]);
  });

  test('whatever the grouping, every amount comes back to the cent', () => {
    const grouped = (digits: string, by: string) => digits.replace(/\B(?=(\d{3})+$)/g, by);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.constantFrom([' ', ','], ['.', ','], [',', '.'], ["'", '.'], ['\u00a0', ','], ['', ',']),
        fc.boolean(),
        (cents, [by = '', decimal = ','], isNegative) => {
          const digits = String(cents).padStart(3, '0');
          const whole = grouped(digits.slice(0, -2), by);
          const printed = `${isNegative ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`;
          const expected = isNegative && cents > 0 ? -cents : cents;
          expect(amountsIn(printed.replace(/\u00a0/g, ' ')).map((amount) => amount.cents)).toEqual([
            expected,
          ]);
        },
      ),
    );
  });
});

test('percentages are read in basis points', () => {
  expect(percentsIn('25 %, 25,5 % och 5.5%').map(({ basisPoints }) => basisPoints)).toEqual([
    2500, 2550, 550,
  ]);
});
