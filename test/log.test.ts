/** What is logged is one JSON object a line, on stderr, and never a secret. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const logModule = new URL('../src/log.ts', import.meta.url).href;
const secret = 'hemligt-42';

/** Logs in a process of its own: the log writes to the file descriptor itself. */
function logged(
  level: string,
  statements: string,
): { lines: Record<string, unknown>[]; raw: string; out: string } {
  const script = `import { createLog } from ${JSON.stringify(logModule)};
    const secret = ${JSON.stringify(secret)};
    const log = createLog(${JSON.stringify(level)});
    ${statements}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = stderr.split('\n').filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line)), raw: stderr, out: stdout };
}

test('a line has its level by name and its time in UTC, and nothing of it is on stdout', () => {
  const { lines, out } = logged(
    'info',
    `log.child({ mailbox: 'inbox' }).warn({ uid: 7 }, 'cannot be fetched');`,
  );
  expect(lines).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      mailbox: 'inbox',
      uid: 7,
      msg: 'cannot be fetched',
    },
  ]);
  expect(out).toBe('');
});

test.each(['password', 'pass', 'secret', 'token', 'url', 'connectionString'])(
  'the value of a field named %s is never written, on the first level or the second',
  (field) => {
    const { lines, raw } = logged(
      'debug',
      `log.info({ ${field}: secret, inner: { ${field}: secret, kept: 1 } }, 'x');
       log.child({ ${field}: secret }).error('y');`,
    );
    expect(lines).toMatchObject([
      { [field]: '[redacted]', inner: { [field]: '[redacted]', kept: 1 } },
      { [field]: '[redacted]' },
    ]);
    expect(raw).not.toContain(secret);
  },
);

test.each([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['silent', 0],
])('at %s, %d of the four levels are written', (level, written) => {
  const { lines } = logged(level, `for (const each of ['debug', 'info', 'warn', 'error']) log[each]('x');`);
  expect(lines).toHaveLength(written);
});
