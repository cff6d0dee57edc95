/** What tests of commands need on the ledger's other side: a book with a copy in a file, and a reconciler's one look. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createReconciler } from '../../../src/reconcile/reconciler.ts';
import type { Desk } from './desk.ts';

/** An empty file is an empty SQLite database; the program itself never creates one. */
export async function addFile(desk: Desk, name: string): Promise<string> {
  const file = path.join(desk.folder, name);
  await writeFile(file, '');
  return file;
}

/** The book with a copy "cloud" in cloud-<slug>.db that is authoritative. */
export async function addBookWithCopy(desk: Desk, slug: string): Promise<string> {
  const file = await addFile(desk, `cloud-${slug}.db`);
  await must(desk, 'book', 'add', slug, '--name', `${slug} AB`);
  await must(desk, 'copy', 'add', slug, 'cloud', '--url', `sqlite:${file}`, '--authoritative');
  return file;
}

export async function must(desk: Desk, ...words: string[]): Promise<void> {
  const { code, out, err } = await desk.tell(...words);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${out}${err}`);
}

/** One look at the book's copy, as the worker takes it. */
export async function reconcileOnce(desk: Desk, book: string): Promise<void> {
  const reconciler = createReconciler(desk.ledger, {
    sweepIntervalMs: 60_000,
    concurrency: 1,
    batchSize: 100,
    reinstallAfterMs: 0,
  });
  await reconciler.reconcile(book);
}

export function inFile(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}
