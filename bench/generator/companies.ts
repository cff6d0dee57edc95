/** Companies that do not exist, one country at a time, with every number that its invoices carry. */
import type { Random } from '../../demo/generator/random.ts';
import {
  britain,
  czechia,
  denmark,
  digits,
  estonia,
  finland,
  france,
  germany,
  hyphenated,
  iban,
  italy,
  netherlands,
  norway,
  number,
  poland,
  portugal,
  spain,
  sweden,
} from './check-digits.ts';

export type Country =
  | 'SE'
  | 'NO'
  | 'DK'
  | 'FI'
  | 'DE'
  | 'NL'
  | 'FR'
  | 'GB'
  | 'PL'
  | 'CZ'
  | 'EE'
  | 'IT'
  | 'ES'
  | 'PT';

export interface Company {
  country: Country;
  name: string;
  /** Digits only; France: SIREN, Poland: REGON. Null in Germany, where a register number has no rule, and where the VAT number is all. */
  organisationNumber: string | null;
  /** With its country's prefix, no spaces. */
  vatId: string;
  street: string;
  postcode: string;
  city: string;
  phone: string;
  email: string;
  web: string;
  iban: string;
  bic: string;
  /** The account as the country itself writes it, digits only. */
  account: string;
  bankgiro: string;
  plusgiro: string;
  /** Germany: "HRB 12345"; France: SIRET. */
  register: string;
  /** Germany: Steuernummer. */
  taxNumber: string;
  person: string;
}

interface Nation {
  places: readonly string[];
  streets: readonly string[];
  trades: readonly string[];
  forms: readonly string[];
  people: readonly string[];
  phonePrefix: string;
}

