import { postgresKind } from '../support/postgres-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

describeCopy(postgresKind);
describeKilledApply(postgresKind);
