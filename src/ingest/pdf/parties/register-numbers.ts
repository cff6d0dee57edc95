/** Company numbers beside their labels, as registers of several countries have them printed: with a town, or before the register's name. */
import { type CompanyNumber, companyNumberAtStart } from '../../checks/company-number.ts';
import { checkVatId } from '../../checks/vat-id.ts';
import { type Candidate, candidatesFor, type Parsed, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { languages } from '../labels/index.ts';
import type { FoundLabel } from '../page/label-search.ts';
import type { Page } from '../page/spots.ts';
import { vatIdAtStart } from '../values/numbers.ts';
import { letterheads } from './letterheads.ts';

/** Registers whose town may stand before the number: "KvK Utrecht 23467343", "RCS Aix-en-Provence B 732 829 320". */
const townRegister =
  /^(?:k\.?\s?v\.?\s?k|kamer van koophandel|handelsregister|r\.?\s?c\.?\s?s|siren|immatricul)/iu;
const town =
  /^(?:(?:te|de|à|in)\s)?\p{Lu}[\p{L}'’-]+(?:\s(?:(?:sur|en|am|an der|aan den)\s)?\p{Lu}[\p{L}'’-]+){0,2},?\s(?:(?:onder\s|sous\s(?:le\s)?)?(?:nr|no|nummer|num[ée]ro|n°)\.?:?\s)?(?=(?:[AB]\s)?\d)/u;

export function registerNumbers(page: Page): Candidate[] {
  return [
    ...candidatesFor(page, 'organisationNumber', (text, _spot, label) => besideLabel(text, label, page)),
    ...beforeRegister(page),
    ...inLetterheads(page),
  ];
}

/** Countries whose company numbers look like no telephone's and no postal code. */
const unmistakable: ReadonlySet<string> = new Set(['SE', 'NO', 'FI', 'FR', 'BE']);

/** "927 508 613" on a line of its own in the letterhead, with right check digits. */
function inLetterheads(page: Page): Candidate[] {
  const { country } = page.marked.language;
  if (country === null || !unmistakable.has(country)) return [];
  const { valid, unlabelled: unnamed, ofCountry, inLetterhead } = weights.identifier;
  return letterheads(page)
    .flatMap(({ lines }) => lines)
    .filter((line) => /^[\d .-]{9,18}$/u.test(line.text) && !page.marked.labelsIn.has(line))
    .flatMap((line) => {
      const read = companyNumberAtStart(line.text, country);
      return read?.country === country && read.verdict === 'valid'
        ? [unlabelled(read.value, line, 'in the letterhead', unnamed + valid + ofCountry + inLetterhead)]
        : [];
    });
}

/** Company numbers of the buyer, or of anybody else whose label announces them. */
export function companyNumbersOf(page: Page, field: 'buyerOrganisationNumber'): Candidate[] {
  return candidatesFor(page, field, (text, _spot, label) => besideLabel(text, label, page));
}

function besideLabel(text: string, label: FoundLabel, { marked }: Page): Parsed[] {
  const country = languages.find(({ code }) => code === label.language)?.country ?? marked.language.country;
  // A VAT number beside the label of a company number is read as one.
  if (isVatIdAbroad(text)) return [];
  const isRegister = /^hr\s?[ab]/iu.test(label.text);
  const start = isRegister
    ? `${label.text.slice(0, 3)} ${text}`
    : townRegister.test(label.text)
      ? text.replace(town, '')
      : text;
  const read = companyNumberAtStart(start, country);
  return read === null ? [] : [asParsed(read, country)];
}

/** "Y-tunnus FI01120389": all but the countries whose prefix stands before their company numbers as well. */
function isVatIdAbroad(text: string): boolean {
  if (!/^(?:FI|DE|NL|FR|GB|SE|PL|IT|ES|CZ|EE|PT)\s?[\dA-Z]/.test(text)) return false;
  const vatId = vatIdAtStart(text);
  return vatId !== null && checkVatId(vatId) === 'valid';
}

function asParsed(read: CompanyNumber, country: string | null): Parsed {
  const { identifier } = weights;
  const verdict = { valid: identifier.valid, invalid: identifier.invalid, none: identifier.unchecked }[
    read.verdict
  ];
  return {
    value: read.value,
    // A French establishment's number begins with its company's: both say who it is, and do not contradict each other.
    key: read.country === 'FR' ? read.value.slice(0, 9) : read.value,
    score: verdict + (read.country === country ? identifier.ofCountry : 0),
    isDenied: read.verdict === 'invalid',
  };
}

/** "732 829 320 RCS Paris" */
function beforeRegister({ marked }: Page): Candidate[] {
  return marked.labels
    .filter(({ field, text }) => field === 'organisationNumber' && /^r\.?\s?c\.?\s?s/iu.test(text))
    .flatMap(({ cell, start, text }) => {
      const printed = /(?<![\d.] ?)\d{3}[ .]?\d{3}[ .]?\d{3}(?=\s*$)/u.exec(cell.text.slice(0, start))?.[0];
      const read = printed === undefined ? null : companyNumberAtStart(printed, 'FR');
      return read?.verdict === 'valid'
        ? [
            unlabelled(
              read.value,
              cell,
              `before "${text}"`,
              weights.spot.after + weights.label.strong + weights.identifier.valid,
            ),
          ]
        : [];
    });
}
