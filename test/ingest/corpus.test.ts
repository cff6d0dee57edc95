/** Every mail and every hostile file of the corpus comes to an end, and what was attached is found, byte for byte. */
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from '@jest/globals';
import { type CorpusFile, corpusFiles, describeWithCorpus, expectedOf } from '../support/corpus.ts';
import { openTestReader } from './support/readers.ts';

const { readMail, readFile: readLoneFile } = openTestReader({ processes: 2 });

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
process.on('unhandledRejection', note);
afterAll(() => {
  process.off('unhandledRejection', note);
});

interface ExpectedMail {
  attachments: ExpectedPart[];
  nested_attachments: ExpectedPart[];
  /** Where the reader that made the expectations is not to be trusted itself. */
  python_uncertain: string[];
}

interface ExpectedPart {
  path: string;
  content_type: string;
  sha256_if_crlf: string | null;
}

/** As IMAP gives a mail out: with CRLF. */
async function asServed(file: CorpusFile): Promise<Buffer> {
  const stored = (await readFile(file.path)).toString('latin1');
  return Buffer.from(stored.replace(/\r?\n/g, '\r\n'), 'latin1');
}

async function read(file: CorpusFile) {
  if (file.name.endsWith('.eml')) return await readMail(await asServed(file));
  return await readLoneFile(file.name, await readFile(file.path));
}

describeWithCorpus('the corpus', () => {
  test.each(['mime', 'hostile'])(
    'of %s: every file comes to a disposition with its reasons, and nothing crashes',
    async (folder) => {
      const files = await corpusFiles(folder);
      expect(files).not.toEqual([]);
      const read_ = await Promise.all(files.map(async (file) => ({ file, reading: await read(file) })));
      for (const { file, reading } of read_) {
        const where = { file: file.name, reasons: reading.reasons };
        expect({
          ...where,
          isExplained: reading.disposition === 'invoice' || reading.reasons.length > 0,
        }).toEqual({ ...where, isExplained: true });
        expect({
          ...where,
          crashed: reading.reasons.filter(({ code }) => code.endsWith('_crashed')),
        }).toEqual({ ...where, crashed: [] });
      }
      expect(unhandled).toEqual([]);
    },
    120_000,
  );

  test('of mails: what was attached is found with the very bytes that were sent', async () => {
    const files = [...(await corpusFiles('mime')), ...(await corpusFiles('hostile'))].filter(({ name }) =>
      name.endsWith('.eml'),
    );
    const compared = await Promise.all(files.map(compare));
    const parts = compared.reduce((sum, { parts: some }) => sum + some, 0);
    expect(parts).toBeGreaterThan(0);
    expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
  }, 120_000);
});

/** How many attachments were looked for in a mail, and which were not found. */
async function compare(file: CorpusFile): Promise<{ parts: number; missing: string[] }> {
  const expected = (await expectedOf(file)) as ExpectedMail;
  if (expected.python_uncertain.some((doubt) => /^(MIME defects|part \d+: transfer encoding)/.test(doubt)))
    return { parts: 0, missing: [] };
  const parts = [...expected.attachments, ...expected.nested_attachments].filter(
    (each) => each.sha256_if_crlf,
  );
  const { documents, reasons } = await readMail(await asServed(file));
  const found = new Set(documents.map(({ sha256 }) => sha256));
  const missing = parts.filter((part) => !found.has(part.sha256_if_crlf ?? ''));
  return {
    parts: parts.length,
    missing: missing.map(
      (part) =>
        `${file.name} ${part.path} ${part.content_type} ${JSON.stringify(reasons.map(({ code }) => code))}`,
    ),
  };
}
