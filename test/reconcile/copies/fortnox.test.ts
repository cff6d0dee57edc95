import { fortnoxKind } from '../support/fortnox-database.ts';
import { dropOutboxAfterAll } from '../support/marked-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

dropOutboxAfterAll();
describeCopy(fortnoxKind);
describeKilledApply(fortnoxKind);
