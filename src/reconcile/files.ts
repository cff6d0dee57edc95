/** The files that go into the copy with each invoice: its documents, as bytes. */
import { sql } from 'kysely';
import type { Ledger } from '../staging/ledger.ts';
import { readContents } from '../staging/originals.ts';
import type { InvoiceFile } from './copies/copy.ts';

export async function filesOf(
  ledger: Pick<Ledger, 'db' | 'pool'>,
  invoiceIds: readonly string[],
): Promise<Map<string, InvoiceFile[]>> {
  const files = new Map<string, InvoiceFile[]>();
  if (invoiceIds.length === 0) return files;
  const documents = await ledger.db
    .selectFrom('invoice_document')
    .innerJoin('document', 'document.id', 'invoice_document.document')
    .select(['invoice', 'role', 'file_name', 'media_type', 'sha256', 'original', 'path'])
    .where(sql<boolean>`invoice = any(${[...invoiceIds]}::text[])`)
    .where('original', 'is not', null)
    .orderBy('invoice')
    .orderBy('document.ordinal')
    .execute();
  const contents = await readContents(ledger, [
    ...new Set(documents.flatMap(({ original }) => (original === null ? [] : [original]))),
  ]);
  for (const document of documents) {
    const own = files.get(document.invoice) ?? [];
    files.set(document.invoice, own);
    // The same file may have come in several mails.
    const content = document.original === null ? undefined : contents.get(document.original);
    if (!content || own.some((file) => file.sha256 === document.sha256)) continue;
    own.push({
      fileName: document.file_name ?? `document-${document.path}`,
      mediaType: document.media_type,
      sha256: document.sha256,
      content,
    });
  }
  return files;
}
