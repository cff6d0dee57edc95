/** Company numbers of the countries that suppliers write from: their printed form, and their check digits where they have any. */
import { stdnum } from 'stdnum';
import { isSwedishVatGroup } from '../../invoice/identity.ts';
import { remembered } from '../remembered.ts';
import { passesLuhn } from './luhn.ts';
import { isOrganisationNumber, swedishOrganisationNumber } from './organisation-number.ts';
import { isPlaceholder } from './placeholder.ts';

export interface CompanyNumber {
  /** ISO 3166 code of the country whose form it has; null for a number of no known form. */
  country: string | null;
  /** As the invoice gives it: Swedish ones as ten digits, others as printed, without spaces. */
  value: string;
  /** `none`: the country's numbers have no check digit. */
  verdict: 'valid' | 'invalid' | 'none';
}

interface Kind {
  country: string;
  /** At the start of a text. */
  form: RegExp;
  /** Digits that many other numbers have as well: they count only beside a label of their country's own. */
  onlyAtHome?: boolean;
  normalise(found: string): string | null;
  verdict(value: string): CompanyNumber['verdict'];
}

const compact = (found: string) => found.replace(/[\s.]/g, '');
const judged = (isValid: boolean | undefined): CompanyNumber['verdict'] => (isValid ? 'valid' : 'invalid');

const kinds: readonly Kind[] = [
  {
    country: 'SE',
    form: /^(?:16|19|20)?\d{6}\s?[-–]?\s?\d{4}(?!\d)/,
    normalise: swedishOrganisationNumber,
    verdict: (value) => judged(isOrganisationNumber(value)),
  },
  {
    country: 'NO',
    form: /^(?:NO\s?)?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/,
    normalise: (found) => compact(found).replace(/^NO/, ''),
    verdict: (value) => judged(stdnum.NO?.orgnr?.validate(value).isValid),
  },
  {
    country: 'DK',
    form: /^(?:DK[\s-]?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)/,
    normalise: (found) => compact(found).replace(/^DK-?/, ''),
    verdict: (value) => judged(stdnum.DK?.cvr?.validate(value).isValid),
  },
  {
    country: 'FI',
    form: /^\d{6,7}\s?[-–]\s?\d(?!\d)/,
    normalise: (found) => compact(found).replace('–', '-').padStart(9, '0'),
    verdict: (value) => judged(stdnum.FI?.ytunnus?.validate(value).isValid),
  },
  {
    country: 'DE',
    // Some courts add letters of their own to the number; all else that follows it is another abbreviation ("HRB 12345 AG Köln").
    form: /^(?:\p{Lu}[\p{L}.-]+\s(?:\p{Lu}[\p{L}-]+\s)?)?HR\s?[AB]\s?(?:Nr\.?\s?)?\d{2,6}(?:\s?(?:B|BB|BRB|CB|FF|FL|HB|BHV|HL|KI|NP|P|PI)(?![\p{L}\d:-]|\.\p{L}))?(?![\p{L}\d])/u,
    normalise: (found) => compact(found.slice(found.search(/HR\s?[AB]/)).replace(/Nr\.?/, '')),
    verdict: () => 'none',
  },
  {
    country: 'NL',
    form: /^\d{8}(?!\d)/,
    normalise: compact,
    verdict: () => 'none',
  },
  {
    country: 'FR',
    form: /^(?:\p{Lu}[\p{L}-]+\s)?(?:[AB]\s)?\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5})?(?!\d)/u,
    normalise: (found) => compact(found).replace(/\D/g, ''),
    verdict: (value) => judged(/^\d{9}(?:\d{5})?$/.test(value) && passesLuhn(value)),
  },
  {
    country: 'GB',
    form: /^(?:SC|NI|OC)?\d{6,8}(?!\d)/,
    normalise: compact,
    verdict: () => 'none',
  },
  {
    country: 'BE',
    form: /^(?:BE\s?)?[01]\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)/,
    normalise: (found) => compact(found).replace(/^BE/, ''),
    verdict: (value) => judged(stdnum.BE?.vat?.validate(value).isValid),
  },
  {
    // KRS has ten digits and no check digit; REGON has nine or fourteen, with one.
    country: 'PL',
    onlyAtHome: true,
    form: /^(?:\d{14}|\d{10}|\d{9})(?!\d)|^\d{3}[ -]\d{3}[ -]\d{3}(?! ?\d)/,
    normalise: (found) => found.replace(/\D/g, ''),
    verdict: (value) => (value.length === 10 ? 'none' : judged(stdnum.PL?.regon?.validate(value).isValid)),
  },
  {
    // A company's tax code is its VAT number; a person's has letters.
    country: 'IT',
    onlyAtHome: true,
    form: /^(?:IT\s?)?\d{11}(?!\d)|^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/,
    normalise: (found) => compact(found).replace(/^IT(?=\d)/, ''),
    verdict: (value) =>
      judged(stdnum.IT?.iva?.validate(value).isValid || stdnum.IT?.codicefiscale?.validate(value).isValid),
  },
  {
    country: 'CZ',
    onlyAtHome: true,
    form: /^\d{8}(?!\d)|^\d{3} ?\d{2} ?\d{3}(?! ?\d)/,
    normalise: compact,
    verdict: (value) => judged(stdnum.CZ?.dic?.validate(value).isValid),
  },
  {
    country: 'PT',
    onlyAtHome: true,
    form: /^(?:PT\s?)?\d{3} ?\d{3} ?\d{3}(?! ?\d)/,
    normalise: (found) => compact(found).replace(/^PT/, ''),
    verdict: (value) => judged(stdnum.PT?.nif?.validate(value).isValid),
  },
  {
    country: 'EE',
    onlyAtHome: true,
    form: /^\d{8}(?!\d)/,
    normalise: compact,
    verdict: (value) => judged(stdnum.EE?.registrikood?.validate(value).isValid),
  },
];

