/** A program that reads one mail and then has nothing more to do, without closing its reader. */
import { createDeliveryReader } from '../../../src/ingest/reading.ts';
import { createLog } from '../../../src/log.ts';

await createDeliveryReader({ processes: 1 }, createLog('silent')).read(process.argv[2] ?? '');
process.stdout.write('read');
