/**
 * Rows read with COPY in its binary format: bytes come as they are, where an answer of pg's spells out each of them in two
 * letters. https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
import type pg from 'pg';

/** How many rows of how many bytes together, as far as is known: the memory for them is taken once. */
export interface Expected {
  rows: number;
  bytes: number;
}

/** Where at least so many bytes may be put. */
export type TakeMemory = (bytes: number) => Buffer;

/**
 * Memory for what is read in turn, of which two are needed at a time: the third is put where the first was. Bytes outside of the heap that
 * are taken anew for each batch make the garbage collector run for every second one.
 */
export function memoryInTurn(): TakeMemory {
  let [next, last] = [Buffer.alloc(0), Buffer.alloc(0)];
  return (bytes) => {
    [next, last] = [last, next.length >= bytes ? next : Buffer.allocUnsafe(bytes)];
    return last;
  };
}

/**
 * @param select takes no parameters
 * @returns the fields of each row: text as UTF-8, bytea as it is
 */
export async function copyOut(
  pool: pg.Pool,
  select: string,
  expected: Expected,
  take: TakeMemory = (bytes) => Buffer.allocUnsafe(bytes),
): Promise<(Buffer | null)[][]> {
  const client = await pool.connect();
  let isOver = false;
  try {
    const data = await new Promise<Buffer>((resolve, reject) => {
      const answer = (error: Error | null, read?: Buffer) => (read ? resolve(read) : reject(error));
      client.query(
        new CopyOut(`copy (${select}) to stdout (format binary)`, take(spaceFor(expected)), answer),
      );
    });
    isOver = true;
    return [...rowsIn(data)];
  } finally {
    // After an error, what is still on its way would be taken for the next answer.
    client.release(!isOver);
  }
}

/** Of one column: around each row stand the number of its fields and the length of the field, around all a head and an end. */
const spaceFor = ({ rows, bytes }: Expected) => bytes + rows * 6 + 32;

/** What pg's client asks of a query of one's own. */
class CopyOut implements pg.Submittable {
  /** pg replaces it by one that ends its own timeout first. */
  callback: (error: Error | null, data?: Buffer) => void;
  readonly #sql: string;
  #data: Buffer;
  #bytes = 0;

  constructor(sql: string, memory: Buffer, callback: CopyOut['callback']) {
    this.#sql = sql;
    this.#data = memory;
    this.callback = callback;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#sql);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const bytes = this.#bytes + chunk.length;
    if (bytes > this.#data.length) {
      const larger = Buffer.allocUnsafe(Math.max(bytes, this.#data.length * 2));
      this.#data.copy(larger, 0, 0, this.#bytes);
      this.#data = larger;
    }
    // The chunk is a view of what pg reads into again.
    chunk.copy(this.#data, this.#bytes);
    this.#bytes = bytes;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback(null, this.#data.subarray(0, this.#bytes));
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

function* rowsIn(data: Buffer): Generator<(Buffer | null)[]> {
  if (!data.subarray(0, signature.length).equals(signature))
    throw new Error('the answer to COPY does not begin as one');
  const flagsAt = signature.length;
  let at = flagsAt + 8 + data.readInt32BE(flagsAt + 4);
  for (;;) {
    const fields = data.readInt16BE(at);
    at += 2;
    if (fields < 0) return;
    const row: (Buffer | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const bytes = data.readInt32BE(at);
      at += 4;
      row.push(bytes < 0 ? null : data.subarray(at, at + bytes));
      at += Math.max(0, bytes);
    }
    yield row;
  }
}
