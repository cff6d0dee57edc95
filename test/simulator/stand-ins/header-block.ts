/** Stands in for src/ingest/mime/header-block.ts: simulated mails have no header, and their mailbox knows its book. */
import type { HeaderBlock } from '../../../src/ingest/mime/header-block.ts';

export async function readHeaderBlock(): Promise<HeaderBlock> {
  return { messageId: null, from: null, deliveredTo: [], addressedTo: [], subject: null, date: null };
}
