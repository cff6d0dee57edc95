/**
 * Company numbers, accounts and references that nobody has, with the check digits that each country asks for. What a
 * number is made of is said beside it; the tests verify every kind with stdnum and ibantools.
 */
import type { Random } from '../../demo/generator/random.ts';
import { withCheckDigit } from '../../demo/generator/suppliers.ts';

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('');
}

/** Digits of which the first is not zero. */
export function number(random: Random, count: number): string {
  return `${random.int(1, 9)}${digits(random, count - 1)}`;
}

function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0);
}

/** Tries bodies until one has a check digit: mod 11 has none for one body in eleven. */
function untilWhole(attempt: () => string | null): string {
  for (;;) {
    const whole = attempt();
    if (whole !== null) return whole;
  }
}

/** The body with the digit that makes the weighted sum a multiple of 11; null where that digit would be ten. */
function mod11(body: string, weights: readonly number[]): string | null {
  const check = (11 - (weighted(body, weights) % 11)) % 11;
  return check === 10 ? null : body + check;
}

/** ISO 13616: the check digits make the remainder by 97 one. */
export function iban(country: string, account: string): string {
  const letters = `${account}${country}00`
    .split('')
    .map((each) => Number.parseInt(each, 36))
    .join('');
  return `${country}${String(98n - (BigInt(letters) % 97n)).padStart(2, '0')}${account}`;
}

/** ISO 11649: "RF18539007547034". */
export function rfReference(body: string): string {
  return `RF${String(98n - (BigInt(`${body}271500`) % 97n)).padStart(2, '0')}${body}`;
}

export const sweden = {
  /** Limited companies begin with 55; the third digit is at least 2. */
  organisationNumber: (random: Random) => withCheckDigit(`5599${digits(random, 5)}`),
  bankgiro: (random: Random) => hyphenated(withCheckDigit(number(random, random.int(6, 7))), 4),
  plusgiro: (random: Random) => hyphenated(withCheckDigit(number(random, random.int(4, 7))), 1),
  account: (random: Random) => `${random.int(5000, 5999)}${digits(random, 16)}`,
  ocr: (body: string) => withCheckDigit(body),
  /** The digit before the check digit is the length of the whole, its last digit. */
  ocrWithLength: (body: string) => withCheckDigit(`${body}${(body.length + 2) % 10}`),
};

