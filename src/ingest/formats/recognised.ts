/** XML that is recognised without being read: e-invoices of other kinds, so that a person is told which; and no invoices. */
import { type Format, nothingStaged, type OpenedDocument } from './format.ts';

interface KnownRoot {
  name: RegExp;
  namespace: RegExp;
  called: string;
}

const notReadYet: readonly KnownRoot[] = [
  {
    name: /^(Invoice|CreditNote)$/,
    namespace: /^urn:oasis:names:(specification|tc):ubl:(schema:xsd:)?(Invoice|CreditNote)[-:]1[.:]0/,
    called: 'a UBL 1.0 invoice',
  },
  {
    name: /^(FreightInvoice|DebitNote)$/,
    namespace: /^urn:oasis:names:specification:ubl:schema:xsd:(FreightInvoice|DebitNote)-2$/,
    called: 'a UBL freight invoice or debit note',
  },
  {
    name: /./,
    namespace: /^urn:oasis:names:specification:ubl:schema:xsd:(SelfBilled)?(Invoice|CreditNote)-2$/,
    called: 'a UBL invoice whose root and namespace do not go together',
  },
  {
    name: /./,
    namespace: /^urn:un:unece:uncefact:data:standard:(CrossIndustryInvoice|CBFBUY):/,
    called: 'a Cross Industry Invoice of another version',
  },
  { name: /./, namespace: /^urn:sfti:documents:BasicInvoice:/, called: 'an SFTI invoice of another kind' },
  {
    name: /^(Invoice|CreditNote)$/,
    namespace: /^http:\/\/rep\.oio\.dk\/ubl\/xml\/schemas\//,
    called: 'a Danish OIOXML invoice',
  },
  { name: /^E_Invoice$/, namespace: /^$/, called: 'an Estonian e-invoice' },
  { name: /^INVOICE_CENTER$/, namespace: /^$/, called: 'a Finnish TEAPPSXML invoice' },
  {
    name: /^FatturaElettronica/,
    namespace: /^http:\/\/(ivaservizi|www)\.(agenziaentrate|fatturapa)\.gov\.it\//,
    called: 'an Italian FatturaPA',
  },
  { name: /^Facturae$/, namespace: /^http:\/\/www\.facturae\.(es|gob\.es)\//, called: 'a Spanish Facturae' },
  {
    name: /^Invoice$/,
    namespace: /^http:\/\/www\.ebinterface\.at\/schema\//,
    called: 'an Austrian ebInterface',
  },
];

/** An invoice, but not in a format that is read; a person is told what it is. */
export const recognised: Format = {
  name: 'recognised',
  recognises: (document) => rootAmong(notReadYet, document) !== null,
  read: (document) =>
    nothingStaged('unreadable', {
      code: 'format_not_read',
      message: `the XML is ${rootAmong(notReadYet, document)?.called ?? 'an e-invoice'}: it is recognised but not read yet`,
    }),
};

const notInvoices: readonly KnownRoot[] = [
  {
    name: /./,
    namespace: /^urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:/,
    called: 'an order (Order-X)',
  },
  { name: /./, namespace: /^urn:un:unece:uncefact:data:/, called: 'a UN/CEFACT message' },
  {
    name: /./,
    namespace: /^urn:(oasis|oioubl):names:specification:(ubl|oioubl):schema:xsd:\w+-2$/,
    called: 'a UBL document',
  },
  { name: /./, namespace: /^urn:sfti:documents:/, called: 'an SFTI document' },
  { name: /^Finvoice\w+$/, namespace: /^$/, called: 'a Finvoice message' },
];

/** How the finding of an Order-X order is named: inside a PDF it says what the whole PDF is. */
export const orderX = 'order-x';

/** Orders, despatch advices, catalogues, responses, reminders …; asked after everything that reads invoices. */
export const notInvoice: Format = {
  name: 'not-invoice',
  recognises: (document) => rootAmong(notInvoices, document) !== null,
  read(document) {
    const known = rootAmong(notInvoices, document);
    const name = document.kind === 'xml' ? document.root.name.slice(0, 60) : '';
    return nothingStaged(
      'not_invoice',
      {
        code: 'other_document',
        message: `the XML is ${known?.called ?? 'a document'} (${name}), which is no invoice`,
      },
      known === notInvoices[0] ? orderX : 'not-invoice',
    );
  },
};

function rootAmong(roots: readonly KnownRoot[], document: OpenedDocument): KnownRoot | null {
  if (document.kind !== 'xml') return null;
  const { root } = document;
  return roots.find(({ name, namespace }) => name.test(root.name) && namespace.test(root.namespace)) ?? null;
}
