/**
 * A worker of its own that receives and reads one mail, as the real one does, and prints the most memory that it and its
 * reading process ever had. What to do stands in the environment.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseDelivery } from '../../../src/ingest/parse-delivery.ts';
import { createDeliveryReader } from '../../../src/ingest/reading.ts';
import { receiveMessage } from '../../../src/ingest/receive.ts';
import { createLog } from '../../../src/log.ts';
import { openLedger } from '../../../src/staging/ledger.ts';

const { MEASURED_MAIL = '', MEASURED_LEDGER = '', MEASURED_DIR = '' } = process.env;

async function peakBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

const ledger = await openLedger({
  url: MEASURED_LEDGER,
  dir: MEASURED_DIR,
  migrate: false,
  maxConnections: 2,
});
const reader = createDeliveryReader({ processes: 1 }, createLog('error'));
const { delivery } = await receiveMessage(
  {
    ledger,
    place: { mailbox: 'fakturor', folder: 'INBOX', uidValidity: '1' },
    book: 'nordvik',
    after: { kind: 'keep' },
    maxMailBytes: 100 * 1024 * 1024,
  },
  { uid: 1, raw: createReadStream(MEASURED_MAIL), announcedBytes: null, internalDate: null },
);
await parseDelivery(ledger, reader, delivery);
const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
const reading = await Promise.all(
  children
    .split(' ')
    .filter(Boolean)
    .map((pid) => peakBytes(Number(pid))),
);
process.stdout.write(
  JSON.stringify({ delivery, worker: await peakBytes(process.pid), reading: Math.max(...reading) }),
);
await reader.close();
await ledger.close();
