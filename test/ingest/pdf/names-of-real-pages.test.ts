/** Suppliers on real invoices: numbers without a label in the letterhead, addresses with labels, blocks set to the right. */
import { describe, expect, test } from '@jest/globals';
import { amounts, head, readWithCodes as read, title } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

const lines = (x: number, y: number, ...texts: string[]): Put[] =>
  texts.map((text, index): Put => [text, x, y + 12 * index]);

const page: Put[] = [title, ...head, ...amounts];

describe('below a letterhead that tells how to reach the sender', () => {
  const letterhead = (number: string) =>
    lines(50, 48, 'Fjordlys Foto', number, 'Strandgatan 19', '123 45 Ekeby', 'post@fjordlysfoto.example');
  const addressee = lines(
    50,
    180,
    'Ullverket i Ekeby AB',
    'Org.nr 556000-0167',
    'Lillgatan 2',
    '123 45 Ekeby',
  );

  test('a number in another address is the addressee’s, and one in the letterhead needs no label', () => {
    const { seller, codes } = read(...page, ...letterhead('556999-1234'), ...addressee);
    expect(seller.organisationNumber).toBe('5569991234');
    expect(codes).toEqual([]);
  });

  test('but not one whose check digits are wrong', () => {
    expect(read(...page, ...letterhead('556999-1235'), ...addressee).seller.organisationNumber).not.toBe(
      '5569991235',
    );
  });

  test('alone it tells who the seller is', () => {
    const { seller, codes } = read(...page, ...letterhead('556999-1234'));
    expect(seller.organisationNumber).toBe('5569991234');
    expect(codes).toEqual([]);
  });
});

test('a line of an address may have its label', () => {
  const { seller, codes } = read(
    ['Invoice', 330, 60, { size: 18 }],
    ...column(330, 450, 120, [
      ['Invoice number', '10045'],
      ['Invoice date', '2026-04-03'],
      ['Customer name', 'Jane Moss'],
    ]),
    ...sums(400, [['Total EUR', '1,250.00']]),
    ...lines(50, 48, 'Lakeside Studio', 'Address: 18, Harbour Street', 'Phone: 0123 456789'),
  );
  expect(seller.name).toBe('Lakeside Studio');
  expect(codes).toEqual([]);
});

test('what stands below a heading that it shares its middle with is of that party', () => {
  const { seller } = read(
    ...page,
    ['Kund', 450, 172],
    ['Kundbolaget i hela Ekeby AB', 398, 186],
    ['Momsreg.nr SE556000016701', 403, 200],
    ['Atelje Nordvik', 50, 48],
    ['ateljenordvik2026@gmail.com', 50, 60],
  );
  expect(seller.vatId).toBeNull();
  expect(seller.name).toBe('Atelje Nordvik');
});

test('where a template wants a picture stands no name', () => {
  const { seller } = read(
    ['Logo', 60, 40, { size: 16 }],
    ...lines(50, 80, 'Groen Hoveniers', 'Veldweg 31', '123 45 Ekeby'),
    ...page,
  );
  expect(seller.name).not.toBe('Logo');
});

test('an Australian town is no name', () => {
  const { seller } = read(
    ['Tax Invoice', 50, 40, { size: 14 }],
    ['Lakeside', 50, 56],
    ['Harbour Street West, VIC 8007', 400, 70],
    ...column(330, 450, 120, [
      ['Invoice number', '10045'],
      ['Invoice date', '28 Jan 2026'],
    ]),
    ...sums(400, [['Invoice total', '$101.00']]),
  );
  expect(seller.name).toBe('Lakeside');
});

test('a French heading may say by whom it is invoiced', () => {
  const { seller } = read(
    ['Facture', 330, 60, { size: 18 }],
    ...column(330, 450, 120, [
      ['Numéro de facture', 'F-10045'],
      ['Date de facture', '03/04/2026'],
    ]),
    ...sums(400, [['Total TTC', '1 200,00 €']]),
    ...lines(50, 180, 'FACTURÉ PAR', 'Les Fouaces du Bourg', '12 rue Haute'),
    ...lines(330, 180, 'FACTURÉ À', 'Kundbolaget', '14 rue Basse'),
  );
  expect(seller.name).toBe('Les Fouaces du Bourg');
});

