/**
 * The model of the protocol, checked by spin in every order of steps within its bounds. Broken variants must be found
 * broken, or the model would prove nothing.
 */
import { describe, expect, test } from '@jest/globals';
import { findProgram } from '../support/programs.ts';
import { checkModel } from './check-model.ts';

/** Seconds of one core; more where many share it. */
const patienceMs = 10 * 60_000;

const areHere = findProgram('spin') !== null && findProgram('gcc') !== null;

if (areHere) {
  describe('the model holds', () => {
    test.each([
      { what: 'copies are put back over each other', bounds: ['HANDOVERS=0', 'OVERWRITES=1', 'HEADS=5'] },
      { what: 'the authority is handed over', bounds: ['HANDOVERS=1', 'OVERWRITES=0', 'HEADS=3'] },
    ])(
      'while $what, in every order of steps',
      async ({ what, bounds }) => {
        const { states, ...found } = await checkModel(...bounds);
        console.info(`${states} states while ${what} (${bounds.join(' ')})`);
        expect(found).toEqual({ errors: 0, isComplete: true });
        expect(states).toBeGreaterThan(100_000);
      },
      patienceMs,
    );
  });

  describe('the model is found broken', () => {
    test.each([
      { rule: 'the fence', bounds: ['NO_FENCE', 'HANDOVERS=1', 'OVERWRITES=0', 'HEADS=3'] },
      { rule: 'the expected head', bounds: ['NO_HEAD', 'HANDOVERS=0', 'OVERWRITES=1', 'HEADS=5'] },
      { rule: 'the branch that was left', bounds: ['NO_BRANCH', 'HANDOVERS=0', 'OVERWRITES=1', 'HEADS=5'] },
      { rule: 'the look for receipts', bounds: ['NO_RECEIPT', 'HANDOVERS=0', 'OVERWRITES=1', 'HEADS=5'] },
    ])(
      'without $rule',
      async ({ bounds }) => {
        expect((await checkModel(...bounds)).errors).toBe(1);
      },
      patienceMs,
    );
  });
} else {
  test.skip('spin and gcc are not installed (Debian: apt-get install spin gcc libc6-dev); the model was not checked', () => {});
}
