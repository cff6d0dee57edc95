/** Agents and brands: whose name counts where a sentence tells it. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

/** The sample of a language with other lines in its letterhead and foot. */
function sellerOf(language: string, letterhead: readonly string[], footer: readonly string[] = []) {
  const sample = samples.find((each) => each.language === language);
  const own = sample?.expected.name ?? '';
  const [found] =
    readPages(
      pagesOf([
        ...letterhead.map((line, index): Put => [line, 50, 20 + 15 * index, { size: index === 0 ? 14 : 9 }]),
        ...(sample?.puts ?? []).filter(([text]) => !text.includes(own)),
        ...footer.map((line, index): Put => [line, 50, 810 + 9 * index, { size: 7 }]),
      ]),
    )?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { name: found.invoice.seller.name, confidence: found.invoice.evidence['seller.name']?.confidence };
}

describe('an agent writes in the name of the seller', () => {
  test.each([
    ['sv', 'Norrfrukt AB', 'Hamnagenten AB', 'i uppdrag av Norrfrukt AB'],
    ['sv', 'Norrfrukt AB', 'Hamnagenten AB', 'för Norrfrukt AB:s räkning'],
    ['sv', 'Norrfrukt AB', 'Hamnagenten AB', 'Fakturan ställs ut på uppdrag av', 'Norrfrukt AB'],
    ['sv', 'Samfälligheten Solgläntan', 'Hamnagenten AB', 'på uppdrag av Samfälligheten Solgläntan'],
    ['no', 'Nordfrukt AS', 'Havneagenten AS', 'på vegne av Nordfrukt AS'],
    ['da', 'Nordfrugt A/S', 'Havneagenten ApS', 'på vegne af Nordfrugt A/S'],
    ['fi', 'Pohjan Hedelmä Oy', 'Sataman Asiamies Oy', 'Pohjan Hedelmä Oy:n puolesta'],
    ['de', 'Nordobst AG', 'Hafenagentur GmbH', 'im Namen und für Rechnung der Nordobst AG'],
    ['nl', 'Noordfruit B.V.', 'Havenkantoor B.V.', 'namens Noordfruit B.V.'],
    ['fr', 'Vergers du Nord SAS', 'Agence du Port SARL', 'pour le compte de Vergers du Nord SAS'],
    ['en', 'Northfruit Growers Ltd', 'Dockside Agency Ltd', 'as agent for Northfruit Growers Ltd'],
    [
      'en',
      'Northfruit Growers Ltd',
      'Dockside Agency Ltd',
      'This invoice is issued on behalf of Northfruit Growers Ltd',
    ],
  ])('%s: %s', (language, name, ...letterhead) => {
    expect(sellerOf(language, letterhead).name).toBe(name);
  });

  test('told in the foot', () => {
    const sentence = 'Fakturan ställs ut av Hamnagenten AB på uppdrag av Norrfrukt AB.';
    expect(sellerOf('sv', ['Hamnagenten AB'], [sentence]).name).toBe('Norrfrukt AB');
  });

  test('but what is done on behalf of somebody is no letterhead', () => {
    const sample = samples.find(({ language }) => language === 'sv');
    const work: Put = ['Besiktning på uppdrag av Norrfrukt AB', 50, 330];
    const [found] = readPages(pagesOf([...(sample?.puts ?? []), work]))?.invoices ?? [];
    expect(found?.invoice.seller.name).toBe('Ekens Snickeri AB');
  });
});

describe('a brand is run by the seller', () => {
  test.each([
    ['sv', 'Nordkust AB', 'Fjällro', 'Fjällro är ett varumärke som drivs av Nordkust AB'],
    ['no', 'Nordkyst AS', 'Fjellro', 'Fjellro er et varemerke som drives av Nordkyst AS'],
    ['da', 'Nordkyst ApS', 'Bakkero', 'Bakkero er et varemærke tilhørende Nordkyst ApS'],
    ['fi', 'Koivurannan Kauppa Oy', 'Lumo', 'Lumo on Koivurannan Kauppa Oy:n aputoiminimi'],
    ['de', 'Nordküste GmbH', 'Bergruh', 'Bergruh ist eine Marke der Nordküste GmbH'],
    ['nl', 'Noordkust B.V.', 'Duinrust', 'Duinrust is een handelsnaam van Noordkust B.V.'],
    ['fr', 'Côte Nord SAS', 'Belmer', 'Belmer est une marque de Côte Nord SAS au capital de 10 000 €'],
    [
      'en',
      'Kelmoor Trading Ltd',
      'Northfruit',
      'Northfruit is a trading name of Kelmoor Trading Ltd. Registered in England',
    ],
  ])('%s: %s', (language, name, brand, sentence) => {
    expect(sellerOf(language, [brand], [sentence])).toMatchObject({ name, confidence: expect.closeTo(1, 1) });
  });
});

test('who keeps the letters is not the seller', () => {
  expect(sellerOf('sv', ['Norrfrukt AB', 'c/o Hamnkontoret AB']).name).toBe('Norrfrukt AB');
});
