import { describeWithMariaDb } from '../../support/mariadb.ts';
import { createMysqlDatabase, stopMariaDbAfterAll } from '../support/mysql-database.ts';
import { describeLeverantorsreskontra } from './leverantorsreskontra.conformance.ts';

describeWithMariaDb('a mapping', () => {
  stopMariaDbAfterAll();
  describeLeverantorsreskontra({
    title: 'MariaDB',
    create: createMysqlDatabase,
    types: { key: 'integer auto_increment primary key', bytes: 'longblob' },
    mapping: 'leverantorsreskontra-mysql',
  });
});
