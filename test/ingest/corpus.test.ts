/** Every mail and every hostile file of the corpus comes to an end, and what was attached is found, byte for byte. */
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type CorpusFile, corpusFiles, corpusMissing, hasCorpus } from '../support/corpus.ts';
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
  sha256: string | null;
  /** Where line ends matter; otherwise it is not there, or the same. */
  sha256_if_crlf?: string | null;
}

/** As IMAP gives a mail out: with CRLF. */
async function asServed({ file }: CorpusFile): Promise<Buffer> {
  const stored = (await readFile(file)).toString('latin1');
  return Buffer.from(stored.replace(/\r?\n/g, '\r\n'), 'latin1');
}

function isMail({ name }: CorpusFile): boolean {
  return name.endsWith('.eml');
}

async function read(file: CorpusFile) {
  return isMail(file)
    ? await readMail(await asServed(file))
    : await readLoneFile(file.name, await readFile(file.file));
}

function hashOf({ sha256, sha256_if_crlf }: ExpectedPart): string | null {
  return sha256_if_crlf ?? sha256 ?? null;
}

/** How many attachments were looked for in a mail, and which were not found. */
async function compare(file: CorpusFile): Promise<{ looked: number; missing: string[] }> {
  const { attachments, nested_attachments, python_uncertain } = file.expected as unknown as ExpectedMail;
  const isUncertain = /^(MIME defects|part \d+: transfer encoding)/;
  if (python_uncertain.some((doubt) => isUncertain.test(doubt))) return { looked: 0, missing: [] };
  const parts = [...attachments, ...nested_attachments].filter((each) => hashOf(each) !== null);
  const { documents } = await readMail(await asServed(file));
  const found = new Set<string | null>(documents.map(({ sha256 }) => sha256));
  const missing = parts.filter((part) => !found.has(hashOf(part)));
  return {
    looked: parts.length,
    missing: missing.map((part) => `${file.name}, part ${part.path}, ${part.content_type}`),
  };
}

if (!hasCorpus) {
  test(corpusMissing, () => console.warn(corpusMissing));
} else {
  describe('the corpus', () => {
    test.each(['mime', 'hostile'])(
      'of %s: every file comes to a disposition with its reasons, and nothing crashes',
      async (folder) => {
        const files = corpusFiles(folder);
        expect(files).not.toEqual([]);
        await Promise.all(
          files.map(async (file) => {
            const { disposition, reasons } = await read(file);
            const isExplained = disposition === 'invoice' || reasons.length > 0;
            const crashes = reasons.filter(({ code }) => code.endsWith('_crashed'));
            expect({ file: file.name, isExplained, crashes }).toEqual({
              file: file.name,
              isExplained: true,
              crashes: [],
            });
          }),
        );
        expect(unhandled).toEqual([]);
      },
      120_000,
    );

    test('of mails: what was attached is found with the very bytes that were sent', async () => {
      const mails = [...corpusFiles('mime'), ...corpusFiles('hostile')].filter(isMail);
      const compared = await Promise.all(mails.map(compare));
      expect(compared.reduce((sum, { looked }) => sum + looked, 0)).toBeGreaterThan(0);
      expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
    }, 120_000);
  });
}
