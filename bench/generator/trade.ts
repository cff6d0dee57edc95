/** What is usual in each country: rates, terms, references and goods. A layout takes these and changes what it wants. */
import type { Random } from '../../demo/generator/random.ts';
import { denmark, finland, netherlands, norway, rfReference, sweden } from './check-digits.ts';
import { type Country, called, inventCompany } from './companies.ts';
import { type Facts, inventFacts, type Wish } from './facts.ts';

type Custom = Omit<Wish, 'seller' | 'buyer'>;

const customs: Record<Country, Custom> = {
  SE: {
    currency: 'SEK',
    rates: ['25', '25', '12', '6'],
    goods: [
      ['Hyllplan i ek', 'st'],
      ['Arbetstid montör', 'tim'],
      ['Skruv 5x60, ask', 'st'],
      ['Framkörning', 'st'],
      ['Kabel EKRK 3G1,5', 'm'],
      ['Färg, täckvit 10 l', 'st'],
      ['Konsultation', 'tim'],
      ['Kaffe, bryggmalt', 'kg'],
      ['Hyra av ställning v 14-16', 'dag'],
    ],
    lines: [1, 6],
    number: '#####',
    terms: [10, 15, 20, 30, 30],
    reference: sweden.ocr,
  },
  NO: {
    currency: 'NOK',
    rates: ['25', '25', '15'],
    goods: [
      ['Montering av lys', 'time'],
      ['Kjøring, tur/retur', 'km'],
      ['Regnskapsbistand', 'time'],
      ['Fiskekasse 20 kg', 'stk'],
      ['Gulvbord i furu', 'm2'],
      ['Årlig vedlikehold', 'stk'],
    ],
    lines: [1, 5],
    number: '#####',
    terms: [14, 14, 30],
    reference: norway.kid,
  },
  DK: {
    currency: 'DKK',
    rates: ['25'],
    goods: [
      ['Tømrerarbejde, timer', 'timer'],
      ['Kørsel', 'stk'],
      ['Spånplade 12 mm', 'stk'],
      ['Revision, årsregnskab', 'timer'],
      ['Stol, eg, sæbebehandlet', 'stk'],
      ['Fragt', 'stk'],
    ],
    lines: [1, 6],
    number: '######',
    terms: [8, 14, 30],
    reference: denmark.paymentId,
  },
  FI: {
    currency: 'EUR',
    rates: ['25.5', '25.5', '14'],
    goods: [
      ['Asennustyö', 'h'],
      ['Kuljetus', 'kpl'],
      ['Sähkökaapeli MMJ 3x1,5', 'm'],
      ['Kirjanpito, kuukausi', 'kpl'],
      ['Ovi, valkoinen', 'kpl'],
      ['Huoltokäynti', 'kpl'],
    ],
    lines: [1, 5],
    number: '######',
    terms: [14, 14, 21, 30],
    reference: finland.reference,
  },
  DE: {
    currency: 'EUR',
    rates: ['19', '19', '7'],
    goods: [
      ['Fräsarbeiten nach Zeichnung', 'Std'],
      ['Druckbögen A3', 'Stk'],
      ['Schrauben M6x40', 'VE'],
      ['Versandkosten', 'psch'],
      ['Kopierpapier 80 g', 'Pkt'],
      ['Wartung Anlage 2', 'Std'],
    ],
    lines: [1, 6],
    number: 'RE-Y-####',
    terms: [7, 14, 30],
    reference: (body) => body,
  },
  NL: {
    currency: 'EUR',
    rates: ['21', '21', '9'],
    goods: [
      ['Onderhoud cv-ketel', 'uur'],
      ['Tulpen, doos 50', 'doos'],
      ['Drukwerk folders A5', 'st'],
      ['Voorrijkosten', 'st'],
      ['Advies', 'uur'],
      ['Pallet, retour', 'st'],
    ],
    lines: [1, 5],
    number: 'Y####',
    terms: [14, 30],
    reference: netherlands.paymentReference,
  },
  FR: {
    currency: 'EUR',
    rates: ['20', '20', '10', '5.5'],
    goods: [
      ['Pose de fenêtres', 'h'],
      ['Impression brochures', 'u'],
      ['Câble 3G2,5 couronne', 'u'],
      ['Frais de port', 'u'],
      ['Conseil en organisation', 'j'],
      ['Papier A4, carton', 'u'],
    ],
    lines: [1, 5],
    number: 'FA-Y-#####',
    terms: [30, 45, 60],
    reference: (body) => body,
  },
  GB: {
    currency: 'GBP',
    rates: ['20', '20', '5'],
    goods: [
      ['Site survey', 'hrs'],
      ['Oak panel, 2 m', 'pcs'],
      ['Software licence, annual', 'pcs'],
      ['Carriage', 'pcs'],
      ['Copy paper, box', 'box'],
      ['Consulting', 'days'],
    ],
    lines: [1, 6],
    number: 'INV-#####',
    terms: [14, 30, 60],
    reference: (body) => body,
  },
  PL: {
    currency: 'PLN',
    rates: ['23', '23', '8', '5'],
    goods: [
      ['Usługa transportowa', 'szt.'],
      ['Płyta meblowa dębowa', 'szt.'],
      ['Montaż instalacji', 'godz.'],
      ['Druk ulotek A5', 'szt.'],
      ['Karton 40x30', 'szt.'],
      ['Abonament miesięczny', 'usł.'],
    ],
    lines: [1, 6],
    number: 'FV/###/Y',
    terms: [7, 14, 30],
    reference: (body) => body,
  },
  CZ: {
    currency: 'CZK',
    rates: ['21', '21', '12'],
    goods: [
      ['Montážní práce', 'hod'],
      ['Dveře dubové', 'ks'],
      ['Doprava zboží', 'km'],
      ['Tisk letáků', 'ks'],
      ['Servis zařízení', 'hod'],
      ['Sklenice, karton', 'bal'],
    ],
    lines: [1, 6],
    number: 'Y####',
    terms: [14, 14, 30],
    reference: (body) => body,
  },
  EE: {
    currency: 'EUR',
    rates: (issueDate) => (issueDate < '2025-07-01' ? ['22', '22', '9'] : ['24', '24', '9']),
    goods: [
      ['Paigaldustööd', 'h'],
      ['Saematerjal, kuusk', 'm3'],
      ['Transporditeenus', 'tk'],
      ['Raamatupidamisteenus', 'kuu'],
      ['Trükised A4', 'tk'],
      ['Elektrikaabel', 'm'],
    ],
    lines: [1, 5],
    number: '######',
    terms: [7, 14, 21],
    reference: finland.reference,
  },
  IT: {
    currency: 'EUR',
    rates: ['22', '22', '10', '4'],
    goods: [
      ['Piastrelle gres 60x60', 'mq'],
      ['Manodopera montaggio', 'ore'],
      ['Trasporto merce', 'nr'],
      ['Stampa cataloghi', 'nr'],
      ['Sedia in faggio', 'pz'],
      ['Olio extravergine, lt 5', 'pz'],
    ],
    lines: [1, 6],
    number: '###/Y',
    terms: [30, 30, 60],
    reference: (body) => body,
  },
  ES: {
    currency: 'EUR',
    rates: ['21', '21', '10', '4'],
    goods: [
      ['Mesa de roble', 'ud'],
      ['Mano de obra', 'h'],
      ['Porte nacional', 'ud'],
      ['Impresión de folletos', 'ud'],
      ['Conservas surtidas, caja', 'caja'],
      ['Mantenimiento mensual', 'mes'],
    ],
    lines: [1, 6],
    number: 'Y/####',
    terms: [15, 30, 60],
    reference: (body) => body,
  },
  PT: {
    currency: 'EUR',
    rates: ['23', '23', '13', '6'],
    goods: [
      ['Cadeira em carvalho', 'un'],
      ['Mão de obra', 'h'],
      ['Transporte de mercadoria', 'un'],
      ['Rolhas naturais, milheiro', 'mil'],
      ['Impressão de brochuras', 'un'],
      ['Conservas de sardinha, caixa', 'cx'],
    ],
    lines: [1, 6],
    number: 'FT Y/###',
    terms: [15, 30, 60],
    reference: (body) => body,
  },
};

