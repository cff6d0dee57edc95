/** `npm run bench:extraction`: how well documents are read, over the corpus and over generated ones. docs/measuring.md explains. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { silentLog } from '../src/log.ts';
import { documents, type Selection } from './measure/items.ts';
import { measureMemory } from './measure/memory.ts';
import { readOptions } from './measure/options.ts';
import { type DocumentReader, readerInProcess, readerThroughPool, readPageAlone } from './measure/reading.ts';
import { reliabilityPlot } from './measure/reliability-plot.ts';
import { binsOf, type GroupReport, reportOf, tablesOf } from './measure/report.ts';
import { measureSpeed } from './measure/speed.ts';
import { layoutsTable, memoryTable, mismatchesTable, speedSentence } from './measure/tables.ts';
import { count, createTally, type Tally } from './measure/tally.ts';

interface Readers {
  reader: DocumentReader;
  atArmsLength: DocumentReader;
}

async function measure(selection: Selection, { reader, atArmsLength }: Readers): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for await (const document of documents(selection, (message) => process.stderr.write(`${message}\n`))) {
    const tally = tallies.get(document.group) ?? createTally();
    tallies.set(document.group, tally);
    const { bytes, extension, context, isHostile, isPicture, isPageAlone } = document;
    const read = isPageAlone
      ? await readPageAlone(bytes, context)
      : await (isHostile || isPicture ? atArmsLength : reader).read(bytes, extension, context);
    count(tally, document, read);
  }
  return tallies;
}

async function inReaders<Done>(
  processes: number | undefined,
  work: (readers: Readers) => Promise<Done>,
): Promise<Done> {
  const atArmsLength = await readerThroughPool(processes ?? 1, silentLog);
  const reader = processes === undefined ? await readerInProcess() : atArmsLength;
  try {
    return await work({ reader, atArmsLength });
  } finally {
    await Promise.all([...new Set([reader, atArmsLength])].map(async (each) => await each.close()));
  }
}

/** Pages and pictures apart: exact formats say 1 and are. */
function plotOf(tallies: ReadonlyMap<string, Tally>): string {
  const ofKind = (pattern: RegExp) =>
    binsOf([...tallies].flatMap(([name, { calibration }]) => (pattern.test(name) ? calibration : [])));
  return reliabilityPlot({
    'pages as text': ofKind(/PDF$/),
    'scans and photos': ofKind(/(scan|photo)$/),
  });
}

/** What is held out is measured, not looked at. */
function withoutDocuments(groups: Readonly<Record<string, GroupReport>>): Record<string, GroupReport> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, report]) => [name, { ...report, mismatches: [], byOrigin: {} }]),
  );
}

async function main(): Promise<void> {
  const options = readOptions();
  const { seed } = options;
  const selection: Selection = {
    only: options.only,
    isHeldOut: options.heldOut,
    count: options.count,
    seed,
    ...(options.languages === undefined ? {} : { languages: options.languages }),
    ...(options.archive === undefined ? {} : { archive: path.resolve(options.archive) }),
    corpusDirectory: path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus'),
  };
  const tallies = await inReaders(options.pool, async (readers) => await measure(selection, readers));
  const groups = Object.fromEntries([...tallies].map(([name, tally]) => [name, reportOf(tally)]));
  if (options.plot !== undefined) await writeFile(options.plot, plotOf(tallies));
  const speed = options.speed
    ? await measureSpeed({ count: options.count, seed, corpusDirectory: selection.corpusDirectory })
    : null;
  const memory = options.memory === undefined ? null : await measureMemory(options.memory, seed);
  if (options.json) {
    const told = options.heldOut ? withoutDocuments(groups) : groups;
    process.stdout.write(`${JSON.stringify({ groups: told, speed, memory }, null, 2)}\n`);
    return;
  }
  process.stdout.write(`${tablesOf(groups)}\n`);
  if (options.byLayout) process.stdout.write(`\n${layoutsTable(groups)}\n`);
  if (options.show > 0) process.stdout.write(`\n${mismatchesTable(groups, options.show)}\n`);
  if (speed) process.stdout.write(`\n${speedSentence(speed)}\n`);
  if (memory) process.stdout.write(`\n${memoryTable(memory)}\n`);
}

await main();
