/** All matches of a global pattern, from left to right. `matchAll` finds the same with a copy of the pattern, and to make that takes longer than to search a short text. */
export function matchesOf(pattern: RegExp, text: string, from = 0): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  if (!pattern.global) throw new TypeError(`matchesOf() was given a pattern that is not global: ${pattern}`);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
