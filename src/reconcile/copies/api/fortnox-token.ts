/** Access tokens of Fortnox by client credentials: good for an hour, one for each client and tenant, in this process alone. */
import { CopyUnreachableError } from '../errors.ts';
import { parsed, readLimited, reasonOf } from './api-client.ts';
import type { FortnoxAddress } from './fortnox-address.ts';

interface Token {
  value: string;
  /** On the clock of `performance.now()`. */
  goodUntil: number;
}

const tokens = new Map<string, Promise<Token>>();
/** Renewed so long before it ends. */
const marginMs = 60_000;

export async function tokenOf(address: FortnoxAddress, renewed: boolean, timeoutMs: number): Promise<string> {
  const key = JSON.stringify([address.tokenUrl, address.clientId, address.clientSecret, address.tenant]);
  const known = renewed ? undefined : await tokens.get(key)?.catch(() => undefined);
  if (known && known.goodUntil > performance.now()) return known.value;
  const fresh = fetchToken(address, timeoutMs);
  tokens.set(key, fresh);
  fresh.catch(() => tokens.delete(key));
  return (await fresh).value;
}

async function fetchToken(
  { tokenUrl, clientId, clientSecret, tenant }: FortnoxAddress,
  timeoutMs: number,
): Promise<Token> {
  const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const response = await fetch(tokenUrl, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { authorization: `Basic ${pair}`, tenantid: tenant, accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).catch((error: unknown) => {
    throw new CopyUnreachableError(`no token was given: ${reasonOf(error)}`, { cause: error });
  });
  const body = (parsed(await readLimited(response)) ?? {}) as Record<string, unknown>;
  const { access_token: value, expires_in: seconds } = body;
  if (response.status === 200 && typeof value === 'string') {
    return { value, goodUntil: performance.now() + Number(seconds ?? 3_600) * 1_000 - marginMs };
  }
  const said = [body.error, body.error_description].filter((part) => typeof part === 'string').join(': ');
  throw new CopyUnreachableError(`no token was given, but ${response.status} ${said}`.trim(), {
    hint: 'Are client id, client secret and tenant right, and does the integration still have its consent there? To correct them: staging-post copy set <book> <name> --url …',
  });
}
