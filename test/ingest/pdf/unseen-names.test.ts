/** Names on the pages of suppliers nobody has seen: whose they are, and how they are spelled. */
import { describe, expect, test } from '@jest/globals';
import { isAnnouncement, phraseAt } from '../../../src/ingest/pdf/lexicon.ts';
import { wordsOf } from '../../../src/ingest/pdf/words.ts';
import { column, type Put, pagesOf, readPages, sums } from './support/sheet.ts';

function read(puts: readonly Put[], ownNames: string[] = []) {
  const [found] = readPages(pagesOf(puts), { ownNames })?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice;
}

const head: Put[] = [
  ['Faktura', 330, 60, { size: 18 }],
  ...column(330, 450, 120, [
    ['Fakturanummer', '10045'],
    ['Fakturadatum', '2026-04-03'],
    ['Förfallodatum', '2026-05-03'],
  ]),
];
const amounts: Put[] = sums(400, [
  ['Summa exkl moms', '1 000,00'],
  ['Moms 25 %', '250,00'],
  ['Att betala SEK', '1 250,00'],
]);
const number: Put = ['Org.nr 556999-1234', 250, 800];

describe('what announces something is no name', () => {
  test.each([
    'Leveransadress',
    'Fakturanr / OCR',
    'Rechnungsdatum',
    'Laskun päiväys',
    'INVOICE',
    'Kundnummer Datum',
  ])('%s', (text) => expect(isAnnouncement(text)).toBe(true));

  test.each(['Fakturabyrån', 'Bygg & Betong', 'Ordernyckel AB', '4711', ''])(
    '"%s" announces nothing',
    (text) => {
      expect(isAnnouncement(text)).toBe(false);
    },
  );

  test('neither at the top in large type, nor below a heading', () => {
    const { seller, buyer } = read([
      ['Rechnungsdatum', 50, 40, { size: 20 }],
      ['Snickarboden', 50, 60, { size: 12 }],
      ...head,
      ['Kund', 50, 180],
      ['Fakturanr / OCR', 50, 194],
      ['Eken Möbler AB', 50, 208],
      ...amounts,
      number,
    ]);
    expect(seller.name).not.toBe('Rechnungsdatum');
    expect(buyer.name).toBe('Eken Möbler AB');
  });
});

describe('a claim that was sold', () => {
  const letterhead: Put[] = [
    ['Snickarboden i Ås AB', 50, 60, { size: 12 }],
    ['Org.nr 556999-1234', 50, 76],
  ];

  test.each<[string, Put[]]>([
    [
      'told in a sentence that names the buyer of it and its number',
      [
        ['Fakturan är överlåten till Norrfin Finans AB, org.nr 559959-7126.', 50, 600],
        ['Betalning kan med befriande verkan endast ske till bankgiro 5050-1055.', 50, 612],
      ],
    ],
    [
      'told on two lines',
      [
        ['Fordran är pantsatt och betalning kan med befriande verkan ske endast till', 50, 600],
        ['Norrfin Finans AB, org.nr 559959-7126.', 50, 612],
      ],
    ],
    [
      'told beside a field for who is paid',
      [
        ['Fakturan är belånad.', 50, 600],
        ['Betalningsmottagare', 50, 640],
        ['Norrfin Finans AB', 200, 640],
      ],
    ],
  ])('leaves the supplier who invoices: %s', (_, told) => {
    const { seller } = read([...letterhead, ...head, ...amounts, ...told]);
    expect(seller).toMatchObject({ name: 'Snickarboden i Ås AB', organisationNumber: '5569991234' });
  });

  test('does not make the seller another where it names itself before it tells', () => {
    const { seller } = read([
      ...letterhead,
      ...head,
      ...amounts,
      ['Snickarboden i Ås AB har överlåtit fordran till Norrfin Finans AB.', 50, 600],
    ]);
    expect(seller.name).toBe('Snickarboden i Ås AB');
  });

  test.each([
    ['no', 'Fakturaen er overdratt til Fjordfinans AS'],
    ['da', 'Fordringen er overdraget til Fjordfinans A/S'],
    ['de', 'Diese Forderung ist abgetreten an Fjordbank GmbH'],
    ['en', 'This invoice has been assigned to Fjord Finance Ltd'],
    ['fr', 'Cette créance a été cédée à Fjord Finance SAS'],
    ['nl', 'Deze vordering is verpand aan Fjord Finance B.V.'],
    ['fi', 'Laskusaatava on siirretty Vuono Rahoitus Oy'],
  ])('is known in %s', (language, sentence) => {
    const words = wordsOf(sentence);
    const said = words.flatMap((_, index) => phraseAt(words, index)?.meanings ?? []);
    expect(said).toContainEqual({ language, topic: { kind: 'remark', about: 'assigned' } });
  });
});
