import type { InvoiceLine } from '../../../invoice/invoice.ts';
import { xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { all, first, text } from './namespaces.ts';

export function readSvefakturaLines(root: XmlElement): InvoiceLine[] {
  return all(root, 'cac:InvoiceLine').map((line) => {
    const quantity = first(line, 'cbc:InvoicedQuantity');
    return {
      id: text(line, 'cac:ID'),
      description: text(line, 'cac:Item/cbc:Description') ?? text(line, 'cbc:Note'),
      quantity: xmlNumber(quantity?.text ?? null),
      unit: quantity?.attributes.get('quantityUnitCode') ?? null,
      unitPrice: xmlNumber(text(line, 'cac:Item/cac:BasePrice/cbc:PriceAmount')),
      net: lineNet(line),
      vatRate: xmlNumber(text(line, 'cac:Item/cac:TaxCategory/cbc:Percent')),
    };
  });
}

export function lineNet(line: XmlElement): string | null {
  return xmlAmount(text(line, 'cbc:LineExtensionAmount'));
}
