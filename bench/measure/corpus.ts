/** The corpus: files from elsewhere with what is expected of them in a JSON file beside each. Its README tells the keys. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { unsigned } from './archive.ts';
import type { Expectation, ExpectedInvoice, Field } from './expected.ts';

export interface CorpusFile {
  folder: 'einvoice-xml' | 'hybrid-pdf' | 'plain-pdf' | 'hostile';
  name: string;
  path: string;
  /** None for what is no invoice; null where nothing is known but that it must not pass as a sure invoice. */
  expected: ExpectedInvoice[] | null;
  /** The same of the page alone, where data lie inside. */
  expectedOfPage: ExpectedInvoice[] | null;
}

const text = z.union([z.string(), z.number()]).transform(String).nullish();
const texts = z.array(z.string()).nullish();

const expectedJson = z.object({
  document_type: text,
  invoice_number: text,
  issue_date: text,
  due_date: text,
  currency: text,
  seller_name: text,
  seller_trading_name: text,
  seller_vat_id: text,
  seller_company_id: text,
  seller_tax_ids: texts,
  buyer_name: text,
  buyer_vat_id: text,
  net_total: text,
  vat_total: text,
  gross_total: text,
  payable_amount: text,
  rounding: text,
  bank_accounts: z.array(z.object({ id: z.string().nullish() })).nullish(),
  payment_references: texts,
  preceding_invoices: texts,
  seen_in_text_layer: z.record(z.string(), z.union([z.boolean(), z.number()])).nullish(),
  invoice2data: z
    .array(z.object({ amount: text, amount_untaxed: text, date: text, invoice_number: text, currency: text }))
    .nullish(),
});

type ExpectedJson = z.infer<typeof expectedJson>;

/** Every file of the corpus that a reader of documents can be given; null when there is no corpus at `directory`. */
export async function corpusFiles(directory: string): Promise<CorpusFile[] | null> {
  if (!existsSync(directory)) return null;
  const files: CorpusFile[] = [];
  for (const folder of ['einvoice-xml', 'hybrid-pdf', 'plain-pdf', 'hostile'] as const) {
    const inside = join(directory, folder);
    if (!existsSync(inside)) continue;
    const names = await readdir(inside);
    for (const name of names.filter((each) => /\.(pdf|xml)$/i.test(each)).sort()) {
      const beside = `${name}.json`;
      if (!names.includes(beside)) continue;
      const json = expectedJson.safeParse(JSON.parse(await readFile(join(inside, beside), 'utf8')));
      if (!json.success)
        throw new Error(`${folder}/${beside} is not as the README says: ${json.error.message}`);
      files.push({
        folder,
        name,
        path: join(inside, name),
        expected: expectedOf(folder, json.data),
        expectedOfPage: expectedOf('plain-pdf', json.data),
      });
    }
  }
  return files;
}

function expectedOf(folder: CorpusFile['folder'], json: ExpectedJson): ExpectedInvoice[] | null {
  const type = json.document_type ?? '';
  if (type !== '' && !/^(invoice|credit ?note)$/i.test(type)) return [];
  if (folder === 'hostile') return null;
  if (type === '' && json.invoice2data) return json.invoice2data.map(expectedOfInvoice2data);
  return [expectedOfKeys(json, folder === 'plain-pdf')];
}

function expectedOfKeys(json: ExpectedJson, isOnlyPage: boolean): ExpectedInvoice {
  const seen = json.seen_in_text_layer ?? {};
  // What an XML says need not stand on its page.
  const from = (
    value: string | null | undefined,
    seenKey?: string,
    accepted: string[] = [],
  ): Expectation => ({
    values: value === null || value === undefined || value === '' ? [] : [value],
    accepted: isOnlyPage ? [...accepted, ...unsigned(value ?? '')] : accepted,
    mayBeAbsent:
      isOnlyPage && (seenKey === undefined ? json.seen_in_text_layer !== undefined : seen[seenKey] === false),
  });
  const expected: ExpectedInvoice = {
    documentType: from(
      /credit/i.test(json.document_type ?? '') ? 'creditNote' : 'invoice',
      undefined,
      isOnlyPage && json.gross_total?.startsWith('-') ? ['creditNote'] : [],
    ),
    invoiceNumber: from(json.invoice_number, 'invoice_number'),
    issueDate: from(json.issue_date, 'issue_date'),
    dueDate: from(json.due_date, 'due_date'),
    currency: from(json.currency, 'payable_amount'),
    'seller.name': from(json.seller_name, 'seller_name', present([json.seller_trading_name])),
    'totals.net': from(json.net_total),
    'totals.vat': from(json.vat_total),
    'totals.gross': from(json.gross_total, 'gross_total'),
    'totals.payable': from(json.payable_amount, 'payable_amount'),
  };
  if (json.buyer_name !== undefined) expected['buyer.name'] = from(json.buyer_name);
  if (json.seller_tax_ids === undefined) return expected;
  // A page may say more than data of a small profile: of that nothing is known.
  const isUnknown = isOnlyPage && json.seen_in_text_layer !== undefined;
  if (isUnknown && !json.due_date) delete expected.dueDate;
  const accounts = present((json.bank_accounts ?? []).map(({ id }) => id)).map((id) => `unknown ${id}`);
  const taxIds = present([json.seller_vat_id, ...(json.seller_tax_ids ?? [])]);
  return {
    ...expected,
    'seller.organisationNumber': from(json.seller_company_id, undefined, [
      ...taxIds,
      ...taxIds.map((each) => each.replace(/^[A-Z]{2}|MVA$/g, '')),
      ...taxIds.map((each) => each.replace(/^SE(\d{6})-?(\d{4})-?\d\d$/, '$1$2')),
    ]),
    // Norway's is written with its country and without.
    'seller.vatId': from(json.seller_vat_id, undefined, [...taxIds, ...taxIds.map((each) => `NO${each}`)]),
    // At home the country is left out; which it is, the seller's own numbers tell.
    'buyer.vatId': from(
      json.buyer_vat_id,
      undefined,
      taxIds.map((each) => (/^[A-Z]{2}/.exec(each)?.[0] ?? '') + (json.buyer_vat_id ?? '')),
    ),
    'totals.rounding': from(json.rounding),
    ...(isUnknown && accounts.length === 0
      ? {}
      : { 'payment.accounts': { ...from(null, 'iban'), values: accounts } }),
    'payment.reference': {
      ...from((json.payment_references ?? [])[0]),
      accepted: json.payment_references ?? [],
    },
    'references.preceding': { ...from(null), values: json.preceding_invoices ?? [] },
  };
}

function expectedOfInvoice2data(json: NonNullable<ExpectedJson['invoice2data']>[number]): ExpectedInvoice {
  const known: [Field, string | null | undefined][] = [
    ['invoiceNumber', json.invoice_number],
    ['issueDate', json.date?.slice(0, 10)],
    ['currency', json.currency],
    ['totals.net', json.amount_untaxed],
    ['totals.payable', json.amount],
  ];
  return Object.fromEntries(
    known.flatMap(([field, value]) => (value ? [[field, { values: [value], accepted: [] }]] : [])),
  );
}

function present(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((each): each is string => typeof each === 'string' && each !== '');
}
