/** Whose a registered number is, where the page shows the buyer's beside the seller's, or nothing but the buyer's. */
import { expect, test } from '@jest/globals';
import { amounts, head, read as readPage, title } from './support/plain-page.ts';
import type { Put } from './support/sheet.ts';

const page = (...puts: Put[]) => readPage(title, ...head, ...amounts, ...puts);
const read = (...puts: Put[]) => page(...puts).invoice;

const seller: Put[] = [
  ['Sandtorps Måleri AB', 50, 780],
  ['Hamngatan 3, 234 56 Ås', 50, 792],
];

test.each([
  'Kundens momsreg.nr: SE556999123401',
  'Momsreg.nr kund: SE556999123401',
  'Momsreg.nr (köpare) SE556999123401',
  'Mottagarens VAT nr SE556999123401',
  'Momsreg. nr. köparens: SE556999123401',
])('"%s" is not the seller\'s', (line) => {
  const { seller: found, buyer } = read(...seller, [line, 50, 240]);
  expect([found.vatId, found.organisationNumber, buyer.vatId]).toEqual([null, null, 'SE556999123401']);
});

test("a label of another number behind it does not make it the buyer's", () => {
  const { seller: found } = read(...seller, ['Momsreg.nr SE556999123401   Kundnr 1174', 50, 804]);
  expect(found.vatId).toBe('SE556999123401');
});

const list: Put[] = [
  ['Kundnamn:', 330, 200],
  ['Ekeby kommun', 420, 200],
  ['Org.nr:', 330, 214],
  ['556999-1234', 420, 214],
];

test("a number in the list that the name of the customer heads is the customer's", () => {
  const { seller: found } = read(...seller, ...list, ['Org.nr: 559965-4000', 50, 804]);
  expect(found.organisationNumber).toBe('5599654000');
});

test('and it tells nobody who the seller is where it is the only one', () => {
  const { invoice, codes } = page(...seller, ...list);
  expect(invoice.seller.organisationNumber).toBeNull();
  expect(codes).toContain('missing:supplier');
});

test('but the list ends at a label of something else', () => {
  const { seller: found } = read(
    ...seller,
    ...list.slice(0, 2),
    ['Fakturadatum:', 330, 214],
    ['2026-03-02', 420, 214],
    ['Org.nr:', 330, 228],
    ['556999-1234', 420, 228],
  );
  expect(found.organisationNumber).toBe('5569991234');
});
