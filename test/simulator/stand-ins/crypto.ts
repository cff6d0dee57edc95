/** Stands in for node:crypto: the same, but random ids follow from the seed. */
import { currentRandom } from './current.ts';

export * from 'node:crypto';
export const randomUUID = (): string => currentRandom().uuid();
