/** Amounts, dates and numbers as the countries print them. Everything comes in as the contract has it. */

export type Separator = 'space' | 'thin' | 'dot' | 'comma' | 'apostrophe' | 'none';
export type Minus = 'before' | 'after' | 'dash' | 'parentheses';

export interface AmountStyle {
  thousands: Separator;
  decimal: ',' | '.' | ':';
  minus?: Minus;
  /** Instead of a fraction of nothing, as in "1 250:-". */
  nothingAfter?: '-';
}

const separators: Record<Separator, string> = {
  space: '\u00a0',
  thin: '\u2009',
  dot: '.',
  comma: ',',
  apostrophe: '\u2019',
  none: '',
};

/** "1250.00" → "1 250,00" and its like. */
export function printAmount(
  amount: string,
  { thousands, decimal, minus = 'before', nothingAfter }: AmountStyle,
): string {
  const [whole = '', given = '00'] = amount.replace('-', '').split('.');
  const fraction = given === '00' ? (nothingAfter ?? given) : given;
  const body = `${whole.replace(/\B(?=(\d{3})+$)/g, separators[thousands])}${decimal}${fraction}`;
  if (!amount.startsWith('-')) return body;
  return { before: `-${body}`, after: `${body}-`, dash: `–${body}`, parentheses: `(${body})` }[minus];
}

/** "2" or "12.5" with the country's decimal sign. */
export function printQuantity(quantity: string, { decimal }: AmountStyle): string {
  return quantity.replace('.', decimal === '.' ? '.' : ',');
}

export type DateStyle =
  | 'iso'
  | 'compact'
  | 'short'
  | 'short-dashes'
  | 'short-dots'
  | 'short-slashes'
  | 'dots-iso'
  | 'dots'
  | 'dots-loose'
  | 'dashes'
  | 'slashes'
  | 'slashes-month-first'
  | 'slashes-iso'
  | { long: string; day?: '.' }
  | { medium: string };

/** "2026-11-02" as the style has it; `{ long: 'de' }` writes the month out in that language, `medium` shortens it. */
export function printDate(date: string, style: DateStyle): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (typeof style === 'object') {
    const [locale, dateStyle] =
      'long' in style ? ([style.long, 'long'] as const) : ([style.medium, 'medium'] as const);
    return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(date));
  }
  switch (style) {
    case 'iso':
      return date;
    case 'compact':
      return year + month + day;
    case 'short':
      return year.slice(2) + month + day;
    case 'short-dashes':
      return `${year.slice(2)}-${month}-${day}`;
    case 'short-dots':
      return `${day}.${month}.${year.slice(2)}`;
    case 'short-slashes':
      return `${day}/${month}/${year.slice(2)}`;
    case 'dots-iso':
      return `${year}.${month}.${day}`;
    case 'dots':
      return `${day}.${month}.${year}`;
    case 'dots-loose':
      return `${Number(day)}.${Number(month)}.${year}`;
    case 'dashes':
      return `${day}-${month}-${year}`;
    case 'slashes':
      return `${day}/${month}/${year}`;
    case 'slashes-month-first':
      return `${month}/${day}/${year}`;
    case 'slashes-iso':
      return `${year}/${month}/${day}`;
  }
}

/** In groups from the left: grouped("12345678", 3) is "123 456 78". */
export function grouped(text: string, ...sizes: number[]): string {
  const groups: string[] = [];
  let rest = text;
  for (let index = 0; rest !== ''; index++) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? rest.length;
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return groups.join(' ');
}

/** "5569991234" → "556999-1234" */
export function swedishNumber(number: string): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`;
}

/** "286543-4" → "28 65 43-4", pairs counted from the hyphen. */
export function plusgiroInPrint(plusgiro: string): string {
  const [body = '', check = ''] = plusgiro.split('-');
  return `${body.replace(/\B(?=(\d{2})+$)/g, ' ')}-${check}`;
}

/** "12345678" → "1234567-8" */
export function hyphenatedBusinessId(number: string): string {
  return `${number.slice(0, 7)}-${number.slice(7)}`;
}
