import { postgresKind } from '../support/postgres-database.ts';
import { describeCopy } from './copy.conformance.ts';

describeCopy(postgresKind);
