/** E-invoices that are recognised and not read yet, so that a person is told which; and XML that is plainly no invoice. */
import { type Format, nothingStaged, type OpenedDocument } from './format.ts';
import { unwrapBusinessDocument } from './standard-business-document.ts';

interface KnownRoot {
  name: string;
  namespace: string;
  called: string;
}

const notReadYet: readonly KnownRoot[] = [
  {
    name: 'CrossIndustryInvoice',
    namespace: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    called: 'a UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 2, XRechnung)',
  },
  {
    name: 'CrossIndustryDocument',
    namespace: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
    called: 'a ZUGFeRD 1 invoice',
  },
  { name: 'Invoice', namespace: 'urn:sfti:documents:BasicInvoice:1:0', called: 'a Svefaktura' },
  { name: 'Finvoice', namespace: '', called: 'a Finvoice' },
  ...['SelfBilledInvoice', 'SelfBilledCreditNote'].map((name) => ({
    name,
    namespace: `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`,
    called: 'a self-billed UBL invoice, which we would have written ourselves',
  })),
];

/** Recognised, and a person is told what it is. */
export const recognised: Format = {
  name: 'recognised',
  recognises: (document) => knownRoot(document) !== null,
  read(document) {
    const called = knownRoot(document)?.called ?? 'an e-invoice';
    return nothingStaged('unreadable', {
      code: 'format_not_read',
      message: `the XML is ${called}: it is recognised but not read yet`,
    });
  },
};

function knownRoot(document: OpenedDocument): KnownRoot | null {
  if (document.kind !== 'xml') return null;
  const root = unwrapBusinessDocument(document.root);
  return notReadYet.find(({ name, namespace }) => root.name === name && root.namespace === namespace) ?? null;
}

const ublNamespace = /^urn:oasis:names:specification:ubl:schema:xsd:(\w+)-2$/;

/** UBL's orders, despatch advices, reminders and the like; asked after everything that reads UBL invoices. */
export const otherUbl: Format = {
  name: 'ubl-other',
  recognises: (document) =>
    document.kind === 'xml' && ublNamespace.test(unwrapBusinessDocument(document.root).namespace),
  read(document) {
    const name = document.kind === 'xml' ? unwrapBusinessDocument(document.root).name : '';
    return nothingStaged('not_invoice', {
      code: 'ubl_other_document',
      message: `the XML is a UBL ${name}, which is no invoice`,
    });
  },
};
