/**
 * The accounting database of an invented company, as its people use it: a plain SQLite file with tables of their own,
 * that somebody opens, edits and copies. Nothing in here knows how Staging Post works.
 */
import { copyFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

export interface RegisteredInvoice {
  id: number;
  supplier: string | null;
  number: string;
  documentType: string;
  payable: string;
  status: string;
  note: string | null;
}

/** What the company had before it ever heard of us. */
export function createAccounting(file: string): void {
  using(file, (database) => {
    database.exec(`
      create table account (number integer primary key, name text not null);
      insert into account values (1930, 'Företagskonto'), (2440, 'Leverantörsskulder'), (2641, 'Ingående moms'), (4010, 'Inköp');
      create table customer_invoice (id integer primary key, customer text not null, payable text not null);
      insert into customer_invoice (customer, payable) values ('Bygdens Plåt AB', '18750.00'), ('Sjöbodens Café', '4300.00');
    `);
  });
}

export function registeredInvoices(file: string): RegisteredInvoice[] {
  return using(file, (database) =>
    database
      .prepare(
        `select id, supplier_name as supplier, invoice_number as number, document_type as documentType, payable, status, note
         from supplier_invoice order by id`,
      )
      .all(),
  ) as unknown as RegisteredInvoice[];
}

/** The bookkeeper approves an invoice and writes a remark beside it. */
export function approve(file: string, id: number, note: string): void {
  using(file, (database) =>
    database.prepare(`update supplier_invoice set status = 'approved', note = ? where id = ?`).run(note, id),
  );
}

export function remove(file: string, id: number): void {
  using(file, (database) => {
    database.exec('pragma foreign_keys = on');
    database.prepare('delete from supplier_invoice where id = ?').run(id);
  });
}

/** Typed in from a paper on the desk. */
export function registerByHand(
  file: string,
  invoice: {
    book: string;
    supplier: string;
    organisationNumber: string;
    number: string;
    issueDate: string;
    payable: string;
    currency: string;
  },
): void {
  using(file, (database) =>
    database
      .prepare(
        `insert into supplier_invoice
           (book, supplier_name, supplier_organisation_number, invoice_number, issue_date, payable, currency, note)
         values (?, ?, ?, ?, ?, ?, ?, 'typed in by hand')`,
      )
      .run(
        invoice.book,
        invoice.supplier,
        invoice.organisationNumber,
        invoice.number,
        invoice.issueDate,
        invoice.payable,
        invoice.currency,
      ),
  );
}

/** What people do with files: no lock, no question. */
export async function copyOver(from: string, to: string): Promise<void> {
  await copyFile(from, to);
}

function using<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
