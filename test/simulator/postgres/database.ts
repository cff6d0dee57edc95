/**
 * The simulated PostgreSQL: committed rows, the changes of open transactions beside them (READ COMMITTED), row locks,
 * advisory locks. Rows are never changed, only replaced, so a backup costs no more than a copy of the maps.
 */
import { type CompiledStatement, compileStatement, type StatementResult } from './compile-write.ts';
import { parseStatement } from './parse.ts';
import type { TableDefinition } from './schema.ts';
import type { RunContext } from './scope.ts';
import { SqlError } from './values.ts';

export interface Version {
  readonly id: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Thrown where a statement must wait for another transaction to end. */
export class Blocked extends Error {
  readonly by: Session;
  constructor(by: Session) {
    super('blocked');
    this.by = by;
  }
}

interface Table {
  rows: Map<number, Version>;
  nextId: number;
  locks: Map<number, Session>;
}

export type Backup = ReadonlyMap<string, { rows: ReadonlyMap<number, Version>; nextId: number }>;

export class Database {
  readonly definitions: ReadonlyMap<string, TableDefinition>;
  readonly sessions = new Set<Session>();
  readonly advisoryLocks = new Map<string, { owner: Session; count: number }>();
  /** Called after each commit that changed something. */
  onCommit: (written: ReadonlyMap<string, unknown>) => void = () => {};
  readonly clock: () => Date;
  #tables = new Map<string, Table>();
  readonly #statements: Map<string, CompiledStatement>;

  constructor(
    definitions: ReadonlyMap<string, TableDefinition>,
    clock: () => Date,
    statements: Map<string, CompiledStatement> = new Map(),
  ) {
    this.definitions = definitions;
    this.clock = clock;
    this.#statements = statements;
    for (const name of definitions.keys())
      this.#tables.set(name, { rows: new Map(), nextId: 1, locks: new Map() });
  }

  table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new SqlError('42P01', `relation "${name}" does not exist`);
    return table;
  }

  /** What is committed now. */
  backUp(): Backup {
    return new Map(
      [...this.#tables].map(([name, { rows, nextId }]) => [name, { rows: new Map(rows), nextId }]),
    );
  }

  /** As pg_restore over the same database: every connection is gone first. */
  restore(backup: Backup): void {
    for (const session of [...this.sessions]) session.end();
    for (const [name, { rows, nextId }] of backup)
      this.#tables.set(name, { rows: new Map(rows), nextId, locks: new Map() });
  }

  /** A row that was written elsewhere, as new: with identities of its own, and of now. */
  insert(name: string, values: Readonly<Record<string, unknown>>, now: Date): void {
    const table = this.table(name);
    const own: Record<string, unknown> = { ...values };
    for (const column of this.definitions.get(name)?.columns ?? []) {
      if (column.identity) own[column.name] = table.nextId;
      else if (own[column.name] instanceof Date) own[column.name] = now;
    }
    table.rows.set(table.nextId, { id: table.nextId, values: own });
    table.nextId += 1;
  }

  compile(sql: string): CompiledStatement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = compileStatement(parseStatement(sql), this.definitions);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Committed rows, for those who look from outside. */
  committed(name: string): Readonly<Record<string, unknown>>[] {
    return [...this.table(name).rows.values()].map(({ values }) => values);
  }
}

const noRows: readonly Readonly<Record<string, unknown>>[] = [];

/** What one statement may ask of its session. */
class Context implements RunContext {
  readonly session: Session;
  readonly parameters: readonly unknown[];
  readonly now: Date;
  readonly ctes = new Map<string, Readonly<Record<string, unknown>>[]>();

  constructor(session: Session, parameters: readonly unknown[], now: Date | null) {
    this.session = session;
    this.parameters = parameters;
    this.now = now ?? session.database.clock();
  }

  clock(): Date {
    return this.session.database.clock();
  }

  rowsOf(table: string): Iterable<Version> {
    return this.session.rowsOf(table);
  }

  lock(table: string, version: Version): void {
    this.session.lock(table, version);
  }

  tryAdvisoryLock(key: string): boolean {
    const { advisoryLocks } = this.session.database;
    const held = advisoryLocks.get(key);
    if (held && held.owner !== this.session) return false;
    advisoryLocks.set(key, { owner: this.session, count: (held?.count ?? 0) + 1 });
    return true;
  }

  releaseAdvisoryLock(key: string): boolean {
    const { advisoryLocks } = this.session.database;
    const held = advisoryLocks.get(key);
    if (held?.owner !== this.session) return false;
    if (held.count > 1) held.count -= 1;
    else advisoryLocks.delete(key);
    return true;
  }
}

/** One connection. */
export class Session {
  readonly database: Database;
  isOpen = true;
  /** The sessions that wait for this one's transaction to end, to be told then. */
  readonly waiting = new Set<() => void>();
  waitsFor: Session | null = null;
  /** Of its open transaction: null stands for a deleted row. */
  readonly changes = new Map<string, Map<number, Version | null>>();
  #locks: [Table, number][] = [];
  #inTransaction = false;
  #isAborted = false;
  #now: Date | null = null;
  /** What else becomes of a transaction: bells that ring when it commits. */
  readonly atCommit: (() => void)[] = [];

