/** The project's documents as tests read them: headings, links, code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Document {
  /** From the root of the project. */
  file: string;
  text: string;
}

export interface Link {
  file: string;
  /** As written: "docs/states.md#the-states", "#words", "https://…". */
  target: string;
}

export interface Fence {
  file: string;
  language: string;
  text: string;
}

export function readDocuments(): Document[] {
  const inFolder = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.md'))
          .map((file) => path.join(folder, file))
      : [];
  return ['README.md', 'CHANGELOG.md', ...inFolder('docs'), ...inFolder('bench')].map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));
}

const fence = /^```(\w*)\n([\s\S]*?)^```/gm;

export function fencesOf({ file, text }: Document): Fence[] {
  return [...text.matchAll(fence)].map(([, language = '', body = '']) => ({ file, language, text: body }));
}

/** Code in a sentence or a table: what stands between two backticks. */
export function inlineCodeOf({ text }: Document): string[] {
  return [...text.replace(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) =>
    code.replace(/\\\|/g, '|'),
  );
}

export function linksOf({ file, text }: Document): Link[] {
  const prose = text.replace(fence, '').replace(/`(?!.*\]\()[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(([, target = '']) => ({ file, target }));
}

/** The anchors that GitHub gives the headings: lower case, punctuation gone, blanks to hyphens, numbered where they repeat. */
export function anchorsOf({ text }: Document): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.replace(fence, '').matchAll(/^#{1,6}\s+(.+)$/gm)) {
    const plain = heading
      .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .trim()
      .replace(/ /g, '-');
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    anchors.add(before === 0 ? plain : `${plain}-${before}`);
  }
  return anchors;
}
