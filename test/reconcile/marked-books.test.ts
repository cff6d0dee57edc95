import { describeBook } from './book.conformance.ts';
import { dropOutboxAfterAll, markedKinds } from './support/marked-database.ts';

dropOutboxAfterAll();
for (const kind of Object.values(markedKinds)) describeBook(kind);