/** A number of no form that is known: digits, perhaps with letters before. */
const unknownForm = /^(?:\p{Lu}{1,4}[\s-]?)?\d[\d .-]{4,16}\d(?=$|[\s,;)|])/u;

/**
 * What company number a text starts with. Of several readings the one with right check digits is taken, then the one of
 * the country given; one whose check digits are wrong is still told, so that a person sees what failed.
 */
export function companyNumberAtStart(text: string, country: string | null): CompanyNumber | null {
  if (!/\d/.test(text)) return null;
  const readings = readingsOf(text).filter(
    ({ onlyAtHome, ...read }) => !onlyAtHome || read.country === country,
  );
  const ofCountry = readings.filter((reading) => reading.country === country);
  const best =
    ofCountry.find(({ verdict }) => verdict !== 'invalid') ??
    readings.find(({ verdict }) => verdict === 'valid') ??
    ofCountry[0] ??
    readings.find(({ verdict }) => verdict === 'none');
  if (best) return { country: best.country, value: best.value, verdict: best.verdict };
  const unknown = unknownForm.exec(text)?.[0];
  return unknown === undefined ? null : { country: null, value: compact(unknown), verdict: 'none' };
}

type Reading = CompanyNumber & Required<Pick<Kind, 'onlyAtHome'>>;

const readingsOf = remembered((text) =>
  kinds.flatMap((kind): Reading[] => {
    const found = kind.form.exec(text)?.[0];
    const value = found === undefined ? null : kind.normalise(found);
    return value === null
      ? []
      : [
          {
            country: kind.country,
            value,
            verdict: isPlaceholder(value) ? 'invalid' : kind.verdict(value),
            onlyAtHome: kind.onlyAtHome ?? false,
          },
        ];
  }),
);

/** Whether a VAT number and a company number are of one company, where the country builds one from the other; null where it does not. */
export function numbersAgree(vatId: string, value: string): boolean | null {
  const digits = value.replace(/\D/g, '');
  const inVatId = vatId.slice(2).replace(/\D/g, '');
  switch (vatId.slice(0, 2)) {
    case 'SE':
      return isSwedishVatGroup(vatId) ? null : inVatId.slice(0, 10) === digits;
    case 'NO':
    case 'DK':
    case 'FI':
    case 'PT':
      return inVatId === digits;
    case 'BE':
      return inVatId.replace(/^0/, '') === digits.replace(/^0/, '');
    case 'FR':
      return inVatId.slice(-9) === digits.slice(0, 9);
    case 'IT':
      return digits.length === 11 ? inVatId === digits : null;
    case 'CZ':
      // Groups and one-person firms have a VAT number of another kind.
      return inVatId.length === 8 ? inVatId === digits : null;
    default:
      return null;
  }
}
