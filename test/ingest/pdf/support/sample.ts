/** What an invoice of a language is drawn by, and what is to be read of it. */
import type { Put } from './sheet.ts';

export interface Sample {
  language: string;
  puts: Put[];
  expected: {
    invoiceNumber: string;
    issueDate: string;
    dueDate: string;
    currency: string;
    net: string;
    vat: string;
    payable: string;
    name: string;
    organisationNumber: string | null;
    vatId: string;
    account: string;
    reference: string;
  };
}

export const same = {
  invoiceNumber: '20417',
  issueDate: '2026-03-04',
  dueDate: '2026-04-03',
  net: '1000.00',
};

export function buyer(heading: string, name: string): Put[] {
  return [
    [heading, 50, 90],
    [name, 50, 103],
    ['Storgatan 1', 50, 115],
    ['12345 Ekeby', 50, 127],
  ];
}
