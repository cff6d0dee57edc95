/** `.env.example` as tests read it: what this program reads, and below a ruler what only docker compose reads. */
import { readFile } from 'node:fs/promises';

export interface Variable {
  name: string;
  /** What holds when it is not set; empty where there is no default. */
  standard: string;
}

const ruler = '# --- docker compose only';

export async function readEnvExample(): Promise<{ settings: Variable[]; composeOnly: Variable[] }> {
  const [own = '', compose = ''] = (await readFile('.env.example', 'utf8')).split(ruler);
  return { settings: variablesIn(own), composeOnly: variablesIn(compose) };
}

function variablesIn(text: string): Variable[] {
  return [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', standard = '']) => ({
    name,
    standard,
  }));
}
