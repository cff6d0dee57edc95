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
