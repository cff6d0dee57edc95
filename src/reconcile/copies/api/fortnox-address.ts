/** The address of a company in Fortnox, and what is to be known besides. */
import { StagingPostError } from '../../../errors.ts';
import { isLoopback } from '../loopback.ts';

export interface FortnoxAddress {
  /** Of the API, without a slash at its end. */
  base: string;
  clientId: string;
  clientSecret: string;
  tenant: string;
  tokenUrl: string;
  costAccount: string;
  lookEveryMs: number;
  /** Requests in five seconds. */
  requests: number;
}

const options = ['driver', 'tenant', 'token-url', 'cost-account', 'look-every', 'requests'];

/**
 * @param url `https://<client id>:<client secret>@api.fortnox.se/3?tenant=<number>`; also `cost-account` (4000 if not given),
 *   `look-every` (seconds, 600), `requests` (in five seconds, 25), and for another host `driver=fortnox` and `token-url`
 * @throws StagingPostError `copy_url_invalid`
 */
export function readFortnoxAddress(url: string): FortnoxAddress {
  if (!URL.canParse(url)) throw invalid('the address of the copy cannot be read');
  const { protocol, hostname, host, pathname, username, password, searchParams } = new URL(url);
  if (searchParams.get('driver') !== 'fortnox' && hostname !== 'api.fortnox.se') {
    throw invalid('the address of an accounting API names its driver: driver=fortnox');
  }
  const unknown = [...searchParams.keys()].filter((name) => !options.includes(name));
  if (unknown.length > 0)
    throw invalid(`the address of the copy has an unknown option: ${unknown.join(', ')}`);
  const tokenUrl = searchParams.get('token-url') ?? 'https://apps.fortnox.se/oauth-v1/token';
  for (const address of [url, tokenUrl]) refuseOpen(address);
  const tenant = searchParams.get('tenant') ?? '';
  if (tenant === '') throw invalid('the address of the copy names no tenant: which company is meant?');
  if (username === '' || password === '')
    throw invalid('the address of the copy needs client id and client secret');
  return {
    base: `${protocol}//${host}${pathname.replace(/\/+$/, '')}`,
    clientId: decodeURIComponent(username),
    clientSecret: decodeURIComponent(password),
    tenant,
    tokenUrl,
    costAccount: number(searchParams, 'cost-account', '4000'),
    lookEveryMs: Number(number(searchParams, 'look-every', '600')) * 1_000,
    requests: Math.max(1, Number(number(searchParams, 'requests', '25'))),
  };
}

/** Credentials go over an encrypted line only. */
function refuseOpen(address: string): void {
  if (!URL.canParse(address)) throw invalid('an address cannot be read');
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))) return;
  throw invalid('an accounting API is asked over https only');
}

function number(searchParams: URLSearchParams, name: string, otherwise: string): string {
  const text = searchParams.get(name) ?? otherwise;
  if (!/^\d{1,6}$/.test(text)) throw invalid(`${name}=${text} is no number`);
  return text;
}

function invalid(message: string): StagingPostError {
  return new StagingPostError('copy_url_invalid', message, {
    kind: 'usage',
    hint: 'Write it as https://<client id>:<client secret>@api.fortnox.se/3?tenant=<number>; with --password-stdin the secret stays out of sight.',
  });
}
