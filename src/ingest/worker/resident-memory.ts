/** How much memory a process really has, from outside it: its own counters say nothing once it is stuck. */
import { readFile } from 'node:fs/promises';

/** Resident bytes of a process, or null where the system does not tell (no /proc) or the process is gone. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
