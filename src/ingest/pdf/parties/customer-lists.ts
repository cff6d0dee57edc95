/** "Kundenavn: Exempel AS" over "Org.nr: 987 654 321": a list of what the supplier knows of its customer. Pure. */
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';

/** What may stand in such a list below the name; another label ends it. */
const ofCustomer: ReadonlySet<string> = new Set([
  'organisationNumber',
  'vatId',
  'buyerOrganisationNumber',
  'buyerVatId',
  'buyerReference',
  'otherNumber',
]);

/** Between lines, in font sizes. */
const lineGap = 2.2;
/** In points. */
const edgeTolerance = 3;

/** The labels and values of all lines below the customer's name. */
export function customerLists({ layout, marked }: Page): Cell[] {
  return marked.labels
    .filter(({ field, start, cell, rest }) => {
      const value = layout.rows[cell.row]?.cells[cell.column + 1];
      return field === 'buyerName' && start <= 2 && (rest !== '' || (value && !marked.labelsIn.has(value)));
    })
    .flatMap(({ cell }) => linesBelow(cell));

  function linesBelow(head: Cell): Cell[] {
    const list: Cell[] = [];
    let last = head;
    for (const row of layout.rows.slice(head.row + 1)) {
      const line = row.cells.find((cell) => Math.abs(cell.x - head.x) < edgeTolerance);
      if (row.page !== head.page || row.y - last.y > lineGap * Math.max(head.height, 9)) break;
      if (!line) continue;
      const labels = marked.labelsIn.get(line);
      if (!labels?.every(({ field }) => ofCustomer.has(field))) break;
      const value = row.cells[line.column + 1];
      list.push(line, ...(value && !marked.labelsIn.has(value) ? [value] : []));
      last = line;
    }
    return list;
  }
}
