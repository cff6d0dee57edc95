import { describe, expect, test } from '@jest/globals';
import { kindOf, type Put } from './support/sheet.ts';

const swedish: Put[] = [
  ['Fakturanr', 330, 120],
  ['10045', 430, 120],
  ['Förfallodatum', 330, 134],
  ['2026-04-03', 430, 134],
  ['Moms 25 %', 330, 400],
  ['250,00', 500, 400],
  ['Att betala', 330, 414],
  ['1 250,00', 500, 414],
];

describe('a title in large type says what a paper is', () => {
  test.each([
    ['Faktura', 'invoice'],
    ['F A K T U R A', 'invoice'],
    ['Samlingsfaktura', 'invoice'],
    ['Faktura 10045', 'invoice'],
    ['Kreditfaktura', 'creditNote'],
    ['KREDIT', 'creditNote'],
  ])('%s: %s', (title, kind) => {
    expect(kindOf([title, 330, 60, { size: 18 }], ...swedish)).toMatchObject({ kind, doubts: [] });
  });

  test.each([
    ['Betalningspåminnelse', 'reminder'],
    ['Inkassokrav', 'debt_collection'],
    ['Kontoutdrag', 'statement'],
    ['Följesedel', 'delivery_note'],
    ['Orderbekräftelse 4711', 'order_confirmation'],
    ['Offert', 'quotation'],
    ['Proformafaktura', 'pro_forma'],
  ])('%s is no invoice: %s', (title, code) => {
    expect(kindOf([title, 330, 60, { size: 18 }], ...swedish)).toMatchObject({
      kind: 'notInvoice',
      reason: { code },
    });
  });

  test.each([
    ['Purring', ['Fakturanr', 'Forfallsdato', 'Å betale'], 'reminder'],
    ['Rykker', ['Fakturanr.', 'Forfaldsdato', 'At betale'], 'reminder'],
    ['Maksumuistutus', ['Laskun numero', 'Eräpäivä', 'Maksettava'], 'reminder'],
    ['Zahlungserinnerung', ['Rechnungsnummer', 'Fällig am', 'Zahlbetrag'], 'reminder'],
    ['Aanmaning', ['Factuurnummer', 'Vervaldatum', 'Te betalen'], 'reminder'],
    ['Lettre de relance', ['N° de facture', "Date d'échéance", 'Net à payer'], 'reminder'],
    ['Lieferschein', ['Rechnungsnummer', 'Lieferdatum', 'Kundennummer'], 'delivery_note'],
    ['Statement of account', ['Invoice number', 'Due date', 'Amount due'], 'statement'],
    ['Accusé de paiement', ['Date du paiement', 'Montant reçu', 'Facture'], 'receipt'],
    ['Betalningsbekräftelse', ['Datum', 'Belopp', 'Faktura'], 'receipt'],
    ['Acknowledgement of payment', ['Date', 'Amount', 'Invoice'], 'receipt'],
    ['Zahlungseingangsbestätigung', ['Datum', 'Betrag', 'Rechnung'], 'receipt'],
  ])('%s, in its language', (title, labels, code) => {
    const puts = labels.map((label, index): Put => [label, 60, 200 + index * 14]);
    expect(kindOf([title, 60, 60, { size: 18 }], ...puts)).toMatchObject({
      kind: 'notInvoice',
      reason: { code },
    });
  });
});

describe('an invoice is not lost to a word', () => {
  test('a reminder fee in its small print', () => {
    expect(
      kindOf(['Faktura', 330, 60, { size: 18 }], ...swedish, ['Påminnelseavgift 60 kr', 50, 700]),
    ).toMatchObject({ kind: 'invoice', doubts: [] });
  });

  test('another paper that it refers to', () => {
    expect(
      kindOf(
        ['Faktura', 330, 60, { size: 18 }],
        ...swedish,
        ['Orderbekräftelse: 4711', 50, 150],
        ['Följesedel', 50, 164],
        ['8812', 150, 164],
      ),
    ).toMatchObject({ kind: 'invoice', doubts: [] });
  });

  test('another paper named in small type at the head, where the title is only in a picture', () => {
    expect(kindOf(['Offert 4711', 330, 60], ...swedish)).toMatchObject({
      kind: 'invoice',
      doubts: [{ code: 'maybe_quotation' }],
    });
  });

  test('a reminder in small type beside the title of an invoice is a doubt, not a verdict', () => {
    expect(kindOf(['Faktura', 330, 60, { size: 18 }], ['Påminnelse', 330, 80], ...swedish)).toMatchObject({
      kind: 'invoice',
      doubts: [{ code: 'maybe_reminder' }],
    });
  });

  test('the head of a table that names invoices', () => {
    const table: Put[] = [
      ['Artikel', 50, 250],
      ['Benämning', 120, 250],
      ['Antal', 300, 250],
      ['Belopp', 500, 250],
    ];
    expect(kindOf(['Faktura', 330, 60, { size: 18 }], ...swedish, ...table)).toMatchObject({
      kind: 'invoice',
    });
  });
});

test('an order that is named with its number, in no larger type than the invoice, is what is invoiced', () => {
  const withOrder = (order: string, size: number) =>
    kindOf(['Faktura 10045', 330, 60, { size: 9 }], [order, 50, 90, { size }], ...swedish).doubts;
  expect(withOrder('Beställning 4711', 9)).toEqual([]);
  expect(withOrder('Beställning 4711', 14)).not.toEqual([]);
  expect(withOrder('Beställning', 9)).not.toEqual([]);
});
