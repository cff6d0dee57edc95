/** ZUGFeRD 1.0, profile COMFORT: the invoice as German programs embedded it in PDFs until 2019. */
import type { InventedInvoice } from './invoices.ts';
import { escaped, unitCode, withoutHyphens } from './xml-text.ts';

const namespaces = [
  'xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"',
  'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12"',
  'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15"',
].join(' ');

export function toZugferd1(invoice: InventedInvoice): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryDocument ${namespaces}>
  <rsm:SpecifiedExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:ferd:CrossIndustryDocument:invoice:1p0:comfort</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:SpecifiedExchangedDocumentContext>
  <rsm:HeaderExchangedDocument>
    <ram:ID>${escaped(invoice.invoiceNumber)}</ram:ID>
    <ram:Name>RECHNUNG</ram:Name>
    <ram:TypeCode>${invoice.documentType === 'creditNote' ? 381 : 380}</ram:TypeCode>
    <ram:IssueDateTime>${date(invoice.issueDate)}</ram:IssueDateTime>
  </rsm:HeaderExchangedDocument>
  <rsm:SpecifiedSupplyChainTradeTransaction>
    <ram:ApplicableSupplyChainTradeAgreement>
      <ram:BuyerReference>Karin Ek</ram:BuyerReference>
      <ram:SellerTradeParty>${party(invoice.supplier)}</ram:SellerTradeParty>
      <ram:BuyerTradeParty>${party(invoice.buyer)}</ram:BuyerTradeParty>
    </ram:ApplicableSupplyChainTradeAgreement>
    <ram:ApplicableSupplyChainTradeDelivery/>
    <ram:ApplicableSupplyChainTradeSettlement>${settlement(invoice)}</ram:ApplicableSupplyChainTradeSettlement>
    ${invoice.lines.map((line, index) => lineOf(line, index + 1)).join('\n    ')}
  </rsm:SpecifiedSupplyChainTradeTransaction>
</rsm:CrossIndustryDocument>
`;
}

function settlement(invoice: InventedInvoice): string {
  const { currency, totals, supplier } = invoice;
  const amount = (name: string, value: string) =>
    `<ram:${name} currencyID="${currency}">${value}</ram:${name}>`;
  return [
    `<ram:PaymentReference>${invoice.paymentReference}</ram:PaymentReference>`,
    `<ram:InvoiceCurrencyCode>${currency}</ram:InvoiceCurrencyCode>`,
    `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>31</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${supplier.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`,
    ...invoice.vatBreakdown.map(
      ({ rate, taxable, tax }) =>
        `<ram:ApplicableTradeTax>${amount('CalculatedAmount', tax)}<ram:TypeCode>VAT</ram:TypeCode>${amount('BasisAmount', taxable)}<ram:CategoryCode>S</ram:CategoryCode><ram:ApplicablePercent>${rate}</ram:ApplicablePercent></ram:ApplicableTradeTax>`,
    ),
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${date(invoice.dueDate)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>`,
    `<ram:SpecifiedTradeSettlementMonetarySummation>${[
      amount('LineTotalAmount', totals.net),
      amount('ChargeTotalAmount', '0.00'),
      amount('AllowanceTotalAmount', '0.00'),
      amount('TaxBasisTotalAmount', totals.net),
      amount('TaxTotalAmount', totals.vat),
      amount('GrandTotalAmount', totals.gross),
      amount('TotalPrepaidAmount', '0.00'),
      // There is no rounding in this format: what is paid is the exact total.
      amount('DuePayableAmount', totals.gross),
    ].join('')}</ram:SpecifiedTradeSettlementMonetarySummation>`,
  ].join('\n      ');
}

function party({ name, vatId }: InventedInvoice['buyer']): string {
  return `<ram:Name>${escaped(name)}</ram:Name><ram:PostalTradeAddress><ram:CountryID>SE</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration>`;
}

function lineOf(line: InventedInvoice['lines'][number], number: number): string {
  return `<ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${number}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedSupplyChainTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${line.unitPrice}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedSupplyChainTradeAgreement>
      <ram:SpecifiedSupplyChainTradeDelivery><ram:BilledQuantity unitCode="${unitCode(line.unit)}">${line.quantity}</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery>
      <ram:SpecifiedSupplyChainTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:ApplicablePercent>${line.vatRate}</ram:ApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount>${line.net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement>
      <ram:SpecifiedTradeProduct><ram:Name>${escaped(line.description)}</ram:Name></ram:SpecifiedTradeProduct>
    </ram:IncludedSupplyChainTradeLineItem>`;
}

function date(iso: string): string {
  return `<udt:DateTimeString format="102">${withoutHyphens(iso)}</udt:DateTimeString>`;
}
