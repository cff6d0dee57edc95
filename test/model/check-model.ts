/** The model of the protocol (protocol.pml) and spin, which tries every order of its steps within the given bounds. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const model = fileURLToPath(new URL('protocol.pml', import.meta.url));

export interface ModelChecked {
  /** spin stops at the first. */
  errors: number;
  /** Whether it looked at every state. */
  isComplete: boolean;
  states: number;
}

/** With these definitions (`HANDOVERS=1`, `NO_FENCE` …) instead of those that stand in the model. */
export async function checkModel(...definitions: readonly string[]): Promise<ModelChecked> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-model-'));
  try {
    await copyFile(model, path.join(folder, 'protocol.pml'));
    const options = { cwd: folder, maxBuffer: 16 * 1024 * 1024 };
    await run('spin', ['-a', ...definitions.map((each) => `-D${each}`), 'protocol.pml'], options);
    await run('gcc', ['-w', '-O1', '-DSAFETY', '-DCOLLAPSE', '-o', 'pan', 'pan.c'], options);
    const { stdout } = await run(path.join(folder, 'pan'), ['-m100000', '-w22'], options);
    const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
    return {
      errors: number(/errors: (\d+)/),
      isComplete: !/Search not completed|max search depth too small/.test(stdout),
      states: number(/(\d+) states, stored/),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
