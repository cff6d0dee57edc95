/** The worked examples of a Swedish purchase ledger, against tables like those of the programs that they are written for. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { invoiceToTry, tryInvoice } from '../../../src/reconcile/trial.ts';
import { createTestLedger } from '../../support/ledger.ts';
import type { OwnedDatabase } from '../support/database.ts';
import { fullCandidate } from '../support/invoices.ts';
import { createLeverantorsreskontra, type LedgerTypes, mappingText } from './ledgers.ts';
import { bill, book, type Mapped, openMapped } from './mapped.ts';

export interface LedgerKind {
  title: string;
  create: () => Promise<OwnedDatabase>;
  types: LedgerTypes;
  /** The file in docs/mappings/. */
  mapping: string;
}

export function describeLeverantorsreskontra({ title, create, types, mapping }: LedgerKind): void {
  describe(`a leverantörsreskontra in ${title}`, () => {
    let it: Mapped;
    beforeEach(async () => {
      const database = await create();
      if (database.sql) await createLeverantorsreskontra(database.sql, types);
      it = await openMapped(database, mappingText(mapping));
    });
    afterEach(async () => await it.destroy());

    const vouchers = async () =>
      await it.run(
        `select v.serie || v.nr as voucher, cast(sum(r.debet) as varchar(20)) as debit, cast(sum(r.kredit) as varchar(20)) as credit
       from verifikation v join verifikationsrad r on r.serie = v.serie and r.nr = v.nr group by v.serie, v.nr order by v.nr`,
      );

    test('gets each invoice with its supplier, its lines, its files and a balanced voucher of the next number', async () => {
      const full = fullCandidate(book);
      full.invoice.totals = {
        net: '1000.00',
        vat: '249.75',
        gross: '1249.75',
        rounding: '0.00',
        payable: '1249.75',
      };
      const { receipts, refused } = await it.apply(full, bill('F-2'));
      expect(refused).toEqual([]);
      expect(receipts.map(({ table, key, outcome }) => [table, key, outcome])).toEqual([
        ['levfaktura', '1', 'applied'],
        ['levfaktura', '2', 'applied'],
      ]);
      const balanced = (await vouchers()).map(({ voucher, debit, credit }) => [
        voucher,
        Number(debit),
        Number(credit),
      ]);
      expect(balanced).toEqual([
        ['L101', 1249.75, 1249.75],
        ['L102', 125, 125],
      ]);
      const [counts] = await it.run(
        `select (select count(*) from leverantor) as leverantorer, (select count(*) from levfaktura_rad) as rader,
         (select count(*) from levfaktura_fil) as filer`,
      );
      expect(Object.values({ ...counts }).map(Number)).toEqual([1, 2, 2]);
    });

    test('has a credit note taken off the debt', async () => {
      await it.apply(bill('K-1', { documentType: 'creditNote' }));
      const [row] = await it.run('select typ, cast(belopp as varchar(20)) as belopp from levfaktura');
      expect([row?.typ, Number(row?.belopp)]).toEqual(['K', -125]);
    });

    test('keeps what a person registered: linked where it agrees, a conflict where it does not', async () => {
      await it.run(
        "insert into leverantor (namn, orgnr, kostnadskonto) values ('Norrby Kakel AB', '5566778899', '4000')",
      );
      const byHand = (number: string, amount: string, voucher: string) =>
        it.run(
          `insert into levfaktura (leverantor, fakturanr, typ, fakturadatum, belopp, valuta, status, ver_serie, ver_nr)
         values (1, '${number}', 'F', '2026-03-02', ${amount}, 'SEK', 'attesterad', 'A', ${voucher})`,
        );
      await byHand('F 7', '125', '1');
      await byHand('F-8', '999', '2');
      const { receipts, disputed } = await it.apply(bill('F-7'), bill('F-8'));
      expect(receipts.map(({ outcome, key }) => [outcome, key])).toEqual([['linked', '1']]);
      expect(disputed).toHaveLength(1);
      expect(await it.run('select status from levfaktura')).toHaveLength(2);
      expect(await vouchers()).toEqual([]);
    });

    test('loses nothing to an invoice that it refuses: not even a number of the series', async () => {
      const refused = bill('F-2', { currency: null });
      const outcome = await it.apply(bill('F-1'), refused, bill('F-3'));
      expect(outcome.refused.map(({ id }) => id)).toEqual([refused.id]);
      expect(outcome.refused[0]?.message).toContain('"insert invoice"');
      expect((await vouchers()).map(({ voucher }) => voucher)).toEqual(['L101', 'L102']);
    });

    test('refuses an invoice whose supplier cannot be told, and puts it under no other’s key', async () => {
      const [one, stranger] = [bill('F-1'), bill('F-2', { organisationNumber: null })];
      const { receipts, refused } = await it.apply(one, stranger);
      expect(receipts.map(({ invoiceId }) => invoiceId)).toEqual([one.id]);
      expect(refused.map(({ id }) => id)).toEqual([stranger.id]);
      expect(await it.run('select namn from leverantor')).toHaveLength(1);
    });

    test('tells of an invoice that a person deleted', async () => {
      const { receipts } = await it.apply(bill('F-1'), bill('F-2'));
      expect(await it.gone()).toEqual([]);
      await it.run('delete from levfaktura where lopnr = 1');
      expect(await it.gone()).toEqual([receipts[0]?.invoiceId]);
    });

    test('is tried without a trace, and what is wrong is named with its heading', async () => {
      const ledger = await createTestLedger();
      const sample = await invoiceToTry(ledger.ledger.db, book);
      await ledger.drop();
      expect(await tryInvoice(it.copy, sample)).toBeNull();
      expect(await it.run('select 1 from levfaktura')).toEqual([]);
      expect(await it.run('select nasta_nr as next from serie')).toMatchObject([{ next: 101 }]);
      await it.run('alter table levfaktura add column attestant varchar(20) not null default 1');
      await it.run('drop table levfaktura_rad');
      expect(await tryInvoice(it.copy, sample)).toMatchObject({
        code: 'mapping_fails',
        message: expect.stringMatching(/"insert line" cannot be run: .*levfaktura_rad/),
      });
    });
  });
}
