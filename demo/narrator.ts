/** The demo's voice: plain lines with colour where there is a terminal, and a progress line that stays on one row there. */
import { stdout } from 'node:process';
import pc from 'picocolors';

const startedAt = performance.now();

function elapsed(): string {
  return pc.dim(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s `);
}

export function chapter(day: string, title: string): void {
  console.log(`\n${pc.bold(pc.cyan(day))}${pc.bold(` — ${title}`)}`);
}

export function tell(text: string): void {
  console.log(`${elapsed()} ${text}`);
}

export function command(text: string): void {
  console.log(`${elapsed()} ${pc.dim('$')} ${pc.green(text)}`);
}

export function good(text: string): void {
  console.log(`${elapsed()} ${pc.green('✓')} ${text}`);
}

export function bad(text: string): void {
  console.log(`${elapsed()} ${pc.red('✗')} ${text}`);
}

export function alarm(text: string): void {
  console.log(`${elapsed()} ${pc.yellow('!')} ${pc.yellow(text)}`);
}

/** One line that changes while something goes on; without a terminal only its end is written. */
export function progress(text: string, isLast = false): void {
  if (stdout.isTTY) stdout.write(`\r\u001b[2K${elapsed()} ${text}${isLast ? '\n' : ''}`);
  else if (isLast) tell(text);
}

/** Names on the left, figures on the right. */
export function table(
  rows: readonly (readonly [name: string, figure: string | number, note?: string])[],
): void {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const figureWidth = Math.max(...rows.map(([, figure]) => String(figure).length));
  console.log('');
  for (const [name, figure, note] of rows) {
    const cells = `  ${name.padEnd(nameWidth)}  ${pc.bold(String(figure).padStart(figureWidth))}`;
    console.log(note ? `${cells}  ${pc.dim(note)}` : cells);
  }
}
