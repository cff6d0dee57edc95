/** Ends a reading process whose parent has died, even while its main thread is stuck in hostile input. */
import { workerData } from 'node:worker_threads';

const checkIntervalMs = 1000;
const { parent } = workerData as { parent: number };

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, checkIntervalMs);
