/** The full audit of a long history: summed up first, read only where the sums differ, and never held whole. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Comparison, compareReceipts } from '../../src/reconcile/audit.ts';
import type { Copy, Receipt } from '../../src/reconcile/copies/copy.ts';
import {
  digestOf,
  type IdRange,
  isWithin,
  type ReceiptDigest,
  rangesThatDiffer,
  wholeRange,
} from '../../src/reconcile/copies/receipt-digest.ts';
import { addTestBook, receive } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';

const applied = 5_000;
const perPage = 1_000;
const idOf = (n: number) =>
  `i${((n * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}${String(n).padStart(6, '0')}`;

let testLedger: TestLedger;
let book: string;
/** The most rows that any answer of the ledger had. */
let rowsMax = 0;
beforeAll(async () => {
  testLedger = await createTestLedger();
  const { pool } = testLedger.ledger;
  book = await addTestBook(testLedger.ledger);
  const { id: delivery } = await receive(testLedger.ledger, book);
  await pool.query(
    `insert into invoice (id, book, delivery, state, document_type, data, outcome, placed_table, placed_key)
     select id, $1, $2, 'applied', 'invoice', '{}', 'applied', 'supplier_invoice', '1' from unnest($3::text[]) id`,
    [book, delivery, Array.from({ length: applied }, (_each, n) => idOf(n))],
  );
  pool.on('acquire', (client) => {
    const counted = client as unknown as { query: (...asked: unknown[]) => unknown; isCounted?: true };
    if (counted.isCounted) return;
    counted.isCounted = true;
    const query = counted.query.bind(client);
    counted.query = (...asked) => {
      const answer = query(...asked);
      if (answer instanceof Promise) {
        void answer.then((result: { rows?: unknown[] }) => {
          rowsMax = Math.max(rowsMax, result.rows?.length ?? 0);
        });
      }
      return answer;
    };
  });
});
afterAll(async () => await testLedger?.drop());

const receiptOf = (invoiceId: string): Receipt => ({
  invoiceId,
  batchId: 'b',
  outcome: 'applied',
  table: 'supplier_invoice',
  key: '1',
  epoch: 1,
  appliedAt: '2026-03-05T08:00:00.000Z',
});

/** A copy with the receipts of these invoices, which tells what of it was read, and how many of its receipts are still held. */
function copyWith(ids: Iterable<string>, { sumsUp }: { sumsUp: boolean }) {
  const sorted = [...ids].sort();
  const read = { receipts: 0, ranges: [] as IdRange[], heldMax: 0 };
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const handedOut: WeakRef<Receipt>[] = [];
  const copy: Pick<Copy, 'receipts' | 'digestReceipts'> = {
    async *receipts(_book, range = wholeRange) {
      read.ranges.push(range);
      for (const id of sorted) {
        if (!isWithin(id, range)) continue;
        const receipt = receiptOf(id);
        handedOut.push(new WeakRef(receipt));
        read.receipts += 1;
        yield receipt;
        if (read.receipts % perPage !== 0) continue;
        // A weak reference holds until the turn of the event loop ends.
        await new Promise((resolve) => setImmediate(resolve));
        collectGarbage();
        read.heldMax = Math.max(read.heldMax, handedOut.filter((each) => each.deref()).length);
      }
    },
    ...(sumsUp ? { digestReceipts: async () => await digestOf(each(sorted)) } : {}),
  };
  return { copy: copy as Copy, read };
}

async function* each(ids: Iterable<string>): AsyncGenerator<string> {
  yield* ids;
}

const audited = async (copy: Copy): Promise<Comparison> => {
  rowsMax = 0;
  return await compareReceipts(testLedger.ledger.db, copy, book);
};

const all = Array.from({ length: applied }, (_each, n) => idOf(n));

describe('an audit', () => {
  test('of a copy in order that can sum up reads no receipt', async () => {
    const { copy, read } = copyWith(all, { sumsUp: true });
    expect(await audited(copy)).toEqual({ receipts: applied, missing: [], unacknowledged: [], unknown: [] });
    expect(read).toMatchObject({ receipts: 0, ranges: [] });
  });

  test('reads only where something differs, and tells what', async () => {
    const gone = [all[77], all[4_321]] as string[];
    const there = [...all.filter((id) => !gone.includes(id)), 'i-unknown'];
    const { copy, read } = copyWith(there, { sumsUp: true });
    const comparison = await audited(copy);
    expect(comparison).toMatchObject({ receipts: applied - 1, missing: gone, unacknowledged: [] });
    expect(comparison.unknown.map(({ invoiceId }) => invoiceId)).toEqual(['i-unknown']);
    expect(read.ranges).toHaveLength(3);
    expect(read.receipts).toBeLessThan(applied / 50);
  });

  test('of a copy that lost everything, or of a ledger that did, tells all of it', async () => {
    expect((await audited(copyWith([], { sumsUp: true }).copy)).missing).toEqual(all);
    const strangers = all.map((id) => `x${id}`);
    const { missing, unknown } = await audited(copyWith(strangers, { sumsUp: true }).copy);
    expect([missing.length, unknown.length]).toEqual([applied, applied]);
  });

  test('holds no more of a long history than of a short one', async () => {
    const heldOf = async (sumsUp: boolean) => {
      // Every range differs somewhere, so that all is read; nothing but the differences may be kept.
      const strangers = Array.from({ length: 256 }, (_each, n) => `i${n.toString(16).padStart(2, '0')}~`);
      const { copy, read } = copyWith([...all, ...strangers], { sumsUp });
      expect((await audited(copy)).unknown).toHaveLength(256);
      expect(read.receipts).toBeGreaterThanOrEqual(applied);
      return read.heldMax;
    };
    for (const sumsUp of [true, false]) {
      expect(await heldOf(sumsUp)).toBeLessThan(perPage);
      expect(rowsMax).toBeGreaterThan(0);
      expect(rowsMax).toBeLessThanOrEqual(perPage);
    }
  });
});

describe('two sums', () => {
  const digest = (prefix: string, sums: Partial<ReceiptDigest> = {}): ReceiptDigest => ({
    prefix,
    count: 1,
    high: '1',
    low: '1',
    ...sums,
  });

  test('differ by their count, by what was counted, and where only one side has any', () => {
    const left = [digest('i00'), digest('i01'), digest('i02'), digest('i05'), digest('i09')];
    const right = [
      digest('i09', { low: '2' }),
      digest('i05', { count: 2 }),
      digest('i01', { high: '2' }),
      digest('i02', { high: '7' }),
      digest('i00'),
    ];
    expect(rangesThatDiffer(left, right)).toEqual([
      { from: 'i01', until: 'i03' },
      { from: 'i05', until: 'i06' },
      { from: 'i09', until: 'i0:' },
    ]);
    expect(rangesThatDiffer([digest('ié')], [])).toEqual([{ from: 'ié', until: null }]);
    expect(rangesThatDiffer([digest('')], [digest('ab')])).toEqual([{ from: '', until: null }]);
    expect(rangesThatDiffer([digest('a')], [digest('ab'), digest('b')])).toEqual([{ from: 'a', until: 'c' }]);
  });
});
