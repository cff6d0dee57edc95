import { describeBook } from './book.conformance.ts';
import { postgresKind } from './support/postgres-database.ts';
import { sqliteKind } from './support/sqlite-database.ts';

describeBook(sqliteKind('delete'));
describeBook(postgresKind);
