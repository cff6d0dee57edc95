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
  for (const word of inPairs(words)) {
    const last = joined.at(-1);
    const gap = last ? gapBetween(last, word) : 0;
    const between = last ? separatorBetween(last.text, word.text, gap) : null;
    if (!last || between === null || gap > gapInNumber) {
      joined.push({ ...word });
      continue;
    }
    last.text = `${between === ' ' ? inThousands(last.text) : last.text}${between}${word.text}`;
    last.width = word.x + word.width - last.x;
    last.confidence = Math.min(last.confidence, word.confidence);
  }
  return joined;
}

/** A plusgiro is printed in pairs of figures, and only its last one, with the hyphen, tells that they are one number: "2 59 26-7". */
function inPairs(words: readonly RecognisedWord[]): RecognisedWord[] {
  const paired: RecognisedWord[] = [];
  for (const word of words) {
    const isLast = /^\d{1,2}[-–]\d$/.test(word.text);
    let first = paired.length;
    let next = word;
    while (isLast && first > 0) {
      const before = paired[first - 1];
      if (!before || !/^\d{1,2}$/.test(before.text) || gapBetween(before, next) > gapInNumber) break;
      first -= 1;
      next = before;
      if (before.text.length === 1) break;
    }
    paired.push(paired.splice(first).reduceRight(withBefore, word));
  }
  return paired;
}

function withBefore(after: RecognisedWord, before: RecognisedWord): RecognisedWord {
  return {
    ...before,
    text: `${before.text} ${after.text}`,
    width: after.x + after.width - before.x,
    confidence: Math.min(before.confidence, after.confidence),
  };
}

function gapBetween(before: RecognisedWord, after: RecognisedWord): number {
  return (after.x - (before.x + before.width)) / after.height;
}

/** "1198" → "1 198" */
function inThousands(digits: string): string {
  return digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ');
}

/** The space that groups thousands; where one was overlooked ("1198" "780,50"), only such a gap tells that the number goes on. */
const thousandsGap = 0.5;

/** What stands between two parts of one number; null where they are two words. */
function separatorBetween(before: string, after: string, gap: number): string | null {
  if (/\d[.,]$/.test(before) && /^\d{2}(?!\d)/.test(after)) return '';
  if (/(?:^|\D)\d{1,3}\.$/.test(before) && /^\d{3}[.,]/.test(after)) return '';
  if (/\d-$/.test(before) && /^\d/.test(after)) return '';
  const isThousands = /^\d{3}(?:[.,](?:\d{2})?)?$/.test(after) && /^[-–]?\d{1,3}(?: \d{3})*$/.test(before);
  const isRunTogether = gap < thousandsGap && /^\d{3}[.,]\d{2}$/.test(after) && /^[-–]?\d{4,6}$/.test(before);
  return isThousands || isRunTogether ? ' ' : null;
}
