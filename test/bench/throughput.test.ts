import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { numbersIn } from '../../bench/measure/cores.ts';
import { speedSentence } from '../../bench/measure/tables.ts';
import { measureThroughput } from '../../bench/measure/throughput.ts';
import { ublOf } from '../ingest/support/certain.ts';

test('a list of processors is read as the system writes it', () => {
  expect(numbersIn('0-2,5')).toEqual([0, 1, 2, 5]);
  expect(numbersIn('3\n')).toEqual([3]);
  expect(numbersIn('')).toEqual([]);
});

test('the whole path is measured on one core and on two, or it is said why not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughput-'));
  try {
    await writeFile(path.join(folder, 'invoice.xml'), ublOf(1));
    const { oneCore, oneProcess, twoProcesses, byCores, unbound } = await measureThroughput(folder, 1);
    expect(oneProcess).toBeGreaterThan(0);
    expect(twoProcesses).toBeGreaterThan(0);
    expect([oneCore === null, byCores === null]).toEqual([unbound !== null, unbound !== null]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('where nothing can be bound to one core, the reason stands in place of a figure', () => {
  const singly = { documents: 1, getText: 2, reading: 1, ratio: 0.5 };
  const told = speedSentence({
    generated: singly,
    corpus: null,
    throughput: {
      oneCore: null,
      byCores: null,
      unbound: 'taskset is not here',
      oneProcess: 100,
      twoProcesses: 150,
      byProcesses: 1.5,
    },
  });
  expect(told).toContain('one core against two: not measured, taskset is not here');
  expect(told).toContain('with one reading process and its parent beside it 100, with two 150: 1.5 times');
});
