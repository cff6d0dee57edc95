/** Answers kept of each function: as many as a few pages have texts. */
const answersMax = 1000;

/**
 * The same function, which knows its last answers: while a page is read it is asked for the same texts again and again.
 * Only for functions of the text alone, whose answers nobody changes.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = answer(text);
    if (known.size >= answersMax) known.clear();
    known.set(text, made);
    return made;
  };
}
