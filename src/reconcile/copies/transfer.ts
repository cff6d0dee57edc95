/** Copying a whole database over another one, by the means of its kind, all or nothing. */
import path from 'node:path';
import { StagingPostError } from '../../errors.ts';
import type { Row } from '../../staging/postgres/schema.ts';
import type { Copy } from './copy.ts';
import { transferMysql } from './transfer-mysql.ts';
import { transferPostgres } from './transfer-postgres.ts';
import { transferSqlite } from './transfer-sqlite.ts';

/** A copy and the address that it is opened with. */
export interface CopyPlace {
  registered: Pick<Row<'copy'>, 'book' | 'name' | 'mapping'>;
  url: string;
}

export interface TransferOptions {
  open: (registered: CopyPlace['registered'], url: string) => Copy;
  /** Makes the data ready for their new place: before they stand there if the kind can do that, right after otherwise. */
  makeReady: (copy: Copy) => Promise<void>;
}

/** Replaces what stands at `to` by what stands at `from`. When it rejects, `to` is as it was (or the error is `half_copied`). */
export type Transfer = (from: CopyPlace, to: CopyPlace, options: TransferOptions) => Promise<void>;

/** @throws StagingPostError `cannot_copy` where it takes the owner's own tools, and what the databases answer */
export const transferData: Transfer = async (from, to, options) => {
  const kinds = [kindOf(from.url), kindOf(to.url)];
  if (kinds.every((kind) => kind === 'sqlite')) {
    const file = (place: CopyPlace) => path.resolve(place.url.slice('sqlite:'.length));
    return await transferSqlite(file(from), file(to), options.makeReady);
  }
  const [kind] = kinds;
  if (kind && kind in transfers && kinds.every((each) => each === kind)) {
    await transfers[kind as keyof typeof transfers](from.url, to.url);
    const copy = options.open(to.registered, to.url);
    try {
      return await options.makeReady(copy);
    } finally {
      await copy.close();
    }
  }
  throw new StagingPostError(
    'cannot_copy',
    kinds[0] === kinds[1]
      ? `"${from.registered.name}" and "${to.registered.name}" are databases that only their owner's tools can copy`
      : `"${from.registered.name}" and "${to.registered.name}" are databases of different kinds: one cannot be copied over the other`,
    {
      kind: 'refused',
      hint: `Move the data with your accounting program, between: staging-post authority checkout ${from.registered.book} --to away; and: staging-post authority checkin ${from.registered.book} --to ${to.registered.name} --copied`,
    },
  );
};

/** By the owner's own programs. */
const transfers = { postgres: transferPostgres, mysql: transferMysql };

function kindOf(url: string): 'sqlite' | 'postgres' | 'mysql' | 'other' {
  if (url.startsWith('sqlite:')) return 'sqlite';
  if (/^(mysql|mariadb):\/\//.test(url)) return 'mysql';
  return /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'other';
}
