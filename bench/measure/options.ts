/** The command line of the measurement. */
import { Command, InvalidArgumentError } from 'commander';
import { type Language, languages } from '../generator/layout.ts';
import type { Kind } from './items.ts';

export interface Options {
  json: boolean;
  only: Kind[];
  archive?: string;
  heldOut: boolean;
  count: number;
  seed: number;
  languages?: Language[];
  show: number;
  byLayout: boolean;
  pool?: number;
  plot?: string;
  speed: boolean;
  memory?: number;
}

const kinds: readonly Kind[] = ['xml', 'pdf', 'scan', 'corpus'];

export function readOptions(): Options {
  const program = new Command('bench:extraction')
    .description('measures how well invoices are read')
    .option('--json', 'print the figures as JSON', false)
    .option('--only <kinds>', `of ${kinds.join(', ')}: those alone, with commas between`, kindsIn, [...kinds])
    .option(
      '--archive <folder>',
      'PDFs with data inside: what their pages say against their data, instead of all else',
    )
    .option('--held-out', 'generate from the layouts that nobody develops against', false)
    .option('--count <n>', 'how many invoices to generate; a tenth as many scans', wholeNumber, 220)
    .option('--seed <n>', 'what is invented follows from it', wholeNumber, 1)
    .option('--languages <codes>', 'generate PDFs in these alone, with commas between: sv,pl', languagesIn)
    .option('--show <n>', 'list so many values that are not as expected, the worst first', wholeNumber, 0)
    .option('--by-layout', 'figures of each layout too', false)
    .option('--pool <processes>', 'read through the reading processes, as the service does', wholeNumber)
    .option('--plot <file>', 'write the reliability plot there, as SVG')
    .option('--speed', 'compare with pdf-parse’s own getText, and one process with two', false)
    .option('--memory <n>', 'read so many documents and tell what memory they leave behind', wholeNumber);
  const options = program.parse().opts<Options>();
  if (options.heldOut && (options.show > 0 || options.byLayout))
    program.error(
      'what is held out is measured, not looked at: --held-out goes without --show and --by-layout',
    );
  return options;
}

function kindsIn(text: string): Kind[] {
  return text.split(',').map((each) => {
    const kind = kinds.find((known) => known === each);
    if (!kind) throw new InvalidArgumentError(`it is one of ${kinds.join(', ')}`);
    return kind;
  });
}

function languagesIn(text: string): Language[] {
  return text.split(',').map((each) => {
    const language = languages.find((known) => known === each);
    if (!language) throw new InvalidArgumentError(`it is one of ${languages.join(', ')}`);
    return language;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it is a whole number');
  return Number(text);
}
