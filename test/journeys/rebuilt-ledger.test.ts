/**
 * The ledger is lost, and the mailbox is read again from its first mail into an empty one, beside a copy that holds rows and
 * receipts and what people did there since: real mails, a real mail server, the real program.
 */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { approve, registerByHand, registeredInvoices, remove } from '../../demo/accounting.ts';
import { createPost, type GeneratedMail } from '../../demo/generator/mails.ts';
import { describeWithDovecot } from '../support/dovecot.ts';
import { address, buyer, type Office, openOffice } from './office.ts';

const before = 16;

describeWithDovecot('a ledger that is lost', () => {
  let mails: GeneratedMail[];
  let office: Office | undefined;
  beforeAll(async () => {
    mails = await createPost({ seed: 1306, to: address, buyer }).many(before + 6);
  }, 60_000);
  afterEach(async () => {
    await office?.close();
    office = undefined;
  });

  test('is rebuilt from the mailbox: nothing is applied twice, and what people did stands', async () => {
    office = await openOffice();
    const worker = await office.program.startWorker();
    await office.deliver(mails.slice(0, before));
    await office.settled(before);
    await worker.stop();
    const applied = registeredInvoices(office.cloud);
    const idsBefore = await appliedIn(office);
    expect(applied.length).toBeGreaterThan(5);

    // Meanwhile people work in the copy; one of them types in what a mail still to come will bring.
    const [approved, deleted] = applied;
    approve(office.cloud, approved?.id ?? 0, 'attested');
    remove(office.cloud, deleted?.id ?? 0);
    const [typedIn] = mails
      .slice(before)
      .flatMap(({ expected }) => (expected.disposition === 'invoice' ? expected.invoices : []));
    if (!typedIn) throw new Error('no invoice among the later mails');
    registerByHand(office.cloud, {
      book: 'nordvik',
      supplier: typedIn.supplier.name,
      organisationNumber: typedIn.supplier.organisationNumber,
      number: typedIn.invoiceNumber,
      issueDate: typedIn.issueDate,
      payable: typedIn.totals.payable,
      currency: typedIn.currency,
    });
    const standing = registeredInvoices(office.cloud);

    const rebuilt = await office.withEmptyLedger();
    // The worker looks at the copy before the first mail is fetched, between any two, and while the last ones still arrive.
    const second = await rebuilt.program.startWorker();
    await rebuilt.deliver(mails.slice(before));
    await rebuilt.settled(mails.length);
    await second.stop();

    // Whatever stood there stands there once, as it was left; only what is new has come.
    const now = registeredInvoices(office.cloud);
    expect(now.slice(0, standing.length)).toEqual(standing);
    const nameOf = ({ number, supplier }: { number: string; supplier: string | null }) =>
      `${number} of ${supplier}`;
    expect(new Set(now.map(nameOf)).size).toBe(now.length);
    expect(now.map(nameOf)).not.toContain(deleted && nameOf(deleted));
    // Nothing of the old ledger was needed for it: the same mails are the same invoices.
    const idsNow = await appliedIn(rebuilt);
    expect([...idsNow.keys()]).toEqual(expect.arrayContaining([...idsBefore.keys()]));
    for (const [id, outcome] of idsBefore) expect(idsNow.get(id)).toBe(outcome);
    const sent = mails.flatMap(({ expected }) =>
      expected.disposition === 'invoice' ? expected.invoices : [],
    );
    expect(idsNow.size).toBe(sent.length);
    expect([...idsNow.values()].filter((outcome) => outcome === 'linked')).toHaveLength(1);
    const audit = await rebuilt.program.ask<{ data: unknown }>('audit', 'nordvik');
    expect(JSON.stringify(audit)).toContain('"verdict":"in_order"');
  }, 240_000);
});

async function appliedIn({ ledger }: Office): Promise<Map<string, string | null>> {
  const rows = await ledger.db
    .selectFrom('invoice')
    .select(['id', 'outcome'])
    .where('state', '=', 'applied')
    .execute();
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}
