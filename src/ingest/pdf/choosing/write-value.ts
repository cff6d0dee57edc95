/** Gives a field the value that is likeliest, with the evidence for it. */
import type { InvoiceWriter } from '../../invoice-writer.ts';
import { evidenceOf, type Share } from './candidates.ts';

/** Below this a value is not given, only offered among the alternatives. */
export const valueMin = 0.5;

/** Notes where the likeliest value stands and gives it back; null where none is likelier than that there is none. */
export function write(path: string, shares: readonly Share[], writer: InvoiceWriter): string | null {
  const evidence = evidenceOf(shares);
  const [best] = shares;
  if (!best || !evidence || best.probability < valueMin) return null;
  writer.note(path, evidence);
  return best.candidate.value;
}
