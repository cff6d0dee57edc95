/** The further tables and sentences that are printed when they are asked for. */
import type { MemorySample } from './memory.ts';
import { aligned, type GroupReport, share } from './report.ts';
import type { SinglySpeed, Speed } from './speed.ts';
import type { Throughput } from './throughput.ts';

const longestValue = 60;

/** Wrong among the ready first, then wrong for a person to see, then absent. */
export function mismatchesTable(groups: Readonly<Record<string, GroupReport>>, most: number): string {
  const all = Object.values(groups).flatMap(({ mismatches }) => mismatches);
  const worstFirst = [
    ...all.filter(({ isReady, outcome }) => isReady && outcome === 'wrong'),
    ...all.filter(({ isReady, outcome }) => !isReady && outcome === 'wrong'),
    ...all.filter(({ outcome }) => outcome === 'absent'),
  ];
  return aligned([
    ['document', 'state', 'field', 'is', 'expected', 'read'],
    ...worstFirst
      .slice(0, most)
      .map(({ document, isReady, field, outcome, expected, actual }) => [
        document,
        isReady ? 'ready' : 'review',
        field,
        outcome,
        expected.slice(0, longestValue),
        actual.slice(0, longestValue),
      ]),
  ]);
}

export function layoutsTable(groups: Readonly<Record<string, GroupReport>>): string {
  return aligned([
    ['layout', 'key fields right', 'straight through', 'wrong among these'],
    ...Object.values(groups).flatMap(({ byOrigin }) =>
      Object.entries(byOrigin).map(([origin, { invoices, keyFieldsRight, ready, wrongAmongReady }]) => [
        origin,
        share(keyFieldsRight, invoices),
        share(ready, invoices),
        String(wrongAmongReady),
      ]),
    ),
  ]);
}

export function speedSentence({ generated, corpus, throughput }: Speed): string {
  return [
    'speed, documents a second of processor time:',
    singlySentence(`${generated.documents} generated PDFs`, generated),
    ...(corpus ? [singlySentence(`${corpus.documents} PDFs of the corpus`, corpus)] : []),
    'documents a second by the clock, the whole path:',
    ...throughputSentences(throughput),
  ].join('\n');
}

function throughputSentences({
  oneCore,
  unbound,
  oneProcess,
  twoProcesses,
  byCores,
  byProcesses,
}: Throughput): string[] {
  return [
    oneCore === null
      ? `  one core against two: not measured, ${unbound}`
      : `  on one core ${oneCore}, on two cores with two reading processes ${twoProcesses}: ${byCores} times`,
    `  with one reading process and its parent beside it ${oneProcess}, with two ${twoProcesses}: ${byProcesses} times`,
  ];
}

function singlySentence(what: string, { getText, reading, ratio }: SinglySpeed): string {
  return `  ${what}: getText alone ${getText}, reading ${reading}: ${ratio} of it`;
}

export function memoryTable(samples: readonly MemorySample[]): string {
  const table = aligned([
    ['documents read', 'live heap, MiB', 'resident, MiB'],
    ...samples.map(({ documents, heap, resident }) => [String(documents), String(heap), String(resident)]),
  ]);
  // What is loaded once is there after the first tenth; what leaks grows from there on.
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return table;
  return `${table}\nlast live heap ${(last.heap / first.heap).toFixed(2)} times the first`;
}
