import { availableParallelism } from 'node:os';

/** Tests are TypeScript ES modules, run by Node's own module loader; swc only strips the types. */
export default {
  testEnvironment: 'node',
  // Real servers on a busy machine: long enough never to be the reason.
  testTimeout: 60_000,
  // Much of the time is spent waiting for servers and processes: two files at once even where only two cores are.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/test/support/longest-first-sequencer.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/postgres-setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.ts',
  reporters: ['default', '<rootDir>/test/support/closing-line-reporter.js'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
      },
    ],
  },
};
