/**
 * Text recognition by Tesseract (WebAssembly) with Swedish and English data from npm; nothing is fetched. Runs only inside
 * a reading process. One recogniser is kept for the life of the process: loading its data takes longer than a page.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { joinNumbers } from './join-numbers.ts';

/** A word as it was recognised. Pixels from the picture's top left corner. */
export interface RecognisedWord {
  text: string;
  x: number;
  /** Of the line that it stands on, at the word's left edge. */
  baseline: number;
  width: number;
  /** Of the line's letters from the lowest to the highest: about the size of the type. */
  height: number;
  /** 0 to 1, as the recogniser judges itself. */
  confidence: number;
}

export interface Recognised {
  words: RecognisedWord[];
  /** 0 to 1, over the whole picture. */
  confidence: number;
}

/** `blocks`: columns and tables are looked for first. `rows`: the page is one block, read across. */
const pageOrders = { blocks: PSM.AUTO, rows: PSM.SINGLE_BLOCK };

/** Off: Tesseract takes an empty list for no list. */
const allCharacters = '';

const languages = ['swe', 'eng'];
const require = createRequire(import.meta.url);
let recogniser: Promise<Worker> | undefined;

/** Recognises a picture (PGM, PNG, JPEG). `workDirectory` is used while the language data is loaded for the first time. */
export async function recognise(
  picture: Buffer,
  order: keyof typeof pageOrders,
  workDirectory: string,
): Promise<Recognised> {
  recogniser ??= start(workDirectory);
  const worker = await recogniser;
  await worker.setParameters({
    tessedit_pageseg_mode: pageOrders[order],
    tessedit_char_whitelist: allCharacters,
  });
  const { data } = await worker.recognize(picture, {}, { blocks: true, text: false });
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap(({ lines }) => lines);
  return {
    confidence: data.confidence / 100,
    words: lines.flatMap((line) =>
      joinNumbers(
        line.words.map(
          (word): RecognisedWord => ({
            text: word.text,
            x: word.bbox.x0,
            baseline: baselineAt(line.baseline, word.bbox.x0),
            width: word.bbox.x1 - word.bbox.x0,
            height: line.rowAttributes.rowHeight,
            confidence: word.confidence / 100,
          }),
        ),
      ),
    ),
  };
}

/** The text of a picture of one line. `characters`: those that there may be, or null for all. */
export async function recogniseLine(
  picture: Buffer,
  characters: string | null,
  workDirectory: string,
): Promise<string> {
  recogniser ??= start(workDirectory);
  const worker = await recogniser;
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    tessedit_char_whitelist: characters ?? allCharacters,
  });
  const { data } = await worker.recognize(picture, {}, { text: true });
  return data.text.trim();
}

/** Tesseract looks for the data of all languages in one folder; npm brings each in a package of its own. */
async function start(workDirectory: string): Promise<Worker> {
  const folder = path.join(workDirectory, 'languages');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const language of languages) {
    const data = require.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`);
    await copyFile(data, path.join(folder, path.basename(data)));
  }
  const worker = await createWorker(languages, OEM.LSTM_ONLY, {
    langPath: folder,
    cacheMethod: 'none',
    gzip: true,
  });
  await worker.setParameters({ user_defined_dpi: '200' });
  return worker;
}

function baselineAt(
  { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number },
  x: number,
): number {
  return x1 === x0 ? y0 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
