/**
 * How fast pages are read, against pdf-parse's own getText of the same documents in the same run; and what a second
 * process adds. Processor time is compared where one process works, so that other work on the machine does not count.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { readDocument } from '../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../src/ingest/mime/media-type.ts';
import { createDeliveryReader } from '../../src/ingest/reading.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';
import { silentLog } from '../../src/log.ts';
import { generate } from '../generator/generate.ts';
import { inTemporaryFolder } from './reading.ts';

export interface Speed {
  documents: number;
  /** Documents in a second of processor time. */
  getText: number;
  reading: number;
  /** reading / getText */
  ratio: number;
  /** Documents in a second, through the reading processes: split, judged, read, grouped. */
  oneProcess: number;
  twoProcesses: number;
  scaling: number;
  /**
   * The scaling that processor time allows on two processors: what the processes and their parent need for a document, with
   * one and with two at work. Other work on the machine does not count; null where the system does not tell (not Linux).
   */
  scalingByProcessorTime: number | null;
  /** Processors of this machine, and its load over the last minute before: with fewer free than two, the scaling says little. */
  processors: number;
}

const rounds = 3;

export async function measureSpeed(wish: { count: number; seed: number }): Promise<Speed> {
  return await inTemporaryFolder(async (folder) => {
    const files: string[] = [];
    const pdfs: Uint8Array[] = [];
    for await (const { pdf, name } of generate({ ...wish, isHeldOut: false, papers: 0 })) {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, pdf);
      files.push(file);
      pdfs.push(pdf);
    }
    const getText = async () => {
      for (const pdf of pdfs) {
        const parser = new PDFParse({ data: new Uint8Array(pdf), verbosity: 0 });
        await parser.getText();
        await parser.destroy();
      }
    };
    const reading = async () => {
      for (const file of files)
        await readDocument(file, mediaTypes.pdf, false, { limits: defaultReadingLimits });
    };
    const single = await bestOf([getText, reading], processorSeconds);
    const pooled = await compareProcesses(files);
    const [ofGetText = 0, ofReading = 0] = single.map((seconds) => perSecond(files.length, seconds));
    const [one = 0, two = 0] = pooled.map((seconds) => perSecond(files.length, seconds));
    return {
      documents: files.length,
      getText: ofGetText,
      reading: ofReading,
      ratio: rounded(ofReading / ofGetText),
      oneProcess: one,
      twoProcesses: two,
      scaling: rounded(two / one),
      scalingByProcessorTime: await scalingAllowed(files),
      processors: availableParallelism(),
    };
  });
}

async function compareProcesses(files: readonly string[]): Promise<number[]> {
  const readers = [1, 2].map((processes) => createDeliveryReader({ processes }, silentLog));
  try {
    return await bestOf(
      readers.map((reader) => async () => {
        await Promise.all(files.map(async (file) => await reader.readFile(file)));
      }),
      wallSeconds,
    );
  } finally {
    await Promise.all(readers.map(async (reader) => await reader.close()));
  }
}

/** With one process the parent's work is done beside it; with two, both processors share all of it. */
async function scalingAllowed(files: readonly string[]): Promise<number | null> {
  const [one, two] = [await secondsOf(files, 1), await secondsOf(files, 2)];
  if (one === null || two === null) return null;
  const alone = Math.max(one.children, one.parent);
  return rounded(alone / Math.max((two.children + two.parent) / 2, two.parent));
}

/** Processor time for all files, after a warm-up, of this process and of its reading processes: the least of several rounds. */
async function secondsOf(
  files: readonly string[],
  processes: number,
): Promise<Record<'parent' | 'children', number> | null> {
  const reader = createDeliveryReader({ processes }, silentLog);
  const readAll = async () => await Promise.all(files.map(async (file) => await reader.readFile(file)));
  const least = { parent: Number.POSITIVE_INFINITY, children: Number.POSITIVE_INFINITY };
  try {
    await readAll();
    for (let round = 0; round < rounds; round++) {
      const before = { parent: processorSeconds(), children: await childSeconds() };
      await readAll();
      const after = { parent: processorSeconds(), children: await childSeconds() };
      if (before.children === null || after.children === null) return null;
      least.parent = Math.min(least.parent, after.parent - before.parent);
      least.children = Math.min(least.children, after.children - before.children);
    }
    return least;
  } finally {
    await reader.close();
  }
}

/** proc(5): fields of /proc/<pid>/stat after the name in parentheses, and the usual length of a tick. */
const field = { parent: 1, user: 11, system: 12 };
const ticksPerSecond = 100;

async function childSeconds(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  let ticks = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    if (Number(fields[field.parent]) !== process.pid) continue;
    ticks += Number(fields[field.user]) + Number(fields[field.system]);
  }
  return ticks / ticksPerSecond;
}

type Clock = () => number;

const processorSeconds: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const wallSeconds: Clock = () => performance.now() / 1000;

/** The shortest of several rounds for each, taken in turn, after one that only warms up. */
async function bestOf(works: readonly (() => Promise<void>)[], clock: Clock): Promise<number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (const work of works) await work();
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const before = clock();
      await work();
      best[index] = Math.min(best[index] ?? 0, clock() - before);
    }
  }
  return best;
}

function perSecond(count: number, seconds: number): number {
  return Math.round((10 * count) / seconds) / 10;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
