/** Values as the ledger's client would see them: exact numbers, text, dates as text, moments as Date, JSON parsed. */

/** An error that PostgreSQL itself would answer with. */
export class SqlError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;
  constructor(code: string, message: string, constraint?: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** What has a text of its own: neither an array nor parsed JSON. */
export type Scalar = string | number | bigint | boolean | Date | Uint8Array;

export function coerce(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (type.endsWith('[]')) {
    if (value === '{}') return [];
    return (value as unknown[]).map((element) => coerce(element, type.slice(0, -2)));
  }
  switch (type) {
    case 'jsonb':
      return typeof value === 'string' ? JSON.parse(value) : value;
    case 'bit':
      return Number.parseInt(String(value as Scalar).slice(1), 16);
    case 'bigint':
    case 'integer':
    case 'float8':
      return Number(value);
    case 'timestamptz':
      return value instanceof Date ? value : new Date(value as string);
    case 'boolean':
      return value === true || value === 'true' || value === 't';
    case 'bytea':
      return value;
    case 'uuid': {
      const uuid = String(value as Scalar);
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid))
        throw new SqlError('22P02', `invalid input syntax for type uuid: "${uuid}"`);
      return uuid.toLowerCase();
    }
    default:
      return String(value as Scalar);
  }
}

/** Negative, zero or positive; text in the C order, which is all that our ids and names need. */
export function compare(a: unknown, b: unknown): number {
  const left = comparable(a, b);
  const right = comparable(b, a);
  if (left === right) return 0;
  return (left as number) < (right as number) ? -1 : 1;
}

function comparable(value: unknown, other: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  // A parameter has no type of its own: it takes that of what it is compared with.
  if (other instanceof Date && typeof value === 'string') return new Date(value).getTime();
  if (typeof other === 'number' && typeof value === 'string') return Number(value);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value;
}

export function isEqual(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

/** One text for each value, for grouping and for telling rows apart. */
export function keyOf(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => (value === undefined ? null : value)));
}
