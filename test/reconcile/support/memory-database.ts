/** The copy of the simulation, held to the same port as the real ones. */
import { emptyContent, openMemoryCopy, Place } from '../../simulation/memory-copy.ts';
import type { DatabaseKind, OwnedDatabase } from './database.ts';

const awake = async () => undefined;

function createMemoryDatabase(): OwnedDatabase {
  const place = new Place('memory');
  const content = () => place.content;
  return {
    url: 'memory://memory',
    sql: null,
    open: () => openMemoryCopy(place, awake),
    async invoices() {
      return [...content().rows.values()].map(({ key, book, invoice, note, files }) => ({
        key,
        book,
        number: invoice.invoiceNumber,
        supplier: invoice.seller.name,
        issueDate: invoice.issueDate,
        payable: invoice.totals.payable,
        status: null,
        note: note || null,
        lines: invoice.lines.map(({ description, quantity, unitPrice, net }, index) => ({
          number: index + 1,
          description,
          quantity,
          unitPrice,
          net,
        })),
        documents: files.map(({ fileName, sha256, content: bytes }) => ({
          fileName,
          sha256,
          content: bytes,
        })),
      }));
    },
    async register(book, invoice) {
      const key = String(content().nextKey);
      content().nextKey += 1;
      content().rows.set(key, { key, book, invoice, note: 'by hand', byHand: true, files: [] });
      return key;
    },
    async annotate(key, note) {
      const row = content().rows.get(key);
      if (row) row.note = note;
    },
    async remove(key) {
      content().rows.delete(key);
    },
    async refuse(supplier) {
      content().refusedSuppliers.add(supplier);
    },
    async dropTable(name) {
      const empty = emptyContent();
      if (name === 'staging_post_copy') content().identities = empty.identities;
      if (name === 'staging_post_receipt') content().receipts = empty.receipts;
      if (name === 'supplier_invoice') content().rows = empty.rows;
    },
    async takeHome() {
      const home = place.snapshot();
      return async () => place.overwrite(home);
    },
    async destroy() {},
  };
}

export const memoryKind: DatabaseKind = {
  title: 'the copy of the simulation',
  rules: ['constraint'],
  statements: null,
  create: async () => createMemoryDatabase(),
  async openUnreachable() {
    const place = new Place('nowhere');
    place.reachable = false;
    return openMemoryCopy(place, awake);
  },
  openReadOnly: null,
};
