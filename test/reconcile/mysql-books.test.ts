import { describeWithMariaDb } from '../support/mariadb.ts';
import { describeBook } from './book.conformance.ts';
import { mysqlKind, stopMariaDbAfterAll } from './support/mysql-database.ts';

describeWithMariaDb('MariaDB', () => {
  stopMariaDbAfterAll();
  describeBook(mysqlKind);
});
