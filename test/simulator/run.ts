/** Runs the simulator in a process of its own: its stand-ins take the place of modules, which only a fresh process allows. */
import { execFile } from 'node:child_process';
import path from 'node:path';

export async function runSimulator(
  parameters: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ failed: boolean; said: string }> {
  const hooks = path.resolve('test/simulator/hooks.ts');
  const main = path.resolve('test/simulator/main.ts');
  return await new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', hooks, main, ...parameters],
      { env: { ...process.env, NODE_OPTIONS: '', ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ failed: error !== null, said: `${stdout}${stderr}` }),
    );
  });
}
