/** What a command answers with: the same facts for programs and for people. */

export type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** A piece of text that has a colour where there is a terminal. */
export interface Painted {
  text: string;
  colour: Colour;
}

export type Cell = string | number | null | undefined | Painted;

/** A line, a heading, a table, or names with their values. */
export type Block =
  | string
  | Painted
  | { heading: string }
  | { columns: string[]; rows: Cell[][] /** Said instead of an empty table. */; ifEmpty?: string }
  | { fields: [name: string, value: Cell][] };

export interface Answer {
  /** What `--json` prints; undefined: nothing. Its shape is a promise: docs/operations.md. */
  json: unknown;
  /** What people read. */
  blocks: Block[];
  /** Other than 0, where a check found something. */
  exitCode?: number;
}

export const red = (text: string): Painted => ({ text, colour: 'red' });
export const green = (text: string): Painted => ({ text, colour: 'green' });
export const yellow = (text: string): Painted => ({ text, colour: 'yellow' });
export const dim = (text: string): Painted => ({ text, colour: 'dim' });
export const bold = (text: string): Painted => ({ text, colour: 'bold' });
