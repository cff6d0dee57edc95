/** Whatever a document points to is there. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, inlineCodeOf, linksOf, readDocuments } from './markdown.ts';

const documents = readDocuments();
const anchors = new Map(documents.map((document) => [document.file, anchorsOf(document)]));

describe('links', () => {
  const relative = documents.flatMap(linksOf).filter(({ target }) => !/^[a-z]+:/.test(target));

  test('lead to a file or a folder of the project', () => {
    expect(relative.length).toBeGreaterThan(5);
    const broken = relative.filter(({ file, target }) => !existsSync(fileMeant(file, target)));
    expect(broken).toEqual([]);
  });

  test('with an anchor lead to a heading', () => {
    const broken = relative.filter(({ file, target }) => {
      const anchor = target.split('#')[1];
      return anchor !== undefined && !anchors.get(fileMeant(file, target))?.has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

test('the source files and folders that documents name exist', () => {
  const paths = allPaths();
  const named = documents.flatMap((document) =>
    inlineCodeOf(document)
      .filter(
        (code) =>
          /^[\w./-]+\.(ts|js|sql|yml|md)$/.test(code) ||
          /^(src|test|docs|ingest|staging|reconcile|cli)\/[\w./-]*$/.test(code),
      )
      .map((code) => ({ file: document.file, code })),
  );
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter(({ code }) => {
    const plain = code.replace(/\/$/, '');
    return !paths.some((known) => known === plain || known.endsWith(`/${plain}`));
  });
  expect(missing).toEqual([]);
});

test('anchors are made as GitHub makes them', () => {
  const text = '# The way, file by file\n## `status` & co.\n## Words\n## Words\n```\n# no heading\n```\n';
  expect([...anchorsOf({ file: '', text })]).toEqual([
    'the-way-file-by-file',
    'status--co',
    'words',
    'words-1',
  ]);
});

function fileMeant(from: string, target: string): string {
  const [file = ''] = target.split('#');
  return file === '' ? from : path.normalize(path.join(path.dirname(from), decodeURIComponent(file)));
}

function allPaths(): string[] {
  const folders = ['src', 'test', 'docs', 'demo', 'bench', 'bin'].filter((folder) => existsSync(folder));
  const below = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  ]);
  return [...readdirSync('.'), ...below];
}
