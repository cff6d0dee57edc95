/** One invoice in each language, from companies that do not exist, with check digits that are right. */
import { column, type Put, sums, table } from './sheet.ts';

export interface Sample {
  language: string;
  puts: Put[];
  expected: {
    invoiceNumber: string;
    issueDate: string;
    dueDate: string;
    currency: string;
    net: string;
    vat: string;
    payable: string;
    name: string;
    organisationNumber: string | null;
    vatId: string;
    account: string;
    reference: string;
  };
}

const same = { invoiceNumber: '20417', issueDate: '2026-03-04', dueDate: '2026-04-03', net: '1000.00' };

export const samples: readonly Sample[] = [
  {
    language: 'sv',
    puts: [
      ['Ekens Snickeri AB', 50, 40, { size: 14 }],
      ['FAKTURA', 330, 40, { size: 18 }],
      ...column(330, 430, 80, [
        ['Fakturanr', '20417'],
        ['Fakturadatum', '2026-03-04'],
        ['Förfallodatum', '2026-04-03'],
        ['OCR-nr', '204172'],
        ['Kundnr', '4711'],
      ]),
      ...buyer('Kund', 'Kundbolaget i Ekeby AB'),
      ...sums(400, [
        ['Summa exkl. moms', '1 000,00'],
        ['Moms 25 %', '250,00'],
        ['Att betala', '1 250,00 kr'],
      ]),
      ['Org.nr 556999-1234   Momsreg.nr SE556999123401   Bankgiro 123-4566', 50, 780, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'SEK',
      vat: '250.00',
      payable: '1250.00',
      name: 'Ekens Snickeri AB',
      organisationNumber: '5569991234',
      vatId: 'SE556999123401',
      account: '123-4566',
      reference: '204172',
    },
  },
  {
    language: 'no',
    puts: [
      ['Fjordens Elektro AS', 50, 40, { size: 14 }],
      ['Faktura', 50, 150, { size: 20 }],
      ...table([50, 150, 250, 350], 180, [
        ['Fakturanr.', '20417'],
        ['Fakturadato', '04.03.2026'],
        ['Forfallsdato', '03.04.2026'],
        ['Kundenr.', '4711'],
      ]),
      ...buyer('Kunde', 'Nordvik Bygg AS'),
      ...sums(400, [
        ['Sum eks. mva', '1 000,00'],
        ['Mva 25 %', '250,00'],
        ['Å betale NOK', '1 250,00'],
      ]),
      ...column(50, 130, 700, [
        ['Kontonr.', '8601.11.17947'],
        ['KID', '204172'],
      ]),
      ['Org.nr 923 609 016 MVA', 50, 780, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'NOK',
      vat: '250.00',
      payable: '1250.00',
      name: 'Fjordens Elektro AS',
      organisationNumber: '923609016',
      vatId: 'NO923609016MVA',
      account: '86011117947',
      reference: '204172',
    },
  },
  {
    language: 'da',
    puts: [
      ['Havnens Tømrer ApS', 380, 40, { size: 12 }],
      ['CVR-nr. 13585628', 380, 54],
      ['Faktura', 50, 150, { size: 20 }],
      ...column(380, 470, 90, [
        ['Fakturanr.', '20417'],
        ['Fakturadato', '04-03-2026'],
        ['Forfaldsdato', '03-04-2026'],
      ]),
      ...buyer('Kunde', 'Strandby Handel A/S'),
      ...sums(400, [
        ['I alt ekskl. moms', '1.000,00'],
        ['25 % moms', '250,00'],
        ['I alt at betale DKK', '1.250,00'],
      ]),
      ['Reg.nr. 1234 Konto 0012345678', 50, 700],
      ['+71<000000000204172+82361081<', 50, 800],
    ],
    expected: {
      ...same,
      currency: 'DKK',
      vat: '250.00',
      payable: '1250.00',
      name: 'Havnens Tømrer ApS',
      organisationNumber: '13585628',
      vatId: '',
      account: '12340012345678',
      reference: '000000000204172',
    },
  },
  {
    language: 'fi',
    puts: [
      ['Koivun Sähkö Oy', 50, 40, { size: 13 }],
      ['LASKU', 330, 40, { size: 18 }],
      ...column(330, 430, 80, [
        ['Laskun numero', '20417'],
        ['Päiväys', '4.3.2026'],
        ['Eräpäivä', '3.4.2026'],
        ['Viitenumero', '2 04174'],
      ]),
      ...buyer('Asiakas', 'Järven Kauppa Oy'),
      ...sums(400, [
        ['Veroton yhteensä', '1 000,00'],
        ['ALV 25,5 %', '255,00'],
        ['Maksettava yhteensä', '1 255,00 €'],
      ]),
      ['Y-tunnus 0112038-9   ALV-numero FI01120389   IBAN FI21 1234 5600 0007 85', 50, 780, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '255.00',
      payable: '1255.00',
      name: 'Koivun Sähkö Oy',
      organisationNumber: '0112038-9',
      vatId: 'FI01120389',
      account: 'FI2112345600000785',
      reference: '204174',
    },
  },
  {
    language: 'de',
    puts: [
      ['Lindner Werkzeuge GmbH', 200, 40, { size: 16 }],
      ['Lindner Werkzeuge GmbH · Gewerbering 6 · 57539 Grünbach', 70, 130, { size: 7 }],
      ['Neuberg Technik AG', 70, 148],
      ['Mühlgasse 9', 70, 160],
      ['92689 Neuberg', 70, 172],
      ['Rechnung Nr. 20417 vom 04.03.2026', 70, 260, { size: 13 }],
      ...sums(400, [
        ['Nettobetrag', '1.000,00 €'],
        ['zzgl. 19 % MwSt.', '190,00 €'],
        ['Rechnungsbetrag', '1.190,00 €'],
      ]),
      ['Zahlbar bis 03.04.2026 ohne Abzug. Verwendungszweck: RE20417', 70, 480],
      ['HRB 12345', 300, 790, { size: 7 }],
      ['USt-IdNr. DE136695976', 400, 790, { size: 7 }],
      ['IBAN DE89 3704 0044 0532 0130 00', 400, 800, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '190.00',
      payable: '1190.00',
      name: 'Lindner Werkzeuge GmbH',
      organisationNumber: 'HRB12345',
      vatId: 'DE136695976',
      account: 'DE89370400440532013000',
      reference: 'RE20417',
    },
  },
  {
    language: 'nl',
    puts: [
      ['Waterdijk Transport B.V.', 400, 48],
      ['KvK 23467343', 400, 60],
      ['Btw-nummer NL111111110B01', 400, 72],
      ['IBAN NL91 ABNA 0417 1643 00', 400, 84],
      ['Factuur', 50, 200, { size: 18 }],
      ...column(50, 160, 230, [
        ['Factuurnummer', '20417'],
        ['Factuurdatum', '4 maart 2026'],
        ['Vervaldatum', '3 april 2026'],
        ['Betalingskenmerk', '20417'],
      ]),
      ...buyer('Factuuradres', 'Lindenhoven Installatie B.V.'),
      ...sums(400, [
        ['Subtotaal excl. btw', '€ 1.000,00'],
        ['21% btw over € 1.000,00', '€ 210,00'],
        ['Te betalen', '€ 1.210,00'],
      ]),
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '210.00',
      payable: '1210.00',
      name: 'Waterdijk Transport B.V.',
      organisationNumber: '23467343',
      vatId: 'NL111111110B01',
      account: 'NL91ABNA0417164300',
      reference: '20417',
    },
  },
  {
    language: 'fr',
    puts: [
      ['Imprimerie du Pont SARL', 45, 50, { size: 14 }],
      ['FACTURE', 45, 164, { size: 20 }],
      ...table([51, 177, 303], 215, [
        ['N° de facture', '20417'],
        ["Date d'émission", '04/03/2026'],
        ['Échéance', '03/04/2026'],
      ]),
      ...buyer('Facturé à', 'SAS Boutique du Port'),
      ...sums(400, [
        ['Total HT', '1 000,00 €'],
        ['TVA 20 %', '200,00 €'],
        ['Total TTC', '1 200,00 €'],
        ['Net à payer', '1 200,00 €'],
      ]),
      ['Référence à rappeler : 82947409', 45, 677],
      ['IBAN : FR14 2004 1010 0505 0001 3M02 606', 45, 689],
      ['SIRET 732 829 320 00074 – TVA intracommunautaire FR44732829320', 112, 794, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '200.00',
      payable: '1200.00',
      name: 'Imprimerie du Pont SARL',
      organisationNumber: '73282932000074',
      vatId: 'FR44732829320',
      account: 'FR1420041010050500013M02606',
      reference: '82947409',
    },
  },
  {
    language: 'en',
    puts: [
      ['Ashcombe Stationery Ltd', 50, 40, { size: 12 }],
      ['INVOICE', 420, 40, { size: 22 }],
      ['Invoice number: 20417', 380, 80],
      ['Invoice date: 4 March 2026', 380, 94],
      ['Due date: 3 April 2026', 380, 108],
      ...buyer('Bill to', 'Kundbolaget i Ekeby AB'),
      ...sums(400, [
        ['Subtotal', '£1,000.00'],
        ['VAT 20%', '£200.00'],
        ['Amount due', '£1,200.00'],
      ]),
      ['Payment reference: INV20417', 50, 700],
      ['IBAN GB29 NWBK 6016 1331 9268 19', 50, 714],
      ['Company no. 03621733   VAT no. GB 434 0314 94', 50, 790, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'GBP',
      vat: '200.00',
      payable: '1200.00',
      name: 'Ashcombe Stationery Ltd',
      organisationNumber: '03621733',
      vatId: 'GB434031494',
      account: 'GB29NWBK60161331926819',
      reference: 'INV20417',
    },
  },
  {
    language: 'pl',
    puts: [
      ['Faktura VAT nr 20417', 50, 40, { size: 16 }],
      ...column(330, 440, 60, [
        ['Data wystawienia:', '04.03.2026'],
        ['Data sprzedaży:', '27.02.2026'],
        ['Termin płatności:', '03.04.2026'],
      ]),
      ['Sprzedawca', 330, 120],
      ['Zalesie Meble Sp. z o.o.', 330, 133],
      ['NIP: 526-025-02-74', 330, 145],
      ['REGON: 123456785', 330, 157],
      ...buyer('Nabywca', 'Wola Logistyka S.A.'),
      ...sums(400, [
        ['Razem netto', '1 000,00'],
        ['VAT 23%', '230,00'],
        ['Do zapłaty', '1 230,00 zł'],
      ]),
      ['Nr konta: 61 1090 1014 0000 0712 1981 2874', 50, 700],
      ['Tytuł przelewu: FV20417', 50, 714],
    ],
    expected: {
      ...same,
      currency: 'PLN',
      vat: '230.00',
      payable: '1230.00',
      name: 'Zalesie Meble Sp. z o.o.',
      organisationNumber: '123456785',
      vatId: 'PL5260250274',
      account: 'PL61109010140000071219812874',
      reference: 'FV20417',
    },
  },
  {
    language: 'cs',
    puts: [
      ['FAKTURA - DAŇOVÝ DOKLAD', 50, 40, { size: 16 }],
      ...column(330, 460, 60, [
        ['Číslo faktury:', '20417'],
        ['Datum vystavení:', '4. března 2026'],
        ['Datum uskutečnění zdanitelného plnění:', '2.3.2026'],
        ['Datum splatnosti:', '3. dubna 2026'],
        ['Variabilní symbol:', '20417'],
      ]),
      ['Dodavatel', 330, 150],
      ['Kamenice Nábytek s.r.o.', 330, 163],
      ['IČO: 27082440', 330, 175],
      ['DIČ: CZ27082440', 330, 187],
      ...buyer('Odběratel', 'Javořice Sklo a.s.'),
      ...sums(400, [
        ['Celkem bez DPH', '1 000,00'],
        ['DPH 21 %', '210,00'],
        ['Celkem k úhradě', '1 210,00 Kč'],
      ]),
      ['Číslo účtu: 19-2000145399/0800', 50, 700],
    ],
    expected: {
      ...same,
      currency: 'CZK',
      vat: '210.00',
      payable: '1210.00',
      name: 'Kamenice Nábytek s.r.o.',
      organisationNumber: '27082440',
      vatId: 'CZ27082440',
      account: '19-2000145399/0800',
      reference: '20417',
    },
  },
  {
    language: 'et',
    puts: [
      ['OÜ Männiku Puit', 50, 40, { size: 13 }],
      ['ARVE nr 20417', 330, 40, { size: 18 }],
      ...column(330, 430, 80, [
        ['Kuupäev', '04.03.2026'],
        ['Maksetähtaeg', '03.04.2026'],
        ['Viitenumber', '204174'],
      ]),
      ...buyer('Ostja', 'Tammiste Ehitus AS'),
      ...sums(400, [
        ['Summa käibemaksuta', '1 000,00'],
        ['Käibemaks 24%', '240,00'],
        ['Tasumisele kuulub', '1 240,00 EUR'],
      ]),
      ['Reg. kood 10137025   KMKR EE100931558   IBAN EE38 2200 2210 2014 5685', 50, 780, { size: 7 }],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '240.00',
      payable: '1240.00',
      name: 'OÜ Männiku Puit',
      organisationNumber: '10137025',
      vatId: 'EE100931558',
      account: 'EE382200221020145685',
      reference: '204174',
    },
  },
  {
    language: 'it',
    puts: [
      ['Montefiore Ceramiche S.r.l.', 50, 40, { size: 14 }],
      ['P.IVA e C.F. 00743110157', 50, 58],
      ...buyer('Spett.le', 'Borgo Verde Arredamenti S.p.A.'),
      ['FATTURA', 330, 90, { size: 16 }],
      ...column(330, 430, 120, [
        ['Fattura n.', '20417'],
        ['Data documento', '04/03/2026'],
        ['Scadenza', '03/04/2026'],
      ]),
      ...sums(400, [
        ['Totale imponibile', '€ 1.000,00'],
        ['IVA 22%', '€ 220,00'],
        ['Totale fattura', '€ 1.220,00'],
        ['Netto a pagare', '€ 1.220,00'],
      ]),
      ['IBAN IT60 X054 2811 1010 0000 0123 456', 50, 700],
      ['Causale: FT20417', 50, 714],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '220.00',
      payable: '1220.00',
      name: 'Montefiore Ceramiche S.r.l.',
      organisationNumber: null,
      vatId: 'IT00743110157',
      account: 'IT60X0542811101000000123456',
      reference: 'FT20417',
    },
  },
  {
    language: 'es',
    puts: [
      ['Castromonte Muebles, S.L.', 50, 40, { size: 14 }],
      ['CIF: B-58378431', 50, 58],
      ...buyer('Facturar a', 'Robledal Conservas S.A.'),
      ['FACTURA', 330, 90, { size: 16 }],
      ...column(330, 430, 120, [
        ['Nº de factura:', '20417'],
        ['Fecha:', '4 de marzo de 2026'],
        ['Vencimiento:', '3 de abril de 2026'],
      ]),
      ...sums(400, [
        ['Base imponible', '1.000,00 €'],
        ['IVA 21 %', '210,00 €'],
        ['Total factura', '1.210,00 €'],
      ]),
      ['Cuenta bancaria: 2100 0418 45 0200051332', 50, 700],
      ['Referencia de pago: FV20417', 50, 714],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '210.00',
      payable: '1210.00',
      name: 'Castromonte Muebles, S.L.',
      organisationNumber: null,
      vatId: 'ESB58378431',
      account: 'ES9121000418450200051332',
      reference: 'FV20417',
    },
  },
  {
    language: 'pt',
    puts: [
      ['Ponte Velha Cortiças, Lda', 50, 40, { size: 14 }],
      ['NIF: 501 964 843', 50, 58],
      ...buyer('Exmo.(s) Sr.(s)', 'Aldeia Nova Conservas S.A.'),
      ['Fatura n.º 20417', 330, 90, { size: 16 }],
      ...column(330, 430, 120, [
        ['Data de emissão', '2026-03-04'],
        ['Data de vencimento', '2026-04-03'],
      ]),
      ...sums(400, [
        ['Total ilíquido', '1.000,00 €'],
        ['Total IVA', '230,00 €'],
        ['Total a pagar', '1.230,00 €'],
      ]),
      ['NIB: 0002 0123 1234 5678 9015 4', 50, 700],
      ['Referência de pagamento: FT20417', 50, 714],
    ],
    expected: {
      ...same,
      currency: 'EUR',
      vat: '230.00',
      payable: '1230.00',
      name: 'Ponte Velha Cortiças, Lda',
      organisationNumber: null,
      vatId: 'PT501964843',
      account: 'PT50000201231234567890154',
      reference: 'FT20417',
    },
  },
];

function buyer(heading: string, name: string): Put[] {
  return [
    [heading, 50, 90],
    [name, 50, 103],
    ['Storgatan 1', 50, 115],
    ['12345 Ekeby', 50, 127],
  ];
}
