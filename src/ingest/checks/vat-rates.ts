/** The VAT rates that are lawful in a country on a date, in basis points (2500 is 25 %). Zero is lawful everywhere. */

interface Rate {
  basisPoints: number;
  /** First and last day, YYYY-MM-DD; open where absent. */
  from?: string;
  until?: string;
}

const at = (...basisPoints: number[]): Rate[] => basisPoints.map((each) => ({ basisPoints: each }));

const ratesByCountry: Record<string, readonly Rate[]> = {
  // Food goes down to 6 % for a time (2026-04-01 to 2027-12-31), but all three rates stay in use.
  SE: at(2500, 1200, 600),
  NO: at(2500, 1500, 1200, 1111),
  DK: at(2500),
  FI: [
    ...at(1000, 1400),
    { basisPoints: 2400, until: '2024-08-31' },
    { basisPoints: 2550, from: '2024-09-01' },
    { basisPoints: 1350, from: '2026-01-01' },
  ],
  DE: [
    ...at(1900, 700),
    { basisPoints: 1600, from: '2020-07-01', until: '2020-12-31' },
    { basisPoints: 500, from: '2020-07-01', until: '2020-12-31' },
  ],
  NL: [...at(2100, 900), { basisPoints: 600, until: '2018-12-31' }],
  FR: at(2000, 1000, 550, 210),
  BE: at(2100, 1200, 600),
  AT: at(2000, 1300, 1000),
  GB: at(2000, 500),
  IE: at(2300, 1350, 900, 480),
  EE: [
    ...at(900),
    { basisPoints: 500, until: '2024-12-31' },
    { basisPoints: 1300, from: '2025-01-01' },
    { basisPoints: 2000, until: '2023-12-31' },
    { basisPoints: 2200, from: '2024-01-01', until: '2025-06-30' },
    { basisPoints: 2400, from: '2025-07-01' },
  ],
  LV: at(2100, 1200, 500),
  LT: at(2100, 900, 500, 1200),
  PL: at(2300, 800, 500),
  // For a time there were lower ones on energy and food.
  ES: [
    ...at(2100, 1000, 400),
    { basisPoints: 500, from: '2022-07-01', until: '2024-12-31' },
    { basisPoints: 750, from: '2024-10-01', until: '2024-12-31' },
    { basisPoints: 200, from: '2024-10-01', until: '2024-12-31' },
  ],
  IT: at(2200, 1000, 500, 400),
  // The mainland, Madeira and the Azores.
  PT: at(2300, 1300, 600, 2200, 1200, 500, 400, 1600, 900),
  LU: at(1700, 1400, 800, 300, 1600, 1300),
  CZ: [
    ...at(2100),
    { basisPoints: 1500, until: '2023-12-31' },
    { basisPoints: 1000, until: '2023-12-31' },
    { basisPoints: 1200, from: '2024-01-01' },
  ],
  CH: [
    { basisPoints: 770, until: '2023-12-31' },
    { basisPoints: 810, from: '2024-01-01' },
    ...at(250, 260, 370, 380),
  ],
};

/** Null where the country's rates are not known here. On an unknown date (null) all rates of the country count. */
export function lawfulVatRates(country: string, date: string | null): number[] | null {
  const rates = ratesByCountry[country];
  if (!rates) return null;
  return rates
    .filter(({ from, until }) => date === null || ((from ?? '') <= date && date <= (until ?? '9999')))
    .map(({ basisPoints }) => basisPoints);
}
