/** One company for a test: a real ledger, and copies of its book in real databases that people may copy over each other. */
import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import pg from 'pg';
import type { Identity } from '../../../src/reconcile/copies/copy.ts';
import { setAuthority } from '../../../src/reconcile/handover.ts';
import { withBookLease } from '../../../src/reconcile/lease.ts';
import { type OpenCopy, openRegisteredCopy } from '../../../src/reconcile/mandate.ts';
import { type ReconcileResult, reconcileBook } from '../../../src/reconcile/reconcile-book.ts';
import { registerCopy } from '../../../src/reconcile/register-copy.ts';
import { findCopy, urlOfCopy } from '../../../src/staging/books/copies.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { addTestBook, type Described, stage } from '../../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

export type CopyKind = 'sqlite' | 'postgres';

export interface RowInCopy {
  id: number;
  invoice_number: string | null;
  payable: string;
  source_id: string | null;
  note: string | null;
}

export const settings = { batchSize: 3, reinstallAfterMs: 0, owedFenceEveryMs: 0 };

export class Company {
  readonly fresh: TestLedger;
  ledger: Ledger;
  readonly book: string;
  readonly folder: string;
  readonly #databases: TestDatabase[] = [];
  readonly #urls = new Map<string, string>();

  private constructor(fresh: TestLedger, book: string, folder: string) {
    this.fresh = fresh;
    this.ledger = fresh.ledger;
    this.book = book;
    this.folder = folder;
  }

  /** With a ledger of its own unless one is lent; the first of the copies is authoritative. */
  static async open(
    copies: readonly string[] = ['cloud', 'laptop'],
    { kind = 'sqlite', lent }: { kind?: CopyKind; lent?: TestLedger } = {},
  ): Promise<Company> {
    const fresh = lent ?? (await createTestLedger());
    const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-company-'));
    const company = new Company(fresh, await addTestBook(fresh.ledger), folder);
    for (const name of copies) await company.addCopy(name, kind);
    const [first] = copies;
    if (first) {
      await setAuthority(company.ledger, { book: company.book, to: first, actor: 'test', force: false });
    }
    return company;
  }

  async addCopy(name: string, kind: CopyKind = 'sqlite'): Promise<void> {
    await registerCopy(
      this.ledger,
      { book: this.book, name, url: await this.#createDatabase(name, kind) },
      'test',
    );
  }

  /** A database that somebody else made. */
  async addCopyAt(name: string, url: string): Promise<void> {
    this.#urls.set(name, url);
    await registerCopy(this.ledger, { book: this.book, name, url }, 'test');
  }

  async #createDatabase(name: string, kind: CopyKind): Promise<string> {
    if (kind === 'sqlite') {
      new DatabaseSync(this.file(name)).close();
      this.#urls.set(name, `sqlite:${this.file(name)}`);
    } else {
      const database = await createTestDatabase();
      this.#databases.push(database);
      this.#urls.set(name, database.url);
    }
    return this.#urls.get(name) as string;
  }

  async close(): Promise<void> {
    await this.fresh.drop();
    await this.leave();
  }

  /** As `close`, where the ledger belongs to somebody else. */
  async leave(): Promise<void> {
    for (const database of this.#databases) await database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  file(name: string): string {
    return path.join(this.folder, `${name}.db`);
  }

  urlOf(name: string): string {
    return this.#urls.get(name) ?? '';
  }

  /** What people do with `cp`: the file alone, whatever stands there. */
  cp(from: string, to: string): void {
    copyFileSync(this.file(from), this.file(to));
  }

  async arrive(described: Described = {}): Promise<string> {
    return (await stage(this.ledger, this.book, described)).id;
  }

  async arriveMany(number: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < number; n += 1) ids.push(await this.arrive());
    return ids;
  }

  async reconcile(
    open: OpenCopy = openRegisteredCopy,
    ledger = this.ledger,
  ): Promise<ReconcileResult | null> {
    return await withBookLease(ledger, this.book, () => reconcileBook(ledger, this.book, open, settings), {
      waitMs: 10_000,
    });
  }

  async identity(name: string): Promise<Identity | null> {
    const registered = await findCopy(this.ledger.db, this.book, name);
    const copy = openRegisteredCopy(registered, urlOfCopy(this.ledger, registered), this.ledger);
    try {
      return await copy.readIdentity(this.book);
    } finally {
      await copy.close();
    }
  }

  async authority() {
    return await this.ledger.db
      .selectFrom('authority')
      .selectAll()
      .where('book', '=', this.book)
      .executeTakeFirstOrThrow();
  }

  async states(ids: readonly string[]): Promise<string[]> {
    const rows = await this.ledger.db
      .selectFrom('invoice')
      .select(['id', 'state'])
      .where('book', '=', this.book)
      .execute();
    return ids.map((id) => rows.find((row) => row.id === id)?.state ?? 'unknown');
  }

  /** Runs one statement in a copy as its owner would; `?` marks parameters in SQLite, `$1` in PostgreSQL. */
  async sql<T>(name: string, statement: string, params: readonly SQLInputValue[] = []): Promise<T[]> {
    const url = this.#urls.get(name) ?? '';
    if (url.startsWith('sqlite:')) {
      const database = new DatabaseSync(url.slice('sqlite:'.length));
      try {
        return database.prepare(statement).all(...params) as T[];
      } finally {
        database.close();
      }
    }
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement, [...params])).rows as T[];
    } finally {
      await client.end();
    }
  }

  async rows(name: string): Promise<RowInCopy[]> {
    return await this.sql<RowInCopy>(
      name,
      'select id, invoice_number, cast(payable as text) as payable, source_id, note from supplier_invoice order by id',
    );
  }

  /** The invoices that stand in a copy through us, in order of their ids: one twice would stand here twice. */
  async standing(name: string): Promise<string[]> {
    return (await this.rows(name)).flatMap(({ source_id: id }) => id ?? []).sort();
  }

  async registerByHand(name: string, number: string, payable = '1250.00', supplier = '5566778899') {
    await this.sql(
      name,
      `insert into supplier_invoice (book, invoice_number, supplier_name, supplier_organisation_number, issue_date, payable, currency)
       values ('${this.book}', '${number}', 'Norrby Kakel AB', '${supplier}', '2026-11-02', '${payable}', 'SEK')`,
    );
  }

  async deleteByHand(name: string, invoice: string): Promise<void> {
    await this.sql(name, `delete from supplier_invoice where source_id = '${invoice}'`);
  }
}
