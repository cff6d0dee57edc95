/** Titles that say by their code what they are: "Handelsrechnung (380) Nr. 12 vom 3.4.2026". Renderings of e-invoices do. */
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';

export interface CodedTitle {
  cell: Cell;
  /** UNTDID 1001. */
  code: string;
  /** What follows the words for "number". */
  rest: string;
}

const pattern =
  /^\p{L}[^:]{1,70}?\((\d{2,3})\)\s*(?:(?:nr|no|n[°ºo]|nummer|number|nro|numero)\b\.?\s?:?|#)\s*(\S.*)$/iu;

/** Codes of invoices and credit notes; others (orders, messages) make no title of one. */
const codes =
  /^(?:80|81|82|83|84|2[69]\d|3[0289]\d|42\d|45[678]|47\d|50[0-3]|527|532|553|575|623|633|751|780|817|87\d|935)$/;

export function codedTitleOf({ layout }: Page): CodedTitle | null {
  const first = layout.rows[0]?.page;
  for (const row of layout.rows) {
    if (row.page !== first) break;
    for (const cell of row.cells) {
      const [, code = '', rest = ''] = cell.text.includes('(') ? (pattern.exec(cell.text) ?? []) : [];
      if (codes.test(code)) return { cell, code, rest };
    }
  }
  return null;
}
