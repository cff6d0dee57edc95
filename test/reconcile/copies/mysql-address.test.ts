import { describe, expect, test } from '@jest/globals';
import { isLoopback } from '../../../src/reconcile/copies/loopback.ts';
import { readMysqlAddress } from '../../../src/reconcile/copies/mysql-address.ts';
import { positional } from '../../../src/reconcile/copies/mysql-dialect.ts';

describe('the address of a copy in MySQL', () => {
  test('is read as it is written, encrypted unless it is this machine', () => {
    expect(readMysqlAddress('mysql://anna%40acme:p%2Fw@db.example/books')).toMatchObject({
      host: 'db.example',
      port: 3306,
      user: 'anna@acme',
      password: 'p/w',
      database: 'books',
      ssl: { rejectUnauthorized: false, verifyIdentity: false },
    });
    expect(readMysqlAddress('mariadb://u@[::1]:3307/b')).toMatchObject({ host: '::1', port: 3307 });
    expect(readMysqlAddress('mysql://u@127.0.0.1/b')).not.toHaveProperty('ssl');
    expect(readMysqlAddress('mysql://u@db.example/b?ssl-mode=verify_identity').ssl).toMatchObject({
      rejectUnauthorized: true,
      verifyIdentity: true,
    });
  });

  test.each([
    'mysql://u@db.example/',
    'mysql://u@db.example/b?ssl-mode=perhaps',
    'mysql://u@db.example/b?multipleStatements=true',
    'mysql://u@db.example/b?ssl-mode=VERIFY_CA&ssl-ca=/no/such/file',
    'mysql://u:p/w@db.example/b:c',
  ])('%s is refused with how it is written', (url) => {
    expect(() => readMysqlAddress(url)).toThrow(expect.objectContaining({ code: 'copy_url_invalid' }));
  });
});

test.each([
  ['localhost', true],
  ['127.3.2.1', true],
  ['::1', true],
  ['10.0.0.1', false],
  ['localhost.example', false],
])('%s is this machine: %s', (host, isHere) => expect(isLoopback(host)).toBe(isHere));

test('numbered parameters become question marks, each use with its value, but not within quotes', () => {
  expect(positional(`select $2, '$1 ''$2', "$1", \`$1\`, $1, $2`, ['a', 'b'])).toEqual({
    text: `select ?, '$1 ''$2', "$1", \`$1\`, ?, ?`,
    values: ['b', 'a', 'b'],
  });
});
