/** Less common headings of a due date, and references that a bare word introduces. */
import { expect, test } from '@jest/globals';
import { amounts, head, read, title } from './support/plain-page.ts';
import { type Put, table } from './support/sheet.ts';

test.each([
  ['sv', 'Faktura', 'Fakturadatum', 'Oss tillhanda', 'Att betala SEK'],
  ['no', 'Faktura', 'Fakturadato', 'Siste betalingsdag', 'Å betale NOK'],
  ['da', 'Faktura', 'Fakturadato', 'Sidste betalingsfrist', 'I alt at betale DKK'],
  ['fi', 'Lasku', 'Laskun päiväys', 'Maksun eräpäivä', 'Maksettava yhteensä EUR'],
  ['de', 'Rechnung', 'Rechnungsdatum', 'Zahlung fällig', 'Rechnungsbetrag EUR'],
  ['nl', 'Factuur', 'Factuurdatum', 'Laatste betaaldag', 'Te betalen EUR'],
  ['fr', 'Facture', 'Date de facture', 'Dernier délai', 'Net à payer EUR'],
  ['en', 'Invoice', 'Invoice date', 'Final date for payment', 'Amount due GBP'],
])('%s: a due date in a ruled cell', (_language, name, issued, due, payable) => {
  const cells: Put[] = table([50, 180, 330], 200, [
    [issued, '2026-04-03'],
    [due, '2026-05-04'],
    [payable, '1 200,00'],
  ]);
  expect(read([name, 50, 60, { size: 18 }], ...cells).invoice.dueDate).toBe('2026-05-04');
});

const pay = (text: string) => read(title, ...head, ...amounts, [text, 50, 640]).invoice.payment.reference;

test('what is to be stated behind an account is the reference', () => {
  expect(pay('Betala till bankgiro 5050-1055, uppge 471108')).toBe('471108');
  expect(pay('Betala till bankgiro 5050-1055 och ange 471108.')).toBe('471108');
});

test('other numbers behind an account are none', () => {
  expect(pay('Betala till bankgiro 5050-1055, ring 471108')).toBeNull();
});

test.each([
  ['Kindly settle this to bankgiro 5050-1055, state 471108', '471108'],
  ['Kindly settle this to bankgiro 5050-1055, state 4711,08 in full', null],
  ['Kindly settle this to bankgiro 5050-1055, which the State 471108 runs', null],
])('in English: "%s"', (text, reference) => {
  const { invoice } = read(
    ['Invoice', 330, 60, { size: 18 }],
    ['Invoice number: 10045', 330, 120],
    ['Invoice date: 3 April 2026', 330, 134],
    ['Amount due SEK: 1,200.00', 330, 400],
    [text, 50, 640],
  );
  expect(invoice.payment.reference).toBe(reference);
});
