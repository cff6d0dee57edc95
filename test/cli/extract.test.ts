import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inventInvoice } from '../../demo/generator/invoices.ts';
import { createPost } from '../../demo/generator/mails.ts';
import { toPdf } from '../../demo/generator/pdf.ts';
import { createRandom } from '../../demo/generator/random.ts';
import { inventSuppliers } from '../../demo/generator/suppliers.ts';
import { toUbl } from '../../demo/generator/ubl.ts';
import { blankInvoice } from '../../src/invoice/invoice.ts';
import { type Json, runIn, type Told } from './support/desk.ts';

const buyer = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: 'SE559012345001' };
const own = [
  '--own-name',
  buyer.name,
  '--own-organisation-number',
  buyer.organisationNumber,
  '--own-vat',
  buyer.vatId,
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'staging-post-extract-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** No ledger: an address at which nobody listens would be noticed. */
const environment = () => ({
  LEDGER_URL: 'postgres://127.0.0.1:1/nowhere',
  STAGING_POST_DIR: path.join(folder, 'unused'),
});
const extract = async (...words: string[]): Promise<Told> =>
  await runIn(folder, environment(), ['extract', ...words]);

async function extracted(...words: string[]): Promise<{ code: number; json: Json }> {
  const { code, out } = await extract(...words, '--json');
  return { code, json: JSON.parse(out) };
}

const random = createRandom(7);
const [supplier] = inventSuppliers(random, 1);
if (!supplier) throw new Error('no supplier was invented');
const invented = inventInvoice(random, { supplier, buyer, invoiceNumber: '4711', issueDate: '2026-11-02' });

describe('extract', () => {
  beforeAll(async () => {
    await writeFile(path.join(folder, 'invoice.xml'), toUbl(invented));
    // The name says nothing: what a file is, its bytes tell.
    await writeFile(path.join(folder, 'a-pdf.bin'), await toPdf(invented, 'classic'));
    const post = createPost({ seed: 3, to: 'faktura@nordvik.example', buyer });
    await writeFile(path.join(folder, 'two.eml'), (await post.next('several-invoices')).raw);
    await writeFile(path.join(folder, 'letter.txt'), 'Hello, how are you?');
    await writeFile(path.join(folder, 'empty.pdf'), '');
    await writeFile(
      path.join(folder, 'entities.xml'),
      '<!DOCTYPE x [<!ENTITY a "b">]><Invoice>&a;</Invoice>',
    );
  });

  test('of an XML prints the contract: exactly its keys, on every level', async () => {
    const { code, json } = await extracted('invoice.xml', ...own);
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['disposition', 'reasons', 'invoices']);
    expect(json).toMatchObject({ disposition: 'invoice', reasons: [] });
    const [invoice] = json.invoices;
    const blank = blankInvoice('ubl');
    expect(Object.keys(invoice)).toEqual(Object.keys(blank));
    for (const part of ['seller', 'buyer', 'totals', 'payment', 'references'] as const) {
      expect(Object.keys(invoice[part])).toEqual(Object.keys(blank[part]));
    }
    expect(invoice).toMatchObject({
      documentType: 'invoice',
      invoiceNumber: '4711',
      issueDate: '2026-11-02',
      currency: 'SEK',
      seller: { name: supplier.name },
      buyer: { name: buyer.name, vatId: buyer.vatId },
      totals: { net: invented.totals.net, payable: invented.totals.payable },
      source: 'ubl',
    });
    expect(invoice.evidence.invoiceNumber).toEqual({
      source: 'xml',
      where: expect.any(String),
      text: '4711',
      confidence: 1,
    });
    for (const check of invoice.checks) expect(Object.keys(check)).toEqual(['rule', 'passed', 'message']);
  });

  test('of a PDF, whatever its name, prints the same form', async () => {
    const { json } = await extracted('a-pdf.bin', ...own);
    expect(json.invoices).toEqual([
      expect.objectContaining({
        invoiceNumber: '4711',
        source: 'pdf-text',
        totals: expect.objectContaining({ payable: invented.totals.payable }),
      }),
    ]);
  });

  test('of a mail prints every invoice in it', async () => {
    const { json } = await extracted('two.eml', ...own);
    expect(json.disposition).toBe('invoice');
    expect(json.invoices.length).toBeGreaterThan(1);
  });

  test.each([
    ['letter.txt', 0],
    ['empty.pdf', 0],
    ['entities.xml', 0],
  ])('of %s says in reasons why it is no invoice that can be used', async (file, exitCode) => {
    const { code, json } = await extracted(file);
    expect(code).toBe(exitCode);
    expect(json.disposition).not.toBe('invoice');
    expect(json.reasons).toContainEqual({
      code: expect.stringMatching(/^[a-z0-9_]+$/),
      message: expect.any(String),
    });
    expect(json.invoices).toEqual([]);
  });

  test('tells people what was read, and where the evidence is', async () => {
    const { code, out, err } = await extract('invoice.xml', ...own);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^invoice\n/);
    expect(out).toMatch(new RegExp(`supplier +${supplier.name}`));
    expect(out).toMatch(/checks +\d+ passed, 0 failed/);
    expect(out).toMatch(/Documents\npart +file/);
  });

  test('says which file is not there, and that a folder is none', async () => {
    expect(await extracted('nowhere.pdf')).toMatchObject({
      code: 3,
      json: {
        error: { code: 'no_such_file', message: `there is no file ${path.join(folder, 'nowhere.pdf')}` },
      },
    });
    expect(await extracted('.')).toMatchObject({ code: 2, json: { error: { code: 'not_a_file' } } });
    expect(await extract()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/missing required argument 'file'/),
    });
  });

  test('keeps nothing: no ledger, no key, no folder', async () => {
    expect(await readdir(folder)).not.toContain('unused');
  });
});
