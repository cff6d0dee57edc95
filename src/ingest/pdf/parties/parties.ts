/** Who sends the invoice, by number. The buyer's numbers stand on the same page and must not be taken for the seller's. */
import { numbersAgree } from '../../checks/company-number.ts';
import { swedishOrganisationNumber } from '../../checks/organisation-number.ts';
import { checkVatId, normaliseVatId, organisationNumberInVatId } from '../../checks/vat-id.ts';
import type { ReadingContext } from '../../reading.ts';
import {
  type Candidate,
  candidatesFor,
  type Parsed,
  type Share,
  strengthened,
  unlabelled,
} from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import { type FoundLabel, remarkOn } from '../page/label-search.ts';
import type { Cell, Layout } from '../page/layout.ts';
import { isPlainSpot, type Page, type Spot } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { vatIdAtStart } from '../values/numbers.ts';
import { isOfAssignee } from './assignment.ts';
import type { Regions } from './regions.ts';
import { companyNumbersOf, registerNumbers } from './register-numbers.ts';

export interface PartiesFound {
  organisationNumber: Share[];
  vatId: Share[];
  /** Whether the two chosen are known to be of one company. */
  agree: boolean | null;
  buyerVatId: Candidate | null;
  /** The countries that the seller may be of, by its numbers. */
  countries: string[];
}

export function readParties(page: Page, regions: Regions, context: ReadingContext): PartiesFound {
  const buyerVatIds = candidatesFor(page, 'buyerVatId', parseVatId);
  const own = new Set([
    ...ownNumbers(context),
    ...buyerVatIds.flatMap(({ value }) => [value, value.slice(2)]),
    ...companyNumbersOf(page, 'buyerOrganisationNumber').map(({ value }) => value),
  ]);
  const placed = (candidate: Candidate): Candidate => ({
    ...candidate,
    score: candidate.score + placeScore(candidate, page, regions, own),
  });
  const printedVatIds = [
    ...candidatesFor(page, 'vatId', (text, spot, label) => {
      const prefixed = parseVatId(text);
      return prefixed.length > 0 ? prefixed : parseAtHome(text, spot, label);
    }),
    ...candidatesFor(page, 'organisationNumber', parsePrefixedVatId),
    ...behindVatWords(page),
    ...withOnlyOne(
      unlabelledVatIds(page).filter(({ value }) => !own.has(value)),
      page,
    ),
  ].map(placed);
  const vatIds = withSuffix(printedVatIds);
  const numbers = registerNumbers(page).map(placed);
  const { best, shares } = chooseTogether(
    { organisationNumber: strengthened(onlyNear(numbers)), vatId: strengthened(onlyNear(vatIds)) },
    ({ organisationNumber, vatId }) => together(organisationNumber, vatId),
  );
  const derived =
    best.organisationNumber === null && best.vatId ? derivedNumber(best.vatId, shares.vatId) : [];
  const buyerVatId = buyerVatIds[0] ?? buyersOwn(vatIds, best.vatId, regions, context);
  const agree =
    best.vatId && best.organisationNumber
      ? numbersAgree(best.vatId.value, best.organisationNumber.value)
      : null;
  return {
    organisationNumber: best.organisationNumber === null ? derived : shares.organisationNumber,
    vatId: shares.vatId,
    agree,
    buyerVatId,
    countries: countriesOf(best.vatId?.value ?? null, page),
  };
}

/** A VAT number that is the book's own, or that stands in the buyer's address with its label or right check digits. */
function buyersOwn(
  vatIds: readonly Candidate[],
  sellers: Candidate | null,
  { buyer, seller }: Regions,
  { ownVatIds = [] }: ReadingContext,
): Candidate | null {
  const own = new Set(ownVatIds.map((vatId) => normaliseVatId(vatId) ?? vatId));
  const others = vatIds.filter(({ value }) => value !== sellers?.value);
  const isLabelled = ({ label, spot }: Candidate) => label?.field === 'vatId' && isPlainSpot(spot);
  return (
    others.find(({ value }) => own.has(value)) ??
    others.find(
      (each) =>
        buyer.has(each.cell) &&
        !seller.has(each.cell) &&
        (checkVatId(each.value) === 'valid' || isLabelled(each)),
    ) ??
    null
  );
}

/** Values stand beside their label, not left of or above it. */
function onlyNear(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ spot }) => spot !== 'left' && spot !== 'above');
}

function ownNumbers({ ownOrganisationNumbers = [], ownVatIds = [] }: ReadingContext): string[] {
  const numbers = ownOrganisationNumbers.map(
    (number) => swedishOrganisationNumber(number) ?? number.replace(/[\s.]/g, ''),
  );
  const vatIds = ownVatIds.map((vatId) => normaliseVatId(vatId) ?? vatId);
  return [
    ...numbers,
    ...vatIds,
    ...vatIds.flatMap((vatId) => organisationNumberInVatId(vatId) ?? vatId.slice(2)),
  ];
}

