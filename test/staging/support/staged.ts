/** Invented mails and invoices in a ledger of one's own: everything in them follows from what makes them different. */
import { sha256 } from '../../../src/invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../../src/invoice/invoice.ts';
import { moveAuthority } from '../../../src/staging/books/authority.ts';
import { addBook } from '../../../src/staging/books/books.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import {
  type DocumentToStage,
  type InvoiceToStage,
  stageInvoices,
} from '../../../src/staging/invoices/invoices.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { findDelivery, receiveDelivery } from '../../../src/staging/mail/deliveries.ts';
import { addMailbox } from '../../../src/staging/mail/mailboxes.ts';
import type { Place } from '../../../src/staging/mail/sightings.ts';
import { storeContent } from '../../../src/staging/originals.ts';
import type { Row } from '../../../src/staging/postgres/schema.ts';
import type { InvoiceState } from '../../../src/staging/states.ts';

export const anna = { actor: 'cli:anna', reason: 'because' };

/** Names that no other test of the run bears. */
let serial = 0;
export const unique = (stem: string) => `${stem}-${++serial}`;

export async function addTestBook(ledger: Ledger, addresses: string[] = []): Promise<string> {
  const slug = unique('book');
  await ledger.transaction(({ db }) => addBook(db, { slug, name: `${slug} AB`, addresses }, 'test'));
  return slug;
}

/** A copy named "cloud" that is authoritative for the book, at epoch 1; registered only: nothing is opened. */
export async function addTestCopy(ledger: Ledger, book: string): Promise<string> {
  const copyId = crypto.randomUUID();
  await ledger.transaction(async ({ db }) => {
    const copy = { book, name: 'cloud', kind: 'sqlite', url: 'sqlite:/copies/cloud.db', copy_id: copyId };
    await db.insertInto('copy').values(copy).execute();
    await moveAuthority(db, { book, copy: 'cloud', epoch: 1, actor: 'test' });
  });
  return copyId;
}

export async function addTestMailbox(ledger: Ledger, book: string | null): Promise<Place> {
  const name = unique('mailbox');
  await addMailbox(
    ledger,
    ledger.db,
    { name, book, url: 'imaps://faktura@mail.nordvik.example/INBOX', password: { plain: 'hemligt' } },
    'test',
  );
  return { mailbox: name, folder: 'INBOX', uidValidity: '1' };
}

/** A delivery of these bytes; without a book it waits for a person. */
export async function receive(
  ledger: Ledger,
  book: string | null,
  bytes = unique('mail'),
): Promise<{ id: string; isNew: boolean }> {
  return await ledger.transaction(async (tx) =>
    receiveDelivery(
      tx,
      {
        book,
        original: await storeContent(tx.db, Buffer.from(bytes)),
        messageId: '<1@kakelboden.example>',
        from: 'faktura@kakelboden.example',
        to: ['faktura@nordvik.example'],
        subject: 'Faktura',
        date: new Date('2026-11-02T07:00:00Z'),
        internalDate: null,
        ...(book === null ? { unrouted: { code: 'no_book', message: 'nobody claims it' } } : {}),
      },
      'test',
    ),
  );
}

export interface Described {
  number?: string | null;
  payable?: string;
  issueDate?: string | null;
  organisationNumber?: string | null;
  supplier?: string | null;
  documentType?: Invoice['documentType'];
  accounts?: Invoice['payment']['accounts'];
  /** Makes the document's bytes, and so the invoice's id. */
  content?: string;
  state?: InvoiceToStage['state'];
  reasons?: InvoiceToStage['reasons'];
}

export function readingOf(described: Described = {}): {
  documents: DocumentToStage[];
  invoices: InvoiceToStage[];
} {
  const content = Buffer.from(described.content ?? unique('document'));
  const invoice = blankInvoice('test', described.documentType ?? 'invoice');
  invoice.invoiceNumber = described.number === undefined ? unique('F') : described.number;
  invoice.issueDate = described.issueDate === undefined ? '2026-11-02' : described.issueDate;
  invoice.currency = 'SEK';
  invoice.payment.accounts = described.accounts ?? [];
  invoice.totals.payable = described.payable ?? '1250.00';
  invoice.seller = {
    name: described.supplier === undefined ? 'Norrby Kakel AB' : described.supplier,
    organisationNumber:
      described.organisationNumber === undefined ? '5566778899' : described.organisationNumber,
    vatId: null,
  };
  const document: DocumentToStage = {
    path: '1',
    fileName: 'faktura.xml',
    declaredType: 'application/xml',
    mediaType: 'application/xml',
    bytes: content.length,
    sha256: sha256(content),
    kind: 'invoice',
    reason: null,
    content,
  };
  return {
    documents: [document],
    invoices: [
      {
        primaryPath: '1',
        ordinal: 0,
        invoice,
        state: described.state ?? 'ready',
        reasons: described.reasons ?? [],
        documents: [{ path: '1', role: 'primary' }],
      },
    ],
  };
}

/** Stages one invoice, in a mail of its own unless another delivery is named. Returns its row. */
export async function stage(
  ledger: Ledger,
  book: string,
  described: Described = {},
  delivery?: string,
): Promise<Row<'invoice'>> {
  const id = delivery ?? (await receive(ledger, book)).id;
  const [invoice = ''] = await ledger.transaction(async (tx) =>
    stageInvoices(tx, { ...(await findDelivery(tx.db, id)), book }, readingOf(described), 'test'),
  );
  return await invoiceRow(ledger, invoice);
}

export async function invoiceRow(ledger: Ledger, id: string): Promise<Row<'invoice'>> {
  return await ledger.db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * Puts an invoice into a state past the state machine, for tests of what may follow; the database's own check is off for
 * that one transaction.
 */
export async function putInto(ledger: Ledger, id: string, state: InvoiceState): Promise<void> {
  await ledger.transaction(async ({ client }) => {
    await client.query('set local session_replication_role = replica');
    await client.query(
      `update invoice set state = $2,
         batch = case when $2 = 'applying' then gen_random_uuid() end,
         outcome = case when $2 = 'applied' then 'applied' end where id = $1`,
      [id, state],
    );
  });
}

export async function typesOfEvents(ledger: Ledger, subject: string): Promise<string[]> {
  return (await eventsOf(ledger.db, subject)).map(({ type }) => type);
}
