/** Texts that may be the name of a party. */
import { remembered } from '../../remembered.ts';
import type { Candidate } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import type { Cell } from '../page/layout.ts';
import { isAnnouncement } from '../page/lexicon.ts';
import type { Page } from '../page/spots.ts';
import { withLineAbove } from './name-lines.ts';
import { formAlone, isAddressLine, isCountry, nameIn, nameKey } from './names.ts';

export interface NameCandidate extends Candidate {
  hasLegalForm: boolean;
}

export function asCandidate(
  value: string,
  cell: Cell,
  how: string,
  score: number,
  hasLegalForm: boolean,
): NameCandidate {
  return {
    value,
    key: nameKey(value),
    cell,
    how,
    text: cell.text,
    score,
    label: null,
    spot: null,
    hasLegalForm,
  };
}

/** "Name:  Lieferant GmbH" in the seller's block, in one text or two. */
export function namedInBlock(cell: Cell, page: Page): NameCandidate[] {
  const { rest = null } = nameLabel.exec(cell.text.trim())?.groups ?? {};
  if (rest === null) return [];
  const value = rest === '' ? page.layout.rows[cell.row]?.cells[cell.column + 1] : cell;
  if (!value) return [];
  const text = rest === '' ? value.text.replace(/^[\s:]+/, '') : rest;
  return [
    asCandidate(
      withLineAbove(text, value, page),
      value,
      "the name in the seller's block",
      weights.name.labelled + 1.5,
      nameIn(text) !== null,
    ),
  ];
}

const nameLabel =
  /^(?:name|namn|navn|nimi|nom|naam|firma|nazwa|název|nome|nombre|denominazione|ragione sociale|razón social)(?:\s?:\s*(?<rest>\P{N}.*)|\s?:?(?<rest>))$/iu;

/** "N O RD V I K B Y G G A B": letters that could not be put together to words, since nothing tells where these end. */
function isSetApart(text: string): boolean {
  const pieces = text.split(/\s+/);
  const single = pieces.filter((piece) => /^\p{L}$/u.test(piece)).length;
  return single >= 4 && single > pieces.length / 2;
}

/** Addresses, small words, remarks, forms without the name before them, those by whom a letter reaches another, and what a template was never filled with. */
const neverNames: readonly RegExp[] = [
  /[@:]|www\.|https?/u,
  /^(?:\p{Ll}+$|[#*(])/u,
  formAlone,
  // A label that is not known: "Installationsnr."
  /\p{Ll}(?:nr|nummer|numero|tunnus)\.?$/u,
  /^c\/o\s/iu,
  // Where a template wants a picture.
  /^logo$/iu,
];

export const isName = remembered((text) => {
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return (
    letters >= 2 &&
    letters >= text.replace(/\s/g, '').length * 0.6 &&
    text.length <= 70 &&
    !neverNames.some((pattern) => pattern.test(text)) &&
    !isAnnouncement(text) &&
    !isSetApart(text) &&
    !isAddressLine(text) &&
    !isCountry(text) &&
    // A sentence, not a name.
    !(/\p{Ll}[.!]$/u.test(text) && text.split(' ').length > 2 && nameIn(text) === null)
  );
});
