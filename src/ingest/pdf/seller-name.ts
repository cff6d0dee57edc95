/** The seller's name has no label. A company's legal form gives it away, if only one company but the buyer is on the page. */
import { normaliseName } from '../../invoice/identity.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import type { ReadingContext } from '../reading.ts';
import type { Search } from './candidates.ts';
import type { Cell } from './layout.ts';

/** Legal forms at the end of a name, or Swedish ones at its start. */
const companyName =
  /(?<![\p{L}\p{N}])((?:Aktiebolaget|AB|HB|KB)\s\p{Lu}[\p{L}\p{N}&.'’/-]*(?:\s[\p{L}\p{N}&.'’/-]+){0,4}|\p{Lu}[\p{L}\p{N}&.,'’/+-]*(?:\s(?:&\s)?[\p{L}\p{N}&.,'’/+-]+){0,5}\s(?:AB|Aktiebolag|HB|Handelsbolag|KB|Kommanditbolag|Ek\.? ?för\.?|Ekonomisk förening|AS|ASA|A\/S|ApS|Oyj?|GmbH|AG|Ltd\.?|Limited|LLC|Inc\.?|PLC|B\.?V\.?|SARL|SAS|S\.?A\.?|N\.?V\.?)(?:\s\((?:publ|svb)\))?)(?![\p{L}\p{N}])/gu;

interface Company {
  name: string;
  cell: Cell;
}

export function readSellerName(
  { layout, labels }: Search,
  buyerCells: ReadonlySet<Cell>,
  context: ReadingContext,
  writer: InvoiceWriter,
): void {
  const own = (context.ownNames ?? []).map(normaliseName);
  const found = new Map<string, Company>();
  for (const cell of layout.rows.flatMap((row) => row.cells)) {
    if (buyerCells.has(cell)) continue;
    for (const match of cell.text.matchAll(companyName)) {
      const name = withoutLabels(match[1] ?? '', cell, labels);
      const key = normaliseName(name);
      if (key !== '' && !own.includes(key) && !found.has(key)) found.set(key, { name, cell });
    }
  }
  const companies = [...found.values()];
  const only = companies.length === 1 ? companies[0] : null;
  const isBuyerKnown = own.length > 0 || buyerCells.size > 0;
  // Without the buyer known, the only company may be the buyer, unless it stands with the seller's own numbers.
  if (!only || !(isBuyerKnown || standsWithNumbers(only.cell, labels))) return;
  writer.invoice.seller.name = only.name;
  writer.note('seller.name', {
    source: 'pdf-text',
    where: `page ${only.cell.page}, the only company but the buyer (x ${Math.round(only.cell.x)}, y ${Math.round(only.cell.y)})`,
    text: only.cell.text.slice(0, 300),
    confidence: 0.8,
  });
}

const nearPoints = 45;

function standsWithNumbers(cell: Cell, labels: Search['labels']): boolean {
  return labels.some(
    (label) =>
      ['organisationNumber', 'vatId', 'bankgiro', 'plusgiro'].includes(label.field) &&
      label.cell.page === cell.page &&
      Math.abs(label.cell.y - cell.y) <= nearPoints,
  );
}

/** "Betalningsmottagare Exempel AB": a label is no part of the name. */
function withoutLabels(name: string, cell: Cell, labels: Search['labels']): string {
  const label = labels.find((each) => each.cell === cell && name.startsWith(each.text));
  return (label ? name.slice(label.text.length) : name).replace(/^[\s:.,-]+/, '').trim();
}
