import type { InvoiceLine } from '../../../invoice/invoice.ts';
import { xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { all, first, text } from './namespaces.ts';

export function linesOf(root: XmlElement): XmlElement[] {
  return [...all(root, 'cac:InvoiceLine'), ...all(root, 'cac:CreditNoteLine')];
}

export function readUblLines(root: XmlElement): InvoiceLine[] {
  return linesOf(root).map(readLine);
}

function readLine(line: XmlElement): InvoiceLine {
  const quantity = first(line, 'cbc:InvoicedQuantity') ?? first(line, 'cbc:CreditedQuantity');
  return {
    id: text(line, 'cbc:ID'),
    description: text(line, 'cac:Item/cbc:Name') ?? text(line, 'cac:Item/cbc:Description'),
    quantity: xmlNumber(quantity?.text ?? null),
    unit: quantity?.attributes.get('unitCode') ?? null,
    unitPrice: xmlNumber(text(line, 'cac:Price/cbc:PriceAmount')),
    net: xmlAmount(text(line, 'cbc:LineExtensionAmount')),
    vatRate: xmlNumber(
      text(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent') ??
        text(line, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent'),
    ),
  };
}
