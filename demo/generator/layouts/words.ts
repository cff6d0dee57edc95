/** Amounts, dates and numbers as people print them. */

/** "1250.00" → "1 250,00" */
export function swedishAmount(amount: string): string {
  const [whole = '', fraction = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}${grouped(whole, ' ')},${fraction}`;
}

/** "1250.00" → "1,250.00" */
export function englishAmount(amount: string): string {
  const [whole = '', fraction = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}${grouped(whole, ',')}.${fraction}`;
}

/** "2026-11-02" → "2 November 2026" */
export function englishDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** "5569991234" → "556999-1234" */
export function organisationNumberInPrint(number: string): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`;
}

/** In groups of four, as ISO 13616 prints it. */
export function ibanInPrint(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ');
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}
