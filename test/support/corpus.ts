/** The corpus of real invoices and mails, kept outside the project: CORPUS_DIR, or ../shared/corpus beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const corpusDirectory = path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus');

export const hasCorpus = existsSync(corpusDirectory);

/** Title of a test of its own where there is no corpus, so that a green run says what it did not try. */
export const corpusMissing = `real documents: needs a corpus at CORPUS_DIR (looked at ${corpusDirectory})`;

export interface CorpusFile {
  name: string;
  file: string;
  /** What is expected of it, from the JSON beside it. */
  expected: Record<string, unknown>;
}

/** Every file of a folder that has its expected values beside it, as `X` and `X.json`. */
export function corpusFiles(folder: string): CorpusFile[] {
  const directory = path.join(corpusDirectory, folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((json) => {
      const name = json.slice(0, -'.json'.length);
      const expected = JSON.parse(readFileSync(path.join(directory, json), 'utf8'));
      return { name, file: path.join(directory, name), expected };
    });
}
