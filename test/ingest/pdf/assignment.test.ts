/** Where a claim was sold: to whose account it is paid. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

function accountsOf(language: string, told: readonly Put[]) {
  const sample = samples.find((each) => each.language === language);
  const [found] = readPages(pagesOf([...(sample?.puts ?? []), ...told]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice.payment.accounts.map(({ id }) => id);
}

describe('only the account that a notice of assignment names is paid to', () => {
  test.each<[string, string, ...string[]]>([
    [
      'sv',
      '5051-1054',
      'Fakturan är överlåten till Norrfin Finans AB. Betalning kan med befriande verkan',
      'endast ske till bankgiro 5051-1054.',
    ],
    ['sv', '5051-1054', 'Betalas till bankgiro 5051-1054, Norrfin Finans AB, dit fordran', 'är pantsatt.'],
    [
      'no',
      '12345678911',
      'Fakturaen er overdratt til Fjordfinans AS og kan bare betales til kontonr. 1234.56.78911.',
    ],
    [
      'da',
      '43210087654321',
      'Fordringen er overdraget til Fjordfinans A/S. Betaling kan kun ske til',
      'reg.nr. 4321 kontonr. 87654321.',
    ],
    [
      'fi',
      'FI5542345670000081',
      'Laskusaatava on siirretty Vuono Rahoitus Oy:lle. Maksu vapauttavasti vain tilille',
      'FI55 4234 5670 0000 81.',
    ],
    [
      'de',
      'DE75512108001245126199',
      'Die Forderung ist abgetreten an die Fjordbank GmbH. Zahlungen mit schuldbefreiender Wirkung nur auf',
      'IBAN DE75 5121 0800 1245 1261 99',
    ],
    [
      'nl',
      'NL20INGB0001234567',
      'Deze vordering is verpand aan Fjord Finance B.V. Bevrijdend betalen kan alleen op',
      'IBAN NL20 INGB 0001 2345 67.',
    ],
    [
      'fr',
      'FR7630006000011234567890189',
      'Cette créance a été cédée à Fjord Finance SAS. Pour être libératoire, le règlement est à faire',
      'sur le compte IBAN FR76 3000 6000 0112 3456 7890 189.',
    ],
    [
      'en',
      'GB33BUKB20201555555555',
      'This debt has been assigned to Fjord Finance Ltd. Payment is only valid if made to',
      'IBAN GB33 BUKB 2020 1555 5555 55.',
    ],
  ])('%s: %s', (language, account, ...lines) => {
    const told = lines.map((line, index): Put => [line, 50, 620 + 11 * index, { size: 8 }]);
    expect(accountsOf(language, told)).toEqual([account]);
  });

  test('or the one that stands with the payee', () => {
    const { invoice } = read(
      title,
      ...head,
      ...amounts,
      ...foot,
      ['Fakturan är belånad.', 50, 600],
      ['Betalningsmottagare: Norrfin Finans AB', 50, 640],
      ['Bankgiro 5051-1054', 50, 654],
    );
    expect(invoice.payment.accounts).toEqual([{ kind: 'bankgiro', id: '5051-1054' }]);
  });

  test('where it names none, all are told', () => {
    const { invoice } = read(title, ...head, ...amounts, ...foot, [
      'Fakturan är överlåten till Norrfin Finans AB.',
      50,
      600,
    ]);
    expect(invoice.payment.accounts).toEqual([{ kind: 'bankgiro', id: '5050-1055' }]);
  });
});

test("the number that stands with the name of who bought the claim is not surely the seller's", () => {
  const { codes } = read(
    title,
    ...head,
    ...amounts,
    ['Fakturan är överlåten till Norrfin Finans AB och betalas till bankgiro 5051-1054.', 50, 200],
    ['Norrfin Finans AB, org.nr 559959-7126, kundtjänst 08-123 45 67', 50, 790],
  );
  expect(codes).toContain('unsure:seller.organisationNumber');
});
