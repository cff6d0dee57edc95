/** The files that go into the copy with each invoice: its documents, as bytes. */
import type { Kysely } from 'kysely';
import { readContents } from '../staging/originals.ts';
import type { DB } from '../staging/postgres/schema.ts';
import type { InvoiceFile } from './copies/copy.ts';

export async function filesOf(
  db: Kysely<DB>,
  invoiceIds: readonly string[],
): Promise<Map<string, InvoiceFile[]>> {
  const files = new Map<string, InvoiceFile[]>();
  if (invoiceIds.length === 0) return files;
  const documents = await db
    .selectFrom('invoice_document')
    .innerJoin('document', 'document.id', 'invoice_document.document')
    .select(['invoice', 'role', 'file_name', 'media_type', 'sha256', 'original', 'path'])
    .where('invoice', 'in', invoiceIds)
    .where('original', 'is not', null)
    .orderBy('invoice')
    .orderBy('document.ordinal')
    .execute();
  const contents = await readContents(db, [
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
