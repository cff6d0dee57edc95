/**
 * Loaded before the simulator (`node --import`): puts the stand-ins in the place of what no seed can decide, and, where
 * SIMULATION_MUTATION names one, breaks one line of the program on its way into memory. No file is changed.
 */
import { registerHooks } from 'node:module';
import { type Mutation, mutationNamed } from './mutations.ts';

const root = new URL('../../', import.meta.url).href;
const standIns = new URL('./stand-ins/', import.meta.url).href;

/** By what is asked for, and by whom. */
const replaced: { specifier: RegExp; by: string }[] = [
  { specifier: /^node:crypto$/, by: 'crypto.ts' },
  { specifier: /^node:timers\/promises$/, by: 'timers.ts' },
  { specifier: /\/originals\.ts$/, by: 'originals.ts' },
  { specifier: /\/contents-ahead\.ts$/, by: 'contents-ahead.ts' },
  { specifier: /\/mime\/header-block\.ts$/, by: 'header-block.ts' },
];

const named = process.env.SIMULATION_MUTATION;
const mutated = named === undefined ? [] : withThoseBefore(named);

function withThoseBefore(name: string): Mutation[] {
  const mutation = mutationNamed(name);
  return mutation.behind === undefined ? [mutation] : [mutation, ...withThoseBefore(mutation.behind)];
}

function mutate(source: string, { name, file, from, to }: Mutation): string {
  if (source.split(from).length !== 2)
    throw new Error(`the mutation "${name}" does not fit ${file} any more`);
  return source.replace(from, () => to);
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isOfProgram = context.parentURL?.startsWith(`${root}src/`);
    const standIn = isOfProgram && replaced.find((each) => each.specifier.test(specifier));
    // node:crypto also hashes, which is left to the real one.
    if (standIn) return nextResolve(`${standIns}${standIn.by}`, context);
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = mutated.filter(({ file }) => url === `${root}${file}`);
    if (here.length === 0) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    return { ...loaded, source: here.reduce(mutate, source) };
  },
});