export const norway = {
  organisationNumber: (random: Random) =>
    untilWhole(() => mod11(`9${digits(random, 7)}`, [3, 2, 7, 6, 5, 4, 3, 2])),
  account: (random: Random) =>
    untilWhole(() => mod11(`${number(random, 4)}${digits(random, 6)}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])),
  kid: (body: string) => withCheckDigit(body),
};

export const denmark = {
  cvr: (random: Random) => untilWhole(() => mod11(number(random, 7), [2, 7, 6, 5, 4, 3, 2])),
  /** Registration number and account. */
  account: (random: Random) => `${number(random, 4)}${number(random, 10)}`,
  /** Payment id of 15 digits, of a form 71 slip. */
  paymentId: (body: string) => withCheckDigit(body.padStart(14, '0')),
};

export const finland = {
  /** Seven digits and their check digit, without the hyphen. */
  businessId: (random: Random) => untilWhole(() => mod11(number(random, 7), [7, 9, 10, 5, 8, 4, 2])),
  account: (random: Random) => withCheckDigit(`${random.int(1, 5)}${digits(random, 12)}`),
  /** Weights 7, 3, 1 from the right. */
  reference: (body: string): string => {
    const sum = body
      .split('')
      .reverse()
      .reduce((total, digit, index) => {
        return total + Number(digit) * (index % 3 === 0 ? 7 : index % 3 === 1 ? 3 : 1);
      }, 0);
    return `${body}${(10 - (sum % 10)) % 10}`;
  },
};

export const germany = {
  /** ISO 7064, mod 11, 10. */
  vatNumber(random: Random): string {
    const body = number(random, 8);
    let product = 10;
    for (const digit of body) {
      const sum = (Number(digit) + product) % 10;
      product = ((sum === 0 ? 10 : sum) * 2) % 11;
    }
    return `${body}${product === 1 ? 0 : 11 - product}`;
  },
  account: (random: Random) => `${random.int(1, 8)}${digits(random, 7)}${digits(random, 10)}`,
};

export const netherlands = {
  /** Nine digits that pass the eleven test of an RSIN, "B" and a serial. */
  vatNumber: (random: Random) =>
    `${untilWhole(() => {
      const body = number(random, 8);
      const check = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return check === 10 ? null : `${body}${check}`;
    })}B0${random.int(1, 3)}`,
  chamberOfCommerce: (random: Random) => number(random, 8),
  account: (random: Random) =>
    untilWhole(() => {
      const body = number(random, 8);
      const whole = mod11(body, [9, 8, 7, 6, 5, 4, 3, 2]);
      return whole === null ? null : `VBNK0${whole}`;
    }),
  /** Sixteen digits, of which the first checks the others: weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right. */
  paymentReference: (body: string): string => {
    const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
    const padded = body.padStart(15, '0');
    const sum = padded
      .split('')
      .reverse()
      .reduce((total, digit, index) => total + Number(digit) * (weights[index % 10] ?? 0), 0);
    const check = 11 - (sum % 11);
    return `${check === 10 ? 1 : check === 11 ? 0 : check}${padded}`;
  },
};

export const france = {
  siren: (random: Random) => withCheckDigit(number(random, 8)),
  siret: (siren: string, random: Random) => withCheckDigit(`${siren}000${random.int(1, 9)}`),
  vatNumber: (siren: string) => `${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`,
  /** Bank, branch, account and the key of the RIB. */
  account(random: Random): string {
    const [bank, branch, account] = [number(random, 5), digits(random, 5), digits(random, 11)];
    const remainder = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n;
    return `${bank}${branch}${account}${String(97n - remainder).padStart(2, '0')}`;
  },
};

export const britain = {
  /** The two last digits bring the weighted sum to a multiple of 97. */
  vatNumber(random: Random): string {
    const body = number(random, 7);
    const sum = weighted(body, [8, 7, 6, 5, 4, 3, 2]);
    return `${body}${String((97 - (sum % 97)) % 97).padStart(2, '0')}`;
  },
  companyNumber: (random: Random) => `0${number(random, 7)}`,
  /** Bank, sort code and account. */
  account: (random: Random) => `VBNK${number(random, 6)}${number(random, 8)}`,
};

export const poland = {
  /** NIP: the check digit is the weighted sum's rest by 11. */
  vatNumber: (random: Random) =>
    untilWhole(() => {
      const body = number(random, 9);
      const check = weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
      return check === 10 ? null : `${body}${check}`;
    }),
  /** REGON, where a rest of ten is written 0. */
  statisticalNumber(random: Random): string {
    const body = number(random, 8);
    return `${body}${(weighted(body, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10}`;
  },
  /** NRB without its check digits, which are those of the IBAN: bank and branch with a check digit, and the account. */
  account(random: Random): string {
    const bank = number(random, 7);
    return `${bank}${(10 - (weighted(bank, [3, 9, 7, 1, 3, 9, 7]) % 10)) % 10}${digits(random, 16)}`;
  },
};

export const czechia = {
  /** IČO, of which the VAT number is made. */
  companyNumber(random: Random): string {
    const body = `${random.int(1, 8)}${digits(random, 6)}`;
    return `${body}${(11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10}`;
  },
  /** Bank, an empty prefix, and a number whose weighted sum is a multiple of 11. */
  account: (random: Random) =>
    `${random.pick(['0100', '0300', '2010'])}000000${untilWhole(() =>
      mod11(number(random, 9), [6, 3, 7, 9, 10, 5, 8, 4, 2]),
    )}`,
};

export const estonia = {
  /** Registrikood: weights 1 to 7, and where their rest is ten, 3 to 9. */
  companyNumber(random: Random): string {
    const body = `1${digits(random, 6)}`;
    const first = weighted(body, [1, 2, 3, 4, 5, 6, 7]) % 11;
    return `${body}${first < 10 ? first : (weighted(body, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10}`;
  },
  /** KMKR */
  vatNumber(random: Random): string {
    const body = `10${digits(random, 6)}`;
    return `${body}${(10 - (weighted(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10}`;
  },
  account: (random: Random) => `${random.pick(['22', '10', '77'])}${finland.reference(digits(random, 13))}`,
};

export const italy = {
  /** Partita IVA: a company's number, its province, and a check digit by Luhn. */
  vatNumber: (random: Random) => withCheckDigit(`${number(random, 7)}0${random.int(10, 99)}`),
  /** The check letter (CIN), bank, branch and account. */
  account(random: Random): string {
    const body = `0${number(random, 4)}${number(random, 5)}${digits(random, 12)}`;
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    const sum = body
      .split('')
      .reduce(
        (total, digit, index) => total + (index % 2 === 0 ? (odd[Number(digit)] ?? 0) : Number(digit)),
        0,
      );
    return `${String.fromCharCode(65 + (sum % 26))}${body}`;
  },
};

export const spain = {
  /** NIF of a company: a letter for its form, seven digits and their check digit, by Luhn. */
  vatNumber: (random: Random) => `${random.pick(['A', 'B'])}${withCheckDigit(number(random, 7))}`,
  /** CCC: bank and branch, two check digits, account. */
  account(random: Random): string {
    const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    const checkOf = (body: string) => {
      const check = 11 - (weighted(body, weights) % 11);
      return check === 11 ? 0 : check === 10 ? 1 : check;
    };
    const [bank, account] = [`${digits(random, 4)}${digits(random, 4)}`, digits(random, 10)];
    return `${bank}${checkOf(`00${bank}`)}${checkOf(account)}${account}`;
  },
};

export const portugal = {
  /** NIF of a company, which begins with 5. */
  vatNumber(random: Random): string {
    const body = `5${digits(random, 7)}`;
    const check = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return `${body}${check > 9 ? 0 : check}`;
  },
  /** NIB: its last two digits by mod 97. */
  account(random: Random): string {
    const body = `${digits(random, 8)}${digits(random, 11)}`;
    return `${body}${String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0')}`;
  },
};

export function hyphenated(text: string, after: number): string {
  return `${text.slice(0, -after)}-${text.slice(-after)}`;
}
