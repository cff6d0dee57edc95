/** The address of a copy in MariaDB or MySQL, and what it says of encryption. */
import { readFileSync } from 'node:fs';
import type { ConnectionOptions, SslOptions } from 'mysql2';
import { messageOf, StagingPostError } from '../../errors.ts';
import { isLoopback } from './loopback.ts';

/**
 * The words of MySQL's own clients. VERIFY_CA: the certificate is of an authority that we know; VERIFY_IDENTITY: and it is
 * for this host.
 */
const modes = ['DISABLED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY'] as const;
type Mode = (typeof modes)[number];

/**
 * @param url `mysql://user:password@host:3306/database` or `mariadb://…`; `?ssl-mode=…` (without it, only loopback goes
 *   unencrypted) and `&ssl-ca=<file>` as MySQL's own clients know them
 * @throws StagingPostError `copy_url_invalid`
 */
export function readMysqlAddress(url: string): ConnectionOptions {
  if (!URL.canParse(url)) throw invalid('the address of the copy cannot be read');
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '') || 'localhost';
  const database = decodeURIComponent(pathname.slice(1));
  if (database === '') throw invalid('the address of the copy names no database');
  const unknown = [...searchParams.keys()].filter((name) => !['ssl-mode', 'ssl-ca'].includes(name));
  if (unknown.length > 0)
    throw invalid(`the address of the copy has an unknown option: ${unknown.join(', ')}`);
  const mode = readMode(searchParams.get('ssl-mode')) ?? (isLoopback(host) ? 'DISABLED' : 'REQUIRED');
  return {
    host,
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database,
    ...(mode === 'DISABLED' ? {} : { ssl: sslOf(mode, searchParams.get('ssl-ca')) }),
  };
}

function readMode(text: string | null): Mode | null {
  if (text === null) return null;
  const mode = modes.find((each) => each === text.toUpperCase());
  if (!mode) throw invalid(`ssl-mode=${text} is none of ${modes.join(', ')}`);
  return mode;
}

function sslOf(mode: Mode, caFile: string | null): SslOptions {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: mode !== 'REQUIRED',
    verifyIdentity: mode === 'VERIFY_IDENTITY',
    ...(caFile === null ? {} : { ca: readAuthority(caFile) }),
  };
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw invalid(`ssl-ca=${file} cannot be read: ${messageOf(error)}`);
  }
}

function invalid(message: string): StagingPostError {
  return new StagingPostError('copy_url_invalid', message, {
    kind: 'usage',
    hint: 'Write it as mysql://user:password@host:3306/database?ssl-mode=VERIFY_IDENTITY; in a password, / ? # and @ are written %2F %3F %23 and %40.',
  });
}
