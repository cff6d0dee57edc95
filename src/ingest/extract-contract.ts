/** What `extract --json` prints: a contract with other programs, described field by field in docs/extraction.md. */
import type { Disposition, Invoice, Reason } from '../invoice/invoice.ts';
import type { DeliveryReading } from './reading.ts';

export interface Extract {
  disposition: Disposition;
  reasons: Reason[];
  invoices: Invoice[];
}

/** A reading as `extract --json` shows it, with exactly the contract's keys. */
export function asExtract({ disposition, reasons, invoices }: DeliveryReading): Extract {
  return { disposition, reasons, invoices: invoices.map(({ invoice }) => invoice) };
}
