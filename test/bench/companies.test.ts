/** Nobody's numbers, yet every one of them valid: a reader that checks digits must not stumble over the generator. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import {
  denmark,
  finland,
  netherlands,
  norway,
  rfReference,
  sweden,
} from '../../bench/generator/check-digits.ts';
import { type Country, inventCompany } from '../../bench/generator/companies.ts';
import { createRandom } from '../../demo/generator/random.ts';
import { isBankgiro, isPlusgiro } from '../../src/ingest/checks/giro.ts';
import { isOcr, isRfReference } from '../../src/ingest/checks/payment-reference.ts';
import { checkVatId } from '../../src/ingest/checks/vat-id.ts';

const countries: readonly Country[] = [
  'SE',
  'NO',
  'DK',
  'FI',
  'DE',
  'NL',
  'FR',
  'GB',
  'PL',
  'CZ',
  'EE',
  'IT',
  'ES',
  'PT',
];
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

type Validators = Record<
  string,
  Record<string, { validate(text: string): { isValid: boolean } } | undefined>
>;

function isValid(country: string, kind: string, text: string): boolean {
  const validator = (stdnum as Validators)[country]?.[kind];
  if (!validator) throw new Error(`stdnum knows no ${country}.${kind}`);
  return validator.validate(text).isValid;
}

test.each(countries)('a company of %s has a valid VAT number, IBAN, bankgiro and plusgiro', (country) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const company = inventCompany(createRandom(seed), country);
      expect(checkVatId(company.vatId)).not.toBe('invalid');
      expect([company.iban, isValidIBAN(company.iban)]).toEqual([company.iban, true]);
      expect(isBankgiro(company.bankgiro)).toBe(true);
      expect(isPlusgiro(company.plusgiro)).toBe(true);
    }),
  );
});

test.each([
  ['DK', 'cvr'],
  ['FI', 'alv'],
  ['DE', 'vat'],
  ['NL', 'btw'],
  ['FR', 'tva'],
  ['GB', 'vat'],
  ['NO', 'mva'],
  ['PL', 'nip'],
  ['CZ', 'dic'],
  ['EE', 'kmkr'],
  ['IT', 'iva'],
  ['ES', 'nif'],
  ['PT', 'nif'],
] as const)('a company of %s has a VAT number that is a valid %s', (country, kind) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { vatId } = inventCompany(createRandom(seed), country);
      expect([vatId, isValid(country, kind, vatId)]).toEqual([vatId, true]);
    }),
  );
});

test.each([
  ['SE', 'orgnr'],
  ['NO', 'orgnr'],
  ['DK', 'cvr'],
  ['FI', 'ytunnus'],
  ['FR', 'siren'],
  ['PL', 'regon'],
  ['CZ', 'dic'],
  ['EE', 'registrikood'],
  ['IT', 'iva'],
] as const)('a company of %s has a valid %s', (country, kind) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { organisationNumber } = inventCompany(createRandom(seed), country);
      expect([organisationNumber, isValid(country, kind, organisationNumber ?? '')]).toEqual([
        organisationNumber,
        true,
      ]);
    }),
  );
});

test('a French company has a valid SIRET, a Norwegian one a valid account', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(isValid('FR', 'siret', inventCompany(createRandom(seed), 'FR').register)).toBe(true);
      expect(isValid('NO', 'kontonr', inventCompany(createRandom(seed), 'NO').account)).toBe(true);
    }),
  );
});

test('payment references carry the check digit of their country', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{4,9}$/), (body) => {
      expect(isOcr(sweden.ocr(body))).toBe(true);
      expect(isOcr(sweden.ocrWithLength(body))).toBe(true);
      expect(Number(sweden.ocrWithLength(body).at(-2))).toBe(sweden.ocrWithLength(body).length % 10);
      expect(isOcr(norway.kid(body))).toBe(true);
      expect(denmark.paymentId(body)).toMatch(/^\d{15}$/);
      expect(isOcr(denmark.paymentId(body))).toBe(true);
      expect(isRfReference(rfReference(body))).toBe(true);
      expect(netherlands.paymentReference(body)).toMatch(/^\d{16}$/);
    }),
  );
});

test('the Finnish reference of the handbook comes out as it does there', () => {
  expect(finland.reference('123')).toBe('1232');
});

test('the international reference of the standard comes out as it does there', () => {
  expect(rfReference('539007547034')).toBe('RF18539007547034');
});
