/** Refuses a ledger that says "committed" before it is: what is acknowledged to a mailbox must survive a power cut (I1). */
import type pg from 'pg';
import { StagingPostError } from '../../errors.ts';

interface Setting {
  name: string;
  setting: string;
  source: string;
  pending_restart: boolean;
  role: string;
  database: string;
}

const oldestServer = 14;
/** What each setting must not be. `local` does not wait for the standby that the owner has asked to wait for. */
const unsafe: Record<string, readonly string[]> = {
  fsync: ['off'],
  synchronous_commit: ['off', 'local'],
};

/**
 * Checks the settings as this user sees them on a fresh connection, so those of the server, the database and the role all count.
 * @throws StagingPostError `ledger_not_durable`, with the command that mends it; `ledger_read_only` on a standby; `ledger_too_old`.
 */
export async function assertDurable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Setting>(
    `select name, setting, source, pending_restart, current_user as role, current_database() as database
     from pg_settings where name in ('fsync', 'synchronous_commit', 'transaction_read_only', 'server_version_num')`,
  );
  const found = Object.fromEntries(rows.map((row) => [row.name, row]));
  const version = Math.floor(Number(found.server_version_num?.setting) / 10_000);
  if (version < oldestServer) {
    throw new StagingPostError('ledger_too_old', `the ledger's PostgreSQL is version ${version}`, {
      hint: `Use PostgreSQL ${oldestServer} or newer.`,
    });
  }
  if (found.transaction_read_only?.setting === 'on') {
    throw new StagingPostError('ledger_read_only', "the ledger's database only allows reading", {
      hint: 'Point LEDGER_URL at the primary server, not at a standby, and see that default_transaction_read_only is off.',
    });
  }
  const faults = rows.filter((row) => unsafe[row.name]?.includes(row.setting));
  if (faults.length === 0) return;
  throw new StagingPostError(
    'ledger_not_durable',
    `the ledger would lose what it has confirmed when the power goes: ${faults.map(describe).join('; ')}`,
    {
      hint: faults.map(remedy).join('\n'),
      details: { settings: faults.map(({ name, setting }) => ({ name, setting })) },
    },
  );
}

const levels: Record<string, (at: Setting) => string> = {
  database: (at) => `the database ${at.database}`,
  user: (at) => `the role ${at.role}`,
  'database user': (at) => `the role ${at.role} in the database ${at.database}`,
  client: () => "the connection's own options",
  'command line': () => "the server's command line",
};

function describe(at: Setting): string {
  return `${at.name} is ${at.setting} (set for ${levels[at.source]?.(at) ?? 'the server'})`;
}

function remedy(at: Setting): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  switch (at.source) {
    case 'database':
      return `Run: ALTER DATABASE ${quoted(at.database)} RESET ${at.name};`;
    case 'user':
      return `Run: ALTER ROLE ${quoted(at.role)} RESET ${at.name};`;
    case 'database user':
      return `Run: ALTER ROLE ${quoted(at.role)} IN DATABASE ${quoted(at.database)} RESET ${at.name};`;
    case 'client':
      return `Take ${at.name} out of LEDGER_URL and PGOPTIONS.`;
    case 'command line':
      return `Take ${at.name} out of the server's command line and start it again.`;
    default:
      return `Run: ALTER SYSTEM SET ${at.name} = 'on'; SELECT pg_reload_conf();`;
  }
}
