/** The demo's voice: plain lines with colour where there is a terminal, and a progress line that stays on one row there. */
import pc from 'picocolors';

/** A terminal, or anything else that lines can be written to. */
type Output = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };

let out: Output = process.stdout;

const startedAt = performance.now();

/** Where the story is told; stdout is left to programs that asked for the sums. */
export function narrateTo(stream: Output): void {
  out = stream;
}

export function say(line: string): void {
  out.write(`${line}\n`);
}

function elapsed(): string {
  return pc.dim(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s `);
}

export function chapter(day: string, title: string): void {
  say(`\n${pc.bold(pc.cyan(day))}${pc.bold(` — ${title}`)}`);
}

export function tell(text: string): void {
  say(`${elapsed()} ${text}`);
}

export function command(text: string): void {
  say(`${elapsed()} ${pc.dim('$')} ${pc.green(text)}`);
}

export function good(text: string): void {
  say(`${elapsed()} ${pc.green('✓')} ${text}`);
}

export function bad(text: string): void {
  say(`${elapsed()} ${pc.red('✗')} ${text}`);
}

export function alarm(text: string): void {
  say(`${elapsed()} ${pc.yellow('!')} ${pc.yellow(text)}`);
}

/** One line that changes while something goes on; without a terminal only its end is written. */
export function progress(text: string, isLast = false): void {
  if (out.isTTY) out.write(`\r\u001b[2K${elapsed()} ${text}${isLast ? '\n' : ''}`);
  else if (isLast) tell(text);
}

/** Names on the left, figures on the right. */
export function table(
  rows: readonly (readonly [name: string, figure: string | number, note?: string])[],
): void {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const figureWidth = Math.max(...rows.map(([, figure]) => String(figure).length));
  say('');
  for (const [name, figure, note] of rows) {
    const cells = `  ${name.padEnd(nameWidth)}  ${pc.bold(String(figure).padStart(figureWidth))}`;
    say(note ? `${cells}  ${pc.dim(note)}` : cells);
  }
}
