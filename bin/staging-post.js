#!/usr/bin/env node
// The launcher: plain JavaScript that any Node can read, so that one that is too old is told so instead of failing.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = 24;

if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `error: Staging Post needs Node ${needed} or newer, this is ${process.version}: run it as "npx staging-post" or "npm run staging-post" (npm brings the right Node along after "npm ci"), or install Node ${needed}\n`,
  );
  process.exit(2);
}
// Half of a start is compiling. What is compiled is kept where only who installed this may write, not in the temporary folder of
// all users; the processes that it starts find it by the variable. Where it cannot be written Node goes on without.
process.env.NODE_COMPILE_CACHE ||= fileURLToPath(
  new URL('../node_modules/.cache/staging-post', import.meta.url),
);
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
const { run } = await import('../src/cli/main.ts').catch((error) => {
  if (error.code !== 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING') throw error;
  // Node runs TypeScript as it stands, but not what was installed as a part of something else.
  process.stderr.write(
    'error: Staging Post cannot run from within node_modules: run it from a clone of its repository, or from its image\n',
  );
  process.exit(2);
});
await run(process.argv.slice(2));
