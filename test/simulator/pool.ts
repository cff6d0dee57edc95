/** What the ledger knows as pg.Pool, over the simulated PostgreSQL: every statement is a stop, and may lose its answer. */
import type pg from 'pg';
import type { StatementResult } from './postgres/compile-write.ts';
import { Blocked, type Database, Session } from './postgres/database.ts';
import { SqlError } from './postgres/values.ts';
import type { Process } from './scheduler.ts';

/** lock_timeout and idle_in_transaction_session_timeout of src/staging/postgres/connection.ts. */
const lockTimeoutMs = 20_000;

/** Without an SQLSTATE, as pg reports a broken connection. */
function connectionLost(): Error {
  return new Error('Connection terminated unexpectedly');
}

export type Trace = (
  session: Session,
  sql: string,
  parameters: readonly unknown[],
  outcome: TraceOutcome,
) => void;
export type TraceOutcome = { result: StatementResult } | { error: SqlError } | { blocked: true };

export class SimulatedClient {
  readonly session: Session;
  readonly #process: Process;
  readonly #trace: Trace | null;

  constructor(database: Database, process: Process, trace: Trace | null) {
    this.session = new Session(database);
    this.#process = process;
    this.#trace = trace;
    process.connections.add(this);
  }

  cut(): void {
    this.session.end();
    this.#process.connections.delete(this);
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<StatementResult> {
    // BEGIN changes nothing that anybody else could see.
    if (!sql.startsWith('begin')) await this.#process.step(sql);
    const isCommit = sql === 'commit' || !this.session.inTransaction;
    const fault = isCommit && !sql.startsWith('begin') ? this.#process.ledgerFaults.shift() : undefined;
    if (!this.session.isOpen) throw connectionLost();
    if (fault === 'answer_lost_before') {
      this.cut();
      throw connectionLost();
    }
    const result = await this.#execute(sql, parameters);
    if (fault === 'answer_lost_after') {
      this.cut();
      throw connectionLost();
    }
    return result;
  }

  async #execute(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    for (;;) {
      if (!this.session.isOpen) throw connectionLost();
      try {
        const result = this.session.execute(sql, parameters);
        this.#trace?.(this.session, sql, parameters, { result });
        return result;
      } catch (error) {
        if (!(error instanceof Blocked)) {
          if (error instanceof SqlError) this.#trace?.(this.session, sql, parameters, { error });
          throw error;
        }
        this.#trace?.(this.session, sql, parameters, { blocked: true });
        await this.#waitFor(error.by);
      }
    }
  }

  async #waitFor(other: Session): Promise<void> {
    const { session } = this;
    let isOver = false;
    session.waitsFor = other;
    other.waiting.add(() => {
      isOver = true;
    });
    const outcome = await this.#process.until(
      'ledger: wait for a lock',
      () => isOver || !session.isOpen,
      lockTimeoutMs,
    );
    session.waitsFor = null;
    if (outcome === 'late') throw session.giveUpWaiting();
  }

  release(destroy?: boolean | Error): void {
    if (destroy) this.cut();
  }
}

/** A pool that hands out idle connections again, so that a session's lease and its statements are where pg would have them. */
export function simulatedPool(database: Database, process: Process, trace: Trace | null = null): pg.Pool {
  const idle: SimulatedClient[] = [];
  const connect = async () => {
    let client = idle.pop();
    while (client && !client.session.isOpen) client = idle.pop();
    const taken = client ?? new SimulatedClient(database, process, trace);
    let isReleased = false;
    return {
      session: taken.session,
      query: (sql: string, parameters?: readonly unknown[]) => taken.query(sql, parameters),
      release(destroy?: boolean | Error) {
        if (isReleased) return;
        isReleased = true;
        taken.release(destroy);
        if (!destroy && taken.session.isOpen) idle.push(taken);
      },
    };
  };
  const pool = {
    connect,
    async query(sql: string, parameters?: readonly unknown[]) {
      const client = await connect();
      try {
        return await client.query(sql, parameters);
      } finally {
        client.release();
      }
    },
    on: () => pool,
    end: async () => undefined,
    options: { max: 10 },
  };
  return pool as unknown as pg.Pool;
}
