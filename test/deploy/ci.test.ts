/** What a change must pass is what the README tells a stranger to type. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

const script = await readFile('.ci/run', 'utf8');
const run = [...script.matchAll(/^phase '([^']+)' (npm .+)$/gm)].map(([, name, command]) => ({
  name,
  command,
}));

test('.ci/run runs the README’s commands, and each says what it is', async () => {
  const readme = await readFile('README.md', 'utf8');
  const block = /## Two commands[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const told = block
    .replace(/#.*$/gm, '')
    .split(/\n|&&/)
    .map((command) => command.trim())
    .filter(Boolean);
  const plain = run.map(({ command = '' }) => command.replace(' --no-progress', ''));
  expect([...new Set(told)].sort()).toEqual([...plain].sort());
  expect(run.map(({ name }) => name)).toEqual(plain);
  expect(plain[0]).toBe('npm ci');
});

test('the scripts that it runs exist', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const names = run.flatMap(({ command = '' }) => /^npm (?:run )?(test|demo)\b/.exec(command)?.[1] ?? []);
  expect(names).toEqual(['test', 'demo']);
  expect(names.filter((name) => !scripts[name])).toEqual([]);
});

test('it is a script that can be started and stops at the first failure', () => {
  expect(statSync('.ci/run').mode & 0o111).toBe(0o111);
  expect(script).toContain('set -euo pipefail');
  expect(execFileSync('bash', ['-n', '.ci/run'], { encoding: 'utf8' })).toBe('');
});
