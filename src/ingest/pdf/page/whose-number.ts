/** "Kundens momsnr", "USt-IdNr. des Empfängers": a company's number, with words around its label that say it is the buyer's. Pure. */
import { languages } from '../labels/index.ts';
import { type LabelledField, phrasesIn } from '../labels/language.ts';

export interface Announced {
  field: LabelledField;
  /** Where the label, with those words, starts and ends in its text. */
  start: number;
  end: number;
}

const ofBuyer: Partial<Record<LabelledField, LabelledField>> = {
  vatId: 'buyerVatId',
  organisationNumber: 'buyerOrganisationNumber',
};

/** By language: what one calls a buyer, another says of something else. */
const words = new Map(
  languages
    .filter(({ ofBuyer: list }) => list !== '')
    .map(({ code, ofBuyer: list }) => [code, around(phrasesIn(list))]),
);

function around(phrases: readonly string[]): { before: RegExp; behind: RegExp } {
  const any = phrases
    .toSorted((one, other) => other.length - one.length)
    .map((phrase) => phrase.replaceAll("'", "['’]").replaceAll(' ', String.raw`\s`))
    .join('|');
  return {
    before: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})[\s–-]{1,3}$`, 'iu'),
    // "VAT no   Customer no" are two labels.
    behind: new RegExp(String.raw`^[\s.–-]{0,3}\(?(?:${any})\)?(?=[\s.]*(?::|$|\p{Lu}{0,2}\s?\d))`, 'iu'),
  };
}

/** The label as it is meant. */
export function whoseNumber(announced: Announced, text: string, language: string): Announced {
  const field = ofBuyer[announced.field];
  const around = words.get(language);
  if (field === undefined || around === undefined) return announced;
  const { start, end } = announced;
  const [lead] = around.before.exec(text.slice(0, start)) ?? [];
  const [tail] = around.behind.exec(text.slice(end)) ?? [];
  if (lead === undefined && tail === undefined) return announced;
  return { field, start: start - (lead?.length ?? 0), end: end + (tail?.length ?? 0) };
}
