/** Who sends the invoice. The buyer's numbers and name stand on the same page and must not be taken for the seller's. */

import { normaliseName } from '../../invoice/identity.ts';
import type { Reason } from '../../invoice/invoice.ts';
import { isOrganisationNumber, swedishOrganisationNumber } from '../checks/organisation-number.ts';
import { normaliseVatId, organisationNumberInVatId } from '../checks/vat-id.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import type { ReadingContext } from '../reading.ts';
import { type Candidate, candidatesFor, evidenceOf, type Search } from './candidates.ts';
import { type Language, startsWithPhrase } from './labels/language.ts';
import type { Cell, Layout } from './layout.ts';
import { readSellerName } from './seller-name.ts';
import { companyNumberAtStart, organisationNumberAtStart, vatIdAtStart } from './values/numbers.ts';

/** Reads the seller's numbers and name; gives back what is doubtful about them. */
export function readSeller(
  search: Search,
  buyerCells: ReadonlySet<Cell>,
  context: ReadingContext,
  writer: InvoiceWriter,
): Reason[] {
  const own = ownNumbers(context);
  const buyerNumbers = new Set([
    ...own,
    ...candidatesFor(search, 'buyerOrganisationNumber', organisationNumberAtStart).map(({ value }) => value),
    ...candidatesFor(search, 'buyerVatId', vatIdAtStart).map(({ value }) => value),
  ]);
  const isSellers = <Value extends string>({ value, spot }: Candidate<Value>) =>
    !buyerNumbers.has(value) &&
    !buyerNumbers.has(organisationNumberInVatId(value) ?? value) &&
    !buyerCells.has(spot.cell);
  const numbers = candidatesFor(search, 'organisationNumber', organisationNumberAtStart).filter(isSellers);
  const vatIds = candidatesFor(search, 'vatId', vatIdAtStart).filter(isSellers);
  const foreign =
    numbers.length > 0
      ? []
      : candidatesFor(search, 'organisationNumber', companyNumberAtStart).filter(isSellers);
  const doubts: Reason[] = [];
  writeNumber(numbers.length > 0 ? numbers : foreign, vatIds, writer, doubts);
  writeVatId(vatIds, writer, doubts);
  writeBuyer(search, writer);
  readSellerName(search, buyerCells, context, writer);
  return doubts;
}

function ownNumbers({ ownOrganisationNumbers = [], ownVatIds = [] }: ReadingContext): string[] {
  const numbers = ownOrganisationNumbers.map(
    (number) => swedishOrganisationNumber(number) ?? number.replace(/\W/g, ''),
  );
  const vatIds = ownVatIds.map((vatId) => normaliseVatId(vatId) ?? vatId);
  return [...numbers, ...vatIds, ...vatIds.flatMap((vatId) => organisationNumberInVatId(vatId) ?? [])];
}

function writeNumber(
  numbers: readonly Candidate<string>[],
  vatIds: readonly Candidate<string>[],
  writer: InvoiceWriter,
  doubts: Reason[],
): void {
  const { seller } = writer.invoice;
  const values = [...new Set(numbers.map(({ value }) => value))];
  // Of several, the one that the VAT number holds as well is the seller's.
  const inVatIds = values.filter((value) =>
    vatIds.some((vatId) => organisationNumberInVatId(vatId.value) === value),
  );
  const [chosen] = values.length === 1 ? values : inVatIds;
  const candidate = numbers.find(({ value }) => value === chosen);
  if (candidate && (values.length === 1 || inVatIds.length === 1)) {
    seller.organisationNumber = candidate.value;
    writer.note('seller.organisationNumber', evidenceOf(candidate));
  } else if (values.length > 1) {
    doubts.push({
      code: 'several_organisation_numbers',
      message: `more than one organisation number stands on the page: ${values.join(', ')}`,
    });
  }
  const inVatId = vatIds.find(({ value }) => isOrganisationNumber(organisationNumberInVatId(value) ?? ''));
  if (!seller.organisationNumber && values.length === 0 && inVatId) {
    seller.organisationNumber = organisationNumberInVatId(inVatId.value);
    writer.note('seller.organisationNumber', evidenceOf(inVatId));
  }
}

function writeVatId(vatIds: readonly Candidate<string>[], writer: InvoiceWriter, doubts: Reason[]): void {
  const { seller } = writer.invoice;
  const values = [...new Set(vatIds.map(({ value }) => value))];
  const matching = values.filter((value) => organisationNumberInVatId(value) === seller.organisationNumber);
  const chosen = values.length === 1 ? values[0] : matching.length === 1 ? matching[0] : undefined;
  const candidate = vatIds.find(({ value }) => value === chosen);
  if (candidate) {
    seller.vatId = candidate.value;
    writer.note('seller.vatId', evidenceOf(candidate));
  } else if (values.length > 1) {
    doubts.push({
      code: 'several_vat_ids',
      message: `more than one VAT number stands on the page: ${values.join(', ')}`,
    });
  }
}

function writeBuyer(search: Search, writer: InvoiceWriter): void {
  const [vatId] = candidatesFor(search, 'buyerVatId', vatIdAtStart);
  if (!vatId) return;
  writer.invoice.buyer.vatId = vatId.value;
  writer.note('buyer.vatId', evidenceOf(vatId));
}

/** How far below its heading, in points, an address reaches. */
const addressReach = 110;

/**
 * The cells of the buyer's address: those in the column below a heading that says so, and those below one of our own
 * names, up to the next wide gap.
 */
export function cellsOfBuyer(
  layout: Layout,
  language: Language,
  { ownNames = [] }: ReadingContext,
): Set<Cell> {
  const heading = startsWithPhrase(language.buyerHeadings);
  const names = ownNames.map(normaliseName).filter((name) => name !== '');
  const cells = layout.rows.flatMap((row) => row.cells);
  const heads = cells.filter(
    (cell) =>
      (heading.test(cell.text) && /^[\p{L}\s.-]{1,30}:?$/u.test(cell.text)) ||
      names.includes(normaliseName(cell.text)),
  );
  return new Set(heads.flatMap((head) => [head, ...addressBelow(head, cells)]));
}

function addressBelow(head: Cell, cells: readonly Cell[]): Cell[] {
  const address: Cell[] = [];
  let last = head;
  for (const cell of cells) {
    if (cell.page !== head.page || cell.y <= head.y || cell.y > head.y + addressReach) continue;
    if (Math.abs(cell.x - head.x) > 15) continue;
    if (cell.y - last.y > 2.6 * Math.max(last.height, 8)) break;
    address.push(cell);
    last = cell;
  }
  return address;
}
