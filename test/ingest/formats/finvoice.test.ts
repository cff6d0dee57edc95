/** Finvoice's own ways: signs, commas, kinds, versions, and files in messages of their own. */
import { describe, expect, test } from '@jest/globals';
import { toFinvoice } from '../../../demo/generator/finvoice.ts';
import { changed, invented, read, readOne, reasonCodes } from './support.ts';

const invoice = invented();
const credit = invented({ documentType: 'creditNote' });

function edited(from: string, to: string, of = invoice): Buffer {
  return Buffer.from(changed(toFinvoice(of).toString('latin1'), from, to), 'latin1');
}

describe('a credit note', () => {
  test('is written with negative amounts and read with positive ones, lines and VAT included', () => {
    expect(toFinvoice(credit).toString('latin1')).toContain(`>-${credit.totals.gross.replace('.', ',')}<`);
    const found = readOne(toFinvoice(credit));
    expect(found.invoice.totals).toEqual(credit.totals);
    expect(found.invoice.lines.map(({ quantity }) => quantity)).toEqual(
      credit.lines.map(({ quantity }) => quantity),
    );
    expect(found.reasons).toEqual([]);
  });

  test('that is written with positive amounts keeps its signs', () => {
    const positive = Buffer.from(toFinvoice(invoice).toString('latin1').replace('INV01', 'INV02'), 'latin1');
    const { invoice: found } = readOne(positive);
    expect(found).toMatchObject({ documentType: 'creditNote', totals: invoice.totals });
  });
});

describe('kinds', () => {
  test.each([
    ['INV06', ['proforma']],
    ['INV07', ['self_billed']],
    ['INV03', []],
    ['INV04', []],
  ])('%s is held by %j', (code, reasons) => {
    expect(reasonCodes(readOne(edited('INV01', code)))).toEqual(reasons);
  });

  test.each(['Copy', 'Cancel'])('what calls itself %s is held', (origin) => {
    expect(reasonCodes(readOne(edited('Original<', `${origin}<`)))).toEqual(['not_original']);
  });

  test.each([
    ['1.1', ['finvoice_old']],
    ['1.2', ['finvoice_old']],
    ['1.3', []],
    ['2.01', []],
  ])('version %s is read, and held by %j', (version, reasons) => {
    expect(reasonCodes(readOne(edited('Version="3.0"', `Version="${version}"`)))).toEqual(reasons);
  });
});

describe('where to pay', () => {
  const accounts =
    '<SellerInformationDetails><SellerAccountDetails><SellerAccountID IdentificationSchemeName="IBAN">FI2112345600000785</SellerAccountID></SellerAccountDetails></SellerInformationDetails><BuyerPartyDetails>';

  test('is what the payment order says, not where else the seller banks', () => {
    const found = readOne(edited('<BuyerPartyDetails>', accounts));
    expect(found.invoice.payment.accounts).toEqual([{ kind: 'iban', id: invoice.supplier.iban }]);
  });

  test('is the seller’s account where there is no order', () => {
    const withoutOrder = edited('<BuyerPartyDetails>', accounts)
      .toString('latin1')
      .replace(/<EpiDetails>[\s\S]*<\/EpiDetails>/, '');
    const { invoice: found } = readOne(Buffer.from(withoutOrder, 'latin1'));
    expect(found.payment.accounts).toEqual([{ kind: 'iban', id: 'FI2112345600000785' }]);
    expect(found.totals.payable).toBe(invoice.totals.payable);
  });

  test('has its reference from the order, by RF or the Finnish number alike', () => {
    const reference =
      '<EpiRemittanceInfoIdentifier IdentificationSchemeName="ISO">RF18539007547034</EpiRemittanceInfoIdentifier><EpiInstructedAmount';
    expect(readOne(edited('<EpiInstructedAmount', reference)).invoice.payment.reference).toBe(
      'RF18539007547034',
    );
  });
});

test('letters and the euro sign of ISO-8859-15 are read as they are', () => {
  const named = invented({ supplier: { ...invoice.supplier, name: 'Åbo Färg & € Öl' } });
  expect(readOne(toFinvoice(named)).invoice.seller.name).toBe('Åbo Färg & € Öl');
});

test('spaces between thousands are against the rules, and read', () => {
  const { gross } = invoice.totals;
  const spaced = `${gross.slice(0, 1)}\u00a0${gross.slice(1).replace('.', ',')}`;
  expect(readOne(edited(`>${gross.replace('.', ',')}<`, `>${spaced}<`)).invoice.totals.gross).toBe(gross);
});

test('the files of an invoice come in a message of their own, and are kept', () => {
  const message =
    '<FinvoiceAttachments Version="1.0"><AttachmentDetails><AttachmentContent>YTtiCg==</AttachmentContent><AttachmentName>tunnit.csv</AttachmentName><AttachmentMimeType>text/csv</AttachmentMimeType></AttachmentDetails></FinvoiceAttachments>';
  expect(read(message)).toMatchObject({
    kind: 'attachment',
    invoices: [],
    embedded: [{ fileName: 'tunnit.csv', declaredType: 'text/csv' }],
  });
  const together = read(
    Buffer.concat([toFinvoice(invoice, { framed: true }), Buffer.from(`<?xml version="1.0"?>${message}`)]),
  );
  expect([together.invoices.length, together.embedded.length]).toEqual([1, 1]);
});
