/** A company in the stand-in of Fortnox, as the suites of copies see a database. */
import { openCopy } from '../../../src/reconcile/copies/open-copy.ts';
import { type FortnoxStandIn, startFortnox } from '../../support/fortnox.ts';
import type { DatabaseKind, OwnedDatabase, StandingInvoice } from './database.ts';
import { outboxLedger } from './marked-database.ts';

export interface FortnoxDatabase extends OwnedDatabase {
  readonly standIn: FortnoxStandIn;
}

let companies = 0;

export async function createFortnoxDatabase(): Promise<FortnoxDatabase> {
  const { ledger } = await outboxLedger();
  const standIn = await startFortnox();
  companies += 1;
  const place = { ledger, book: 'acme', name: `fortnox-${companies}` };
  const text = (value: unknown) =>
    value === undefined || value === null ? null : String(value as string | number);
  return {
    standIn,
    url: standIn.url,
    sql: null,
    open: () => openCopy(standIn.url, null, place),
    async invoices() {
      return standIn.books.invoices.map(
        (row): StandingInvoice => ({
          key: row.GivenNumber,
          book: 'acme',
          number: text(row.InvoiceNumber),
          supplier: text(row.SupplierName),
          issueDate: text(row.InvoiceDate),
          payable: text(row.Total),
          status: text(row.status),
          note: text(row.note),
          lines: [],
          documents: standIn.books.connections
            .filter(({ SupplierInvoiceNumber: key }) => key === row.GivenNumber)
            .map(({ Name: fileName, content }) => ({ fileName, sha256: '', content })),
        }),
      );
    },
    async register(_book, { seller, invoiceNumber, issueDate, totals, currency, documentType }) {
      return standIn.register(
        { name: seller.name ?? '', organisationNumber: seller.organisationNumber },
        {
          InvoiceNumber: invoiceNumber,
          InvoiceDate: issueDate,
          Currency: currency,
          Total: `${documentType === 'creditNote' ? '-' : ''}${totals.payable}`,
        },
      );
    },
    async annotate(key, note) {
      const row = standIn.books.invoices.find(({ GivenNumber: known }) => known === key);
      Object.assign(row ?? {}, { note, status: 'approved' });
    },
    remove: async (key) => standIn.takeAway(key),
    refuse: async (supplier) => standIn.refuse(supplier),
    dropTable: async () => undefined,
    async takeHome() {
      const restore = standIn.backUp();
      return async () => restore();
    },
    destroy: () => standIn.close(),
  };
}

const nobody = 'http://a:b@127.0.0.1:1/3?driver=fortnox&tenant=1&token-url=http%3A%2F%2F127.0.0.1%3A1%2F';

export const fortnoxKind: DatabaseKind = {
  title: 'Fortnox',
  table: 'supplierinvoices',
  lacks: ['ownTables', 'defaultSchema', 'transactions', 'manyBooks', 'everyField', 'head'],
  rules: ['constraint'],
  statements: import.meta.resolve('./fortnox-statements.ts'),
  create: createFortnoxDatabase,
  async openUnreachable() {
    const { ledger } = await outboxLedger();
    return openCopy(nobody, null, { ledger, book: 'acme', name: 'unreachable' });
  },
  openReadOnly: null,
};
