/** A long history of a book, put into the ledger by bulk SQL as if it had been applied batch by batch. */
import { createCipheriv, createHash } from 'node:crypto';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';
import type { InvoiceFile } from '../../src/reconcile/copies/copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import type { BenchedCopy } from './copies.ts';

export const receiptsPerLink = 1_000;
const rowsPerStatement = 20_000;

export async function addBenchBook(ledger: Ledger, slug: string): Promise<void> {
  await ledger.transaction(async ({ db }) => await addBook(db, { slug, name: slug }, 'bench'));
}

/** The ids, in the ledger and in the copy, of an invoice of the history. */
export const idSql = (book: string, number: string) => `'${book}-' || cast(100000000 + ${number} as text)`;

/** So many applied invoices: staged, linked to the chain, receipted in the copy, their rows there. */
export async function writeHistory(
  ledger: Ledger,
  book: string,
  copy: BenchedCopy,
  receipts: number,
): Promise<void> {
  const links = Math.ceil(receipts / receiptsPerLink);
  const head = `${book}-head-${links}`;
  const client = await ledger.pool.connect();
  try {
    await client.query('begin');
    // The references hold by construction; asking for each of them would take longer than everything else.
    await client.query("set local session_replication_role = 'replica'");
    await addDelivery(client, book);
    // In pieces, each within the time that the ledger gives a statement.
    for (let from = 1; from <= receipts; from += rowsPerStatement) {
      const until = Math.min(receipts, from + rowsPerStatement - 1);
      await client.query(
        `insert into invoice (id, book, delivery, state, document_type, invoice_number, invoice_number_normalised,
         supplier_name, issue_date, currency, payable, data, outcome, placed_table, placed_key, applied_at)
       select ${idSql(book, 'n')}, $1, $1, 'applied', 'invoice', 'OLD' || n, 'OLD' || n, 'Leverantör ' || n, '2026-01-02',
         'SEK', 100, $2, 'applied', 'supplier_invoice', n, now() from generate_series($3::integer, $4::integer) n`,
        [book, JSON.stringify(blankInvoice('bench')), from, until],
      );
      await client.query(
        `insert into chain_receipt (book, head, ordinal, invoice, outcome, placed_table, placed_key)
         select $1, $1 || '-head-' || ((n - 1) / ${receiptsPerLink} + 1), (n - 1) % ${receiptsPerLink}, ${idSql(book, 'n')},
           'applied', 'supplier_invoice', n from generate_series($2::integer, $3::integer) n`,
        [book, from, until],
      );
    }
    await client.query(
      `insert into chain_link (book, head, parent, depth, epoch)
       select $1, $1 || '-head-' || n,
         case when n = 1 then (select head from authority where book = $1) else $1 || '-head-' || (n - 1) end, n, 1
       from generate_series(1, $2::integer) n`,
      [book, links],
    );
    await client.query('update authority set head = $2 where book = $1', [book, head]);
    await client.query('commit');
    await client.query('analyze invoice, chain_link, chain_receipt');
  } finally {
    client.release();
  }
  await copy.fill(book, receipts, head);
}

/** So many ready invoices of a supplier each, with its document, as a mail brings them. */
export async function stageReady(
  ledger: Ledger,
  book: string,
  count: number,
  documentBytes: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_each, index) => ({
    id: `${book}-new-${String(index).padStart(9, '0')}`,
    number: `NEW${index}`,
    data: benchInvoice(index),
  }));
  await ledger.pool.query(
    `insert into invoice (id, book, delivery, state, document_type, invoice_number, invoice_number_normalised,
       supplier_name, issue_date, currency, payable, data)
     select x.id, $1, $1, 'ready', 'invoice', x.number, x.number, x.data #>> '{seller,name}', '2026-11-02', 'SEK', 100, x.data
     from json_to_recordset($2::json) as x(id text, number text, data jsonb) order by x.id`,
    [book, JSON.stringify(rows)],
  );
  for (const [index, { id }] of rows.entries()) {
    for (const { sha256, content } of benchFiles(index, documentBytes)) {
      await ledger.pool.query(
        `with stored as (insert into original (sha256, bytes) values ($1, $2) on conflict do nothing returning sha256)
         insert into original_chunk (sha256, ordinal, content) select sha256, 0, $3 from stored`,
        [sha256, content.length, content],
      );
      await ledger.pool.query(
        `with part as (
           insert into document (id, delivery, path, ordinal, media_type, bytes, sha256, kind, original)
           values ($1, $2, $3, $4, 'application/pdf', $5, $6, 'invoice', $6) returning id)
         insert into invoice_document (invoice, document, role) select $1, id, 'primary' from part`,
        [id, book, String(index), index, content.length, sha256],
      );
    }
  }
}

/** Bytes that nothing can compress, as those of a PDF; none for a size of 0. */
export function benchFiles(number: number, bytes: number): InvoiceFile[] {
  if (bytes === 0) return [];
  const key = createHash('sha256').update(String(number)).digest();
  const content = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
  const sha256 = createHash('sha256').update(content).digest('hex');
  return [{ fileName: `invoice-${number}.pdf`, mediaType: 'application/pdf', sha256, content }];
}

const linesPerInvoice = 4;

export function benchInvoice(number: number): Invoice {
  const invoice = blankInvoice('bench');
  invoice.invoiceNumber = `NEW${number}`;
  invoice.issueDate = '2026-11-02';
  invoice.currency = 'SEK';
  invoice.seller.name = `Leverantör ${number} AB`;
  invoice.totals.payable = `${100 + (number % 900)}.00`;
  invoice.lines = Array.from({ length: linesPerInvoice }, (_line, index) => ({
    id: null,
    description: `Artikel ${number}-${index}`,
    quantity: '1',
    unit: 'st',
    unitPrice: '25.00',
    net: '25.00',
    vatRate: '25',
  }));
  return invoice;
}

async function addDelivery(
  client: { query: (text: string, values?: unknown[]) => Promise<unknown> },
  book: string,
): Promise<void> {
  await client.query(
    `insert into original (sha256, bytes) values (encode(sha256($1::bytea), 'hex'), 0) on conflict do nothing`,
    [book],
  );
  await client.query(
    `insert into delivery (id, book, original, disposition, read_at)
     values ($1, $1, encode(sha256($2::bytea), 'hex'), 'invoice', now())`,
    [book, book],
  );
}
