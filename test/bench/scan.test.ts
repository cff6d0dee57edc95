/** Scans and photos: pictures alone, of the kind that they say, and as damaged as they say. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { fileTypeFromBuffer } from 'file-type';
import { generateInvoice, invoiceLayouts } from '../../bench/generator/generate.ts';
import { type Damage, damagePage, drawPages, scanned } from '../../bench/generator/scan.ts';
import { createRandom } from '../../demo/generator/random.ts';
import { openPdf } from '../../src/ingest/pdf/page/open.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';

const none: Damage = {
  skew: 0,
  quarterTurns: 0,
  blur: 0,
  noise: 0,
  shadow: 0,
  perspective: 0,
  quality: 90,
};

describe('a drawn invoice', () => {
  let pdf: Buffer;

  beforeAll(async () => {
    const layout = invoiceLayouts({ isHeldOut: false }).find(({ name }) => name === 'consultant-letter');
    if (!layout) throw new Error('the layout is gone');
    ({ pdf } = await generateInvoice(layout, 1, false));
  });

  test('is A4 at 200 dots per inch, with ink on it', async () => {
    const [page] = await drawPages(pdf);
    expect([page?.width, page?.height]).toEqual([1653, 2338]);
    const canvas = createCanvas(1653, 2338);
    if (page) canvas.getContext('2d').drawImage(page, 0, 0);
    const dark = darkPixels(canvas);
    expect(dark).toBeGreaterThan(5_000);
    expect(dark).toBeLessThan(1653 * 2338 * 0.1);
  });

  test.each([
    ['pdf', 'scan'],
    ['jpeg', 'photo'],
    ['png', 'scan'],
    ['tiff', 'scan'],
  ] as const)('comes back as the %s that was wanted of a %s', async (format, kind) => {
    const scan = await scanned(pdf, kind, createRandom(7), format);
    expect(scan).toMatchObject({ format, kind });
    expect((await fileTypeFromBuffer(scan.bytes))?.ext).toBe(scan.extension);
    if (format !== 'pdf') return;
    const { pages } = await openPdf(new Uint8Array(scan.bytes), defaultReadingLimits.pdf);
    expect(pages.pages.length).toBe(1);
    expect(pages.pages.flatMap(({ items }) => items)).toEqual([]);
  });
});

describe('damage', () => {
  const bar = (): Canvas => {
    const canvas = createCanvas(300, 400);
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = 'white';
    drawing.fillRect(0, 0, 300, 400);
    drawing.fillStyle = 'black';
    drawing.fillRect(50, 20, 200, 10);
    return canvas;
  };

  test('of no kind leaves the page as it is', () => {
    const page = bar();
    expect(pixels(damagePage(page, none, createRandom(1)))).toEqual(pixels(page));
  });

  test('by a quarter turn lays the page on its side', () => {
    const turned = damagePage(bar(), { ...none, quarterTurns: 1 }, createRandom(1));
    expect([turned.width, turned.height]).toEqual([400, 300]);
    expect(greyAt(turned, 400 - 25, 150)).toBe(0);
  });

  test('by a skew brings one end of a line lower', () => {
    const turned = damagePage(bar(), { ...none, skew: 3 }, createRandom(1));
    expect(topOfInk(turned, 240)).toBeGreaterThan(topOfInk(turned, 70) + 5);
  });

  test('by shadow darkens, by noise roughens, by perspective narrows the far end', () => {
    const shaded = damagePage(bar(), { ...none, shadow: 0.4 }, createRandom(1));
    expect(Math.min(greyAt(shaded, 295, 395), greyAt(shaded, 5, 395))).toBeLessThan(200);
    const rough = damagePage(bar(), { ...none, noise: 20 }, createRandom(1));
    expect(new Set(pixels(rough)).size).toBeGreaterThan(10);
    const narrow = damagePage(bar(), { ...none, perspective: 0.05 }, createRandom(1));
    expect(darkPixels(narrow, 130)).toBeGreaterThan(darkPixels(bar(), 130));
  });
});

function pixels(canvas: Canvas): number[] {
  return [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data];
}

function greyAt(canvas: Canvas, x: number, y: number): number {
  return canvas.getContext('2d').getImageData(x, y, 1, 1).data[0] ?? Number.NaN;
}

function darkPixels(canvas: Canvas, below = 100): number {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < below) dark += 1;
  return dark;
}

function topOfInk(canvas: Canvas, x: number): number {
  for (let y = 0; y < canvas.height; y++) if (greyAt(canvas, x, y) < 100) return y;
  throw new Error(`there is no ink at ${x}`);
}