function placeScore(
  { value, cell, label }: Candidate,
  page: Page,
  regions: Regions,
  own: ReadonlySet<string>,
): number {
  const { ofBuyer, ofSeller, ofAssignee } = weights;
  if (own.has(value) || own.has(organisationNumberInVatId(value) ?? value) || own.has(value.slice(2)))
    return 4 * ofBuyer;
  const start = label?.cell === cell ? label.start : Math.max(0, cell.text.search(/\d/));
  if (isOfAssignee(page, cell, start)) return ofAssignee;
  if (regions.seller.has(cell)) return ofSeller;
  return regions.buyer.has(cell) ? ofBuyer : 0;
}

function parseVatId(text: string): Parsed[] {
  const printed = vatIdAtStart(text);
  if (printed === null) return [];
  const value = checkVatId(printed) === 'valid' ? printed : (shorterVatId(text) ?? printed);
  return [{ value, score: vatIdScore(value), isDenied: checkVatId(value) === 'invalid' }];
}

/** "DE136695976 12345 Berlin": digits of something else follow, and only check digits tell where the number ends. */
function shorterVatId(text: string): string | null {
  return (
    matchesOf(/(?<=\d[A-Z]?)\s(?=\d)/gu, text.slice(0, longestPrinted))
      .map(({ index }) => vatIdAtStart(text.slice(0, index)))
      .find((value) => value !== null && checkVatId(value) === 'valid') ?? null
  );
}

const longestPrinted = 24;

/** "VAT Reg. No. 434 0314 94": at home the prefix is left out. Only right check digits tell that it is that country's. */
function parseAtHome(text: string, spot: Spot, label: FoundLabel): Parsed[] {
  const form = atHome[label.language];
  const digits = form?.printed.exec(text)?.[0].replace(/[\s.-]/g, '');
  if (!form || digits === undefined || spot.kind === 'left' || spot.kind === 'above') return [];
  const value = form.prefix + digits;
  return checkVatId(value) === 'valid' ? [{ value, score: vatIdScore(value) }] : [];
}

/** By the language of the label. What another country's company number looks like is not among them. */
const atHome: Readonly<Record<string, { prefix: string; printed: RegExp }>> = {
  en: { prefix: 'GB', printed: /^\d{3} ?\d{4} ?\d{2}(?![\d-])/ },
  nl: { prefix: 'NL', printed: /^\d{4}[. ]?\d{2}[. ]?\d{3}[. ]?B[. ]?\d{2}(?!\d)/ },
  da: { prefix: 'DK', printed: /^\d{2} ?\d{2} ?\d{2} ?\d{2}(?! ?[\d-])/ },
  sv: { prefix: 'SE', printed: /^\d{6}-?\d{4}[- ]?01(?!\d)/ },
  pl: { prefix: 'PL', printed: /^\d{3}(?:[- ]?\d{3}[- ]?\d{2}[- ]?\d{2}|[- ]\d{2}[- ]\d{2}[- ]\d{3})(?!\d)/ },
  it: { prefix: 'IT', printed: /^\d{11}(?!\d)/ },
  es: {
    prefix: 'ES',
    printed: /^(?:[A-HJ-NP-SUVW][ .-]?\d{7}[ -]?[A-J\d]|[XYZKLM]?[ -]?\d{7,8}[ -]?[A-Z])(?![A-Z\d])/,
  },
  pt: { prefix: 'PT', printed: /^\d{3} ?\d{3} ?\d{3}(?! ?\d)/ },
  cs: { prefix: 'CZ', printed: /^\d{8,10}(?!\d)/ },
  et: { prefix: 'EE', printed: /^\d{9}(?!\d)/ },
};

/** "CVR-nr. DK12345678", "Org.nr NO 987 654 321 MVA": a VAT number beside the label of a company number. */
function parsePrefixedVatId(text: string) {
  return /^(?:[A-Z]{2}[\s-]?\d|.{0,14}MVA)/.test(text) && !/^(?:SE\s?\d{6}-|SC|NI|OC)/.test(text)
    ? parseVatId(text)
    : [];
}

/** "BTW NL123456789B01", "TVA FR12345678901": the word for the tax alone announces the number, where it is one. */
function behindVatWords(page: Page): Candidate[] {
  return candidatesFor(page, 'vat', parsePrefixedVatId).filter(
    ({ spot, value }) => (spot === 'after' || spot === 'right') && checkVatId(value) === 'valid',
  );
}

