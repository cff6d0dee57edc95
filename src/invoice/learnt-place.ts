/**
 * Where a supplier writes a field: learnt from a paper that a person corrected, kept in the ledger with the supplier, and
 * given to the reading of its next papers.
 */
import type { CorrectableField } from './correction.ts';
import type { AccountKind } from './invoice.ts';

/** `beside`: after its label or right of it. `at`: no label is near; it stands at the same place of the sheet. */
export type Placement = 'beside' | 'below' | 'at';

export interface LearntPlace {
  field: CorrectableField;
  /** Of the accounts, the kind that stands there; null for every other field. */
  accountKind: AccountKind | null;
  placement: Placement;
  /** As printed; null exactly where the placement is `at`. */
  label: string | null;
  /** From 1; those after the first are counted from the last, which is -1. */
  page: number;
  /** Where the value stood: left edge and baseline, in points from the page's top left corner. */
  x: number;
  y: number;
  /** The language of the page, as its labels are in. */
  language: string;
}

/** A place with the supplier on whose papers it is. */
export interface PlaceOfSupplier extends LearntPlace {
  /** All by which the supplier is known (supplierKeys in identity.ts). */
  supplierKeys: readonly string[];
}

/** "right of or after "Faktnr"", for people. */
export function placeInWords({ placement, label, page, x, y }: LearntPlace): string {
  const sheet = page === 1 ? 'page 1' : page === -1 ? 'the last page' : `page ${page} from the last`;
  if (placement === 'at') return `${sheet}, x ${Math.round(x)}, y ${Math.round(y)}`;
  return `${placement === 'beside' ? 'beside' : 'below'} "${label}"`;
}