const nations: Record<Country, Nation> = {
  SE: {
    places: ['Björkhult', 'Lövsjö', 'Ekeberga', 'Norrfors', 'Åmåker', 'Örnäs', 'Älvhult', 'Sandtorp'],
    streets: ['Storgatan', 'Hantverksvägen', 'Industrigatan', 'Verkstadsgränd', 'Hamnplan', 'Kyrkvägen'],
    trades: ['Rör', 'Energi', 'Juristbyrå', 'Trädgård', 'Åkeri', 'Kontorsvaror', 'Glasmästeri', 'Konsult'],
    forms: ['AB', 'Aktiebolag', 'AB', 'AB', 'Handelsbolag'],
    people: ['Karin Ek', 'Olle Sandtorp', 'Maja Lind', 'Göran Åström', 'Eva Björk'],
    phonePrefix: '0',
  },
  NO: {
    places: ['Fjellvik', 'Sørnes', 'Granås', 'Lillefjord', 'Bjørkøya'],
    streets: ['Storgata', 'Havnegata', 'Industriveien', 'Fjordgata', 'Skoleveien'],
    trades: ['Elektro', 'Regnskap', 'Fisk', 'Bygg', 'Transport', 'Møbler'],
    forms: ['AS', 'AS', 'ASA'],
    people: ['Kari Nes', 'Ola Vik', 'Ingrid Moe', 'Lars Bø'],
    phonePrefix: '+47 ',
  },
  DK: {
    places: ['Bøgelund', 'Strandby Nør', 'Egehøj', 'Åkær', 'Lyngmark'],
    streets: ['Hovedgaden', 'Havnevej', 'Industrivej', 'Møllevej', 'Bøgevænget'],
    trades: ['Tømrer', 'Maskiner', 'Revision', 'Møbler', 'Logistik', 'VVS'],
    forms: ['ApS', 'A/S', 'I/S'],
    people: ['Mette Lund', 'Søren Bæk', 'Lone Kær', 'Jens Høj'],
    phonePrefix: '+45 ',
  },
  FI: {
    places: ['Koivuranta', 'Mäntylä', 'Järvensuu', 'Kivisalmi', 'Lehtovaara'],
    streets: ['Kauppakatu', 'Teollisuustie', 'Satamakatu', 'Rantatie', 'Asematie'],
    trades: ['Sähkö', 'Kuljetus', 'Tilitoimisto', 'Puutyö', 'Huolto', 'Konepaja'],
    forms: ['Oy', 'Oy', 'Oyj', 'Ky'],
    people: ['Aino Lehto', 'Pekka Salmi', 'Liisa Järvi', 'Matti Korpi'],
    phonePrefix: '+358 ',
  },
  DE: {
    places: ['Neubergen', 'Altwalde', 'Grünbach', 'Mühlental', 'Sonnenau'],
    streets: ['Hauptstraße', 'Gewerbering', 'Bahnhofstraße', 'Lindenweg', 'Mühlgasse'],
    trades: ['Maschinenbau', 'Elektrotechnik', 'Druckerei', 'Spedition', 'Bürobedarf', 'Werkzeuge'],
    forms: ['GmbH', 'GmbH & Co. KG', 'AG', 'UG (haftungsbeschränkt)'],
    people: ['Jutta Vogt', 'Karl Brenner', 'Anna Köhler', 'Uwe Schäfer'],
    phonePrefix: '+49 ',
  },
  NL: {
    places: ['Waterdijk', 'Nieuwbroek', 'Oosterveen', 'Lindenhoven', 'Zandmeer'],
    streets: ['Dorpsstraat', 'Havenweg', 'Industrielaan', 'Kerkplein', 'Molendijk'],
    trades: ['Techniek', 'Bloemen', 'Transport', 'Drukkerij', 'Advies', 'Installatie'],
    forms: ['B.V.', 'B.V.', 'N.V.', 'V.O.F.'],
    people: ['Sanne de Wit', 'Pieter Mulder', 'Joke Visser', 'Bram Smit'],
    phonePrefix: '+31 ',
  },
  FR: {
    places: ['Valmont-sur-Lys', 'Bellefont', 'Saint-Aubrac', 'Roquemer', 'Clairbois'],
    streets: ['rue du Port', 'avenue des Tilleuls', 'rue de la Gare', 'impasse du Moulin', 'rue des Écoles'],
    trades: ['Menuiserie', 'Imprimerie', 'Électricité', 'Transports', 'Conseil', 'Fournitures'],
    forms: ['SARL', 'SAS', 'SA', 'EURL'],
    people: ['Hélène Morel', 'Luc Garnier', 'Chloé Petit', 'René Fabre'],
    phonePrefix: '+33 ',
  },
  GB: {
    places: ['Ashcombe', 'Fernley', 'Northwick', 'Holmebridge', 'Stonemere'],
    streets: ['High Street', 'Station Road', 'Mill Lane', 'Harbour Way', 'Church Road'],
    trades: ['Engineering', 'Stationery', 'Consulting', 'Joinery', 'Logistics', 'Software'],
    forms: ['Ltd', 'Limited', 'LLP', 'plc'],
    people: ['Alice Moor', 'Tom Fenn', 'Grace Holt', 'Henry Marsh'],
    phonePrefix: '+44 ',
  },
  PL: {
    places: ['Zalesie Górne', 'Brzozów Mały', 'Łąkowa Wola', 'Nowy Świętów', 'Jodłowiec'],
    streets: ['ul. Długa', 'ul. Fabryczna', 'ul. Słoneczna', 'al. Lipowa', 'ul. Kościelna'],
    trades: ['Meble', 'Logistyka', 'Budownictwo', 'Drukarnia', 'Elektryka', 'Opakowania'],
    forms: ['Sp. z o.o.', 'Sp. z o.o.', 'S.A.', 'Sp. j.', 'sp. z o.o. sp. k.'],
    people: ['Anna Wrona', 'Piotr Żak', 'Ewa Lisowska', 'Jan Gołąb'],
    phonePrefix: '+48 ',
  },
  CZ: {
    places: ['Horní Lípa', 'Kamenice Dolní', 'Březová Lhota', 'Bílý Potok', 'Javořice'],
    streets: ['Dlouhá', 'Nádražní', 'Průmyslová', 'Školní', 'Na Příkopě'],
    trades: ['Strojírna', 'Nábytek', 'Doprava', 'Tiskárna', 'Elektro', 'Sklo'],
    forms: ['s.r.o.', 's.r.o.', 'a.s.', 'spol. s r.o.', 'v.o.s.'],
    people: ['Jana Dubská', 'Petr Říha', 'Lenka Kvítková', 'Tomáš Havel'],
    phonePrefix: '+420 ',
  },
  EE: {
    places: ['Kasemetsa', 'Männiku', 'Sinijõe', 'Põhjaranna', 'Tammiste'],
    streets: ['Pikk', 'Sadama', 'Tehase', 'Kooli tn', 'Metsa tee'],
    trades: ['Puit', 'Logistika', 'Ehitus', 'Trükikoda', 'Elekter', 'Mööbel'],
    forms: ['OÜ', 'OÜ', 'AS', 'UÜ'],
    people: ['Kadri Mets', 'Jaan Põld', 'Liis Saar', 'Toomas Org'],
    phonePrefix: '+372 ',
  },
  IT: {
    places: ['Montefiore', 'Valdossola', 'Castelrosso', 'Pieve Alta', 'Borgo Verde'],
    streets: ['Via Roma', 'Via dei Tigli', 'Viale Europa', 'Corso Matteotti', 'Piazza Garibaldi'],
    trades: ['Ceramiche', 'Arredamenti', 'Trasporti', 'Tipografia', 'Impianti', 'Alimentari'],
    forms: ['S.r.l.', 'S.p.A.', 'SRL', 'S.n.c.', 'S.r.l.'],
    people: ['Lucia Ferri', 'Paolo Gallo', 'Chiara Rossetti', 'Marco Nardi'],
    phonePrefix: '+39 ',
  },
  ES: {
    places: ['Villanueva del Pinar', 'Castromonte', 'Puerto Claro', 'Robledal', 'Fuentealta'],
    streets: ['Calle Mayor', 'Avenida del Puerto', 'Calle San Juan', 'Plaza Nueva', 'Calle del Olmo'],
    trades: ['Muebles', 'Transportes', 'Conservas', 'Imprenta', 'Instalaciones', 'Cerámicas'],
    forms: ['S.L.', 'S.A.', 'S.L.U.', 'S.L.'],
    people: ['Carmen Ruiz', 'Javier Peña', 'Lucía Ortega', 'Andrés Núñez'],
    phonePrefix: '+34 ',
  },
  PT: {
    places: ['Vila Serena', 'Aldeia Nova', 'Ponte Velha', 'Monte Claro', 'São Vicente do Mar'],
    streets: ['Rua das Flores', 'Avenida da Praia', 'Rua do Comércio', 'Largo da Igreja', 'Rua Nova'],
    trades: ['Cortiças', 'Mobiliário', 'Transportes', 'Gráfica', 'Conservas', 'Têxteis'],
    forms: ['Lda', 'Lda.', 'S.A.', 'Unipessoal Lda'],
    people: ['Inês Duarte', 'Rui Matos', 'Sofia Lopes', 'Tiago Neves'],
    phonePrefix: '+351 ',
  },
};

