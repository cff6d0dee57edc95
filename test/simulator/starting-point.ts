/** Where every world begins: one book with its mailbox and its copies, made once by the program itself. */
import { setAuthority } from '../../src/reconcile/handover.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { addMailbox } from '../../src/staging/mail/mailboxes.ts';
import { allowedMoves, invoiceStates } from '../../src/staging/states.ts';
import { cloneContent } from './place.ts';
import type { Database } from './postgres/database.ts';
import { book, type Habits, placeNames, type Start, World } from './world.ts';

let startingPoint: Start | null = null;

export async function openWorld(seed: number, habits: Habits): Promise<World> {
  startingPoint ??= await prepare();
  return new World(seed, habits, startingPoint);
}

const habitsOfThePreparation: Habits = {
  pace: 0,
  hasMailbox: true,
  afterStored: 'keep',
  transactionalBells: true,
  bellsDropped: 0,
  bellsDoubled: 0,
  batchSize: 3,
  reinstallAfterMs: 0,
  hasSourceIds: true,
  readyBefore: true,
};

async function prepare(): Promise<Start> {
  const world = new World(0, habitsOfThePreparation, null);
  publishStates(world.database);
  const process = world.command('setup', async (ledger, open) => {
    await ledger.transaction(async (tx) => {
      await addBook(tx.db, { slug: book, name: 'Simulerad Bok AB' }, 'cli:anna');
      const url = 'imaps://anna@mail.simulated/INBOX';
      await addMailbox(ledger, tx.db, { name: 'mailbox', book, url, password: { env: 'NONE' } }, 'cli:anna');
    });
    for (const name of placeNames)
      await registerCopy(ledger, { book, name, url: `memory://${name}` }, 'cli:anna', open);
    await setAuthority(ledger, { book, to: 'cloud', actor: 'cli:anna', force: false }, open);
  });
  let failure: unknown = null;
  world.scheduler.onFailure = (_process, error) => {
    failure = error;
  };
  while (process.tasks > 0 && (await world.scheduler.advance()));
  if (failure) throw failure;
  world.bells = [];
  return {
    ledger: world.database.backUp(),
    contents: new Map(world.places.map(({ name, content }) => [name, cloneContent(content)])),
  };
}

/** As `publishStates` does after the migrations. */
function publishStates(database: Database): void {
  const fill = (name: string, rows: Record<string, unknown>[]) => {
    const table = database.table(name);
    for (const values of rows) {
      table.rows.set(table.nextId, { id: table.nextId, values });
      table.nextId += 1;
    }
  };
  fill(
    'invoice_state',
    invoiceStates.map((state) => ({ state })),
  );
  fill(
    'invoice_transition',
    allowedMoves().map(([from_state, to_state]) => ({ from_state, to_state })),
  );
}
