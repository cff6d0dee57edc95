/** Svefaktura 1.0, alone or in a StandardBusinessDocument with files in ObjectEnvelopes. */
import type { InventedInvoice } from './invoices.ts';
import { type CarriedFile, escaped } from './xml-text.ts';

const namespaces = [
  'xmlns="urn:sfti:documents:BasicInvoice:1:0"',
  'xmlns:cac="urn:sfti:CommonAggregateComponents:1:0"',
  'xmlns:cbc="urn:oasis:names:tc:ubl:CommonBasicComponents:1:0"',
].join(' ');

/** @param carried with files, the invoice is put into the envelope that can take them along */
export function toSvefaktura(invoice: InventedInvoice, carried: CarriedFile[] = []): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (carried.length === 0) return declaration + bare(invoice);
  return `${declaration}<sh:StandardBusinessDocument xmlns:sh="urn:sfti:documents:StandardBusinessDocumentHeader">
  <sh:StandardBusinessDocumentHeader><sh:HeaderVersion>1.0</sh:HeaderVersion><sh:DocumentIdentification><sh:Type>BasicInvoice</sh:Type></sh:DocumentIdentification></sh:StandardBusinessDocumentHeader>
  ${bare(invoice)}
  ${carried.map((file, index) => objectEnvelope(file, index + 1, invoice)).join('\n  ')}
</sh:StandardBusinessDocument>
`;
}

function bare(invoice: InventedInvoice): string {
  const { totals, supplier } = invoice;
  return `<Invoice ${namespaces}>
  <ID>${escaped(invoice.invoiceNumber)}</ID>
  <cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate>
  <InvoiceTypeCode>${invoice.documentType === 'creditNote' ? 381 : 380}</InvoiceTypeCode>
  <InvoiceCurrencyCode>${invoice.currency}</InvoiceCurrencyCode>
  <LineItemCountNumeric>${invoice.lines.length}</LineItemCountNumeric>
  <cac:BuyerParty>${party(invoice.buyer)}</cac:BuyerParty>
  <cac:SellerParty>${party(supplier)}</cac:SellerParty>
  ${means(invoice, supplier.giro.id.replace('-', ''), supplier.giro.kind === 'bankgiro' ? 'BGABSESS' : 'PGSISESS')}
  ${means(invoice, supplier.iban, 'NDEASESS')}
  <cac:TaxTotal>
    ${amount('cbc:TotalTaxAmount', totals.vat, invoice)}
    ${invoice.vatBreakdown
      .map(
        ({ rate, taxable, tax }) =>
          `<cac:TaxSubTotal>${amount('cbc:TaxableAmount', taxable, invoice)}${amount('cbc:TaxAmount', tax, invoice)}<cac:TaxCategory><cac:ID>S</cac:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cac:ID>VAT</cac:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubTotal>`,
      )
      .join('\n    ')}
  </cac:TaxTotal>
  <cac:LegalTotal>
    ${amount('cbc:LineExtensionTotalAmount', totals.net, invoice)}
    ${amount('cbc:TaxExclusiveTotalAmount', totals.net, invoice)}
    ${amount('cbc:TaxInclusiveTotalAmount', totals.payable, invoice)}
    ${amount('cac:RoundOffAmount', totals.rounding, invoice)}
  </cac:LegalTotal>
  ${invoice.lines.map((line, index) => lineOf(line, index + 1, invoice)).join('\n  ')}
  <RequisitionistDocumentReference><cac:ID>Karin Ek</cac:ID></RequisitionistDocumentReference>
  ${invoice.preceding === null ? '' : `<InitialInvoiceDocumentReference><cac:ID>${invoice.preceding}</cac:ID></InitialInvoiceDocumentReference>`}
</Invoice>`;
}

function party({ name, organisationNumber, vatId }: InventedInvoice['buyer']): string {
  return `<cac:Party><cac:PartyName><cbc:Name>${escaped(name)}</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cac:CompanyID>${organisationNumber}</cac:CompanyID><cbc:ExemptionReason>F-skattebevis finns</cbc:ExemptionReason><cac:TaxScheme><cac:ID>SWT</cac:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme><cac:CompanyID>${vatId}</cac:CompanyID><cac:TaxScheme><cac:ID>VAT</cac:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party>`;
}

function means(invoice: InventedInvoice, account: string, bank: string): string {
  return `<cac:PaymentMeans><cac:PaymentMeansTypeCode>1</cac:PaymentMeansTypeCode><cbc:DuePaymentDate>${invoice.dueDate}</cbc:DuePaymentDate><cac:PayeeFinancialAccount><cac:ID>${account}</cac:ID><cac:FinancialInstitutionBranch><cac:FinancialInstitution><cac:ID>${bank}</cac:ID></cac:FinancialInstitution></cac:FinancialInstitutionBranch><cac:PaymentInstructionID>${invoice.paymentReference}</cac:PaymentInstructionID></cac:PayeeFinancialAccount></cac:PaymentMeans>`;
}

function lineOf(line: InventedInvoice['lines'][number], number: number, invoice: InventedInvoice): string {
  return `<cac:InvoiceLine><cac:ID>${number}</cac:ID><cbc:InvoicedQuantity quantityUnitCode="${line.unit}">${line.quantity}</cbc:InvoicedQuantity>${amount('cbc:LineExtensionAmount', line.net, invoice)}<cac:Item><cbc:Description>${escaped(line.description)}</cbc:Description><cac:TaxCategory><cac:ID>S</cac:ID><cbc:Percent>${line.vatRate}</cbc:Percent><cac:TaxScheme><cac:ID>VAT</cac:ID></cac:TaxScheme></cac:TaxCategory><cac:BasePrice>${amount('cbc:PriceAmount', line.unitPrice, invoice)}</cac:BasePrice></cac:Item></cac:InvoiceLine>`;
}

function objectEnvelope(
  { fileName, mediaType, content }: CarriedFile,
  number: number,
  invoice: InventedInvoice,
): string {
  return `<ObjectEnvelope xmlns="urn:sfti:documents:ObjectEnvelope:1:0"><DocumentReference><DocumentID>${escaped(invoice.invoiceNumber)}</DocumentID></DocumentReference><EncodedObject><ObjectID>${number}</ObjectID><EncodedData format="base64" mimeCode="${mediaType}" filename="${escaped(fileName)}">${content.toString('base64')}</EncodedData></EncodedObject></ObjectEnvelope>`;
}

function amount(element: string, value: string, { currency }: InventedInvoice): string {
  return `<${element} amountCurrencyID="${currency}">${value}</${element}>`;
}
