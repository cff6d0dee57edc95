import type { InvoiceLine } from '../../../invoice/invoice.ts';
import { xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CiiDialect } from './dialect.ts';

export function readCiiLines(root: XmlElement, dialect: CiiDialect): InvoiceLine[] {
  return dialect.all(root, dialect.lines).map((line) => readLine(line, dialect));
}

/** Lines that count: of lines within lines (Factur-X EXTENDED) groups and information repeat what the details say. */
export function countedLines(root: XmlElement, { all, text, lines }: CiiDialect): XmlElement[] {
  return all(root, lines).filter((line) => {
    const status = text(line, 'ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode');
    return status !== 'GROUP' && status !== 'INFORMATION';
  });
}

export function lineNet(
  line: XmlElement,
  { text, lineSettlement, lineSummation }: CiiDialect,
): string | null {
  return xmlAmount(text(line, `${lineSettlement}/${lineSummation}/ram:LineTotalAmount`));
}

function readLine(line: XmlElement, dialect: CiiDialect): InvoiceLine {
  const { first, text } = dialect;
  const quantity = first(line, `${dialect.lineDelivery}/ram:BilledQuantity`);
  return {
    id: text(line, 'ram:AssociatedDocumentLineDocument/ram:LineID'),
    description:
      text(line, 'ram:SpecifiedTradeProduct/ram:Name') ??
      text(line, 'ram:SpecifiedTradeProduct/ram:Description') ??
      text(line, 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'),
    quantity: xmlNumber(quantity?.text ?? null),
    unit: quantity?.attributes.get('unitCode') ?? null,
    unitPrice: xmlNumber(
      text(line, `${dialect.lineAgreement}/ram:NetPriceProductTradePrice/ram:ChargeAmount`),
    ),
    net: lineNet(line, dialect),
    vatRate: xmlNumber(text(line, `${dialect.lineSettlement}/ram:ApplicableTradeTax/${dialect.rate}`)),
  };
}
