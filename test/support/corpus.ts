/** Real mails and files that nobody here wrote, in `CORPUS_DIR`; they are never copied into the project. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from '@jest/globals';

export const corpusDir = path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus');

export interface CorpusFile {
  name: string;
  path: string;
}

/** The files of one folder, without the expected values that lie beside each. */
export async function corpusFiles(folder: string): Promise<CorpusFile[]> {
  const names = await readdir(path.join(corpusDir, folder));
  return names
    .filter((name) => !name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, path: path.join(corpusDir, folder, name) }));
}

/** What is expected of a file: the JSON beside it. */
export async function expectedOf(file: CorpusFile): Promise<unknown> {
  return JSON.parse(await readFile(`${file.path}.json`, 'utf8'));
}

/** Tests that need the corpus: where there is none, one that says so. */
export function describeWithCorpus(title: string, tests: () => void): void {
  if (existsSync(corpusDir)) {
    describe(title, tests);
    return;
  }
  test(`${title}: needs the corpus`, () => {
    console.warn(
      `there is no corpus in ${corpusDir} (CORPUS_DIR names another place); its tests did not run`,
    );
  });
}
