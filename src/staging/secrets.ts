/** Secrets at rest: passwords and URLs are sealed with AES-256-GCM, each bound to the place where it is stored. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, StagingPostError } from '../errors.ts';

export interface Cipher {
  /** Text that may be stored; `context` (such as `mailbox:invoices`) must be the same when opening. */
  seal(plain: string, context: string): string;
  /** @throws StagingPostError `secret_unreadable` when it was sealed with another key, for another place, or was altered. */
  open(sealed: string, context: string): string;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
/** NIST SP 800-38D: 96 random bits for the IV, all 128 bits of the tag. */
const ivBytes = 12;
const tagBytes = 16;
const format = 'v1';

export function createCipher(key: Buffer): Cipher {
  if (key.length !== keyBytes) throw new Error(`a key has ${keyBytes} bytes, not ${key.length}`);
  return {
    seal(plain, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(context));
      const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${format}.${sealed.toString('base64url')}`;
    },
    open(sealed, context) {
      const [version, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (version !== format || bytes.length < ivBytes + tagBytes) throw unreadable(context);
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(bytes.subarray(-tagBytes));
        const plain = [decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()];
        return Buffer.concat(plain).toString('utf8');
      } catch {
        throw unreadable(context);
      }
    },
  };
}

function unreadable(context: string): StagingPostError {
  return new StagingPostError(
    'secret_unreadable',
    `the secret of ${context} cannot be opened with this key`,
    {
      hint: 'Bring back the STAGING_POST_SECRET_KEY or the secret.key file that was in use when it was stored, or store the secret again with: staging-post mailbox set <name>, or: staging-post copy set <book> <name> --url …',
      details: { context },
    },
  );
}

/**
 * The cipher with the given key (32 bytes as base64 or hex), otherwise with the one in `<dir>/secret.key`, which is made on first use.
 * @throws StagingPostError `secret_key_invalid`, `secret_key_exposed` when others may read the file.
 */
export async function loadCipher(options: { secretKey?: string | undefined; dir: string }): Promise<Cipher> {
  if (options.secretKey) return createCipher(decodeKey(options.secretKey, 'STAGING_POST_SECRET_KEY'));
  const file = path.resolve(options.dir, 'secret.key');
  try {
    await createKeyFile(file);
    await assertPrivate(file);
    return createCipher(decodeKey(await readFile(file, 'utf8'), file));
  } catch (error) {
    if (error instanceof StagingPostError) throw error;
    throw new StagingPostError(
      'secret_key_unreadable',
      `the key file ${file} cannot be used: ${messageOf(error)}`,
      {
        hint: 'Run as the user who owns it, or set STAGING_POST_SECRET_KEY.',
        cause: error,
      },
    );
  }
}

/** Reads a key as base64 (44 characters, also without padding or in its URL form) or hex (64). Returns null for anything else. */
export function parseKey(text: string): Buffer | null {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  if (!/^[\w+/-]{43}=?$/.test(trimmed)) return null;
  return Buffer.from(trimmed, 'base64');
}

function decodeKey(text: string, place: string): Buffer {
  const key = parseKey(text);
  if (key) return key;
  throw new StagingPostError(
    'secret_key_invalid',
    `${place} does not hold a key of 32 bytes in base64 or hex`,
    {
      kind: 'usage',
      hint: 'Make one with: openssl rand -base64 32. Secrets stored with another key cannot be opened with it.',
    },
  );
}

/** Written beside its place and linked there, so that it appears whole, and only once when two processes come first together. */
async function createKeyFile(file: string): Promise<void> {
  if (await stat(file).catch(() => null)) return;
  // Others may pass through (the embedded server's own user must), but not look around; the key itself is 0600.
  await mkdir(path.dirname(file), { recursive: true, mode: 0o711 });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`);
    await handle.sync();
    await handle.close();
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await rm(unfinished, { force: true });
  }
}

async function assertPrivate(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new StagingPostError(
    'secret_key_exposed',
    `the key file ${file} may be read by others (mode ${(mode & 0o777).toString(8)})`,
    {
      hint: `Run: chmod 600 ${file}`,
    },
  );
}
