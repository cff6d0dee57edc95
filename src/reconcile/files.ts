/** The files that go into the copy with each invoice: its documents, as bytes. */
import type { Sha256 } from '../invoice/identity.ts';
import type { ClaimedInvoice } from '../staging/applying/claims.ts';
import type { Ledger } from '../staging/ledger.ts';
import { readContents } from '../staging/originals.ts';
import type { InvoiceFile } from './copies/copy.ts';

/** @param ahead contents that were read already */
export async function filesOf(
  ledger: Pick<Ledger, 'db' | 'pool'>,
  invoices: readonly ClaimedInvoice[],
  ahead: ReadonlyMap<Sha256, Buffer>,
): Promise<Map<string, InvoiceFile[]>> {
  const needed = invoices.flatMap(({ documents }) => documents);
  const others = await readContents(
    ledger,
    needed.filter(({ sha256 }) => !ahead.has(sha256)),
  );
  return new Map(
    invoices.map(({ id, documents }) => [
      id,
      documents.flatMap(({ fileName, path, mediaType, sha256 }) => {
        const content = ahead.get(sha256) ?? others.get(sha256);
        return content ? [{ fileName: fileName ?? `document-${path}`, mediaType, sha256, content }] : [];
      }),
    ]),
  );
}
