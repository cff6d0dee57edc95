import { sqliteKind } from '../support/sqlite-database.ts';
import { describeCopy } from './copy.conformance.ts';

describeCopy(sqliteKind('delete'));
describeCopy(sqliteKind('wal'));
