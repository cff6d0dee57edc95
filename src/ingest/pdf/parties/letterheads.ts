/**
 * The sender's address at the head of a page, known by what stands in it, where no heading says whose is whose: another address
 * below it that has nothing of the kind is whom the paper is to. Pure.
 */

import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { type AddressBlock, addressBlocks } from './address-blocks.ts';
import { nameKey } from './names.ts';

/** As a share of the sheet: letterheads begin above the first, windows of envelopes before the second. */
const [letterheadWithin, windowWithin] = [0.15, 0.4];

/** Addresses at the top in which the sender can be reached by mail, on the web or by telephone. */
export function letterheads(page: Page): AddressBlock[] {
  return addressBlocks(page).filter(
    (block) => isInLetterhead(block.head, page) && block.lines.some((line) => tellsHowToReach(line, page)),
  );
}

/** Addresses below a letterhead, of another name, with nothing but a name, an address and perhaps the addressee's own numbers. */
export function addressesBelowLetterhead(page: Page): AddressBlock[] {
  const [letterhead, ...others] = letterheads(page);
  if (!letterhead || others.length > 0) return [];
  const last = letterhead.lines.at(-1) ?? letterhead.head;
  return addressBlocks(page).filter(
    (block) =>
      block.head.row > last.row &&
      isWithin(block.head, windowWithin, page) &&
      nameKey(block.head.text) !== nameKey(letterhead.head.text) &&
      !block.lines.some((line) => tellsHowToReach(line, page)),
  );
}

/** Above where the windows of envelopes are. */
export function isInLetterhead(cell: Cell, page: Page): boolean {
  return isWithin(cell, letterheadWithin, page);
}

function isWithin({ y, page }: Cell, share: number, { layout }: Page): boolean {
  return y < share * (layout.pageSizes.get(page)?.height ?? 0);
}

/** A mail or web address, or a telephone with its label or its country's code. */
function tellsHowToReach(line: Cell, { marked }: Page): boolean {
  const isLabelled = marked.labelsIn.get(line)?.some(({ field, start }) => field === 'other' && start <= 2);
  return (
    /@|www\.|https?:/u.test(line.text) ||
    /^\+\d[\d ()-]{7,}$/u.test(line.text) ||
    (isLabelled === true && /\d{3}/u.test(line.text))
  );
}
