/** Numbers and dates at the head of real invoices: with a sign instead of a label, broken by a line's end, in two readings. */
import { describe, expect, test } from '@jest/globals';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

const dates = column(330, 450, 160, [
  ['Fakturadatum', '2026-04-03'],
  ['Förfallodatum', '2026-05-03'],
]);
const rest: Put[] = [...dates, ...amounts, ...foot];

describe('a number with its sign alone', () => {
  test('at the head, where the title stands below it', () => {
    const { invoice, codes } = read(['#000982', 192, 40], ['Faktura', 330, 90, { size: 18 }], ...rest);
    expect(invoice.invoiceNumber).toBe('000982');
    expect(codes).toEqual([]);
  });

  test('in the row of the title, far off', () => {
    expect(read(title, ['#FA-2026-014', 480, 60], ...rest).invoice.invoiceNumber).toBe('FA-2026-014');
  });

  test('is none where there are two of them, or a label says whose it is', () => {
    expect(read(title, ['#4711', 50, 90], ['#4712', 50, 140], ...rest).invoice.invoiceNumber).toBeNull();
    expect(read(title, ['Kundnummer', 50, 90], ['#4711', 130, 90], ...rest).invoice.invoiceNumber).toBeNull();
  });
});

test('a code right below the title, as large as one, is the number', () => {
  const { invoice, codes } = read(title, ['2026F02-001', 330, 84, { size: 16 }], ...rest);
  expect(invoice.invoiceNumber).toBe('2026F02-001');
  expect(codes).toEqual([]);
});

test('a title that goes on with letters, hyphens and a figure names the number', () => {
  expect(read(['Faktura EKB-ZI-5', 330, 60, { size: 18 }], ...rest).invoice.invoiceNumber).toBe('EKB-ZI-5');
});

test('a number whose line ends with its hyphen goes on below', () => {
  const withNext = (text: string, x: number) =>
    read(title, ['Fakturanummer FA-2026-', 330, 120], [text, x, 132], ...rest).invoice.invoiceNumber;
  expect(withNext('08734', 400)).toBe('FA-2026-08734');
  expect(withNext('Kund 08734', 400)).toBe('FA-2026');
});

describe('the only date at the head', () => {
  const undated: Put[] = [title, ['Fakturanummer 10045', 330, 90], ...amounts, ...foot];

  test('is sure also where its day could be its month, on a page whose language writes days first', () => {
    const { invoice, codes } = read(...undated, ['02/03/2026', 480, 104]);
    expect(invoice.issueDate).toBe('2026-03-02');
    expect(codes).toEqual([]);
  });

  test('is not where another stands beside it', () => {
    const { codes } = read(...undated, ['02/03/2026', 480, 104], ['05/04/2026', 480, 118]);
    expect(codes).not.toEqual([]);
  });
});

test('a date may have blanks between its parts', () => {
  const { invoice } = read(
    title,
    ['Fakturanummer 10045', 330, 90],
    ['Fakturadatum: 02 12 2026', 330, 104],
    ...amounts,
    ...foot,
  );
  expect(invoice.issueDate).toBe('2026-12-02');
});

test('a day half a year later, as subscriptions end, is for a person to see', () => {
  const due = (day: string) =>
    read(
      title,
      ...column(330, 450, 120, [
        ['Fakturanummer', '10045'],
        ['Fakturadatum', '2026-01-03'],
        ['Förfallodatum', day],
      ]),
      ...amounts,
      ...foot,
    ).codes;
  expect(due('2026-07-02')).toContain('unsure:dueDate');
  expect(due('2026-04-02')).toEqual([]);
});

test('a bullet may part a label from its value', () => {
  const { invoice } = read(
    title,
    ...head,
    ...amounts,
    ['OCR ● 1004572', 50, 640],
    ['Bankgiro ● 5050-1055', 50, 654],
  );
  expect(invoice.payment.reference).toBe('1004572');
  expect(invoice.payment.accounts).toEqual([{ kind: 'bankgiro', id: '5050-1055' }]);
});

test('a French company’s number and its establishment’s do not contradict each other', () => {
  const { invoice, codes } = read(
    ['Facture', 330, 60, { size: 18 }],
    ...column(330, 450, 120, [
      ['Numéro de facture', 'F-10045'],
      ['Date de facture', '03/04/2026'],
    ]),
    ...sums(400, [
      ['Total HT', '1 000,00 €'],
      ['TVA 20 %', '200,00 €'],
      ['Total TTC', '1 200,00 €'],
    ]),
    ['Atelier Fontvielle', 50, 60],
    ['SIRET : 732 829 320 00074', 50, 88],
    ['SIREN : 732 829 320', 50, 700],
  );
  expect(invoice.seller.organisationNumber?.slice(0, 9)).toBe('732829320');
  expect(codes).toEqual([]);
});

test('a number of one figure is a placeholder, and nobody’s', () => {
  const { invoice, codes } = read(
    title,
    ...head,
    ...amounts,
    ['Momsreg.nr SE000000000001', 50, 700],
    ['VAT no PL0000000000', 50, 714],
  );
  expect(codes.length).toBeGreaterThan(0);
  expect(invoice.checks.filter(({ rule, passed }) => rule === 'vatId' && passed)).toEqual([]);
});

test('a Swedish date of two digits each begins with its year', () => {
  const { invoice, codes } = read(
    title,
    ...column(330, 450, 120, [
      ['Fakturanummer', '10045'],
      ['Fakt. datum', '26-10-21'],
      ['FF-datum', '26-11-20'],
    ]),
    ...amounts,
    ...foot,
  );
  expect([invoice.issueDate, invoice.dueDate, codes]).toEqual(['2026-10-21', '2026-11-20', []]);
});

test('a lone date in the row of the number is sure with two digits for its year', () => {
  const french = (day: Put) =>
    read(
      ['FACTURE', 60, 49, { size: 30 }],
      ['Facture n°140', 84, 94, { size: 14 }],
      day,
      ['Atelier Fontvielle', 330, 49],
      ['TVA FR44732829320', 330, 61],
      ...sums(400, [['Total TTC', '1 200,00 €']]),
    );
  expect(french(['16/10/26', 218, 94, { size: 14 }]).codes).toEqual([]);
  expect(french(['16/10/26', 218, 140]).codes).toEqual(['unsure:issueDate']);
});
