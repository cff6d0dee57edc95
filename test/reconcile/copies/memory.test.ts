/** The copy of the simulation is held to the same port: else the simulation proves nothing about the real ones. */
import { memoryKind } from '../support/memory-database.ts';
import { describeCopy } from './copy.conformance.ts';

describeCopy(memoryKind);
