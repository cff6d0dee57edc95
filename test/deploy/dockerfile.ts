/** The Dockerfile as tests read it: instructions in order, continued lines joined. */
import { readFile } from 'node:fs/promises';

export interface Instruction {
  word: string;
  rest: string;
}

export async function readDockerfile(): Promise<Instruction[]> {
  const text = (await readFile('Dockerfile', 'utf8')).replace(/\\\n/g, ' ');
  return text
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word, rest: rest.join(' ') };
    });
}

/** What an instruction in the exec form runs: `["staging-post", "status"]`. */
export function execForm(rest: string): string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[];
}

/** The sources of every COPY out of the build context; those out of another stage are not among them. */
export function copiedFromContext(instructions: readonly Instruction[]): string[] {
  return instructions
    .filter(({ word, rest }) => word === 'COPY' && !rest.includes('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1))
    .map((source) => source.replace(/^\.\//, ''));
}
