/** Whatever a command ends with that is not an answer: what went wrong, what to do next, and the exit code. */
import { CommanderError } from 'commander';
import { exitCodes, messageOf, StagingPostError } from '../errors.ts';
import { harmless } from './render.ts';

export interface Failure {
  code: string;
  message: string;
  hint: string | null;
  details: Record<string, unknown>;
  exitCode: number;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof StagingPostError) {
    const { code, message, hint = null, details, kind } = error;
    return { code, message, hint, details, exitCode: exitCodes[kind] };
  }
  if (error instanceof CommanderError) return wrongWords(error);
  return {
    code: 'unexpected',
    message: messageOf(error),
    hint: 'Run it again with STAGING_POST_LOG_LEVEL=debug to see where it comes from.',
    details: {},
    exitCode: exitCodes.failure,
  };
}

/** `{"error": …}` as `--json` prints it. */
export function failureAsJson({ code, message, hint, details }: Failure): unknown {
  return { error: { code, message, hint, details } };
}

export function failureAsText({ message, hint }: Failure): string {
  const lines = (label: string, text: string) => `${label}: ${text.split('\n').map(harmless).join('\n')}\n`;
  return lines('error', message) + (hint ? lines('hint', hint) : '');
}

/** What commander says about unknown commands and options, in our form: its "(Did you mean …?)" is the hint. */
function wrongWords(error: CommanderError): Failure {
  const text = error.message.replace(/^error: /, '');
  const suggestion = /\n?\((Did you mean [^)]*)\)/.exec(text);
  return {
    code: error.code.replace(/^commander\./, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    message: suggestion ? text.replace(suggestion[0], '') : text,
    hint: suggestion?.[1] ?? 'See what there is with: staging-post --help',
    details: {},
    exitCode: exitCodes.usage,
  };
}
