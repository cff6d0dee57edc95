/** The layout keeps its promises: dependencies point one way, and no file grows past what one sitting can read. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const linesMax = 400;

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}

/** The project's own files that a file imports, relative to the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    path.relative(root, path.resolve(root, path.dirname(file), target ?? '')),
  );
}

/** For each room of the house, the rooms it may look into besides itself and the files directly under src/. */
const mayImport: Record<string, string[]> = {
  'src/invoice': [],
  'src/staging': ['src/invoice'],
  'src/ingest': ['src/invoice', 'src/staging'],
  'src/reconcile': ['src/invoice', 'src/staging'],
};

describe('the layers', () => {
  test.each(Object.entries(mayImport))('%s imports only what stands below it', (room, allowed) => {
    const files = filesBelow(room);
    expect(files.length).toBeGreaterThan(0);
    const outside = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => path.dirname(target) !== 'src')
        .filter((target) => ![room, ...allowed].some((place) => target.startsWith(`${place}/`)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(outside).toEqual([]);
  });

  test('the shared files directly under src import no room but the invoice, except main, which wires', () => {
    const shared = readdirSync(path.join(root, 'src'), { encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
      .map((file) => path.join('src', file));
    const outside = shared.flatMap((file) =>
      importsOf(file).filter(
        (target) => path.dirname(target) !== 'src' && !target.startsWith('src/invoice/'),
      ),
    );
    expect(outside).toEqual([]);
  });

  test('src never imports from test, demo or bench', () => {
    const outside = filesBelow('src').filter((file) =>
      importsOf(file).some((target) => !target.startsWith('src/') && !target.endsWith('package.json')),
    );
    expect(outside).toEqual([]);
  });
});

/**
 * Rooms within a room, each looking only into those before it. Of the files that stand beside them they may use the `base`; the others put
 * the rooms together.
 */
const innerRooms: Record<string, { base: string[]; rooms: string[] }> = {
  'src/staging': {
    base: ['events', 'file-lock', 'ledger', 'originals', 'secrets', 'short-ids', 'states'],
    rooms: ['postgres', 'queue', 'books', 'invoices', 'applying', 'mail'],
  },
  'src/ingest/pdf': {
    base: [],
    rooms: [
      'text',
      'labels',
      'values',
      'page',
      'choosing',
      'amounts',
      'dates',
      'totals',
      'parties',
      'payment',
      'numbers',
      'lines',
    ],
  },
};

describe.each(Object.entries(innerRooms))('in %s', (house, { base, rooms }) => {
  test.each(rooms)('%s imports only the rooms before it', (room) => {
    const files = filesBelow(`${house}/${room}`);
    expect(files.length).toBeGreaterThan(0);
    const open = rooms.slice(0, rooms.indexOf(room) + 1).map((place) => `${house}/${place}/`);
    const shared = base.map((name) => `${house}/${name}.ts`);
    const outside = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith(`${house}/`) && !shared.includes(target))
        .filter((target) => !open.some((place) => target.startsWith(place)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(outside).toEqual([]);
  });
});

test.each(['src', 'test', 'demo', 'bench'])(
  'no file under %s is longer than one sitting can read',
  (folder) => {
    const long = filesBelow(folder)
      .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > linesMax);
    expect(long).toEqual([]);
  },
);
