import { describeWithMariaDb } from '../../support/mariadb.ts';
import { mysqlKind, stopMariaDbAfterAll } from '../support/mysql-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

describeWithMariaDb('MariaDB', () => {
  stopMariaDbAfterAll();
  describeCopy(mysqlKind);
  describeKilledApply(mysqlKind);
});
