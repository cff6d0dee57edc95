import { availableParallelism } from 'node:os';
import path from 'node:path';

// As the launcher sets it: the processes that tests start find what others have compiled.
process.env.NODE_COMPILE_CACHE ||= path.join(import.meta.dirname, 'node_modules/.cache/staging-post');

/** Tests are TypeScript ES modules, run by Node's own module loader; swc only strips the types. */
export default {
  testEnvironment: 'node',
  // Real servers on a busy machine: long enough never to be the reason.
  testTimeout: 60_000,
  // A third of the time is spent waiting for servers and processes: one file more than there are processors.
  maxWorkers: availableParallelism() + 1,
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
