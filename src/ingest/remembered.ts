/** Answers of each function that are kept at least: as many as a few pages have texts. */
const answersKept = 1000;

/**
 * The same function, which knows its last answers: while a page is read it is asked for the same texts again and again.
 * Only for functions of the text alone, whose answers nobody changes.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  let known = new Map<string, Answer>();
  let before = known;
  return (text) => {
    const lately = known.get(text);
    if (lately !== undefined) return lately;
    const earlier = before.get(text);
    const made = earlier === undefined ? answer(text) : earlier;
    // What is not asked for while as many others are is forgotten; what every paper says stays.
    if (known.size >= answersKept) {
      before = known;
      known = new Map();
    }
    known.set(text, made);
    return made;
  };
}
