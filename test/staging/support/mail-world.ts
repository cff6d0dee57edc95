/** Everything that can happen to mails on their way into the ledger, and a count of its own of what was seen. */
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Disposition } from '../../../src/invoice/invoice.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import {
  findDelivery,
  replayDelivery,
  routeDelivery,
  settleDelivery,
} from '../../../src/staging/mail/deliveries.ts';
import { recordFailure } from '../../../src/staging/mail/fetch-failures.ts';
import { type Place, recordStored, supersedeOlderPlaces } from '../../../src/staging/mail/sightings.ts';
import { recordGone, recordVanished } from '../../../src/staging/mail/vanishings.ts';
import { addTestBook, addTestMailbox, anna, receive, unique } from './staged.ts';

/** Mailboxes 0 and 1 belong to books 0 and 1; mailbox 2 to none, there the recipient decides. */
export type Happening =
  | { what: 'see'; mailbox: number; uid: number; mail: number; claimedBy: 0 | 1 | null }
  | { what: 'fail'; mailbox: number; uid: number; quarantined: boolean }
  | { what: 'gone'; mailbox: number; uid: number }
  | { what: 'vanish'; mailbox: number }
  | { what: 'renumber'; mailbox: number }
  | { what: 'settle'; nth: number; as: Disposition }
  | { what: 'replay'; nth: number }
  | { what: 'route'; nth: number; to: 0 | 1 };

type HappeningAtMailbox = Extract<Happening, { mailbox: number }>;

const mailbox = fc.nat(2);
const uid = fc.integer({ min: 1, max: 5 });
const nth = fc.nat(9);
const one = <What extends string>(what: What) => fc.constant(what);

export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: one('see'),
      mailbox,
      uid,
      mail: fc.nat(4),
      claimedBy: fc.constantFrom(0 as const, 1 as const, null),
    }),
  },
  fc.record({ what: one('fail'), mailbox, uid, quarantined: fc.boolean() }),
  fc.record({ what: one('gone'), mailbox, uid }),
  fc.record({ what: one('vanish'), mailbox }),
  fc.record({ what: one('renumber'), mailbox }),
  fc.record({
    what: one('settle'),
    nth,
    as: fc.constantFrom<Disposition>('invoice', 'not_invoice', 'needs_review'),
  }),
  fc.record({ what: one('replay'), nth }),
  {
    weight: 2,
    arbitrary: fc.record({ what: one('route'), nth, to: fc.constantFrom(0 as const, 1 as const) }),
  },
);

export interface MailWorld {
  ledger: Ledger;
  books: [string, string];
  places: Place[];
  /** Makes the bytes of this world's mails its own. */
  name: string;
  /** Deliveries in the order in which they came to be. */
  deliveries: string[];
  /** What was fetched, and at which places something was seen that was not. */
  fetched: Set<string>;
  unfetched: Set<string>;
  /** Places of which the mail is in the ledger. */
  stored: Set<string>;
  /** What a mail without a book became. */
  routed: Map<string, Set<string>>;
  countSeen(): number;
}

/** A world in which nothing has happened yet; the mails of an earlier one are forgotten. */
export async function openMailWorld(ledger: Ledger): Promise<MailWorld> {
  await sql`truncate sighting, delivery cascade`.execute(ledger.db);
  const books: [string, string] = [await addTestBook(ledger), await addTestBook(ledger)];
  const places = [];
  for (const book of [...books, null]) places.push(await addTestMailbox(ledger, book));
  const world: MailWorld = {
    ledger,
    books,
    places,
    name: unique('world'),
    deliveries: [],
    fetched: new Set(),
    unfetched: new Set(),
    stored: new Set(),
    routed: new Map(),
    countSeen() {
      const became = [...world.fetched].flatMap((id) => [...(world.routed.get(id) ?? [id])]);
      return new Set(became).size + world.unfetched.size;
    },
  };
  return world;
}

export async function happen(world: MailWorld, happening: Happening): Promise<void> {
  const { ledger } = world;
  if ('mailbox' in happening) return await happenAt(world, happening);
  const id = world.deliveries[happening.nth];
  if (id === undefined) return;
  const delivery = await findDelivery(ledger.db, id);
  if (happening.what === 'settle') {
    const result = { disposition: happening.as, reasons: [] };
    await ledger.transaction((tx) => settleDelivery(tx, delivery, result, 'worker'));
  } else if (happening.what === 'replay') {
    if (delivery.book !== null) await ledger.transaction((tx) => replayDelivery(tx, id, anna));
  } else if (delivery.book === null) {
    const book = world.books[happening.to];
    const child = await ledger.transaction((tx) => routeDelivery(tx, id, book, anna));
    world.routed.set(id, new Set([...(world.routed.get(id) ?? []), child]));
    if (!world.deliveries.includes(child)) world.deliveries.push(child);
  }
}

async function happenAt(world: MailWorld, happening: HappeningAtMailbox): Promise<void> {
  const { ledger, places } = world;
  const { db } = ledger;
  const place = places[happening.mailbox] as Place;
  const at = (number: number) => `${place.mailbox}/${place.uidValidity}/${number}`;
  switch (happening.what) {
    case 'see': {
      const book =
        happening.mailbox < 2 ? world.books[happening.mailbox] : claimant(world, happening.claimedBy);
      const { id } = await receive(ledger, book ?? null, `${world.name}-${happening.mail}`);
      const facts = { delivery: id, announcedBytes: 1, internalDate: null, toAcknowledge: true };
      await recordStored(db, place, happening.uid, facts);
      if (!world.deliveries.includes(id)) world.deliveries.push(id);
      world.fetched.add(id);
      world.stored.add(at(happening.uid));
      world.unfetched.delete(at(happening.uid));
      return;
    }
    case 'fail': {
      const { quarantined } = happening;
      await recordFailure(db, place, happening.uid, { error: 'cut off', quarantined, retryAfterMs: 0 });
      if (!world.stored.has(at(happening.uid))) world.unfetched.add(at(happening.uid));
      return;
    }
    case 'gone':
      await recordGone(db, place, happening.uid);
      if (!world.stored.has(at(happening.uid))) world.unfetched.add(at(happening.uid));
      return;
    case 'vanish':
      await recordVanished(db, place, []);
      return;
    case 'renumber': {
      const next = { ...place, uidValidity: String(Number(place.uidValidity) + 1) };
      await supersedeOlderPlaces(db, next);
      places[happening.mailbox] = next;
      // What was never fetched is seen anew, under its new number.
      for (const known of world.unfetched) {
        if (known.startsWith(`${place.mailbox}/`)) world.unfetched.delete(known);
      }
    }
  }
}

function claimant({ books }: MailWorld, claimedBy: 0 | 1 | null): string | null {
  return claimedBy === null ? null : books[claimedBy];
}
