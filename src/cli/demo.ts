/** `demo`: the story of docs/protocol.md, played on this machine. It is part of the repository, not of an installation. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { exitCodes, StagingPostError } from '../errors.ts';
import type { Runner } from './context.ts';

const script = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));

export function addDemoCommand(program: Command, run: Runner): void {
  program
    .command('demo')
    .description(
      'watch it happen: invoices by mail, an overwritten database, and everything back (in a clone of the repository)',
    )
    .argument('[words...]', 'passed on to the demo, such as --keep')
    .allowUnknownOption()
    .passThroughOptions()
    .action(
      run(async ({ json }, words: string[]) => {
        if (!existsSync(script)) {
          throw new StagingPostError('demo_missing', 'the demo is not part of this installation', {
            kind: 'notFound',
            hint: 'Clone the repository, then: npm ci && npm run demo',
          });
        }
        const exitCode = await play(json ? ['--json', ...words] : words);
        return { json: undefined, blocks: [], exitCode };
      }),
    );
}

/** The demo hears the terminal's signals itself; we wait for it to end. */
async function play(words: readonly string[]): Promise<number> {
  const ignore = () => undefined;
  process.on('SIGINT', ignore).on('SIGTERM', ignore);
  try {
    const child = spawn(process.execPath, [script, ...words], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? exitCodes.failure;
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', ignore);
  }
}
