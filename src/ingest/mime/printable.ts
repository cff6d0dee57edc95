/** Text from outside, made safe to keep and to show: the ledger's database refuses NUL, and terminals obey controls. */

const controls = /[^\P{Cc}\t\n\r]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Nothing but what Latin letters are written with: most texts, and this is quicker to see. */
const plain = /^[ -~¡-ɏ]*$/;

/** The text without control characters and broken surrogates, shortened to `maxLength`. */
export function printable(text: string, maxLength = 1000): string {
  if (text.length <= maxLength && plain.test(text)) return text;
  return text.slice(0, maxLength).replace(controls, '').toWellFormed();
}

/** The same on one line and trimmed; null where nothing is left. */
export function printableLine(text: string | null | undefined, maxLength = 1000): string | null {
  const line = printable(text ?? '', maxLength)
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line;
}
