/**
 * The model of the protocol (protocol.pml), checked by spin: every order of steps within its bounds. Broken variants must
 * be found broken, or the model would prove nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const isHere = ['spin', 'gcc'].every((program) => spawnSync('which', [program]).status === 0);
const testWithSpin = isHere || process.env.CI === 'true' ? test : test.skip;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'staging-post-model-'));
  copyFileSync(path.resolve('test/model/protocol.pml'), path.join(folder, 'protocol.pml'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many errors spin finds (it stops at the first), whether it looked at everything, and how many states it saw. */
function check(...defines: string[]): { errors: number; isComplete: boolean; states: number } {
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(program, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  run('spin', '-a', ...defines.map((define) => `-D${define}`), 'protocol.pml');
  run('gcc', '-w', '-O2', '-DSAFETY', '-DCOLLAPSE', '-o', 'pan', 'pan.c');
  const said = run('./pan', '-m100000', '-w22');
  const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? Number.NaN);
  return {
    errors: number(/errors: (\d+)/),
    isComplete: !/Search not completed|max search depth too small/.test(said),
    states: number(/(\d+) states, stored/),
  };
}

testWithSpin.each([
  { name: 'while copies are put back over each other', defines: ['HANDOVERS=0', 'OVERWRITES=1'] },
  { name: 'while the authority is handed over', defines: ['HANDOVERS=1', 'OVERWRITES=0'] },
])('the model holds $name, in every order of steps', ({ defines }) => {
  const { errors, isComplete, states } = check(...defines);
  expect({ errors, isComplete }).toEqual({ errors: 0, isComplete: true });
  expect(states).toBeGreaterThan(10_000);
});

testWithSpin.each([
  { variant: 'NO_FENCE', defines: ['HANDOVERS=1', 'OVERWRITES=0'] },
  { variant: 'NO_HEAD', defines: ['HANDOVERS=0', 'OVERWRITES=1'] },
  { variant: 'NO_BRANCH', defines: ['HANDOVERS=0', 'OVERWRITES=1'] },
  { variant: 'NO_RECEIPT', defines: ['HANDOVERS=0', 'OVERWRITES=1'] },
])('without its rule, $variant is found broken', ({ variant, defines }) => {
  expect(check(variant, ...defines).errors).toBeGreaterThan(0);
});
