/** A document with its truth from a layout and a seed; the same seed gives the same bytes. */
import { createRandom, type Random } from '../../demo/generator/random.ts';
import type { ReadingContext } from '../../src/ingest/reading.ts';
import { type Facts, inventFacts } from './facts.ts';
import { layouts as heldOutLayouts, papers as heldOutPapers } from './held-out/index.ts';
import type { InvoiceLayout, Language, OtherPaper, PaperKind } from './layout.ts';
import { layouts, papers } from './layouts/index.ts';
import { drawSheets } from './sheet.ts';
import { type Truth, tell } from './telling.ts';

export interface GeneratedDocument {
  /** "bankgiro-slip-17" */
  name: string;
  layout: string;
  language: Language;
  /** Null for an invoice. */
  paper: PaperKind | null;
  isHeldOut: boolean;
  pdf: Buffer;
  /** One for each invoice in it; none for another paper. */
  truths: Truth[];
  facts: Facts[];
  /** What the book that it comes to knows of itself. */
  context: ReadingContext;
}

export interface Selection {
  isHeldOut: boolean;
}

export function invoiceLayouts({ isHeldOut }: Selection): readonly InvoiceLayout[] {
  return isHeldOut ? heldOutLayouts : layouts;
}

export function otherPapers({ isHeldOut }: Selection): readonly OtherPaper[] {
  return isHeldOut ? heldOutPapers : papers;
}

/** One layout's invoice for a seed. Now and then, where the layout allows it, one PDF holds two invoices. */
export async function generateInvoice(
  layout: InvoiceLayout,
  seed: number,
  isHeldOut: boolean,
): Promise<GeneratedDocument> {
  const random = createRandom(seedOf(layout.name, seed));
  const all = layout.mayBeTwo && random.once(10) ? twoOf(layout, random) : [factsOf(layout, random)];
  const truths: Truth[] = [];
  const pdf = await drawSheets(
    {
      title: random.once(3) ? `${all[0]?.seller.name} ${all[0]?.invoiceNumber}` : 'Document1',
      font: random.pick(layout.fonts),
      size: sizeWithin(random, layout.sizes),
    },
    (sheet) => {
      for (const [index, facts] of all.entries()) {
        if (index > 0) sheet.newPage();
        const telling = tell(facts, layout.style(random, facts));
        layout.draw(sheet, telling, random);
        truths.push(telling.truth());
      }
    },
  );
  return {
    name: `${layout.name}-${seed}`,
    layout: layout.name,
    language: layout.language,
    paper: null,
    isHeldOut,
    pdf,
    truths,
    facts: all,
    context: contextOf(all),
  };
}

export async function generatePaper(
  paper: OtherPaper,
  seed: number,
  isHeldOut: boolean,
): Promise<GeneratedDocument> {
  const random = createRandom(seedOf(paper.name, seed));
  const font = random.pick(paper.fonts);
  const pdf = await drawSheets({ title: 'Document1', font, size: sizeWithin(random, [9, 10.5]) }, (sheet) =>
    paper.draw(sheet, random),
  );
  return {
    name: `${paper.name}-${seed}`,
    layout: paper.name,
    language: paper.language,
    paper: paper.kind,
    isHeldOut,
    pdf,
    truths: [],
    facts: [],
    context: {},
  };
}

/** `count` invoices over all layouts in turn, then `papers` other papers. */
export async function* generate(wish: {
  isHeldOut: boolean;
  count: number;
  papers: number;
  seed: number;
  /** Those alone; all when it is left out. */
  languages?: readonly Language[];
}): AsyncGenerator<GeneratedDocument> {
  const isWanted = ({ language }: { language: Language }) => wish.languages?.includes(language) ?? true;
  const drawn = invoiceLayouts(wish).filter(isWanted);
  for (let index = 0; index < wish.count; index++) {
    const layout = drawn[index % drawn.length];
    if (layout)
      yield await generateInvoice(layout, wish.seed + Math.floor(index / drawn.length), wish.isHeldOut);
  }
  const others = otherPapers(wish).filter(isWanted);
  for (let index = 0; index < wish.papers; index++) {
    const paper = others[index % others.length];
    if (paper)
      yield await generatePaper(paper, wish.seed + Math.floor(index / others.length), wish.isHeldOut);
  }
}

function factsOf(layout: InvoiceLayout, random: Random): Facts {
  return inventFacts(random, layout.wish(random));
}

/** Of the same seller to the same buyer: neither number nor amount is the other's. */
function twoOf(layout: InvoiceLayout, random: Random): Facts[] {
  const wish = layout.wish(random);
  return [inventFacts(random, wish), inventFacts(random, { ...wish, isCredit: false })];
}

function contextOf([facts]: readonly Facts[]): ReadingContext {
  if (!facts) return {};
  const { name, organisationNumber, vatId } = facts.buyer;
  return {
    ownNames: [name],
    ownOrganisationNumbers: organisationNumber === null ? [] : [organisationNumber],
    ownVatIds: [vatId],
  };
}

function sizeWithin(random: Random, [smallest, largest]: readonly [number, number]): number {
  return random.int(smallest * 4, largest * 4) / 4;
}

/** Layouts with the same seed are not to draw the same company. */
function seedOf(name: string, seed: number): number {
  return name
    .split('')
    .reduce((sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0, seed * 7919);
}
