import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCipher, loadCipher, parseKey } from '../../src/staging/secrets.ts';

const key = Buffer.alloc(32, 7);
const place = 'mailbox:invoices';

describe('a sealed secret', () => {
  const cipher = createCipher(key);

  test.each(['', 'hunter2', 'lösenord med mellanslag 🔑', 'x'.repeat(10_000)])(
    'opens to what was sealed',
    (plain) => {
      expect(cipher.open(cipher.seal(plain, place), place)).toBe(plain);
    },
  );

  test('is another every time, and never holds the plain text', () => {
    const [one, other] = [cipher.seal('hunter2', place), cipher.seal('hunter2', place)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.split('.')[1] ?? '', 'base64url').includes('hunter2')).toBe(false);
  });

  test('does not open at another place', () => {
    expect(() => cipher.open(cipher.seal('hunter2', place), 'mailbox:other')).toThrow('mailbox:other');
  });

  test('does not open with another key, and says what to do', () => {
    const sealed = createCipher(Buffer.alloc(32, 8)).seal('hunter2', place);
    expect(() => cipher.open(sealed, place)).toThrow(
      expect.objectContaining({
        code: 'secret_unreadable',
        hint: expect.stringContaining('STAGING_POST_SECRET_KEY'),
      }),
    );
  });

  test('does not open when any one of its bytes was altered', () => {
    const sealed = cipher.seal('hunter2', place);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (const at of bytes.keys()) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => cipher.open(`v1.${altered.toString('base64url')}`, place)).toThrow('cannot be opened');
    }
  });

  test('does not open when it was cut short', () => {
    const bytes = Buffer.from(cipher.seal('hunter2', place).slice(3), 'base64url');
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length).toString('base64url');
      expect(() => cipher.open(`v1.${cut}`, place)).toThrow('cannot be opened');
    }
  });

  test.each(['', 'hunter2', 'v2.AAAA', 'v1.'])('"%s" is none', (text) => {
    expect(() => cipher.open(text, place)).toThrow('cannot be opened');
  });
});

describe('a key', () => {
  test.each([
    ['base64', key.toString('base64')],
    ['base64 without padding', key.toString('base64').replace('=', '')],
    ['base64 for URLs', key.toString('base64url')],
    ['hex', key.toString('hex')],
    ['hex in capitals, with a line end', `${key.toString('hex').toUpperCase()}\n`],
  ])('is read as %s', (_, text) => {
    expect(parseKey(text)).toEqual(key);
  });

  test.each([
    '',
    'short',
    'g'.repeat(64),
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('hex'),
  ])('"%s" is none', (text) => {
    expect(parseKey(text)).toBeNull();
  });
});

describe('the key file', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'secrets-'));
  });
  afterEach(async () => await rm(dir, { recursive: true, force: true }));

  test('is made once, whole and private, also when several come first together', async () => {
    const ciphers = await Promise.all(
      Array.from({ length: 8 }, () => loadCipher({ dir: path.join(dir, 'new') })),
    );
    const sealed = ciphers[0]?.seal('hunter2', place) ?? '';
    for (const cipher of ciphers) expect(cipher.open(sealed, place)).toBe('hunter2');
    expect(await readdir(path.join(dir, 'new'))).toEqual(['secret.key']);
    expect((await stat(path.join(dir, 'new', 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  test('is used again', async () => {
    const sealed = (await loadCipher({ dir })).seal('hunter2', place);
    expect((await loadCipher({ dir })).open(sealed, place)).toBe('hunter2');
  });

  test('is refused when others may read it, with the command that mends it', async () => {
    await loadCipher({ dir });
    const file = path.join(dir, 'secret.key');
    await chmod(file, 0o640);
    await expect(loadCipher({ dir })).rejects.toMatchObject({
      code: 'secret_key_exposed',
      hint: `Run: chmod 600 ${file}`,
    });
  });

  test('is refused when it holds no key, and left as it is', async () => {
    const file = path.join(dir, 'secret.key');
    await writeFile(file, 'oops', { mode: 0o600 });
    await expect(loadCipher({ dir })).rejects.toMatchObject({ code: 'secret_key_invalid' });
    expect(await readFile(file, 'utf8')).toBe('oops');
  });

  test('is not made when a key is given', async () => {
    const cipher = await loadCipher({ dir, secretKey: key.toString('base64') });
    expect(createCipher(key).open(cipher.seal('hunter2', place), place)).toBe('hunter2');
    expect(await readdir(dir)).toEqual([]);
  });

  test('a given key that is none is refused without being repeated', async () => {
    const loading = loadCipher({ dir, secretKey: 'hunter2' });
    await expect(loading).rejects.toMatchObject({ code: 'secret_key_invalid' });
    await expect(loading).rejects.not.toThrow('hunter2');
  });
});
