/** How the ledger's values come out of PostgreSQL: exact, or not at all. For our own pools only, never pg's global settings. */
import pg from 'pg';
import { StagingPostError } from '../../errors.ts';

/** https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const oid = { int8: 20, date: 1082 };

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: parseSafeInteger,
  // A date has no time and no zone: as it stands, 'YYYY-MM-DD'.
  [oid.date]: (text) => text,
};

/** int8 → number (only while exact), numeric → string (pg's own way), date → 'YYYY-MM-DD', timestamptz → Date (pg's own way). */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(typeOid: number, format?: 'text' | 'binary') {
    const parser = format === 'binary' ? undefined : parsers[typeOid];
    return parser ?? (pg.types.getTypeParser(typeOid, format as 'text') as (text: string) => unknown);
  },
};

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new StagingPostError(
    'number_too_large',
    `the ledger holds ${text}, more than a JavaScript number can bear exactly`,
    {
      hint: 'This is a fault of the program: please report it with the command that you ran.',
    },
  );
}
