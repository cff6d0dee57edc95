/** Every row of "Seeing an overwrite and healing it" in docs/protocol.md, on a real copy and a real ledger. */
import { describe, expect, test } from '@jest/globals';
import { readAuthority } from '../../src/staging/books/authority.ts';
import type { Row } from '../../src/staging/postgres/schema.ts';
import { invoiceRow } from '../staging/support/staged.ts';
import type { Bookkeeping } from './support/bookkeeping.ts';
import type { DatabaseKind, RunByHand } from './support/database.ts';
import { promised } from './support/promises.ts';

export interface BookAtHand {
  readonly books: Bookkeeping;
  /** In the copy, as its owner would. */
  sql: RunByHand;
  /** Receives so many invoices and applies them. */
  apply(count: number): Promise<Row<'invoice'>[]>;
  troubleOf(): Promise<string | null>;
  authorise(): Promise<{ epoch: number; fenced: boolean }>;
}

const inOrder = (written: number, overwritesSeen: number) => ({ kind: 'in_order', written, overwritesSeen });

export function describeOverwrites(kind: DatabaseKind, here: BookAtHand): void {
  describe('finds at a look', () => {
    test('the tip: nothing happened, and what is ready is applied', async () => {
      await here.apply(3);
      await here.apply(2);
      expect(await here.books.reconcile()).toEqual(inOrder(0, 0));
      await here.books.expectInOrder();
      expect(await here.books.heals()).toEqual([]);
    });

    test('an older head: exactly what lies after it is applied again', async () => {
      await here.apply(2);
      const copyBack = await here.books.database.takeHome();
      const lost = [...(await here.apply(1)), ...(await here.apply(2))];
      const expectedHead = (await readAuthority(here.books.ledger.db, here.books.book)).head;
      await copyBack();
      expect(await here.books.reconcile()).toEqual(inOrder(3, 1));
      await here.books.expectInOrder();
      expect(await here.books.heals()).toMatchObject([
        {
          // Where no head of ours is in it, the receipts tell.
          found_by: kind.lacks?.includes('head') ? 'full_audit' : 'older_head',
          lost: 3,
          expected_head: expectedHead,
          healed_at: expect.any(Date),
        },
      ]);
      const [overwritten] = await here.books.eventsOf('book:overwritten');
      expect([...((overwritten?.data.lost ?? []) as string[])].sort()).toEqual(
        lost.map(({ id }) => id).sort(),
      );
      expect(await here.books.eventsOf('book:healed')).toHaveLength(1);
      expect(await here.books.reconcile()).toEqual(inOrder(0, 0));
    });

    test('an older head, again and again, with mail arriving all the time', async () => {
      const copyBack = await here.books.database.takeHome();
      for (let round = 1; round <= 3; round += 1) {
        await here.books.receive(2);
        expect(await here.books.reconcile()).toMatchObject({ kind: 'in_order' });
        await here.books.receive(1);
        await copyBack();
        expect(await here.books.reconcile()).toEqual(inOrder(3 * round, 1));
        await here.books.expectInOrder();
      }
      expect((await here.books.heals()).map(({ lost }) => lost)).toEqual([2, 5, 8]);
    });

    promised(kind, 'head')(
      'a head on another branch: only what the left one had alone is applied again',
      async () => {
        await here.apply(1);
        const root = await here.books.database.takeHome();
        await here.apply(2);
        const branch = await here.books.database.takeHome();
        await root();
        expect(await here.books.reconcile()).toEqual(inOrder(2, 1));
        const [alone] = await here.apply(1);
        await branch();
        expect(await here.books.reconcile()).toEqual(inOrder(1, 1));
        expect(await here.books.heals()).toMatchObject([
          { found_by: 'older_head', lost: 2 },
          { found_by: 'other_branch', lost: 1 },
        ]);
        expect((await here.books.eventsOf('book:overwritten'))[1]?.data.lost).toEqual([alone?.id]);
        await here.books.expectInOrder();
      },
    );

    promised(kind, 'ownTables')(
      'an unknown head: the receipts themselves are compared, and its history is taken on',
      async () => {
        const [first, second] = await here.apply(3);
        await here.sql(`update staging_post_copy set head = 'of another life', receipt_count = 2`);
        await here.sql(`delete from staging_post_receipt where invoice_id = '${first?.id}'`);
        await here.sql(`delete from supplier_invoice where invoice_number = '${first?.invoice_number}'`);
        expect(await here.books.reconcile()).toEqual(inOrder(1, 1));
        expect(await here.books.heals()).toMatchObject([
          { found_by: 'full_audit', lost: 1, found_head: 'of another life' },
        ]);
        await here.books.expectInOrder();
        expect((await invoiceRow(here.books.ledger, second?.id ?? '')).state).toBe('applied');
      },
    );

    promised(kind, 'ownTables')(
      'no row: it waits for one more look, then takes the copy up again and doubles nothing',
      async () => {
        await here.apply(2);
        await here.sql('delete from staging_post_copy');
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'no_identity' });
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'no_identity' });
        expect((await here.books.look()).identity).toBeNull();
        expect(await here.books.reconcile({ reinstallAfterMs: 0 })).toEqual(inOrder(0, 1));
        expect(await here.books.heals()).toMatchObject([{ found_by: 'full_audit', lost: 0 }]);
        await here.books.expectInOrder();
        expect(await here.troubleOf()).toBeNull();
      },
    );

    promised(kind, 'ownTables')(
      'no row at first, and a moment later the restored one: nothing is done to it',
      async () => {
        await here.apply(2);
        const copyBack = await here.books.database.takeHome();
        await here.sql('delete from staging_post_copy');
        expect(await here.books.reconcile()).toMatchObject({ code: 'no_identity' });
        await copyBack();
        expect(await here.books.reconcile({ reinstallAfterMs: 0 })).toEqual(inOrder(0, 0));
        expect(await here.books.heals()).toEqual([]);
        await here.books.expectInOrder();
      },
    );

    promised(kind, 'ownTables')(
      'our two tables gone: invoices that still stand are linked, not doubled',
      async () => {
        await here.apply(2);
        await here.sql('drop table staging_post_copy');
        await here.sql('drop table staging_post_receipt');
        expect(await here.books.reconcile()).toMatchObject({ code: 'no_identity' });
        expect(await here.books.reconcile({ reinstallAfterMs: 0 })).toEqual(inOrder(2, 1));
        await here.books.expectInOrder();
        expect((await here.books.look()).receipts.map(({ outcome }) => outcome)).toEqual([
          'linked',
          'linked',
        ]);
      },
    );

    promised(kind, 'ownTables')('the whole schema gone: everything is applied again', async () => {
      await here.apply(3);
      for (const table of [
        ...['supplier_invoice_line', 'supplier_invoice_document', 'supplier_invoice'],
        ...['staging_post_copy', 'staging_post_receipt'],
      ]) {
        await here.sql(`drop table ${table}`);
      }
      expect(await here.books.reconcile()).toMatchObject({ code: 'no_identity' });
      expect(await here.books.reconcile({ reinstallAfterMs: 0 })).toEqual(inOrder(3, 1));
      // An empty database stands where every chain begins.
      expect(await here.books.heals()).toMatchObject([{ found_by: 'older_head', lost: 3 }]);
      await here.books.expectInOrder();
    });

    promised(kind, 'ownTables').each(['supplier_invoice_line', 'staging_post_receipt'])(
      'only the table %s gone: it waits as for a restore, then creates it anew',
      async (table) => {
        await here.apply(1);
        await here.sql(`drop table ${table}`);
        await here.books.receive(1);
        // Without lines nothing misses the table of lines; the receipts are missed at once.
        if (table === 'supplier_invoice_line') await here.sql('drop table supplier_invoice_document');
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'missing_table' });
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'missing_table' });
        expect(await here.books.reconcile({ reinstallAfterMs: 0 })).toEqual(inOrder(1, 0));
        expect(await here.troubleOf()).toBeNull();
        expect(await here.books.states()).toEqual({ applied: 2 });
      },
    );

    test('a lower epoch: an old state was put back over a newer handover', async () => {
      await here.apply(1);
      const copyBack = await here.books.database.takeHome();
      await here.apply(2);
      const { epoch } = await here.authorise();
      await here.apply(1);
      await copyBack();
      expect(await here.books.reconcile()).toEqual(inOrder(3, 1));
      await here.books.expectInOrder();
      expect((await here.books.look()).identity?.epoch).toBe(epoch);
    });

    promised(kind, 'ownTables')('a higher epoch: nothing is written until a person has looked', async () => {
      await here.apply(1);
      await here.sql('update staging_post_copy set epoch = 9');
      await here.books.receive(1);
      const before = await here.books.look();
      expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'ledger_behind' });
      expect(await here.books.look()).toEqual(before);
      expect(await here.troubleOf()).toBe('ledger_behind');
      expect(await here.authorise()).toEqual({ epoch: 10, fenced: false });
      expect(await here.books.reconcile()).toEqual(inOrder(1, 0));
      await here.books.expectInOrder();
    });

    promised(kind, 'ownTables')(
      'another copy’s identity: nothing is written until a person has looked',
      async () => {
        await here.apply(1);
        await here.sql(`update staging_post_copy set copy_id = 'that of the laptop'`);
        await here.books.receive(1);
        const before = await here.books.look();
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'other_copy' });
        expect(await here.books.look()).toEqual(before);
        await here.authorise();
        expect(await here.books.reconcile()).toEqual(inOrder(1, 0));
        await here.books.expectInOrder();
      },
    );

    promised(kind, 'ownTables')(
      'a fence at the current epoch: nothing is written until a person has looked',
      async () => {
        await here.apply(1);
        // A boolean here, a number there: both take 'true' or 1 from an expression.
        await here.sql('update staging_post_copy set fenced = not fenced');
        await here.books.receive(1);
        const before = await here.books.look();
        expect(await here.books.reconcile()).toMatchObject({ kind: 'waiting', code: 'fenced' });
        expect(await here.books.look()).toEqual(before);
        await here.authorise();
        expect(await here.books.reconcile()).toEqual(inOrder(1, 0));
        await here.books.expectInOrder();
      },
    );
  });
}
