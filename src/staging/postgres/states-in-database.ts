/**
 * Gives the database the state machine of states.ts, so that no other program can move an invoice against it. To be run in a
 * transaction: two tables say the rules, and what refuses by them is made anew of them.
 */
import { type Kysely, sql } from 'kysely';
import { allowedMoves, invoiceStates } from '../states.ts';
import type { DB } from './schema.ts';

export async function publishStates(db: Kysely<DB>): Promise<void> {
  await db
    .insertInto('invoice_state')
    .values(invoiceStates.map((state) => ({ state })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const moves = allowedMoves().map(([from_state, to_state]) => ({ from_state, to_state }));
  await db
    .insertInto('invoice_transition')
    .values(moves)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = await db.selectFrom('invoice_transition').selectAll().execute();
  for (const { from_state, to_state } of known) {
    if (moves.some((move) => move.from_state === from_state && move.to_state === to_state)) continue;
    await db
      .deleteFrom('invoice_transition')
      .where('from_state', '=', from_state)
      .where('to_state', '=', to_state)
      .execute();
  }
  await sql`select hold_states()`.execute(db);
}