test('where a word says that one of two VAT numbers is the buyer’s, the other is the seller’s', () => {
  const { seller, codes } = read(
    ['Rechnung', 330, 60, { size: 18 }],
    ...column(330, 450, 120, [
      ['Rechnungsnummer', '10045'],
      ['Rechnungsdatum', '03.04.2026'],
      ['USt-IdNr. des Empfängers', 'DE129273398'],
    ]),
    ...sums(400, [
      ['Nettobetrag', '1.000,00 €'],
      ['USt 19 %', '190,00 €'],
      ['Gesamtbetrag', '1.190,00 €'],
    ]),
    ['DE136695976', 450, 484],
  );
  expect(seller.vatId).toBe('DE136695976');
  expect(codes).toEqual([]);
});

test('whom the goods are sent to is the buyer, who is not taken for the seller', () => {
  const { seller } = read(
    ...page,
    ['Elvaruhuset Sverige AB', 50, 98, { size: 11 }],
    ['191 83 Ekeby', 50, 112],
    ...lines(50, 220, 'Godsmottagare', 'KUNDBOLAGET AB', 'STORGATAN 1', '193 33 EKEBY'),
    ...lines(330, 220, 'KUNDBOLAGET AB', 'STORGATAN 1', '193 33 EKEBY'),
  );
  expect(seller.name).toBe('Elvaruhuset Sverige AB');
});

describe('in the seller’s block', () => {
  const polish = (...block: string[]) =>
    read(
      ['Krajowy Rejestr Faktur', 50, 40, { size: 14 }],
      ['Faktura VAT', 330, 60, { size: 18 }],
      ...column(330, 450, 100, [
        ['Numer faktury', 'FV/10045'],
        ['Data wystawienia', '2026-04-03'],
      ]),
      ...sums(400, [['Razem do zapłaty', '1 230,00 PLN']]),
      ...lines(50, 140, 'Sprzedawca', ...block),
      ...lines(330, 140, 'Nabywca', 'Nazwa: Klient Testowy', 'ul. Polna 2'),
    );

  test('label and name may be one text', () => {
    expect(polish('Nazwa: Wisła i Wspólnicy', 'ul. Sadowa 1').seller.name).toBe('Wisła i Wspólnicy');
  });
});

test('a name that begins like a label and goes on with a figure is whole', () => {
  const { seller } = read(
    ...page,
    ['Leverantör 7 AB', 50, 48, { size: 16 }],
    ['Byggtjänster i hela länet', 50, 64],
  );
  expect(seller.name).toBe('Leverantör 7 AB');
});

test('"À:" heads whom a French invoice is to', () => {
  const { seller } = read(
    ['Facture', 330, 60, { size: 18 }],
    ['Guillaume Fontvielle', 50, 60, { size: 14 }],
    ...column(330, 450, 120, [
      ['N° de facture', 'F-10045'],
      ['Date de facture', '03/04/2026'],
    ]),
    ...sums(400, [['Total à payer', '1 200,00 €']]),
    ['À:', 50, 180],
    ['Bureau du Bourg', 50, 208, { size: 14 }],
    ['SIRET: 732 829 320 00074', 50, 224],
    ['SIREN 123 456 782', 50, 780],
  );
  expect(seller.organisationNumber).toBe('123456782');
});

describe('in a foot set in the middle, below an addressee at the head of the page', () => {
  const foot: Put[] = [
    ['Sandtorps Snickeri AB/ Hamngatan 22 / 123 45 Ekeby', 165, 760],
    ['Org.nr 556999-1234 / Tel 012-345 67 / www.sandtorpsnickeri.example', 129, 778],
  ];

  test('a company is known by its form before a slash, and by the address with its numbers', () => {
    const { seller } = read(
      ...page,
      ...foot,
      ...lines(50, 50, 'Ullverket i Ekeby AB', 'Lillgatan 2', '123 45 Ekeby', 'inkop@ullverket.example'),
    );
    expect(seller.name).toBe('Sandtorps Snickeri AB');
    expect(seller.organisationNumber).toBe('5569991234');
  });
});
