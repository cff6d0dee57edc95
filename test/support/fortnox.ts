/**
 * A stand-in for Fortnox on loopback: suppliers, supplier invoices, the inbox and file connections as its API takes and tells
 * them, with its tokens, its limit of requests, its paging, its one filter at a time and its way of saying what is wrong;
 * and what people do in its pages. Faults come where a test wants them. https://apps.fortnox.se/apidocs
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Books,
  type Fields,
  filters,
  listed,
  Refusal,
  type Supplier,
  type SupplierInvoice,
  writable,
} from './fortnox-books.ts';

/** What goes wrong with a request: an answer instead of the deed, or the deed without its answer. */
export type Fault = { status: number; retryAfter?: number } | 'lost before' | 'lost after' | 'error after';

export interface FortnoxStandIn {
  /** As `copy add --url` takes it. */
  readonly url: string;
  /** "POST supplierinvoices" and so on, in order. */
  readonly requests: string[];
  readonly books: Books;
  /** The faults of the next requests of this kind, one each; null lets one through. */
  fail(request: string, ...faults: (Fault | null)[]): void;
  /** Runs this before the next request of that kind is performed. */
  before(request: string, deed: () => Promise<void>): void;
  /** Tokens given until now are good no longer. */
  expireTokens(): void;
  allow(requests: number, spanMs: number): void;
  /** Invoices whose comment holds this are refused. */
  refuse(words: string): void;
  /** What stands there now; what it returns brings that back. */
  backUp(): () => void;
  /** By hand, in its pages. */
  register(supplier: { name: string; organisationNumber: string | null }, invoice: Fields): string;
  takeAway(key: string): void;
  close(): Promise<void>;
}