export function inventCompany(random: Random, country: Country): Company {
  const nation = nations[country];
  const city = random.pick(nation.places);
  const trade = random.pick(nation.trades);
  const name = nameOf(random, city, trade, random.pick(nation.forms), country);
  const site = `${ascii(`${city}-${trade}`)}.example`;
  return {
    country,
    name,
    ...numbersOf(random, country),
    street: streetOf(random, nation, country),
    postcode: postcodeOf(random, country),
    city,
    phone: `${nation.phonePrefix}${random.int(10, 99)}-${random.int(100, 999)} ${random.int(10, 99)} ${random.int(10, 99)}`,
    email: `${random.pick(['faktura', 'info', 'ekonomi', 'post'])}@${site}`,
    web: `www.${site}`,
    bic: `VBNK${country}${random.pick(['22', 'SS', '2A', 'HH'])}`,
    bankgiro: sweden.bankgiro(random),
    plusgiro: sweden.plusgiro(random),
    taxNumber: `${random.int(10, 99)}/${random.int(100, 899)}/${random.int(10000, 99999)}`,
    person: random.pick(nation.people),
  };
}

/** The same company under another name, and reached there. */
export function called(company: Company, name: string): Company {
  const site = `${ascii(name.split(' ').slice(0, 2).join(''))}.example`;
  const [box = 'info'] = company.email.split('@');
  return { ...company, name, email: `${box}@${site}`, web: `www.${site}` };
}

type Numbers = Pick<Company, 'organisationNumber' | 'vatId' | 'iban' | 'account' | 'register'>;

