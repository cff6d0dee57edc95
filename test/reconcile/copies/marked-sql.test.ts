import { dropOutboxAfterAll, markedKinds } from '../support/marked-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

dropOutboxAfterAll();
describeCopy(markedKinds.sqlite);
describeCopy(markedKinds.postgres);
// Their statements are those of SQLite and PostgreSQL; what is new is said to the outbox, and that is the same for both.
describeKilledApply(markedKinds.sqlite);
