/** The part of the port's suite that is about invoices: how they come in, are found again, and are refused. */
import { describe, expect, test } from '@jest/globals';
import { nextHead } from '../../../src/invoice/identity.ts';
import type { ApplyOutcome, CandidateInvoice } from '../../../src/reconcile/apply.ts';
import type { Copy, Receipt } from '../../../src/reconcile/copies/copy.ts';
import { RefusedByCopyError } from '../../../src/reconcile/copies/errors.ts';
import type { DatabaseKind, OwnedDatabase } from '../support/database.ts';
import { candidate, fullCandidate, identityOf, invoiceOf } from '../support/invoices.ts';
import { promised } from '../support/promises.ts';

const book = 'acme';

/** What the suite has open: another one for each test. */
export interface OpenedCopy {
  readonly copy: Copy;
  readonly database: OwnedDatabase;
  /** Applies one batch at the head that stands there. */
  apply(...invoices: CandidateInvoice[]): Promise<Extract<ApplyOutcome, { kind: 'in' }>>;
  receiptsIn(): Promise<Receipt[]>;
}

export function describeInvoicesInCopy(kind: DatabaseKind, here: OpenedCopy): void {
  describe('invoices', () => {
    promised(kind, 'everyField')(
      'stand there with all that is known of them, to the last digit and byte',
      async () => {
        const full = fullCandidate(book);
        const { receipts } = await here.apply(full);
        const [standing, ...others] = await here.database.invoices();
        expect(others).toEqual([]);
        expect(standing).toMatchObject({
          key: receipts[0]?.key,
          book,
          number: 'Å-2026/17',
          supplier: 'Kakelboden i Åre "Öst" AB',
          issueDate: '2026-03-02',
          payable: '1249.75',
          lines: [
            {
              number: 1,
              description: 'Kakel, vit\n"15 × 15"',
              quantity: '12.5',
              unitPrice: '79.9996',
              net: '999.995',
            },
            { number: 2, description: null, quantity: null, unitPrice: null, net: null },
          ],
        });
        expect(standing?.documents).toEqual(
          full.files.map(({ fileName, sha256, content }) => ({ fileName, sha256, content })),
        );
      },
    );

    promised(kind, 'everyField')('with nothing known but their book come in', async () => {
      const blank = candidate(book, {
        number: null,
        payable: null,
        issueDate: null,
        supplier: null,
        organisationNumber: null,
        currency: null,
      });
      expect((await here.apply(blank)).receipts).toHaveLength(1);
      expect(await here.database.invoices()).toMatchObject([
        { number: null, payable: null, issueDate: null },
      ]);
    });

    test('get their keys in order of arrival, and their places are told by id', async () => {
      const many = Array.from({ length: 120 }, (_, index) => candidate(book, { number: `F-${index}` }));
      const placed = await here.copy.transaction((transaction) => transaction.insertInvoices(many));
      expect(placed.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
      const keys = placed.map(({ key }) => Number(key));
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
      const standing = new Map((await here.database.invoices()).map(({ key, number }) => [key, number]));
      expect(placed.map(({ key }) => standing.get(key))).toEqual(
        many.map((each) => each.invoice.invoiceNumber),
      );
    });

    test('none is as good as some', async () => {
      await here.copy.transaction(async (transaction) => {
        expect(await transaction.insertInvoices([])).toEqual([]);
        expect(await transaction.findExisting([])).toEqual(new Map());
        await transaction.insertReceipts(book, []);
      });
    });
  });

  describe('existing rows', () => {
    const find = async (wanted: Parameters<typeof candidate>[1]) =>
      await here.copy.transaction(async (transaction) => {
        const sought = candidate(book, wanted);
        return (await transaction.findExisting([sought])).get(sought.id) ?? [];
      });

    test('are found under their number however it is written, with what a judge needs', async () => {
      const key = await here.database.register(
        book,
        invoiceOf({ number: 'f 2026-17', issueDate: '2026-04-01' }),
      );
      for (const number of ['F-2026/17', 'F2026.17', ' f_2026 17 ', 'F—2026–17']) {
        // What a kind tells besides (who it says it is) is its own.
        expect(await find({ number })).toMatchObject([
          {
            table: kind.table ?? 'supplier_invoice',
            key,
            supplierKeys: ['org:5566778899', 'name:norrby kakel'],
            invoiceNumber: 'f 2026-17',
            issueDate: '2026-04-01',
            payable: '1250.00',
            currency: 'SEK',
            receiptOf: null,
          },
        ]);
      }
    });

    promised(kind, 'manyBooks')('of another number, type or book are not', async () => {
      await here.database.register(book, invoiceOf({ number: 'F-18' }));
      await here.database.register(book, invoiceOf({ number: 'F-17', documentType: 'creditNote' }));
      await here.database.register('other', invoiceOf({ number: 'F-17' }));
      expect(await find({ number: 'F-17' })).toEqual([]);
      expect(await find({ number: null })).toEqual([]);
    });

    test('name the invoice whose receipt points at them', async () => {
      const ours = candidate(book, { number: 'F-17' });
      await here.apply(ours);
      expect(await find({ number: 'F-17', supplier: 'Another AB' })).toMatchObject([{ receiptOf: ours.id }]);
    });

    test('may be many under one number', async () => {
      const keys = [
        await here.database.register(book, invoiceOf({ number: 'F-17' })),
        await here.database.register(book, invoiceOf({ number: 'F17', supplier: 'Bygdens Plåt AB' })),
      ];
      expect((await find({ number: 'F-17' })).map(({ key }) => key)).toEqual(keys);
    });

    promised(kind, 'defaultSchema')(
      'under letters that not every database can raise are found all the same',
      async () => {
        await here.database.register(book, invoiceOf({ number: 'å-17ö' }));
        expect(await find({ number: 'å17ö' })).toHaveLength(1);
        await here.database.register(book, invoiceOf({ number: 'Å-18' }));
        expect(await find({ number: 'Å 18' })).toHaveLength(1);
      },
    );
  });

  describe('an invoice that the owner refuses', () => {
    const refused = 'Okänd Leverantör AB';
    // What is refused at COMMIT only, or ends the whole transaction, is the batch's to sort out.
    const atOnce = kind.rules.filter((rule) => rule === 'constraint' || rule === 'trigger');

    test.each(atOnce)('by a %s stops no other', async (rule) => {
      await here.database.refuse(refused, rule);
      const invoices = [
        candidate(book, { number: 'F-1' }),
        candidate(book, { number: 'F-2', supplier: refused }),
        candidate(book, { number: 'F-3' }),
      ];
      const outcome = await here.apply(...invoices);
      expect(outcome.receipts.map(({ invoiceId }) => invoiceId)).toEqual([invoices[0]?.id, invoices[2]?.id]);
      expect(outcome.refused).toEqual([{ id: invoices[1]?.id, message: expect.stringMatching(/\w{4,}/) }]);
      expect((await here.database.invoices()).map(({ number }) => number)).toEqual(['F-1', 'F-3']);
      const head = nextHead(identityOf(book).head, 'batch-0', 3, [
        invoices[0]?.id ?? '',
        invoices[2]?.id ?? '',
      ]);
      expect(await here.copy.readIdentity(book)).toMatchObject({ head, receiptCount: 2 });
    });

    const later = kind.rules.filter((rule) => rule === 'deferred' || rule === 'rollback');
    if (later.length > 0) {
      test.each(later)(
        'by a %s rule refuses the batch, which is told so and leaves nothing',
        async (rule) => {
          await here.database.refuse(refused, rule);
          await expect(
            here.apply(
              candidate(book, { number: 'F-1' }),
              candidate(book, { number: 'F-2', supplier: refused }),
            ),
          ).rejects.toBeInstanceOf(RefusedByCopyError);
          expect(await here.database.invoices()).toEqual([]);
          expect(await here.receiptsIn()).toEqual([]);
          expect(await here.copy.readIdentity(book)).toEqual(identityOf(book));
        },
      );
    }
  });

  if (!kind.rules.includes('trigger')) return;
  describe('among tables of its owner’s', () => {
    const run = async (sql: string) => await (here.database.sql?.(sql) ?? []);

    test('the owner’s own tables and rows are left alone', async () => {
      await run('create table supplier_note (id integer primary key, note text)');
      await run("insert into supplier_note values (1, 'ours')");
      await here.apply(fullCandidate(book));
      await here.copy.install();
      expect(await run('select * from account')).toEqual([{ number: 2440, name: 'Leverantörsskulder' }]);
      expect(await run('select * from supplier_note')).toEqual([{ id: 1, note: 'ours' }]);
    });

    test('columns that the owner adds to our tables stay filled as he says', async () => {
      await run("alter table supplier_invoice add column cost_centre text default 'K1'");
      await here.apply(candidate(book));
      expect(await run('select cost_centre from supplier_invoice')).toEqual([{ cost_centre: 'K1' }]);
    });

    promised(kind, 'defaultSchema')(
      'a table of another’s under one of our names is refused with words, and stays as it is',
      async () => {
        const other = await kind.create();
        await other.sql?.('create table supplier_invoice (nr integer primary key, amount integer)');
        await other.sql?.('insert into supplier_invoice values (1, 2)');
        const theirs = other.open();
        await expect(theirs.install()).rejects.toMatchObject({ code: 'copy_schema', kind: 'attention' });
        expect(await theirs.readIdentity(book)).toBeNull();
        expect(await other.sql?.('select * from supplier_invoice')).toEqual([{ nr: 1, amount: 2 }]);
        await theirs.close();
        await other.destroy();
      },
    );

    promised(kind, 'defaultSchema').each([
      'staging_post_receipt',
      'supplier_invoice_line',
      'supplier_invoice_document',
    ])('without the table %s it is seen, and nothing is written half', async (table) => {
      await here.database.dropTable(table);
      expect((await here.copy.check()).problems).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'missing_table', message: expect.stringContaining(table) }),
        ]),
      );
      await expect(here.apply(fullCandidate(book))).rejects.toMatchObject({ code: 'missing_table' });
      expect(await here.copy.readIdentity(book)).toEqual(identityOf(book));
      expect(await here.database.invoices().catch(() => [])).toEqual([]);
    });

    test('amounts that a person typed in are understood, or known not to be', async () => {
      const key = await here.database.register(book, invoiceOf({ number: 'F-17' }));
      const asText = (await run('select payable from supplier_invoice'))[0]?.payable;
      // Some databases fill decimals up with zeros.
      expect(asText).toMatch(/^1250\.00+$/);
      for (const [typed, meant] of [
        ['1250', '1250'],
        ['1250.5', '1250.5'],
        ['-3', '-3'],
      ]) {
        await here.database.sql?.(`update supplier_invoice set payable = ${typed} where id = ${key}`);
        const sought = candidate(book, { number: 'F-17' });
        const found = await here.copy.transaction((transaction) => transaction.findExisting([sought]));
        expect(Number(found.get(sought.id)?.[0]?.payable)).toBe(Number(meant));
      }
    });
  });
}