/** An ordinary invoice of that country, with what the layout wants different. */
export function usual(
  random: Random,
  country: Country,
  different: Partial<Custom> & { buyerCountry?: Country } = {},
): Wish {
  const { buyerCountry = country, ...custom } = different;
  const seller = inventCompany(random, country);
  let buyer = inventCompany(random, buyerCountry);
  while (buyer.name === seller.name) buyer = inventCompany(random, buyerCountry);
  return {
    seller,
    buyer,
    ...customs[country],
    ...custom,
  };
}

/** An ordinary invoice of a seller whose name tells its trade: its place, and one of these. */
export function trading(
  random: Random,
  country: Country,
  trades: readonly string[],
  different: Partial<Custom> & { buyerCountry?: Country } = {},
): Wish {
  const wish = usual(random, country, different);
  return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${random.pick(trades)}`) };
}

/** What a paper that is no invoice is about. */
export function factsOfTrade(
  random: Random,
  country: Country,
  trades: readonly string[],
  different: Partial<Custom> = {},
): Facts {
  return inventFacts(random, trading(random, country, trades, different));
}

/** One in so many is a credit note. */
export function sometimesCredit(random: Random, inSoMany: number): { isCredit: boolean } {
  return { isCredit: random.once(inSoMany) };
}

export { rfReference };
