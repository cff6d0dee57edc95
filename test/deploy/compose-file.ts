/** docker-compose.yml as tests read it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface Service {
  image?: string;
  build?: string;
  command?: string[];
  profiles?: string[];
  env_file?: { path: string; required: boolean }[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
  ports?: string[];
  restart?: string;
}

export interface ComposeFile {
  text: string;
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const yaml = createRequire(import.meta.url)('js-yaml') as { safeLoad(text: string): unknown };

export async function readComposeFile(): Promise<ComposeFile> {
  const text = await readFile('docker-compose.yml', 'utf8');
  return { ...(yaml.safeLoad(text) as Omit<ComposeFile, 'text'>), text };
}

export interface Interpolation {
  name: string;
  /** ":?" refuses to start without it, ":-" has a default; null: neither. */
  operator: string | null;
  operand: string;
}

/** Every `${VAR}`, `${VAR:-default}` and `${VAR:?message}` in a text. */
export function interpolationsIn(text: string): Interpolation[] {
  return [...text.matchAll(/\$\{?([A-Za-z_]\w*)(?:(:?[-?+])([^}]*))?\}?/g)].map(
    ([, name = '', operator, operand = '']) => ({ name, operator: operator ?? null, operand }),
  );
}
