/** Learning from a correction: what one corrected paper shows, the next one of the supplier is read by. */
import { describe, expect, test } from '@jest/globals';
import { learnPlaces } from '../../../src/ingest/formats/learn-places.ts';
import type { Correction } from '../../../src/invoice/correction.ts';
import type { LearntPlace, PlaceOfSupplier } from '../../../src/invoice/learnt-place.ts';
import { first, type OddInvoice, oddSheet, ofEken, second, type Words } from './support/odd-supplier.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

function read(puts: readonly Put[], learnt: readonly PlaceOfSupplier[] = []) {
  const [found] = readPages(pagesOf(puts), { learnt })?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { ...found, codes: found.reasons.map(({ code }) => code) };
}

function learn(puts: readonly Put[], field: Correction['field'], value: Correction['value']): LearntPlace[] {
  return learnPlaces(pagesOf(puts), 0, [{ field, value, actor: 'cli:anna' }], {});
}

/** One corrected paper, and the next one of the supplier with and without what it taught. */
function oneCorrection(
  field: Correction['field'],
  value: string,
  words: Words | ((invoice: OddInvoice) => Words),
) {
  const wordsFor = typeof words === 'function' ? words : () => words;
  const places = learn(oddSheet(first, wordsFor(first)), field, value);
  const next = oddSheet(second, wordsFor(second));
  return { places, without: read(next), withIt: read(next, ofEken(places)) };
}

describe('one correction, and the next invoice of the supplier is ready', () => {
  test('where its word for the field is its own', () => {
    const { places, without, withIt } = oneCorrection('invoiceNumber', first.number, { number: 'Löpnr' });
    expect(without.codes).toEqual(['missing:invoice_number']);
    expect(places).toEqual([
      expect.objectContaining({ field: 'invoiceNumber', placement: 'beside', label: 'Löpnr', page: 1 }),
    ]);
    expect(withIt.invoice.invoiceNumber).toBe(second.number);
    expect(withIt.codes).toEqual([]);
    expect(withIt.invoice.evidence.invoiceNumber?.where).toContain('as a correction showed');
  });

  test('where the word stands above its value', () => {
    const { places, withIt } = oneCorrection('invoiceNumber', first.number, ({ number }) => ({
      number: '',
      rows: [
        ['Löpnr', 330, 180, { size: 7 }],
        [number, 330, 192],
        ['Objekt', 430, 180, { size: 7 }],
        ['Tak 7', 430, 192],
      ],
    }));
    expect(places).toEqual([expect.objectContaining({ placement: 'below', label: 'Löpnr' })]);
    expect(withIt.invoice.invoiceNumber).toBe(second.number);
    expect(withIt.codes).toEqual([]);
  });

  test('where no word stands near it', () => {
    const sheet = (invoice: OddInvoice) =>
      oddSheet(invoice, { number: '', rows: [[invoice.number, 480, 60]] });
    const places = learn(sheet(first), 'invoiceNumber', first.number);
    expect(places).toEqual([expect.objectContaining({ placement: 'at', label: null, x: 480, y: 60 })]);
    const next = read(sheet(second), ofEken(places));
    expect([next.invoice.invoiceNumber, ...next.codes]).toEqual([second.number]);
  });

  test('where two stand with as much right', () => {
    const { without, withIt } = oneCorrection('invoiceNumber', first.number, ({ number }) => ({
      number: 'Fakturanummer',
      rows: [
        ['Fakturanummer', 330, 220],
        [number === first.number ? '99887' : '99912', 430, 220],
      ],
    }));
    expect(without.codes).toContain('unsure:invoiceNumber');
    expect([withIt.invoice.invoiceNumber, ...withIt.codes]).toEqual([second.number]);
  });

  test('of a date with a word of its own', () => {
    const sheet = (invoice: OddInvoice) => [
      ...oddSheet(invoice, { number: 'Fakturanr' }).map(
        ([text, ...rest]): Put => [text === 'Fakturadatum' ? 'Skriven' : text, ...rest],
      ),
      ['Packad', 330, 190] as Put,
      ['2026-02-27', 430, 190] as Put,
    ];
    const places = learn(sheet(first), 'issueDate', first.date);
    expect(read(sheet(second)).codes).not.toEqual([]);
    const next = read(sheet(second), ofEken(places));
    expect([next.invoice.issueDate, ...next.codes]).toEqual([second.date]);
  });
});

describe('a place is less than a check digit or a sum', () => {
  const at = (field: LearntPlace['field'], label: string): LearntPlace => ({
    field,
    accountKind: null,
    placement: 'beside',
    label,
    page: 1,
    x: 430,
    y: 220,
    language: 'sv',
  });

  test('a number there with a wrong check digit is not taken, even where the page has no other', () => {
    const plain = oddSheet(second, {
      number: 'Fakturanr',
      rows: [
        ['Firma-id', 330, 220],
        ['556999-1235', 430, 220],
      ],
    });
    const learnt = ofEken([at('seller.organisationNumber', 'Firma-id')]);
    expect(read(plain, learnt).invoice.seller.organisationNumber).toBe('5569991234');
    expect(read(plain, learnt).codes).toEqual([]);
  });

  test('an amount there that the sums deny is not taken', () => {
    const puts = oddSheet(second, {
      number: 'Fakturanr',
      rows: [
        ['Tillgodo', 330, 220],
        ['3 999,00', 430, 220],
      ],
    });
    const { invoice } = read(puts, ofEken([at('totals.payable', 'Tillgodo')]));
    expect(invoice.totals.payable).toBe('4005.00');
    expect(invoice.checks).toContainEqual(expect.objectContaining({ rule: 'totals:addUp', passed: true }));
  });

  test('a reference there with wrong check digits is not taken over one with right ones', () => {
    const puts = oddSheet(second, {
      number: 'Fakturanr',
      rows: [
        ['Märkning', 330, 220],
        ['204189', 430, 220],
      ],
    });
    expect(read(puts, ofEken([at('payment.reference', 'Märkning')])).invoice.payment.reference).toBe(
      '204180',
    );
  });

  test('what was learnt of one supplier is nothing to another', () => {
    const [place] = ofEken([at('invoiceNumber', 'Löpnr')]);
    const other = place ? [{ ...place, supplierKeys: ['org:5560360793', 'bankgiro:1234566'] }] : [];
    expect(read(oddSheet(second), other).codes).toEqual(['missing:invoice_number']);
  });
});

describe('nothing is learnt', () => {
  test.each<[string, Correction['field'], Correction['value']]>([
    ['where the value is not on the page', 'invoiceNumber', 'K-9999'],
    ['from a correction that says there is none', 'dueDate', null],
    ['of a field that stands at no place of its own', 'documentType', 'creditNote'],
    ['of a number whose check digits the page denies', 'seller.organisationNumber', '4711'],
  ])('%s', (_, field, value) => {
    expect(learn(oddSheet(first), field, value)).toEqual([]);
  });
});
