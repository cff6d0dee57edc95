import { selectorFor, type XmlElement } from '../xml/element.ts';

const invoiceRoots = ['Invoice', 'CreditNote', 'SelfBilledInvoice', 'SelfBilledCreditNote'];

export function isUblInvoice({ name, namespace }: XmlElement): boolean {
  return (
    invoiceRoots.includes(name) && namespace === `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`
  );
}

/** Finds by the paths that the UBL specification writes ("cac:Party/cbc:EndpointID"). */
export const { first, all, text } = selectorFor({
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
});

/** Whether the document claims to follow EN 16931; the profiles before it ask for less, or for other things. */
export function followsEn16931(root: XmlElement): boolean {
  return /en16931/i.test(text(root, 'cbc:CustomizationID') ?? '');
}
