/** docker-compose.yml says nothing that the program, the image or .env.example do not know. */
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../../src/cli/commands.ts';
import { variables } from '../../src/config.ts';
import { interpolationsIn, readComposeFile } from './compose-file.ts';
import { readEnvExample } from './env-example.ts';

const file = await readComposeFile();
const services = Object.entries(file.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const example = await readEnvExample();

describe('the variables of docker-compose.yml', () => {
  const used = interpolationsIn(file.text.replace(/#.*$/gm, ''));

  test('are explained in .env.example, and those there for compose alone are all used', () => {
    const explained = [...example.settings, ...example.composeOnly].map(({ name }) => name);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ name }) => !explained.includes(name))).toEqual([]);
    const names = used.map(({ name }) => name);
    expect(example.composeOnly.filter(({ name }) => !names.includes(name))).toEqual([]);
  });

  test('have the defaults that .env.example tells', () => {
    const defaults = used.filter(({ operator }) => operator === ':-');
    const told = new Map(example.composeOnly.map(({ name, standard }) => [name, standard]));
    expect(defaults.map(({ name, operand }) => [name, operand])).toEqual(
      defaults.map(({ name }) => [name, told.get(name)]),
    );
  });

  test('have no default where they are secret: compose refuses to start, or nobody gets in', () => {
    const secrets = used.filter(({ name }) => /PASSWORD|KEY|SECRET|TOKEN/.test(name));
    expect(secrets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POSTGRES_PASSWORD', 'STAGING_POST_SECRET_KEY']),
    );
    const needed = secrets.filter(({ operator, operand }) => operator === ':?' && operand !== '');
    // Compose looks at the variables of all profiles: one that is not always needed cannot be asked for like that.
    const left = secrets.filter((secret) => !needed.includes(secret));
    expect(left).toEqual([{ name: 'IMAP_TEST_PASSWORD', operator: ':-', operand: '' }]);
  });
});

test('no password stands in the clear, neither as a value nor in an address', () => {
  const values = services.flatMap(([, { environment = {}, command = [] }]) => [
    ...Object.entries(environment),
    ...command.map((word) => ['command', word] as const),
  ]);
  const secret = values.filter(([name]) => /PASSWORD|KEY|SECRET|TOKEN/.test(name));
  expect(secret.length).toBeGreaterThan(0);
  expect(secret.filter(([, value]) => !/^\$\{[^}]+\}$/.test(value))).toEqual([]);
  const inAddresses = values.flatMap(([, value]) => [...value.matchAll(/:\/\/[^:/@]*:(.+)@/g)]);
  expect(inAddresses.length).toBeGreaterThan(0);
  expect(inAddresses.filter(([, password]) => !/^\$\{[^}]+\}$/.test(password ?? ''))).toEqual([]);
});

describe('our own services', () => {
  test('are given every setting of .env, and otherwise only variables that the program knows', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [, { env_file, environment = {} }] of ours) {
      expect(env_file).toEqual([{ path: '.env', required: false }]);
      expect(Object.keys(environment).filter((name) => !(name in variables))).toEqual([]);
    }
  });

  test('run commands that exist', () => {
    const commands = ours.map(([, { command }]) => command?.join(' '));
    expect(commands).toContain('start');
    expect(commands.filter((command) => !commandNames().includes(command ?? ''))).toEqual([]);
  });
});

test('whatever runs on is watched by a health check; what the image brings along is enough', () => {
  const longRunning = services.filter(([, { restart }]) => restart !== 'no');
  expect(longRunning.length).toBeGreaterThan(2);
  const unwatched = longRunning.filter(
    ([, { healthcheck, build }]) => !healthcheck?.test && (build === undefined || healthcheck?.disable),
  );
  expect(unwatched.map(([name]) => name)).toEqual([]);
});

test('data lies in named volumes; the one folder of the host is the copies’', () => {
  const mounts = services.flatMap(([, { volumes = [] }]) => volumes);
  const [named, host] = [
    mounts.filter((mount) => /^\w+:/.test(mount)),
    mounts.filter((m) => !/^\w+:/.test(m)),
  ];
  expect(new Set(named.map((mount) => mount.split(':')[0]))).toEqual(new Set(Object.keys(file.volumes)));
  expect(host).toEqual([
    `\${COPIES_DIR:-${example.composeOnly.find(({ name }) => name === 'COPIES_DIR')?.standard}}:/copies`,
  ]);
  for (const name of ['postgres', 'worker', 'redis']) {
    expect(file.services[name]?.volumes?.some((mount) => /^\w+:/.test(mount))).toBe(true);
  }
});

test('whatever is published is published to this machine alone', () => {
  const ports = services.flatMap(([, service]) => service.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});

test('what not everybody needs is started only when asked for', () => {
  const optional = services.filter(([, { profiles }]) => profiles !== undefined).map(([name]) => name);
  expect(optional).toEqual(['redis', 'imap-test']);
});

test('images are named with their version', () => {
  const images = services.flatMap(([, { image }]) => image ?? []);
  expect(images.filter((image) => !/:\d/.test(image))).toEqual([]);
});
