/** Accounts, references and numbers that stand in unusual ways on pages of suppliers nobody has seen. */
import { expect, test } from '@jest/globals';
import { amounts, foot, head, read, title } from './support/plain-page.ts';

test('an IBAN that goes on in the next line is whole', () => {
  const { invoice } = read(
    title,
    ...head,
    ...amounts,
    ['IBAN', 50, 640],
    ['SE 35 5000 00', 50, 652],
    ['00 0549 1000 0003', 50, 664],
  );
  expect(invoice.payment.accounts).toContainEqual({ kind: 'iban', id: 'SE3550000000054910000003' });
});

test('a creditor reference with right check digits needs no label', () => {
  const withReference = (reference: string) =>
    read(title, ...head, ...amounts, ...foot, [reference, 50, 640]).invoice.payment.reference;
  expect(withReference('RF18 5390 0754 7034')).toBe('RF18539007547034');
  expect(withReference('RF19 5390 0754 7034')).toBeNull();
  expect(withReference('10 00000 00000 00000 00010 44778')).toBe('100000000000000000001044778');
  expect(withReference('10 00000 00000 00000 00010 44779')).toBeNull();
});

test('numbers in blocks side by side are each its own party’s', () => {
  const { invoice } = read(
    title,
    ...amounts,
    ['Fakturanummer 10045', 330, 90],
    ['Fakturadatum 2026-04-03', 330, 104],
    ['Säljare', 50, 160],
    ['Köpare', 330, 160],
    ['Ekens Snickeri AB', 50, 174],
    ['Kundbolaget i Ekeby AB', 330, 174],
    ['Storgatan 1', 50, 188],
    ['Lillgatan 2', 330, 188],
    ['Momsreg.nr: SE556999123401', 50, 202],
    ['Momsreg.nr: SE556000016701', 330, 202],
  );
  expect(invoice.seller.vatId).toBe('SE556999123401');
  expect(invoice.buyer.vatId).toBe('SE556000016701');
});
