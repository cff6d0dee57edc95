/** Names on the pages of suppliers nobody has seen: whose they are, and how they are spelled. */
import { describe, expect, test } from '@jest/globals';
import { isAnnouncement, phraseAt } from '../../../src/ingest/pdf/page/lexicon.ts';
import { spellerFor } from '../../../src/ingest/pdf/page/spelling.ts';
import { wordsOf } from '../../../src/ingest/pdf/text/words.ts';
import { defaultReviewPolicy, withoutGuesses } from '../../../src/ingest/review-policy.ts';
import { amounts, head as fields, title } from './support/plain-page.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

function read(puts: readonly Put[], ownNames: string[] = []) {
  const [found] = readPages(pagesOf(puts), { ownNames })?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice;
}

const head = [title, ...fields];
const number: Put = ['Org.nr 556999-1234', 250, 800];

test.each([
  ['Säljare: Ateljé Nordvik, Stora Gatan 7, Ekeby', 'Ateljé Nordvik'],
  ['Från: Ateljé Nordvik', 'Ateljé Nordvik'],
])('"%s" names the seller in one line with its heading', (line, name) => {
  const { seller } = read([
    ['Till: Kundbolaget AB, Lilla Vägen 2, Ekeby', 50, 60],
    [line, 50, 76],
    ...head,
    ...amounts,
  ]);
  expect(seller.name).toBe(name);
});

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

describe('the words of a name', () => {
  test.each([
    ['NORDVIKBYGG AB', 'NORDVIKBYGG AB\nNordvik Bygg AB · Storgatan 1', 'NORDVIK BYGG AB'],
    ['N O R D V I K B Y G G', 'N O R D V I K B Y G G\nNordvik Bygg AB', 'NORDVIK BYGG'],
    ['NordvikBygg', 'www.nordvik-bygg.example', 'Nordvik Bygg'],
    // A gap by mistake in one place does not outdo the usual spelling.
    ['Nordvik AB', 'Nordvik AB\nNord vik AB\nNordvik AB', 'Nordvik AB'],
    [
      'Nordvik Bygg AB',
      'Nordvik Bygg AB info@nordvikbyggab.example www.nordvikbyggab.example',
      'Nordvik Bygg AB',
    ],
    ['Berg-Nilsson AB', 'Berg-Nilsson AB', 'Berg-Nilsson AB'],
    ['H M Bygg AB', 'H M Bygg AB', 'H M Bygg AB'],
  ])('%s', (name, text, spelled) => {
    expect(spellerFor(text)(name)).toBe(spelled);
  });

  test('are those of the footer where the letterhead runs them together, and the two are one name', () => {
    const { seller, evidence } = read([
      ['NORDVIKBYGG', 50, 40, { size: 20 }],
      ...head,
      ...amounts,
      ['Nordvik Bygg AB', 50, 800],
      number,
    ]);
    expect(seller.name?.toLowerCase()).toBe('nordvik bygg ab');
    expect(evidence['seller.name']?.confidence).toBeGreaterThan(0.9);
  });
});

test('the buyer is spelled as the book knows it, whatever its spaces on the page', () => {
  const { buyer } = read(
    [...head, ['Kund', 50, 180], ['EKENMÖBLERAB', 50, 194], ...amounts, number],
    ['Eken Möbler AB'],
  );
  expect(buyer.name).toBe('Eken Möbler AB');
});

test('a heading whose words stand far apart is one name', () => {
  const { seller } = read([
    ['NORDVIK', 50, 40, { size: 24 }],
    ['BYGG AB', 50 + 7 * 12 + 28, 40, { size: 24 }],
    ['Storgatan 12', 50, 60],
    ...head,
    ...amounts,
    number,
  ]);
  expect(seller.name).toBe('NORDVIK BYGG AB');
});

test('a bank is not the supplier, whose name only a logo tells', () => {
  const invoice = read([...head, ...amounts, ['Bank', 50, 790], ['Norrbanken AB', 110, 790], number]);
  expect(withoutGuesses(invoice, defaultReviewPolicy).seller.name).toBeNull();
});

describe('an unknown label', () => {
  test('among labels is no name, nor is a line of an address', () => {
    const { evidence } = read([
      ['Snickarboden', 50, 40],
      ['Hantverkargatan 12', 50, 52],
      ['123 45 Ås', 50, 64],
      ['info@snickarboden.example', 50, 76],
      ['Utfört i', 330, 106],
      ['Tallboda', 450, 106],
      ...head,
      ...amounts,
      number,
    ]);
    const others = evidence['seller.name']?.alternatives?.map(({ value }) => value) ?? [];
    expect(evidence['seller.name']?.text).toBe('Snickarboden');
    expect(others).not.toEqual(expect.arrayContaining([expect.stringMatching(/Utfört|gatan|Ås/)]));
  });
});
