import type { Reason } from '../../../invoice/invoice.ts';

/** The XML is damaged, or does what no invoice needs to do; `reason` is what a person is told. */
export class XmlRefused extends Error {
  readonly reason: Reason;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'XmlRefused';
    this.reason = { code, message };
  }
}
