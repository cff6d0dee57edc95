/** Patterns of a language's words, made once: a page is read in the same few languages as the one before. */
import type { Language } from '../labels/language.ts';

export function perLanguage<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const known = new Map<Language, Made>();
  return (language) => {
    const made = known.get(language) ?? make(language);
    known.set(language, made);
    return made;
  };
}
