import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';

test('a client that dies in IDLE does not keep the server’s process from ending', async () => {
  const child = spawn(process.execPath, [path.resolve('test/demo/support/idle-client-dies.ts')], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // One that does not end by itself is ended, and has no exit code then.
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += String(text);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, said }).toEqual({ code: 0, said: 'stopped\n' });
}, 40_000);
