/** `npm run demo` is a promise too: it ends with closed sums on whichever mail server the machine has. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Closing } from '../../demo/closing.ts';
import { describeWithDovecot } from '../support/dovecot.ts';

async function play(...words: string[]): Promise<Closing> {
  const child = spawn(process.execPath, [path.resolve('demo/main.ts'), '--json', ...words], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = [child.stdout, child.stderr].map(async (stream) => {
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += chunk;
    return text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const [answer = '', story = ''] = await Promise.all(texts);
  if (code !== 0) throw new Error(`the demo ended with ${code}:\n${story}${answer}`);
  return JSON.parse(answer) as Closing;
}

function expectClosed(closing: Closing): void {
  expect(closing).toMatchObject({ lost: 0, twice: 0, deletedByPeople: 1, faults: [] });
  expect(closing.overwritten).toBeGreaterThan(3);
  expect(closing.healed).toBe(closing.overwritten);
  expect(closing.applied).toBe(closing.arrived - 1);
  expect(closing.waited).toBeGreaterThan(2);
  expect(closing.appliedAfterwards).toBe(closing.waited);
}

describeWithDovecot('both stories, with Dovecot,', () => {
  test('close their sums', async () => expectClosed(await play()), 180_000);
});

test('both stories, with the mail server in this process, close their sums', async () => {
  expectClosed(await play('--without-dovecot'));
}, 180_000);
