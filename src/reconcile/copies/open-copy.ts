/** From the address of a copy to its adapter: the one place that knows which kinds there are. */
import path from 'node:path';
import { StagingPostError } from '../../errors.ts';
import type { Ledger } from '../../staging/ledger.ts';
import { openFortnox } from './api/fortnox.ts';
import type { Copy } from './copy.ts';
import { type Mapping, parseMapping } from './mapping.ts';
import { needsLedger, openMarkedCopy } from './marked-copy.ts';
import { ownersDatabase } from './marked-sql.ts';
import { openMysqlCopy } from './mysql.ts';
import { openPostgresCopy } from './postgres.ts';
import { openSqliteCopy } from './sqlite.ts';

/** Where a copy that holds nothing of ours has its outbox. */
export interface CopyPlaceInLedger {
  ledger: Ledger;
  book: string;
  name: string;
}

/**
 * @param url `sqlite:<path>` (relative paths from the working directory), `postgres://user@host/database`, or
 *   `mysql://user@host/database` (also `mariadb://`), `https://<client id>:<secret>@api.fortnox.se/3?tenant=<number>`
 * @param mappingText the owner's own SQL; without it invoices stand in the default schema
 * @param place without it, kinds that keep their outbox in the ledger cannot be opened
 * @throws StagingPostError `copy_kind_unknown`, `copy_url_invalid`, `mapping_invalid`
 */
export function openCopy(
  url: string,
  mappingText: string | null = null,
  place: CopyPlaceInLedger | null = null,
): Copy {
  const mapping = mappingText === null ? null : parseMapping(mappingText);
  if (/^https?:\/\//.test(url)) {
    const fortnox = openFortnox(url);
    if (!place) throw needsLedger(fortnox.kind);
    if (mapping) throw noMapping();
    return openMarkedCopy(fortnox, place.ledger, place);
  }
  if (mapping?.marks) {
    if (!place) throw needsLedger('marked');
    return openMarkedCopy(ownersDatabase(openDatabase(url, mapping), mapping), place.ledger, place);
  }
  return openDatabase(url, mapping);
}

function openDatabase(url: string, mapping: Mapping | null): Copy {
  if (url.startsWith('sqlite:')) return openSqliteCopy(path.resolve(url.slice('sqlite:'.length)), mapping);
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (URL.canParse(url)) return openPostgresCopy(url, mapping);
    throw new StagingPostError('copy_url_invalid', 'the address of the copy cannot be read', {
      kind: 'usage',
      hint: 'Write it as postgres://user:password@host:5432/database; in a password, / ? # and @ are written %2F %3F %23 and %40.',
    });
  }
  if (/^(mysql|mariadb):\/\//.test(url)) return openMysqlCopy(url, mapping);
  throw new StagingPostError(
    'copy_kind_unknown',
    'the address of a copy begins with sqlite:, postgres://, mysql://, mariadb:// or https://',
    {
      kind: 'usage',
      hint: 'For example sqlite:/data/books.db, postgres://user@host/database, or https://<client id>@api.fortnox.se/3?tenant=<number>.',
    },
  );
}

function noMapping(): StagingPostError {
  return new StagingPostError('copy_mapping_unused', 'a mapping is SQL, and an accounting API takes none', {
    kind: 'usage',
    hint: 'Leave --mapping out.',
  });
}
