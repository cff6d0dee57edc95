/** `npm run bench:extraction`: how well documents are read, over the corpus and over generated ones. docs/measuring.md explains. */
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { silentLog } from '../src/log.ts';
import { documents, type Kind, type Selection } from './measure/items.ts';
import { type DocumentReader, readerInProcess, readerThroughPool } from './measure/reading.ts';
import { aligned, type GroupReport, reportOf, share, tablesOf } from './measure/report.ts';
import { count, createTally, type Tally } from './measure/tally.ts';

interface Options {
  json: boolean;
  only: Kind[];
  heldOut: boolean;
  count: number;
  seed: number;
  show: number;
  byLayout: boolean;
  pool?: number;
}

const kinds: readonly Kind[] = ['xml', 'pdf', 'scan', 'corpus'];

function readOptions(): Options {
  const program = new Command('bench:extraction')
    .description('measures how well invoices are read')
    .option('--json', 'print the figures as JSON', false)
    .option('--only <kinds>', `of ${kinds.join(', ')}: those alone, with commas between`, kindsIn, [...kinds])
    .option('--held-out', 'generate from the layouts that nobody develops against', false)
    .option('--count <n>', 'how many invoices to generate of each kind', wholeNumber, 220)
    .option('--seed <n>', 'what is invented follows from it', wholeNumber, 1)
    .option('--show <n>', 'list so many values that are not as expected', wholeNumber, 0)
    .option('--by-layout', 'figures of each layout too', false)
    .option('--pool <processes>', 'read through the reading processes, as the service does', wholeNumber);
  const options = program.parse().opts<Options>();
  if (options.heldOut && (options.show > 0 || options.byLayout))
    program.error(
      'what is held out is measured, not looked at: --held-out goes without --show and --by-layout',
    );
  return options;
}

function kindsIn(text: string): Kind[] {
  return text.split(',').map((each) => {
    const kind = kinds.find((known) => known === each);
    if (!kind) throw new InvalidArgumentError(`it is one of ${kinds.join(', ')}`);
    return kind;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it is a whole number');
  return Number(text);
}

interface Readers {
  reader: DocumentReader;
  atArmsLength: DocumentReader;
}

async function measure(selection: Selection, { reader, atArmsLength }: Readers): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for await (const document of documents(selection, (message) => process.stderr.write(`${message}\n`))) {
    const tally = tallies.get(document.group) ?? createTally();
    tallies.set(document.group, tally);
    const { bytes, extension, context } = document;
    const needsProcess = document.isHostile || document.isPicture;
    count(tally, document, await (needsProcess ? atArmsLength : reader).read(bytes, extension, context));
  }
  return tallies;
}

function mismatchesIn(groups: Record<string, GroupReport>, most: number): string {
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
        expected.slice(0, 60),
        actual.slice(0, 60),
      ]),
  ]);
}

function byLayout(groups: Record<string, GroupReport>): string {
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

async function main(): Promise<void> {
  const options = readOptions();
  const atArmsLength = await readerThroughPool(options.pool ?? 1, silentLog);
  const reader = options.pool === undefined ? await readerInProcess() : atArmsLength;
  try {
    const tallies = await measure(
      {
        only: options.only,
        isHeldOut: options.heldOut,
        count: options.count,
        seed: options.seed,
        corpusDirectory: path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus'),
      },
      { reader, atArmsLength },
    );
    const groups = Object.fromEntries([...tallies].map(([name, tally]) => [name, reportOf(tally)]));
    if (options.json) {
      process.stdout.write(`${JSON.stringify(groups, null, 2)}\n`);
      return;
    }
    process.stdout.write(`${tablesOf(groups)}\n`);
    if (options.byLayout) process.stdout.write(`\n${byLayout(groups)}\n`);
    if (options.show > 0) process.stdout.write(`\n${mismatchesIn(groups, options.show)}\n`);
  } finally {
    await Promise.all([...new Set([reader, atArmsLength])].map(async (each) => await each.close()));
  }
}

await main();
