/** From the address of a copy to its adapter: the one place that knows which kinds there are. */
import path from 'node:path';
import { StagingPostError } from '../../errors.ts';
import type { Copy } from './copy.ts';
import { openPostgresCopy } from './postgres.ts';
import { openSqliteCopy } from './sqlite.ts';

/**
 * @param url `sqlite:<path>` (relative paths from the working directory) or `postgres://user@host/database`
 * @throws StagingPostError `copy_kind_unknown`, `copy_url_invalid`
 */
export function openCopy(url: string): Copy {
  if (url.startsWith('sqlite:')) return openSqliteCopy(path.resolve(url.slice('sqlite:'.length)));
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (URL.canParse(url)) return openPostgresCopy(url);
    throw new StagingPostError('copy_url_invalid', 'the address of the copy cannot be read', {
      kind: 'usage',
      hint: 'Write it as postgres://user:password@host:5432/database; in a password, / ? # and @ are written %2F %3F %23 and %40.',
    });
  }
  throw new StagingPostError(
    'copy_kind_unknown',
    'the address of a copy begins with sqlite: or postgres://',
    {
      kind: 'usage',
      hint: 'For example sqlite:/data/books.db or postgres://user@host/database.',
    },
  );
}
