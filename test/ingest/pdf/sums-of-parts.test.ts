/** Sums that stand in a row of parts, or alone, or come to nothing; and how their currency is told. */
import { describe, expect, test } from '@jest/globals';
import { readWithCodes as read } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

const swedish: readonly Put[] = [
  ['Granviks Rörgrossist AB', 50, 50],
  ['FAKTURA', 400, 60, { size: 20 }],
  ...column(330, 450, 100, [
    ['Fakturanr', '30417'],
    ['Fakturadatum', '2026-03-04'],
    ['Bankgiro', '5050-1055'],
  ]),
];

const german: readonly Put[] = [
  ['Tischlerei Hellwig', 50, 50],
  ['Rechnung', 400, 60, { size: 20 }],
  ...column(330, 450, 100, [
    ['Rechnungsnummer', '2026-118'],
    ['Rechnungsdatum', '04.03.2026'],
    ['IBAN', 'DE89 3704 0044 0532 0130 00'],
  ]),
];

describe('a net that is printed only in parts', () => {
  const row = (freight: string): Put[] => [
    ['Varubelopp', 50, 500],
    ['Frakt', 180, 500],
    ['Moms', 280, 500],
    ['Att betala', 420, 500],
    ['4.156,50', 50, 514],
    [freight, 180, 514],
    ['1.070,38', 280, 514],
    ['5.352,00 SEK', 420, 514],
  ];

  test('is what they come to, where the VAT is its lawful rate; the total with VAT is the one before rounding', () => {
    const { totals } = read(...swedish, ...row('125,00'));
    expect(totals).toEqual({
      net: '4281.50',
      vat: '1070.38',
      gross: '5351.88',
      rounding: '0.12',
      payable: '5352.00',
    });
  });

  test('is not told where they come to something else', () => {
    expect(read(...swedish, ...row('225,00')).totals.net).toBeNull();
  });

  test('holds what stands between a subtotal and the VAT', () => {
    const { totals, codes } = read(
      ...swedish,
      ...sums(400, [
        ['Delsumma', '1 000,00'],
        ['Leverans till port', '200,00'],
        ['Moms', '300,00'],
        ['Att betala', '1 500,00'],
      ]),
    );
    expect(totals).toMatchObject({ net: '1200.00', vat: '300.00', payable: '1500.00' });
    expect(codes).not.toContain('check_failed:totals:addUp');
  });
});

describe('a VAT that is printed only in parts', () => {
  /** In one row, as many programs print their sums; each rate stands under a label of its own. */
  const row = (second: string): Put[] =>
    [
      ['Exkl. moms', '71 773,00'],
      ['Moms %', '25'],
      ['Moms kr', '17 699,00'],
      ['Moms %', '6'],
      ['Moms kr', second],
      ['Avrundning', '0,38'],
      ['Totalt', '89 530,62'],
      ['ATT BETALA', 'SEK 89 531,00'],
    ].flatMap(([label = '', amount = ''], index): Put[] => [
      [label, 50 + 65 * index, 500],
      [amount, 50 + 65 * index, 514],
    ]);

  test('is what they come to, where that is all that the total is more than the net', () => {
    const { totals } = read(...swedish, ...row('58,62'));
    expect(totals).toEqual({
      net: '71773.00',
      vat: '17757.62',
      gross: '89530.62',
      rounding: '0.38',
      payable: '89531.00',
    });
  });

  test('is not told where they come to something else', () => {
    expect(read(...swedish, ...row('58,26')).totals.vat).toBeNull();
  });
});

describe('a "Summa" above a VAT of several rates', () => {
  const totals = (total: string): Put[] =>
    sums(400, [
      ['Summa', '28 476,85'],
      ['Mervärdesskatt', '6 678,24'],
      ['Totalt SEK', total],
    ]);

  test('is the net where a total is what both come to', () => {
    expect(read(...swedish, ...totals('35 155,09')).totals).toMatchObject({
      net: '28476.85',
      vat: '6678.24',
      payable: '35155.09',
    });
  });

  test('is not where none is', () => {
    expect(read(...swedish, ...totals('35 165,09')).totals.net).toBeNull();
  });
});