function numbersOf(random: Random, country: Country): Numbers {
  switch (country) {
    case 'SE': {
      const organisationNumber = sweden.organisationNumber(random);
      const account = sweden.account(random);
      return numbers(country, organisationNumber, `SE${organisationNumber}01`, account);
    }
    case 'NO': {
      const organisationNumber = norway.organisationNumber(random);
      return numbers(country, organisationNumber, `NO${organisationNumber}MVA`, norway.account(random));
    }
    case 'DK': {
      const cvr = denmark.cvr(random);
      return numbers(country, cvr, `DK${cvr}`, denmark.account(random));
    }
    case 'FI': {
      const businessId = finland.businessId(random);
      return numbers(country, businessId, `FI${businessId}`, finland.account(random));
    }
    case 'DE':
      return numbers(
        country,
        null,
        `DE${germany.vatNumber(random)}`,
        germany.account(random),
        `HRB ${number(random, random.int(4, 6))}`,
      );
    case 'NL':
      return numbers(
        country,
        netherlands.chamberOfCommerce(random),
        `NL${netherlands.vatNumber(random)}`,
        netherlands.account(random),
      );
    case 'FR': {
      const siren = france.siren(random);
      return numbers(
        country,
        siren,
        `FR${france.vatNumber(siren)}`,
        france.account(random),
        france.siret(siren, random),
      );
    }
    case 'GB':
      return numbers(
        country,
        britain.companyNumber(random),
        `GB${britain.vatNumber(random)}`,
        britain.account(random),
      );
    case 'PL':
      return numbers(
        country,
        poland.statisticalNumber(random),
        `PL${poland.vatNumber(random)}`,
        poland.account(random),
      );
    case 'CZ': {
      const companyNumber = czechia.companyNumber(random);
      return numbers(country, companyNumber, `CZ${companyNumber}`, czechia.account(random));
    }
    case 'EE':
      return numbers(
        country,
        estonia.companyNumber(random),
        `EE${estonia.vatNumber(random)}`,
        estonia.account(random),
      );
    case 'IT': {
      const vatNumber = italy.vatNumber(random);
      return numbers(country, vatNumber, `IT${vatNumber}`, italy.account(random));
    }
    case 'ES':
      return numbers(country, null, `ES${spain.vatNumber(random)}`, spain.account(random));
    case 'PT': {
      const vatNumber = portugal.vatNumber(random);
      return numbers(country, vatNumber, `PT${vatNumber}`, portugal.account(random));
    }
  }
}

function numbers(
  country: Country,
  organisationNumber: string | null,
  vatId: string,
  account: string,
  register = '',
): Numbers {
  return { organisationNumber, vatId, iban: iban(country, account), account, register };
}

function nameOf(random: Random, city: string, trade: string, form: string, country: Country): string {
  const first = random.pick([city, city.split(/[ -]/)[0] ?? city]);
  if (country === 'SE' && form === 'AB' && random.once(5)) return `AB ${first} ${trade}`;
  if (country === 'FR' && random.once(3)) return `${form} ${trade} ${first}`;
  if (country === 'EE' && form === 'OÜ' && random.once(3)) return `OÜ ${first} ${trade}`;
  if (country === 'FI') return `${first}n ${trade} ${form}`;
  return `${first} ${trade} ${form}`;
}

function streetOf(random: Random, { streets }: Nation, country: Country): string {
  const street = random.pick(streets);
  const house = random.int(1, 99);
  if (country === 'IT' || country === 'ES' || country === 'PT') return `${street}, ${house}`;
  return country === 'FR' || country === 'GB' ? `${house} ${street}` : `${street} ${house}`;
}

function postcodeOf(random: Random, country: Country): string {
  switch (country) {
    case 'SE':
      return `${random.int(100, 980)} ${random.int(10, 99)}`;
    case 'NO':
    case 'DK':
      return number(random, 4);
    case 'FI':
    case 'DE':
    case 'FR':
    case 'EE':
    case 'IT':
    case 'ES':
      return number(random, 5);
    case 'PL':
      return `${digits(random, 2)}-${digits(random, 3)}`;
    case 'CZ':
      return `${random.int(100, 790)} ${digits(random, 2)}`;
    case 'PT':
      return `${number(random, 4)}-${digits(random, 3)}`;
    case 'NL':
      return `${number(random, 4)} ${random.pick(['AB', 'KL', 'TX', 'ZE'])}`;
    case 'GB':
      return `${random.pick(['ZX', 'QV', 'XJ'])}${random.int(1, 29)} ${random.int(1, 9)}${random.pick(['AB', 'DL', 'QT'])}`;
  }
}

/** A personal code or a number that looks like one of the seller's but is only the customer's. */
export function customerNumber(random: Random): string {
  return random.pick([
    number(random, 4),
    number(random, 6),
    `K${digits(random, 5)}`,
    hyphenated(number(random, 7), 2),
  ]);
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'a')
    .replace(/[łŁ]/g, 'l')
    .replace(/[^\w-]/g, '')
    .toLowerCase();
}