  constructor(database: Database) {
    this.database = database;
    database.sessions.add(this);
  }

  get inTransaction(): boolean {
    return this.#inTransaction;
  }

  /** @throws SqlError as PostgreSQL would answer; Blocked when it must be asked again after another transaction's end. */
  execute(sql: string, parameters: readonly unknown[]): StatementResult {
    if (!this.isOpen) throw new SqlError('57P01', 'terminating connection due to administrator command');
    if (sql.startsWith('begin')) {
      this.#inTransaction = true;
      this.#now = this.database.clock();
      return { command: 'BEGIN', rows: noRows, rowCount: 0 };
    }
    if (sql === 'commit') return this.#commit();
    if (sql === 'rollback') {
      this.#finish();
      return { command: 'ROLLBACK', rows: noRows, rowCount: 0 };
    }
    if (this.#isAborted) throw new SqlError('25P02', 'current transaction is aborted');
    if (sql.includes('pg_terminate_backend')) return this.#endHolderOf(String(parameters[0]));
    const statement = this.database.compile(sql);
    try {
      const result = statement(new Context(this, parameters, this.#now), this);
      if (!this.#inTransaction) this.#commit();
      return result;
    } catch (error) {
      if (error instanceof Blocked) throw this.#asWaiting(error);
      if (this.#inTransaction) this.#isAborted = true;
      else this.#finish();
      throw error;
    }
  }

  /** The connection is gone: PostgreSQL rolls back and frees everything. */
  end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#finish();
    for (const [key, { owner }] of this.database.advisoryLocks)
      if (owner === this) this.database.advisoryLocks.delete(key);
    this.database.sessions.delete(this);
  }

  /** The one question to the catalogue that the program asks (src/reconcile/lease.ts): whoever holds this lock loses its connection. */
  #endHolderOf(key: string): StatementResult {
    const holder = this.database.advisoryLocks.get(key)?.owner;
    holder?.end();
    const rows = holder ? [{ ended: true }] : noRows;
    return { command: 'SELECT', rows, rowCount: rows.length };
  }

  /** A deadlock is refused to the one who closes the circle. */
  #asWaiting(blocked: Blocked): Error {
    for (let at: Session | null = blocked.by; at; at = at.waitsFor) {
      if (at !== this) continue;
      if (this.#inTransaction) this.#isAborted = true;
      return new SqlError('40P01', 'deadlock detected');
    }
    return blocked;
  }

  /** Waiting took too long (lock_timeout). */
  giveUpWaiting(): SqlError {
    this.waitsFor = null;
    if (this.#inTransaction) this.#isAborted = true;
    else this.#finish();
    return new SqlError('55P03', 'canceling statement due to lock timeout');
  }

  rowsOf(name: string): Iterable<Version> {
    const { rows } = this.database.table(name);
    const changes = this.changes.get(name);
    if (!changes) return rows.values();
    const seen: Version[] = [];
    for (const version of rows.values()) {
      const changed = changes.get(version.id);
      if (changed === undefined) seen.push(version);
      else if (changed) seen.push(changed);
    }
    for (const [id, changed] of changes) if (changed && !rows.has(id)) seen.push(changed);
    return seen;
  }

  lock(name: string, version: Version): void {
    const table = this.database.table(name);
    const owner = table.locks.get(version.id);
    if (owner === this) return;
    if (owner) throw new Blocked(owner);
    table.locks.set(version.id, this);
    this.#locks.push([table, version.id]);
  }

  /** @returns what takes back all that is written from now on */
  mark(): () => void {
    const kept = new Map([...this.changes].map(([name, changes]) => [name, new Map(changes)]));
    return () => {
      this.changes.clear();
      for (const [name, changes] of kept) this.changes.set(name, changes);
    };
  }

  write(name: string, id: number, version: Version | null): void {
    let changes = this.changes.get(name);
    if (!changes) {
      changes = new Map();
      this.changes.set(name, changes);
    }
    changes.set(id, version);
  }

  #commit(): StatementResult {
    if (this.#isAborted) {
      this.#finish();
      return { command: 'ROLLBACK', rows: noRows, rowCount: 0 };
    }
    const written = new Map(this.changes);
    for (const [name, changes] of this.changes) {
      const { rows } = this.database.table(name);
      for (const [id, version] of changes) {
        if (version) rows.set(id, version);
        else rows.delete(id);
      }
    }
    const bells = this.atCommit.splice(0);
    this.#finish();
    for (const ring of bells) ring();
    if (written.size > 0) this.database.onCommit(written);
    return { command: 'COMMIT', rows: noRows, rowCount: 0 };
  }

  #finish(): void {
    this.changes.clear();
    this.atCommit.length = 0;
    for (const [table, id] of this.#locks) table.locks.delete(id);
    this.#locks = [];
    this.#inTransaction = false;
    this.#isAborted = false;
    this.#now = null;
    for (const tell of [...this.waiting]) tell();
    this.waiting.clear();
  }
}
