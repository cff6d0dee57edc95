/** Peppol BIS Billing 3.0 (UBL 2.1), invoice and credit note, as invoicing programs in Sweden send them. */
import type { InventedInvoice } from './invoices.ts';

const namespaces =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

/** @param embedded a PDF of the same invoice, carried inside (BG-24) */
export function toUbl(invoice: InventedInvoice, embedded?: { fileName: string; content: Buffer }): string {
  const isCredit = invoice.documentType === 'creditNote';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${namespaces}>
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${invoice.invoiceNumber}</cbc:ID>
  <cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate>
  ${isCredit ? '' : `<cbc:DueDate>${invoice.dueDate}</cbc:DueDate>`}
  <cbc:${root}TypeCode>${isCredit ? 381 : 380}</cbc:${root}TypeCode>
  <cbc:DocumentCurrencyCode>${invoice.currency}</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>Karin Ek</cbc:BuyerReference>
  ${invoice.preceding === null ? '' : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${invoice.preceding}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`}
  ${embedded ? attachment(embedded) : ''}
  <cac:AccountingSupplierParty>${party(invoice.supplier, 'Godkänd för F-skatt')}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(invoice.buyer)}</cac:AccountingCustomerParty>
  ${paymentMeans(invoice)}
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="${invoice.currency}">${invoice.totals.vat}</cbc:TaxAmount>
    ${invoice.vatBreakdown.map((subtotal) => taxSubtotal(subtotal, invoice.currency)).join('\n    ')}
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', invoice.totals.net, invoice)}
    ${amount('TaxExclusiveAmount', invoice.totals.net, invoice)}
    ${amount('TaxInclusiveAmount', invoice.totals.gross, invoice)}
    ${amount('PayableRoundingAmount', invoice.totals.rounding, invoice)}
    ${amount('PayableAmount', invoice.totals.payable, invoice)}
  </cac:LegalMonetaryTotal>
  ${invoice.lines.map((line, index) => lineOf(line, index + 1, invoice)).join('\n  ')}
</${root}>
`;
}

function party(
  { name, organisationNumber, vatId }: { name: string; organisationNumber: string; vatId: string },
  taxNote?: string,
): string {
  return `<cac:Party>
    <cbc:EndpointID schemeID="0007">${organisationNumber}</cbc:EndpointID>
    <cac:PartyName><cbc:Name>${escaped(name)}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    ${taxNote ? `<cac:PartyTaxScheme><cbc:CompanyID>${taxNote}</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>` : ''}
    <cac:PartyLegalEntity><cbc:RegistrationName>${escaped(name)}</cbc:RegistrationName><cbc:CompanyID schemeID="0007">${organisationNumber}</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party>`;
}

/** Giro number and IBAN, both with the reference: the branch tells which network a giro number belongs to. */
function paymentMeans({ supplier, paymentReference }: InventedInvoice): string {
  const means = (account: string, institution: string) => `<cac:PaymentMeans>
    <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
    <cbc:PaymentID>${paymentReference}</cbc:PaymentID>
    <cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID>${institution}</cac:PayeeFinancialAccount>
  </cac:PaymentMeans>`;
  const network = supplier.giro.kind === 'bankgiro' ? 'SE:BANKGIRO' : 'SE:PLUSGIRO';
  const branch = `<cac:FinancialInstitutionBranch><cbc:ID>${network}</cbc:ID></cac:FinancialInstitutionBranch>`;
  return `${means(supplier.giro.id.replace('-', ''), branch)}\n  ${means(supplier.iban, '')}`;
}

function taxSubtotal(
  { rate, taxable, tax }: InventedInvoice['vatBreakdown'][number],
  currency: string,
): string {
  return `<cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="${currency}">${taxable}</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="${currency}">${tax}</cbc:TaxAmount>
      <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
    </cac:TaxSubtotal>`;
}

/** UN/ECE Recommendation 20 codes. */
const unitCodes: Record<string, string> = { st: 'C62', tim: 'HUR', m: 'MTR', l: 'LTR', kg: 'KGM' };

function lineOf(line: InventedInvoice['lines'][number], number: number, invoice: InventedInvoice): string {
  const [element, quantity] =
    invoice.documentType === 'creditNote'
      ? ['CreditNoteLine', 'CreditedQuantity']
      : ['InvoiceLine', 'InvoicedQuantity'];
  return `<cac:${element}>
    <cbc:ID>${number}</cbc:ID>
    <cbc:${quantity} unitCode="${unitCodes[line.unit] ?? 'C62'}">${line.quantity}</cbc:${quantity}>
    ${amount('LineExtensionAmount', line.net, invoice)}
    <cac:Item><cbc:Name>${escaped(line.description)}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>${line.vatRate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price>${amount('PriceAmount', line.unitPrice, invoice)}</cac:Price>
  </cac:${element}>`;
}

function attachment({ fileName, content }: { fileName: string; content: Buffer }): string {
  return `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="${escaped(fileName)}">${content.toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
}

function amount(element: string, value: string, { currency }: InventedInvoice): string {
  return `<cbc:${element} currencyID="${currency}">${value}</cbc:${element}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
