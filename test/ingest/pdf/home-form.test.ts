/** The cells of a bank's own form beside the IBAN that has the same digits. */
import { expect, test } from '@jest/globals';
import { amounts, head, read, title } from './support/plain-page.ts';
import { type Put, table } from './support/sheet.ts';

const cells: Put[] = table([50, 120, 190, 300], 640, [
  ['Code banque', '20041'],
  ['Code guichet', '01005'],
  ['N° de compte', '0500013M026'],
  ['Clé RIB', '06'],
]);

function accountsOf(...own: Put[]) {
  return read(title, ...head, ...amounts, ...own).invoice.payment.accounts;
}

test('an account in cells beside its IBAN is no second one', () => {
  expect(accountsOf(...cells, ['IBAN FR14 2004 1010 0505 0001 3M02 606', 50, 700])).toEqual([
    { kind: 'iban', id: 'FR1420041010050500013M02606' },
  ]);
});

test('beside the IBAN of another account it is one', () => {
  const ids = accountsOf(...cells, ['IBAN SE35 5000 0000 0549 1000 0003', 50, 700]).map(({ id }) => id);
  expect(ids).toContain('20041010050500013M02606');
});

test('by itself it is one', () => {
  expect(accountsOf(...cells)).toEqual([{ kind: 'other', id: '20041010050500013M02606' }]);
});
