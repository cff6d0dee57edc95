/** SQL text into tokens: as much of PostgreSQL's lexical rules as the ledger's own statements use. */

export type Token =
  | { kind: 'name'; text: string; quoted: boolean }
  | { kind: 'number' | 'string' | 'symbol' | 'end'; text: string }
  | { kind: 'parameter'; text: string; number: number };

const pattern =
  /\s+|--[^\n]*|"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\$(\d+)|(\d+(?:\.\d+)?)|([A-Za-z_][\w$]*)|(::|->>|->|\|\||<=|>=|<>|!=|&&|[-+*/%=<>~(),.[\];])/gy;

export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < sql.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(sql);
    if (!match)
      throw new Error(`the simulated PostgreSQL cannot read: ${sql.slice(from, from + 60)} … in ${sql}`);
    const [, quoted, string, parameter, number, name, symbol] = match;
    if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted.replaceAll('""', '"'), quoted: true });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") });
    else if (parameter !== undefined)
      tokens.push({ kind: 'parameter', text: match[0], number: Number(parameter) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toLowerCase(), quoted: false });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

/** A reader's position in the tokens. */
export class Cursor {
  readonly sql: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(sql: string) {
    this.sql = sql;
    this.#tokens = tokensOf(sql);
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Whether these words or symbols come next. */
  is(...texts: string[]): boolean {
    return texts.every((text, ahead) => {
      const token = this.peek(ahead);
      return token.text === text && (token.kind === 'symbol' || (token.kind === 'name' && !token.quoted));
    });
  }

  take(...texts: string[]): boolean {
    if (!this.is(...texts)) return false;
    this.#at += texts.length;
    return true;
  }

  expect(...texts: string[]): void {
    if (!this.take(...texts)) throw this.fault(`expected ${texts.join(' ')}`);
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'name') throw this.fault(`expected a name, found ${token.text}`);
    return token.text;
  }

  fault(why: string): Error {
    return new Error(
      `the simulated PostgreSQL does not know this SQL (${why}, before "${this.peek().text}"): ${this.sql}`,
    );
  }
}
