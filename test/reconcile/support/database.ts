/**
 * A database that somebody owns, as the tests of copies see it: opened by us through the port, and worked in by its
 * people with their own tools. One file of this folder for each kind of database.
 */
import type { Invoice } from '../../../src/invoice/invoice.ts';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import type { Promised } from './promises.ts';

/** An invoice as it stands there; amounts and dates as text. */
export interface StandingInvoice {
  key: string;
  book: string;
  number: string | null;
  supplier: string | null;
  issueDate: string | null;
  payable: string | null;
  status: string | null;
  note: string | null;
  lines: {
    number: number;
    description: string | null;
    quantity: string | null;
    unitPrice: string | null;
    net: string | null;
  }[];
  documents: { fileName: string; sha256: string; content: Uint8Array }[];
}

export interface OwnedDatabase {
  /** Another connection to the same database, as another process would have. */
  open(): Copy;
  /** Its address, where it has one that `copy add` takes. */
  readonly url: string;
  /** How invoices stand there, where that is its owner's to say. */
  readonly mapping?: string;
  invoices(): Promise<StandingInvoice[]>;
  /** What people do. */
  register(book: string, invoice: Invoice): Promise<string>;
  annotate(key: string, note: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** From now on the database refuses invoices of this supplier: one of its owner's rules says so. */
  refuse(supplier: string, rule: Rule): Promise<void>;
  dropTable(name: string): Promise<void>;
  /** Takes a whole copy home; what it returns puts that over the database, as often as it is called. */
  takeHome(): Promise<() => Promise<void>>;
  /** Any statement of its language; null where it has none. */
  readonly sql: RunByHand | null;
  destroy(): Promise<void>;
}

/** How an owner may refuse: a rule of the table, or a program that raises an error, in a deferred way too. */
export type Rule = 'constraint' | 'trigger' | 'deferred' | 'rollback';

export interface DatabaseKind {
  readonly title: string;
  /** What it does not promise; nothing if left out. */
  readonly lacks?: readonly Promised[];
  /** What receipts call the place of an invoice; `supplier_invoice` if left out. */
  readonly table?: string;
  /** The rules that this kind of database knows. */
  readonly rules: readonly Rule[];
  create(): Promise<OwnedDatabase>;
  /** A database that is out of reach: no server, no file. */
  openUnreachable(): Promise<Copy>;
  /** The module that watches its statements (`watchStatements`), for processes that die between two; null where there is none. */
  readonly statements: string | null;
  /** A connection to the database on which nothing can be written; null where there is no such thing. */
  openReadOnly: ((database: OwnedDatabase) => Promise<Copy>) | null;
}

export type RunByHand = (sql: string, ...params: (string | null)[]) => Promise<Record<string, unknown>[]>;

type Hands = Pick<OwnedDatabase, 'invoices' | 'register' | 'annotate' | 'remove' | 'dropTable'>;

/** The deeds of people in a database that speaks SQL. */
export function handsOver(run: RunByHand, asText: (column: string) => string): Hands {
  return {
    async invoices() {
      const rows = await run(
        `select ${asText('id')} as "key", book, invoice_number as number, supplier_name as supplier,
           ${asText('issue_date')} as "issueDate", ${asText('payable')} as payable, status, note
         from supplier_invoice order by id`,
      );
      const lines = await run(
        `select ${asText('invoice')} as invoice, line_number as number, description, ${asText('quantity')} as quantity,
           ${asText('unit_price')} as "unitPrice", ${asText('net')} as net
         from supplier_invoice_line order by line_number`,
      );
      const documents = await run(
        `select ${asText('invoice')} as invoice, file_name as "fileName", sha256, content
         from supplier_invoice_document order by file_name`,
      );
      const of = (parts: Record<string, unknown>[], key: string) =>
        parts.filter(({ invoice }) => invoice === key).map(({ invoice: _invoice, ...part }) => part);
      return rows.map((row) => {
        const key = String(row.key);
        return {
          ...row,
          key,
          lines: of(lines, key),
          documents: of(documents, key).map((document) => ({
            ...document,
            content: Uint8Array.from(document.content as Uint8Array),
          })),
        } as unknown as StandingInvoice;
      });
    },
    async register(book, invoice) {
      const values = [
        ...[book, invoice.documentType, invoice.seller.name, invoice.seller.organisationNumber],
        ...[invoice.invoiceNumber, invoice.issueDate, invoice.currency, invoice.totals.payable],
      ];
      const [row] = await run(
        `insert into supplier_invoice (book, document_type, supplier_name, supplier_organisation_number,
           invoice_number, issue_date, currency, payable, note)
         values (${values.map(quoted).join(', ')}, 'by hand') returning ${asText('id')} as "key"`,
      );
      return String(row?.key);
    },
    async annotate(key, note) {
      await run(
        `update supplier_invoice set note = $1, status = 'approved' where ${asText('id')} = $2`,
        note,
        key,
      );
    },
    async remove(key) {
      await run(`delete from supplier_invoice where ${asText('id')} = $1`, key);
    },
    async dropTable(name) {
      await run(`drop table if exists ${name}`);
    },
  };
}

/** A literal: its type is then the database's to find. */
export function quoted(value: string | null): string {
  return value === null ? 'null' : `'${value.replaceAll("'", "''")}'`;
}
