import { isCreditNoteCode } from '../document-type-code.ts';
import { xmlDate } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { realReference, type XmlWriter } from '../xml/xml-writer.ts';
import type { CiiDialect } from './dialect.ts';

/** Number, dates, currency, kind and references; gives back the type code. */
export function readCiiHeader(root: XmlElement, dialect: CiiDialect, writer: XmlWriter): string | null {
  const { invoice, take, takeFirst } = writer;
  const { first, all } = dialect;
  const document = first(root, dialect.document);
  const agreement = first(root, dialect.agreement);
  const settlement = first(root, dialect.settlement);
  const code = first(document, 'ram:TypeCode');
  invoice.documentType = isCreditNoteCode(code?.text ?? null) ? 'creditNote' : 'invoice';
  take('documentType', code ?? root);
  invoice.invoiceNumber = take('invoiceNumber', first(document, 'ram:ID'));
  invoice.issueDate = takeFirst('issueDate', datesAt(document, 'ram:IssueDateTime', dialect), xmlDate);
  invoice.dueDate = takeFirst(
    'dueDate',
    datesAt(settlement, 'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime', dialect),
    xmlDate,
  );
  invoice.currency = take('currency', first(settlement, 'ram:InvoiceCurrencyCode'));
  invoice.references.order = take(
    'references.order',
    first(agreement, `ram:BuyerOrderReferencedDocument/${dialect.referenceId}`),
    realReference,
  );
  invoice.references.buyer = take('references.buyer', first(agreement, 'ram:BuyerReference'));
  const preceding = all(settlement, `ram:InvoiceReferencedDocument/${dialect.referenceId}`);
  invoice.references.preceding = preceding
    .filter((element, index) => preceding.findIndex(({ text }) => text === element.text) === index)
    .map((element, index) => take(`references.preceding.${index}`, element))
    .filter((number) => number !== null);
  return code?.text ?? null;
}

/** Dates stand as text in the format 102 (CCYYMMDD) by the profiles; some write an XML date instead. */
function datesAt(from: XmlElement | null, path: string, { all }: CiiDialect): XmlElement[] {
  return ['udt:DateTimeString', 'qdt:DateTimeString', 'udt:DateTime', 'udt:DateString', 'udt:Date'].flatMap(
    (name) => all(from, `${path}/${name}`),
  );
}
