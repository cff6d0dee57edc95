/** What Fortnox is asked for, page by page, and kept for as long as one batch takes. */
import { isSameSupplier, supplierKeys } from '../../../invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../../invoice/invoice.ts';
import type { InvoiceFile } from '../copy.ts';
import { CopyUnreachableError, CopyUnusableError, RefusedByCopyError } from '../errors.ts';
import type { ApiClient, ApiRequest } from './api-client.ts';
import { existingOf, type InvoiceRecord, type SupplierRecord } from './fortnox-records.ts';

const rowsPerPage = 500;
/** Of whatever is asked for; with 500 rows each more than any company has. */
const pagesMax = 2_000;
const listingsMax = 3;

/**
 * All rows of a list. Rows that come or go while it is read shift its pages, and one would be missed: then it is read again.
 * @throws CopyUnreachableError when it keeps moving
 */
export async function listAll<Row>(
  client: ApiClient,
  path: string,
  name: string,
  query: Record<string, string> = {},
): Promise<Row[]> {
  for (let listing = 1; listing <= listingsMax; listing += 1) {
    const rows: Row[] = [];
    let total = 0;
    for (let page = 1; page <= pagesMax; page += 1) {
      const answer = (await client.ask({
        method: 'GET',
        path,
        query: { ...query, limit: String(rowsPerPage), page: String(page) },
      })) as Record<string, unknown> | null;
      const some = answer?.[name];
      if (!Array.isArray(some)) throw strange(`a list of ${path}`);
      rows.push(...(some as Row[]));
      const meta = (answer?.MetaInformation ?? {}) as Record<string, unknown>;
      total = Number(meta['@TotalResources'] ?? rows.length);
      if (page >= Number(meta['@TotalPages'] ?? 1)) break;
    }
    if (rows.length === total) return rows;
  }
  throw new CopyUnreachableError(`the list of ${path} changed each time while it was read`, {
    hint: 'Nothing to do: it is tried again.',
  });
}

export function strange(what: string): CopyUnusableError {
  return new CopyUnusableError('copy_answer', `${what} was not answered as Fortnox is known to`, {
    hint: 'Is the address of the API right, and has the API changed?',
  });
}

interface FileRecord {
  Id: string;
  Name: string;
}

export class FortnoxSession {
  readonly #client: ApiClient;
  #suppliers: SupplierRecord[] | undefined;
  #inbox: FileRecord[] | undefined;
  readonly #invoicesOf = new Map<string, InvoiceRecord[]>();

  constructor(client: ApiClient) {
    this.#client = client;
  }

  /** What was read is no longer to be relied on. */
  forget(): void {
    this.#suppliers = undefined;
    this.#inbox = undefined;
    this.#invoicesOf.clear();
  }

  async ask(request: ApiRequest): Promise<Record<string, unknown>> {
    return ((await this.#client.ask(request)) ?? {}) as Record<string, unknown>;
  }

  async suppliersLike(invoice: Invoice): Promise<SupplierRecord[]> {
    this.#suppliers ??= await listAll<SupplierRecord>(this.#client, 'suppliers', 'Suppliers');
    const keys = supplierKeys(invoice);
    return this.#suppliers.filter((supplier) => isSameSupplier(keys, keysOf(supplier)));
  }

  async invoicesOf(supplier: string): Promise<InvoiceRecord[]> {
    const known = this.#invoicesOf.get(supplier);
    if (known) return known;
    const rows = await listAll<InvoiceRecord>(this.#client, 'supplierinvoices', 'SupplierInvoices', {
      suppliernumber: supplier,
    });
    // Whatever the filter is taken to mean there.
    const theirs = rows.filter(({ SupplierNumber: number }) => String(number) === supplier);
    this.#invoicesOf.set(supplier, theirs);
    return theirs;
  }

  async addSupplier(body: Record<string, unknown>): Promise<SupplierRecord> {
    const answer = await this.ask({ method: 'POST', path: 'suppliers', body });
    const supplier = answer.Supplier as SupplierRecord | undefined;
    if (!supplier?.SupplierNumber) throw strange('a new supplier');
    this.#suppliers?.push(supplier);
    return supplier;
  }

  async addInvoice(body: Record<string, unknown>): Promise<InvoiceRecord> {
    const answer = await this.ask({ method: 'POST', path: 'supplierinvoices', body });
    const record = answer.SupplierInvoice as InvoiceRecord | undefined;
    if (!record?.GivenNumber) throw strange('a new supplier invoice');
    this.#invoicesOf.get(String(record.SupplierNumber))?.push(record);
    return record;
  }

  /** The file in the inbox, found under its name or put there. */
  async fileId(file: InvoiceFile): Promise<string> {
    if (!this.#inbox) {
      const answer = await this.ask({ method: 'GET', path: 'inbox', query: { path: 'inbox_s' } });
      const { Files: files } = (answer.Folder ?? {}) as { Files?: FileRecord[] };
      this.#inbox = files ?? [];
    }
    const name = nameOf(file);
    const there = this.#inbox.find((each) => each.Name === name);
    if (there) return there.Id;
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(file.content)], { type: file.mediaType }), name);
    const answer = await this.ask({ method: 'POST', path: 'inbox?path=inbox_s', body: form });
    const added = answer.File as FileRecord | undefined;
    if (!added?.Id) throw strange('a new file');
    this.#inbox.push({ Id: added.Id, Name: name });
    return added.Id;
  }

  /** Those of the files that the invoice does not have yet. */
  async unconnected(key: string, files: readonly InvoiceFile[]): Promise<InvoiceFile[]> {
    if (files.length === 0) return [];
    const there = await listAll<{ Name: string }>(
      this.#client,
      'supplierinvoicefileconnections',
      'SupplierInvoiceFileConnections',
      { supplierinvoicenumber: key },
    );
    const names = new Set(there.map(({ Name: name }) => name));
    return files.filter((file) => !names.has(nameOf(file)));
  }

  async connect(key: string, fileId: string): Promise<void> {
    try {
      await this.ask({
        method: 'POST',
        path: 'supplierinvoicefileconnections',
        body: { SupplierInvoiceFileConnection: { FileId: fileId, SupplierInvoiceNumber: key } },
      });
    } finally {
      this.#inbox = undefined;
    }
  }
}

/** Its content is in its name, so that it is known again. */
function nameOf({ sha256, fileName }: InvoiceFile): string {
  return `${sha256.slice(0, 16)} ${fileName}`;
}

function keysOf(supplier: SupplierRecord): string[] {
  return existingOf({ GivenNumber: '0', SupplierNumber: supplier.SupplierNumber }, supplier).supplierKeys;
}

/** An invoice of nobody could not be found again under its supplier. */
export function refuseNameless(invoice: Invoice): void {
  if (
    supplierKeys({ ...blankInvoice('fortnox'), seller: invoice.seller, payment: invoice.payment }).length > 0
  )
    return;
  throw new RefusedByCopyError('the invoice names no supplier, and Fortnox takes none without');
}
