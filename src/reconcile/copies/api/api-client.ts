/**
 * Requests to an accounting API: its pace kept, its token renewed, what passes by itself waited for, and every answer told
 * apart as the port of copies wants it: passing (CopyUnreachableError), of this invoice alone (RefusedByCopyError), or
 * lasting (CopyUnusableError). A write whose answer did not come is an `AnswerLostError`: only a read can tell.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, StagingPostError } from '../../../errors.ts';
import { CopyUnreachableError, CopyUnusableError, RefusedByCopyError } from '../errors.ts';
import type { Pace } from './pace.ts';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the address of the API. */
  path: string;
  query?: Record<string, string>;
  /** Sent as JSON, or as it is. */
  body?: Record<string, unknown> | FormData;
}

export interface ApiSettings {
  /** Of the API, without a slash at its end. */
  base: string;
  pace: Pace;
  /** A token that is good now; after a 401 another one. */
  token(renewed: boolean): Promise<string>;
  /** What an answer that is no success says, in words, or null. */
  readProblem(body: unknown): string | null;
  timeoutMs: number;
}

export interface ApiClient {
  /** The answer's JSON; null where what is asked for is not there (404). */
  ask(request: ApiRequest): Promise<unknown>;
}

/** Sent, and perhaps done. */
export class AnswerLostError extends CopyUnreachableError {}

const answerBytesMax = 32 * 1024 * 1024;
const attemptsMax = 4;
/** A server that asks for more patience is left to the next sweep. */
const waitMaxMs = 15_000;

export function openApiClient(settings: ApiSettings): ApiClient {
  return {
    async ask(request) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await once(settings, request, attempt);
        if (!('retryAfterMs' in answer)) return answer.body;
        await sleep(answer.retryAfterMs);
      }
    },
  };
}

type Answer = { body: unknown } | { retryAfterMs: number };

async function once(settings: ApiSettings, request: ApiRequest, attempt: number): Promise<Answer> {
  const isRead = request.method === 'GET';
  await settings.pace.turn();
  const token = await settings.token(false);
  let response: Response;
  let text: string;
  try {
    response = await send(settings, request, token);
    text = await readLimited(response);
  } catch (error) {
    if (isRead && attempt < attemptsMax) return { retryAfterMs: backoffMs(attempt) };
    if (error instanceof StagingPostError) throw error;
    throw lost(isRead, `${request.method} ${request.path} got no answer: ${reasonOf(error)}`, error);
  }
  const { status } = response;
  const body = parsed(text);
  if (status >= 200 && status < 300) return { body };
  if (status === 404 && isRead) return { body: null };
  const said = `${request.method} ${request.path} was answered with ${status}: ${settings.readProblem(body) ?? text.slice(0, 200)}`;
  if (status === 401 && attempt === 1) {
    await settings.token(true);
    return { retryAfterMs: 0 };
  }
  if (status === 429) {
    // Not done, so it may be said again, also a write.
    const retryAfterMs = retryAfterOf(response) ?? backoffMs(attempt + 2);
    if (attempt < attemptsMax && retryAfterMs <= waitMaxMs) return { retryAfterMs };
    throw new CopyUnreachableError(said, {
      hint: 'Nothing to do: the API allows no more requests just now; it is tried again.',
    });
  }
  if (status >= 500) {
    if (isRead && attempt < attemptsMax)
      return { retryAfterMs: retryAfterOf(response) ?? backoffMs(attempt) };
    throw lost(isRead, said);
  }
  throw problem(status, said);
}

function problem(status: number, said: string): StagingPostError {
  if (status === 401 || status === 403) {
    return new CopyUnusableError('copy_permission', said, {
      hint: 'Give the integration the rights that the message names; for other credentials: staging-post copy set <book> <name> --url …',
    });
  }
  if ([400, 409, 422].includes(status)) return new RefusedByCopyError(said);
  return new CopyUnusableError('copy_answer', said, {
    hint: 'This is not what the API is known to answer: is its address right, and has it changed?',
  });
}

function lost(isRead: boolean, message: string, cause?: unknown): CopyUnreachableError {
  const options = { cause, hint: 'Nothing to do: it is looked at, and tried again.' };
  return isRead ? new CopyUnreachableError(message, options) : new AnswerLostError(message, options);
}

async function send(
  { base, timeoutMs }: ApiSettings,
  { method, path, query = {}, body }: ApiRequest,
  token: string,
): Promise<Response> {
  const search = new URLSearchParams(query).toString();
  const isForm = body instanceof FormData;
  return await fetch(`${base}/${path}${search ? `?${search}` : ''}`, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
}

export async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > answerBytesMax) {
      throw new CopyUnusableError('copy_answer', `an answer is longer than ${answerBytesMax} bytes`, {
        hint: 'Is the address of the API right?',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function backoffMs(attempt: number): number {
  return 50 * 4 ** attempt;
}

/** Seconds, as RFC 9110 10.2.3 has it; a date is not what these APIs send. */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

/** The cause says more than "fetch failed", and neither holds the address. */
export function reasonOf(error: unknown): string {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return messageOf(cause ?? error);
}
