import { selectorFor } from '../xml/element.ts';

export const invoiceNamespace = 'urn:sfti:documents:BasicInvoice:1:0';
export const objectsNamespace = 'urn:sfti:documents:ObjectEnvelope:1:0';

/** Finds by the names of the specification: "inv" is the invoice's own namespace, "oe" that of the ObjectEnvelope. */
export const { first, all, text } = selectorFor({
  inv: invoiceNamespace,
  oe: objectsNamespace,
  cac: 'urn:sfti:CommonAggregateComponents:1:0',
  cbc: 'urn:oasis:names:tc:ubl:CommonBasicComponents:1:0',
});
