import { describe, expect, test } from '@jest/globals';
import { parseCorrection } from '../../src/ingest/correction-value.ts';

const read = (text: string) => parseCorrection(text, 'cli:anna');

describe('a correction', () => {
  test.each([
    ['totals.payable=1 250,5', '1250.50'],
    ['totals.payable=1250', '1250.00'],
    ['totals.rounding=-0,25', '-0.25'],
    ['dueDate=2026-12-01', '2026-12-01'],
    ['dueDate=', null],
    ['currency=sek', 'SEK'],
    ['invoiceNumber= F 17 ', 'F 17'],
    ['invoiceNumber=A=B', 'A=B'],
    ['seller.organisationNumber=556677-8899', '5566778899'],
    ['seller.organisationNumber=HRB 1234', 'HRB1234'],
    ['seller.vatId=SE 5566778899 01', 'SE556677889901'],
    ['documentType=creditNote', 'creditNote'],
  ])('%s is read', (text, value) => {
    expect(read(text)).toEqual({ field: text.split('=')[0], value, actor: 'cli:anna' });
  });

  test('names all accounts together', () => {
    expect(read('payment.accounts=bankgiro:54029681 iban:SE35 5000 0000 0549 1000 0003').value).toEqual([
      { kind: 'bankgiro', id: '5402-9681' },
      { kind: 'iban', id: 'SE3550000000054910000003' },
    ]);
    expect(read('payment.accounts=plusgiro:28 65 43-4, other:1234').value).toEqual([
      { kind: 'plusgiro', id: '286543-4' },
      { kind: 'other', id: '1234' },
    ]);
    expect(read('payment.accounts=').value).toEqual([]);
  });

  test.each([
    ['payable=1', /did you mean totals\.payable/],
    ['totals.payble=1', /did you mean totals\.payable/],
    ['totals.payable', /says no value/],
    ['totals.payable=12,5 kr', /is no amount/],
    ['issueDate=2026-02-30', /is no date/],
    ['issueDate=1/2/2026', /is no date/],
    ['seller.organisationNumber=556677-8898', /check digit/],
    ['seller.vatId=SE556677889801', /check digits/],
    ['payment.accounts=bankgiro:5402-9682', /check digits of bankgiro/],
    ['payment.accounts=iban:SE3550000000054910000004', /check digits of iban/],
    ['payment.accounts=konto:1', /is no account/],
    ['documentType=', /of some type/],
    ['documentType=reminder', /is no type/],
    ['currency=kronor', /is no currency/],
  ])('%s is refused, with what is wrong', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
