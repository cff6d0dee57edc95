import { selectorFor } from '../xml/element.ts';

export const invoiceNamespace = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
export const creditNoteNamespace = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2';

/** Finds by the paths that the UBL specification writes ("cac:Party/cbc:EndpointID"). */
export const { first, all, text } = selectorFor({
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
});