test('two labels that run together each have the amount that they stand over', () => {
  const { totals } = read(
    ...swedish,
    ['Nettosumma', 50, 500],
    ['Moms 25 %', 150, 500],
    ['Avrundningsdifferens Fakturabelopp:', 250, 500],
    ['640,00 SEK', 50, 514],
    ['160,00 SEK', 150, 514],
    ['0,00 SEK', 252, 514],
    ['800,00 SEK', 358, 514],
  );
  expect(totals).toMatchObject({ net: '640.00', vat: '160.00', gross: '800.00', payable: '800.00' });
});

test('where nothing is left of a total, a person looks', () => {
  const { totals, codes } = read(
    ...swedish,
    ...sums(400, [
      ['Summa exkl moms', '640,00'],
      ['Moms 25 %', '160,00'],
      ['Fakturabelopp', '800,00'],
      ['Förskottsbetalt', '800,00'],
      ['Förfallet belopp', '0,00'],
    ]),
  );
  expect(totals).toMatchObject({ gross: '800.00', payable: '0.00' });
  expect(codes).toContain('paid_already');
});

describe('a net that is the only sum', () => {
  const alone = sums(400, [['Netto', '457,27 EUR']]);

  test('is to be paid where the page says that there is no VAT', () => {
    const { totals, codes } = read(...german, ...alone, [
      'Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG.',
      50,
      500,
    ]);
    expect(totals).toMatchObject({ net: '457.27', payable: '457.27' });
    expect(codes).not.toContain('unsure:totals.payable');
  });

  test('is unsure where the page says nothing of it', () => {
    const { codes } = read(...german, ...alone);
    expect(codes.some((code) => /totals\.payable|missing:payable/.test(code))).toBe(true);
  });
});

describe('where the VAT is nothing', () => {
  const netOf = (total: string, ...more: readonly (readonly [string, string])[]) =>
    read(
      ...german,
      ...sums(400, [...more, ['Gesamtbetrag', total], ['MwSt.', '0,00 €'], ['Zu zahlen', total]]),
    ).totals.net;

  test('the net is the total', () => {
    expect(netOf('6.660,00 €')).toBe('6660.00');
  });

  test('it is not one that was rounded', () => {
    expect(netOf('6.660,00 €', ['Material und Arbeit', '6.659,80 €'])).not.toBe('6660.00');
  });
});

test('a total that others above it come to is not what was left of it', () => {
  const { totals } = read(
    ...swedish,
    ...sums(400, [
      ['Total abonnemang', '130,00'],
      ['Total trafik', '25,90'],
      ['Total', '155,90'],
    ]),
  );
  expect(totals.payable).toBe('155.90');
});

test('a total and what it is rounded by are no parts of what is to be paid', () => {
  const { totals } = read(
    ...swedish,
    ['Summa 34.377:80', 330, 400],
    ['Avrundning 0:20', 330, 415],
    ['Att betala kr 34.378:00', 330, 430],
    ['Omvänd betalningsskyldighet. Köparen redovisar momsen.', 50, 460],
  );
  expect(totals).toMatchObject({ net: '34377.80', gross: '34377.80', rounding: '0.20', payable: '34378.00' });
});

describe('a currency', () => {
  test('may be a short "e", set as mathematics are', () => {
    const { totals, currency } = read(
      ...german.slice(0, 2),
      ...column(330, 450, 100, [
        ['Rechnungsnummer', '2026-118'],
        ['Rechnungsdatum', '04.03.2026'],
      ]),
      ...sums(400, [['Gesamtbetrag', '1 394, 06 e']]),
    );
    expect({ currency, payable: totals.payable }).toEqual({ currency: 'EUR', payable: '1394.06' });
  });

  test('that nothing writes is the one of the account, and unsure by that alone', () => {
    const english: Put[] = [
      ['Harbour Joinery', 50, 50],
      ['INVOICE', 400, 60, { size: 20 }],
      ...column(330, 450, 100, [
        ['Invoice number', 'HJ-1042'],
        ['Invoice date', '4 March 2026'],
        ['IBAN', 'GB82 WEST 1234 5698 7654 32'],
      ]),
      ...sums(400, [['Total due', '250.00']]),
    ];
    const { currency, codes } = read(...english);
    expect(currency).toBe('GBP');
    expect(codes).toContain('unsure:currency');
  });
});
