/** Papers as scanners and telephones deliver them: drawn at 200 dots per inch, then laid askew, shaded, blurred, speckled, packed. */
import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { PDFParse } from 'pdf-parse';
import PDFDocument from 'pdfkit';
import UTIF from 'utif2';
import { bytesOf } from '../../demo/generator/layouts/paper.ts';
import type { Random } from '../../demo/generator/random.ts';
import { standardFonts } from './sheet.ts';

export type ScanKind = 'scan' | 'photo';
export type ScanFormat = 'pdf' | 'jpeg' | 'png' | 'tiff';

export interface Scan {
  kind: ScanKind;
  format: ScanFormat;
  extension: 'pdf' | 'jpg' | 'png' | 'tif';
  bytes: Uint8Array;
  /** What was done to it, for a person who looks at a mismatch. */
  damage: string;
}

const dotsPerInch = 200;

const extensions = { pdf: 'pdf', jpeg: 'jpg', png: 'png', tiff: 'tif' } as const;

export async function drawPages(pdf: Uint8Array): Promise<Image[]> {
  const parser = new PDFParse({
    data: new Uint8Array(pdf),
    // In whatever fonts this machine has instead, figures would be printed over each other.
    standardFontDataUrl: `${standardFonts}/`,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const { pages } = await parser.getScreenshot({
      scale: dotsPerInch / 72,
      imageBuffer: true,
      imageDataUrl: false,
    });
    return await Promise.all(pages.map(async ({ data }) => await loadImage(Buffer.from(data))));
  } finally {
    await parser.destroy();
  }
}

/** One page may be any kind of picture; several are a PDF of pictures, as scanners make it. */
export async function scanned(
  pdf: Uint8Array,
  kind: ScanKind,
  random: Random,
  wanted?: ScanFormat,
): Promise<Scan> {
  const pages = await drawPages(pdf);
  const usual = formatOf(kind, random);
  const format = pages.length > 1 ? 'pdf' : (wanted ?? usual);
  const damage = kind === 'scan' ? damageOfScanner(random) : damageOfCamera(random);
  const damaged = pages.map((page) => damagePage(page, damage, random));
  return {
    kind,
    format,
    extension: extensions[format],
    bytes: await packed(damaged, format, damage.quality),
    damage: JSON.stringify(damage),
  };
}

function formatOf(kind: ScanKind, random: Random): ScanFormat {
  return kind === 'photo'
    ? random.pick(['jpeg', 'jpeg', 'png'])
    : random.pick(['pdf', 'pdf', 'jpeg', 'png', 'tiff']);
}

export interface Damage {
  /** Degrees, clockwise; the quarter turns apart from the skew. */
  skew: number;
  quarterTurns: 0 | 1 | 2 | 3;
  /** Pixels. */
  blur: number;
  /** How far a grey value may be off. */
  noise: number;
  /** 0 to 1: how dark the shadow's end is. */
  shadow: number;
  /** Part of the width that the far end is narrower by. */
  perspective: number;
  /** JPEG, percent. */
  quality: number;
}

function damageOfScanner(random: Random): Damage {
  return {
    skew: (random.int(3, 30) / 10) * random.pick([-1, 1]),
    quarterTurns: random.once(6) ? random.pick([1, 2, 3]) : 0,
    blur: random.int(0, 6) / 10,
    noise: random.int(0, 18),
    shadow: random.int(0, 10) / 100,
    perspective: 0,
    quality: random.int(60, 90),
  };
}

function damageOfCamera(random: Random): Damage {
  return {
    skew: (random.int(3, 25) / 10) * random.pick([-1, 1]),
    quarterTurns: random.once(5) ? random.pick([1, 3]) : 0,
    blur: random.int(2, 9) / 10,
    noise: random.int(5, 25),
    shadow: random.int(15, 45) / 100,
    perspective: random.int(1, 5) / 100,
    quality: random.int(50, 85),
  };
}

export function damagePage(page: Image | Canvas, damage: Damage, random: Random): Canvas {
  const turned = turn(narrow(page, damage.perspective), damage);
  shade(turned, damage.shadow, random);
  speckle(turned, damage.noise, random);
  return turned;
}

/** The far end of a page looks narrower: drawn row by row, each as wide as it seems. */
function narrow(page: Image | Canvas, perspective: number): Image | Canvas {
  if (perspective === 0) return page;
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = '#6b5f52';
  drawing.fillRect(0, 0, width, height);
  const step = 2;
  for (let y = 0; y < height; y += step) {
    const seen = width * (1 - perspective * (1 - y / height));
    drawing.drawImage(page, 0, y, width, step, (width - seen) / 2, y, seen, step);
  }
  return canvas;
}

function turn(page: Image | Canvas, { skew, quarterTurns, blur }: Damage): Canvas {
  const isOnItsSide = quarterTurns % 2 === 1;
  const [width, height] = isOnItsSide ? [page.height, page.width] : [page.width, page.height];
  const canvas = createCanvas(width, height);
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = '#ffffff';
  drawing.fillRect(0, 0, width, height);
  if (blur > 0) drawing.filter = `blur(${blur}px)`;
  drawing.translate(width / 2, height / 2);
  drawing.rotate(((skew + 90 * quarterTurns) * Math.PI) / 180);
  drawing.drawImage(page, -page.width / 2, -page.height / 2);
  drawing.resetTransform();
  drawing.filter = 'none';
  return canvas;
}

/** Light from one side. */
function shade(canvas: Canvas, shadow: number, random: Random): void {
  if (shadow === 0) return;
  const drawing = canvas.getContext('2d');
  const [fromX, toX] = random.pick([
    [0, canvas.width],
    [canvas.width, 0],
  ] as const);
  const light = drawing.createLinearGradient(fromX, 0, toX, canvas.height);
  light.addColorStop(0, 'rgba(60, 50, 30, 0)');
  light.addColorStop(1, `rgba(60, 50, 30, ${shadow})`);
  drawing.fillStyle = light;
  drawing.fillRect(0, 0, canvas.width, canvas.height);
}

/** Grain, out of one handful of random values taken from ever other places. */
function speckle(canvas: Canvas, noise: number, random: Random): void {
  if (noise === 0) return;
  const grain = random.bytes(65_521);
  const drawing = canvas.getContext('2d');
  const picture = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const by = (((grain[((at >> 2) * 7) % grain.length] ?? 128) - 128) * noise) / 128;
    for (let channel = at; channel < at + 3; channel++) data[channel] = (data[channel] ?? 0) + by;
  }
  drawing.putImageData(picture, 0, 0);
}

async function packed(pages: readonly Canvas[], format: ScanFormat, quality: number): Promise<Uint8Array> {
  const [first] = pages;
  if (!first) throw new Error('there is no page to scan');
  switch (format) {
    case 'jpeg':
      return first.toBuffer('image/jpeg', quality);
    case 'png':
      return first.toBuffer('image/png');
    case 'tiff': {
      const { data } = first.getContext('2d').getImageData(0, 0, first.width, first.height);
      return Buffer.from(UTIF.encodeImage(new Uint8Array(data), first.width, first.height));
    }
    case 'pdf':
      return await asPdf(pages, quality);
  }
}

async function asPdf(pages: readonly Canvas[], quality: number): Promise<Uint8Array> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  for (const page of pages) {
    const size: [number, number] = [(page.width * 72) / dotsPerInch, (page.height * 72) / dotsPerInch];
    document.addPage({ size, margin: 0 });
    document.image(page.toBuffer('image/jpeg', quality), 0, 0, { width: size[0], height: size[1] });
  }
  return await bytesOf(document);
}