/** "NO 974 760 673" and "974 760 673 MVA" are one number: told with its suffix where the page has it. */
function withSuffix(candidates: readonly Candidate[]): Candidate[] {
  const whole = new Set(candidates.map(({ value }) => value).filter((value) => /^NO\d{9}MVA$/.test(value)));
  return candidates.map((each) =>
    whole.has(`${each.value}MVA`) ? { ...each, value: `${each.value}MVA`, key: `${each.value}MVA` } : each,
  );
}

function vatIdScore(value: string): number {
  const { identifier } = weights;
  const verdict = checkVatId(value);
  return verdict === 'valid'
    ? identifier.valid
    : verdict === 'invalid'
      ? value.startsWith('SE')
        ? identifier.invalid
        : identifier.invalidAbroad
      : identifier.unchecked;
}

/** A number with a country's prefix and right check digits speaks for itself. */
function unlabelledVatIds({ layout, marked }: Page): Candidate[] {
  const pattern =
    /(?<![\p{L}\p{N}])(?:SE\d{12}|NO ?\d{3} ?\d{3} ?\d{3} ?MVA|\d{3} \d{3} \d{3} MVA|DK ?\d{8}|FI ?\d{8}|DE ?\d{9}|NL ?\d{9} ?B ?\d{2}|FR ?[A-Z0-9]{2} ?\d{9}|ATU ?\d{8}|BE ?0?\d{9}|PL ?\d{10}|IT ?\d{11}|ES ?[A-Z]\d{7}[A-Z0-9]|CZ ?\d{8,10}|EE ?\d{9}|PT ?\d{9})(?![\p{L}\p{N}])/gu;
  return layout.cells.flatMap((cell) => {
    if (!capitals.test(cell.text) || !figures.test(cell.text)) return [];
    if (
      marked.labelsIn
        .get(cell)
        ?.some(({ field }) => field === 'vatId' || field === 'buyerVatId' || field === 'iban')
    )
      return [];
    return matchesOf(pattern, cell.text).flatMap((match) => {
      const value = vatIdAtStart(match[0]);
      return value === null || checkVatId(value) !== 'valid'
        ? []
        : [
            unlabelled(
              value,
              cell,
              'by its form',
              weights.identifier.unlabelled + weights.identifier.valid + signsOfSeller(value, cell, layout),
            ),
          ];
    });
  });
}

/** What every such number has: most texts have not, and this is quicker to see. */
const [capitals, figures] = [/[A-Z]{2}/, /\d{3}/];

/** Where the buyer owes the VAT, or wrote the invoice, its own number may be the one that is printed. */
function withOnlyOne(candidates: readonly Candidate[], { marked }: Page): Candidate[] {
  const isBuyers = remarkOn(marked, 'reverseCharge') ?? remarkOn(marked, 'selfBilling');
  if (isBuyers || new Set(candidates.map(({ value }) => value)).size !== 1) return [...candidates];
  return candidates.map((each) => ({ ...each, score: each.score + weights.identifier.onlyOne }));
}

function signsOfSeller(vatId: string, cell: Cell, layout: Layout): number {
  const { identifier } = weights;
  const number = organisationNumberInVatId(vatId);
  const beside = (layout.rows[cell.row]?.cells ?? [])
    .map(({ text }) => text.replace(/(?<=\d)[\s-](?=\d)/g, ''))
    .join(' ');
  const hasNumber = number !== null && new RegExp(`(?<![\\p{L}\\d])${number}(?!\\d)`, 'u').test(beside);
  const isFooter = cell.y > footerFrom * (layout.pageSizes.get(cell.page)?.height ?? 0);
  return (hasNumber ? identifier.withOwnNumber : 0) + (isFooter ? identifier.inFooter : 0);
}

const footerFrom = 0.85;

function together(number: Candidate | null, vatId: Candidate | null): number {
  if (!number || !vatId) return 0;
  const { parties } = weights;
  const agree = numbersAgree(vatId.value, number.value);
  const isNear = number.cell.page === vatId.cell.page && Math.abs(number.cell.y - vatId.cell.y) < 60;
  return (
    (agree === null ? 0 : agree ? parties.numbersAgree : parties.numbersDisagree) +
    (isNear ? parties.nextToEachOther : 0)
  );
}

/** A Swedish VAT number holds the organisation number; so does a Norwegian one, which is never printed otherwise. */
function derivedNumber(vatId: Candidate, shares: readonly Share[]): Share[] {
  const number = organisationNumberInVatId(vatId.value) ?? /^NO(\d{9})/.exec(vatId.value)?.[1] ?? null;
  const probability = shares.find(({ candidate }) => candidate === vatId)?.probability ?? 0;
  return number === null ? [] : [{ candidate: { ...vatId, value: number, key: number }, probability }];
}

function countriesOf(vatId: string | null, { marked: { language } }: Page): string[] {
  const prefix = vatId?.slice(0, 2);
  return [
    ...new Set([prefix === 'EL' ? 'GR' : prefix, language.country].filter((country) => country != null)),
  ];
}
