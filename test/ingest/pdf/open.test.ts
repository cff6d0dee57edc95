import { describe, expect, test } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { openPdf, PdfRefused } from '../../../src/ingest/pdf/page/open.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { drawPaper } from '../support/paper.ts';

/** More pieces of text than pdf.js sends at once. */
async function fullPage(word: string): Promise<Uint8Array> {
  const pieces = Array.from({ length: 400 }, (_, index) => ({
    text: `${word}${index}`,
    x: 40 + 120 * (index % 4),
    y: 30 + 7 * Math.floor(index / 4),
    size: 6,
  }));
  return new Uint8Array(await drawPaper(pieces, pieces.slice(0, 3)));
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const { pages } = await openPdf(bytes.slice(), defaultReadingLimits.pdf);
  return pages.pages.flatMap(({ items }) => items.map(({ text }) => text));
}

describe('a PDF is opened', () => {
  test('with every piece of text that pdf.js itself gives, in its order', async () => {
    const bytes = await fullPage('rad');
    const parser = new PDFParse({ data: bytes.slice(), verbosity: 0 });
    const { text } = await parser.getText({ pageJoiner: '' });
    await parser.destroy();
    const texts = await textsOf(bytes);
    expect(texts).toHaveLength(403);
    expect(texts).toEqual(text.split(/\s+/).filter((piece) => piece !== ''));
  });

  test('beside others, each with its own text', async () => {
    const words = ['ek', 'bok', 'asp'];
    const opened = await Promise.all(words.map(async (word) => await textsOf(await fullPage(word))));
    for (const [index, word] of words.entries()) {
      expect(opened[index]).toHaveLength(403);
      expect(opened[index]?.filter((text) => !text.startsWith(word))).toEqual([]);
    }
  });

  test('or refused when it is no PDF, and the next one is none the worse', async () => {
    const broken = new TextEncoder().encode('%PDF-1.7\nthis goes nowhere\n%%EOF');
    await expect(textsOf(broken)).rejects.toThrow(PdfRefused);
    expect(await textsOf(await fullPage('rad'))).toHaveLength(403);
  });
});
