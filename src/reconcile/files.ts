/** The files that go into the copy with each invoice: its documents, as bytes. */
import type { ClaimedInvoice } from '../staging/claims.ts';
import type { Ledger } from '../staging/ledger.ts';
import { readContents } from '../staging/originals.ts';
import type { InvoiceFile } from './copies/copy.ts';

export async function filesOf(
  ledger: Pick<Ledger, 'db' | 'pool'>,
  invoices: readonly ClaimedInvoice[],
): Promise<Map<string, InvoiceFile[]>> {
  const contents = await readContents(
    ledger,
    invoices.flatMap(({ documents }) => documents),
  );
  return new Map(
    invoices.map(({ id, documents }) => [
      id,
      documents.flatMap(({ fileName, path, mediaType, sha256 }) => {
        const content = contents.get(sha256);
        return content ? [{ fileName: fileName ?? `document-${path}`, mediaType, sha256, content }] : [];
      }),
    ]),
  );
}
