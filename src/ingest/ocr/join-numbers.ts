/** Numbers that recognition took apart at their spaces, commas and hyphens, put together again. Pure. */
import type { RecognisedWord } from './recogniser.ts';

/** Digits of one number stand no further apart than this, in heights of the line; columns do. */
const gapInNumber = 1.1;

/**
 * Words of one line, from left to right: "552" "236," "34" is 552 236,34 and "2025-" "06-" "12" a date, because in type of one
 * width a space is as wide as a figure.
 */
export function joinNumbers(words: readonly RecognisedWord[]): RecognisedWord[] {
  const joined: RecognisedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const between = last ? separatorBetween(last.text, word.text) : null;
    if (!last || between === null || word.x - (last.x + last.width) > gapInNumber * word.height) {
      joined.push({ ...word });
      continue;
    }
    last.text += between + word.text;
    last.width = word.x + word.width - last.x;
    last.confidence = Math.min(last.confidence, word.confidence);
  }
  return joined;
}

/** What stands between two parts of one number; null where they are two words. */
function separatorBetween(before: string, after: string): string | null {
  if (/\d[.,]$/.test(before) && /^\d{2}(?!\d)/.test(after)) return '';
  if (/(?:^|\D)\d{1,3}\.$/.test(before) && /^\d{3}[.,]/.test(after)) return '';
  if (/\d-$/.test(before) && /^\d/.test(after)) return '';
  const isThousands = /^[-–]?\d{1,3}(?: \d{3})*$/.test(before) && /^\d{3}(?:[.,](?:\d{2})?)?$/.test(after);
  return isThousands ? ' ' : null;
}