const client = { id: 'staging-post', secret: 'hemligt?' };
const tenant = '1234567';
export async function startFortnox(): Promise<FortnoxStandIn> {
  let books: Books = {
    company: '556000-1111',
    suppliers: [],
    invoices: [],
    inbox: [],
    connections: [],
    nextSupplier: 1,
    nextInvoice: 1,
  };
  const requests: string[] = [];
  const faults = new Map<string, (Fault | null)[]>();
  const deeds = new Map<string, () => Promise<void>>();
  const tokens = new Set<string>();
  let limit = { requests: Number.POSITIVE_INFINITY, spanMs: 5_000 };
  let times: number[] = [];
  let refusedWords: string | null = null;

  const supplierOf = (number: unknown): Supplier => {
    const supplier = books.suppliers.find(({ SupplierNumber: known }) => known === String(number));
    if (supplier) return supplier;
    throw new Refusal('Kan inte hitta leverantören.', 2_000_433);
  };
  const addSupplier = (fields: Fields): Supplier => {
    if (typeof fields.Name !== 'string' || fields.Name === '')
      throw new Refusal('Namn måste anges.', 2_000_106);
    const supplier = {
      Active: true,
      ...fields,
      SupplierNumber: String(books.nextSupplier),
    } as unknown as Supplier;
    books.nextSupplier += 1;
    books.suppliers.push(supplier);
    return supplier;
  };
  const addInvoice = (fields: Fields): SupplierInvoice => {
    const supplier = supplierOf(fields.SupplierNumber);
    for (const name of ['InvoiceDate', 'DueDate']) {
      const date = fields[name] as string | undefined;
      if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
        throw new Refusal(`Ogiltigt datum (${name}).`, 2_000_588);
      }
    }
    if (refusedWords !== null && String((fields.Comments as string | null) ?? '').includes(refusedWords)) {
      throw new Refusal('Leverantören är spärrad.', 2_001_304);
    }
    const invoice = {
      Currency: 'SEK',
      Booked: false,
      Cancel: false,
      Balance: fields.Total ?? '0',
      ...fields,
      SupplierName: supplier.Name,
      GivenNumber: String(books.nextInvoice),
    } as unknown as SupplierInvoice;
    books.nextInvoice += 1;
    books.invoices.push(invoice);
    return invoice;
  };

  const page = (name: string, rows: Fields[], query: URLSearchParams) => {
    const size = Math.min(Number(query.get('limit') ?? 100), 500);
    const number = Number(query.get('page') ?? 1);
    return {
      MetaInformation: {
        '@TotalResources': rows.length,
        '@TotalPages': Math.max(1, Math.ceil(rows.length / size)),
        '@CurrentPage': number,
      },
      [name]: rows.slice((number - 1) * size, number * size),
    };
  };
  const wrapped = (body: Buffer, name: 'Supplier' | 'SupplierInvoice'): Fields => {
    const { [name]: fields } = JSON.parse(body.toString()) as Record<string, Fields>;
    if (!fields) throw new Refusal('Felaktigt format på anropet.', 2_000_106);
    const unknown = Object.keys(fields).find((field) => !writable[name].includes(field));
    if (unknown) throw new Refusal(`Egenskapen "${unknown}" kan inte skrivas.`, 2_000_122);
    return fields;
  };

  const perform = async (
    method: string,
    path: string,
    query: URLSearchParams,
    body: Buffer,
    type: string,
  ) => {
    if (filters.filter((name) => query.has(name)).length > 1) {
      throw new Refusal('Endast ett filter kan användas.', 2_000_588);
    }
    switch (`${method} ${path}`) {
      case 'GET companyinformation':
        return { CompanyInformation: { OrganizationNumber: books.company, CompanyName: 'Provbolaget AB' } };
      case 'GET suppliers':
        return page('Suppliers', books.suppliers, query);
      case 'POST suppliers':
        return { Supplier: addSupplier(wrapped(body, 'Supplier')) };
      case 'GET supplierinvoices': {
        const rows = books.invoices
          .filter(({ SupplierNumber: number }) => (query.get('suppliernumber') ?? number) === number)
          .map((row) => Object.fromEntries(listed.map((name) => [name, row[name] ?? null])));
        return page('SupplierInvoices', rows, query);
      }
      case 'POST supplierinvoices':
        return { SupplierInvoice: addInvoice(wrapped(body, 'SupplierInvoice')) };
      case 'GET inbox':
        return { Folder: { Id: 'inbox_s', Files: books.inbox.map(({ Id, Name }) => ({ Id, Name })) } };
      case 'POST inbox': {
        const form = await new Response(new Uint8Array(body), {
          headers: { 'content-type': type },
        }).formData();
        const file = form.get('file') as File;
        const added = {
          Id: randomUUID(),
          Name: file.name,
          content: new Uint8Array(await file.arrayBuffer()),
        };
        books.inbox.push(added);
        return { File: { Id: added.Id, Name: added.Name } };
      }
      case 'GET supplierinvoicefileconnections':
        return page(
          'SupplierInvoiceFileConnections',
          books.connections
            .filter((each) => each.SupplierInvoiceNumber === query.get('supplierinvoicenumber'))
            .map(({ content: _content, ...told }) => told),
          query,
        );
      case 'POST supplierinvoicefileconnections': {
        const { SupplierInvoiceFileConnection: asked } = JSON.parse(body.toString()) as Record<
          string,
          Fields
        >;
        const file = books.inbox.find(({ Id }) => Id === asked?.FileId);
        const invoice = books.invoices.find(({ GivenNumber: key }) => key === asked?.SupplierInvoiceNumber);
        if (!file || !invoice) throw new Refusal('Kan inte hitta filen eller fakturan.', 2_000_764);
        books.inbox = books.inbox.filter((each) => each !== file);
        const { Id: FileId, Name, content } = file;
        books.connections.push({ FileId, Name, SupplierInvoiceNumber: invoice.GivenNumber, content });
        return {
          SupplierInvoiceFileConnection: { FileId, Name, SupplierInvoiceNumber: invoice.GivenNumber },
        };
      }
      default:
        throw new Refusal('Resursen finns inte.', 2_000_764, 404);
    }
  };

  const say = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
  const refusal = (message: string, code: number) => ({ ErrorInformation: { error: 1, message, code } });

  const token = (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const pair = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
    const isKnown = request.headers.authorization === `Basic ${pair}` && request.headers.tenantid === tenant;
    if (!isKnown || new URLSearchParams(body.toString()).get('grant_type') !== 'client_credentials') {
      return say(response, 401, { error: 'invalid_client', error_description: 'Unknown client or tenant' });
    }
    const value = randomUUID();
    tokens.add(value);
    say(response, 200, { access_token: value, token_type: 'bearer', expires_in: 3_600 });
  };

  const isOverLimit = (): boolean => {
    const now = performance.now();
    times = times.filter((time) => time > now - limit.spanMs);
    if (times.length >= limit.requests) return true;
    times.push(now);
    return false;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
    const body = await buffer(request);
    if (pathname === '/oauth-v1/token') return token(request, response, body);
    const path = pathname.replace('/3/', '');
    const kind = `${request.method} ${path}`;
    requests.push(kind);
    if (!tokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) {
      return say(response, 401, { message: 'unauthorized' });
    }
    if (isOverLimit()) {
      return say(response, 429, refusal('Too many requests', 0), {
        'retry-after': String(limit.spanMs / 1_000),
      });
    }
    const deed = deeds.get(kind);
    deeds.delete(kind);
    await deed?.();
    const fault = faults.get(kind)?.shift() ?? null;
    if (fault === 'lost before') return void request.socket.destroy();
    if (fault !== null && typeof fault === 'object') {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return say(response, fault.status, refusal('Något gick fel.', 2_000_000 + fault.status), headers);
    }
    let done: unknown;
    try {
      done = await perform(
        request.method ?? '',
        path,
        searchParams,
        body,
        request.headers['content-type'] ?? '',
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return say(response, error.status, refusal(error.message, error.code));
    }
    if (fault === 'lost after') return void request.socket.destroy();
    if (fault === 'error after') return say(response, 503, refusal('Tjänsten är överbelastad.', 0));
    say(response, request.method === 'POST' ? 201 : 200, done);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => say(response, 500, { message: String(error) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = new URLSearchParams({
    driver: 'fortnox',
    tenant,
    'token-url': `http://${origin}/oauth-v1/token`,
    'look-every': '0',
    requests: '1000',
  });
  return {
    url: `http://${client.id}:${encodeURIComponent(client.secret)}@${origin}/3?${options.toString()}`,
    requests,
    get books() {
      return books;
    },
    fail: (request, ...more) => void faults.set(request, more),
    before: (request, deed) => void deeds.set(request, deed),
    expireTokens: () => tokens.clear(),
    allow(count, spanMs) {
      limit = { requests: count, spanMs };
      times = [];
    },
    refuse: (words) => {
      refusedWords = words;
    },
    backUp() {
      const kept = structuredClone(books);
      return () => {
        books = structuredClone(kept);
      };
    },
    register({ name, organisationNumber }, invoice) {
      const supplier =
        books.suppliers.find(({ OrganisationNumber: known }) => known && known === organisationNumber) ??
        addSupplier({ Name: name, OrganisationNumber: organisationNumber });
      return addInvoice({ ...invoice, SupplierNumber: supplier.SupplierNumber }).GivenNumber;
    },
    takeAway(key) {
      books.invoices = books.invoices.filter(({ GivenNumber: known }) => known !== key);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.race([once(server, 'close'), sleep(1_000, undefined, { ref: false })]);
    },
  };
}
