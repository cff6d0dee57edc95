/** Invoices straight into the ledger, as if they had come by mail. */
import { randomUUID } from 'node:crypto';
import { sha256 } from '../../src/invoice/identity.ts';
import { blankInvoice } from '../../src/invoice/invoice.ts';
import { stageInvoices } from '../../src/staging/invoices/invoices.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { findDelivery, receiveDelivery } from '../../src/staging/mail/deliveries.ts';
import { storeContent } from '../../src/staging/originals.ts';

/** Stages one certain invoice of a supplier of its own; its id. */
export async function stageInvoice(ledger: Ledger, book: string, number: number): Promise<string> {
  const content = Buffer.from(randomUUID());
  const invoice = blankInvoice('bench');
  invoice.invoiceNumber = String(number);
  invoice.issueDate = '2026-11-02';
  invoice.currency = 'SEK';
  invoice.seller.name = `Leverantör ${number} AB`;
  invoice.totals.payable = `${100 + (number % 900)}.00`;
  return await ledger.transaction(async (tx) => {
    const { id } = await receiveDelivery(
      tx,
      {
        book,
        original: await storeContent(tx.db, content),
        messageId: null,
        from: null,
        to: [],
        subject: null,
        date: null,
        internalDate: null,
      },
      'bench',
    );
    const document = {
      path: '1',
      fileName: 'faktura.xml',
      declaredType: null,
      mediaType: 'application/xml',
      bytes: content.length,
      sha256: sha256(content),
      kind: 'invoice' as const,
      reason: null,
      content,
    };
    const [staged = ''] = await stageInvoices(
      tx,
      { ...(await findDelivery(tx.db, id)), book },
      {
        documents: [document],
        invoices: [
          {
            primaryPath: '1',
            ordinal: 0,
            invoice,
            state: 'ready',
            reasons: [],
            documents: [{ path: '1', role: 'primary' }],
          },
        ],
      },
      'bench',
    );
    await tx.db.updateTable('delivery').set({ disposition: 'invoice' }).where('id', '=', id).execute();
    return staged;
  });
}
