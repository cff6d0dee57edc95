import Big from 'big.js';
import type { InvoiceLine } from '../../../invoice/invoice.ts';
import { negatedAmount } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { all, finvoiceAmount, finvoiceNumber, first, text } from './elements.ts';

/** Every row, those too that only tell something: `signsTurned` where a credit note is written with negative amounts. */
export function readFinvoiceLines(root: XmlElement, signsTurned: boolean): InvoiceLine[] {
  return all(root, 'InvoiceRow').map((row) => readRow(row, signsTurned));
}

/** Without VAT; null for rows without an amount. */
export function rowNet(row: XmlElement): string | null {
  return finvoiceAmount(text(row, 'RowVatExcludedAmount'));
}

function readRow(row: XmlElement, signsTurned: boolean): InvoiceLine {
  const quantity =
    ['InvoicedQuantity', 'DeliveredQuantity', 'OrderedQuantity']
      .map((name) => first(row, name))
      .find((element) => element?.text) ?? null;
  const counted = finvoiceNumber(quantity?.text ?? null);
  return {
    id: text(row, 'RowPositionIdentifier') ?? text(row, 'RowSubIdentifier'),
    description: text(row, 'ArticleName') ?? text(row, 'ArticleDescription') ?? text(row, 'RowFreeText'),
    quantity: counted !== null && signsTurned ? new Big(counted).neg().toFixed() : counted,
    unit:
      quantity?.attributes.get('QuantityUnitCodeUN') ?? quantity?.attributes.get('QuantityUnitCode') ?? null,
    unitPrice: finvoiceNumber(text(row, 'UnitPriceNetAmount') ?? text(row, 'UnitPriceAmount')),
    net: signsTurned ? negatedAmount(rowNet(row)) : rowNet(row),
    vatRate: finvoiceNumber(text(row, 'RowVatRatePercent')),
  };
}
