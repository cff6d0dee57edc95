/** Pages to draw on with pdfkit: text at places, tables, pairs of label and value, logos. Points from the top left. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { bytesOf } from '../../demo/generator/layouts/paper.ts';

export type FontName = 'Helvetica' | 'Times' | 'Courier' | 'Liberation' | 'OpenSans';

export interface TextStyle {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  colour?: string;
  /** For `right`, x is where the text ends; for `centre`, its middle. */
  align?: 'left' | 'right' | 'centre';
  /** Points between letters. */
  tracking?: number;
  font?: FontName;
  /** Degrees, clockwise, around where the text begins. */
  rotate?: number;
  /** Breaks into lines of this width; the height is returned. */
  width?: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The page being drawn, from 1. */
  page(): number;
  newPage(): void;
  /** Draws text and gives back the y below it. */
  text(text: string, x: number, y: number, style?: TextStyle): number;
  widthOf(text: string, style?: TextStyle): number;
  line(x1: number, y1: number, x2: number, y2: number, colour?: string, width?: number): void;
  fill(x: number, y: number, width: number, height: number, colour: string): void;
  frame(x: number, y: number, width: number, height: number, colour?: string): void;
  polygon(points: readonly (readonly [number, number])[], colour: string): void;
  circle(x: number, y: number, radius: number, colour: string): void;
}

export interface SheetOptions {
  title: string;
  font: FontName;
  size: number;
  paper?: 'A4' | 'LETTER';
}

const { resolve } = createRequire(import.meta.url);
/** Fonts as wide as those that every PDF may use without carrying them, and Liberation. */
export const standardFonts = join(dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts');
const openSans = join(dirname(resolve('@fontsource/open-sans/package.json')), 'files');

function fontFile(font: FontName, bold: boolean, italic: boolean): string {
  if (font === 'OpenSans')
    return join(openSans, `open-sans-latin-${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}.woff`);
  const slant = font === 'Times' ? 'Italic' : font === 'Liberation' ? 'Italic' : 'Oblique';
  const cut = `${bold ? 'Bold' : ''}${italic ? slant : ''}`;
  if (font === 'Liberation') return join(standardFonts, `LiberationSans-${cut || 'Regular'}.ttf`);
  if (font === 'Times') return `Times-${cut || 'Roman'}`;
  return cut ? `${font}-${cut}` : font;
}

export async function drawSheets(options: SheetOptions, draw: (sheet: Sheet) => void): Promise<Buffer> {
  const document = new PDFDocument({
    size: options.paper ?? 'A4',
    margin: 0,
    // The same seed is the same bytes.
    info: { Title: options.title, CreationDate: new Date(0), ModDate: new Date(0) },
  });
  draw(sheetOn(document, options));
  return await bytesOf(document);
}

function sheetOn(document: PDFKit.PDFDocument, options: SheetOptions): Sheet {
  let page = 1;
  const prepare = ({ size, bold = false, italic = false, font = options.font }: TextStyle) => {
    document.font(fontFile(font, bold, italic)).fontSize(size ?? options.size);
    // Only this one knows a thin space.
    return (text: string) => (font === 'OpenSans' ? text : text.replaceAll('\u2009', '\u00a0'));
  };
  const measure = (text: string, { tracking = 0 }: TextStyle) =>
    document.widthOfString(text, { characterSpacing: tracking });
  return {
    width: document.page.width,
    height: document.page.height,
    page: () => page,
    newPage() {
      document.addPage();
      page += 1;
    },
    text(given, x, y, style = {}) {
      const text = prepare(style)(given);
      document.fillColor(style.colour ?? 'black');
      const { align = 'left', tracking = 0, rotate = 0, width } = style;
      if (width !== undefined) {
        document.text(text, x, y, { width, characterSpacing: tracking });
        return document.y;
      }
      const wide = align === 'left' ? 0 : measure(text, style);
      const left = align === 'right' ? x - wide : align === 'centre' ? x - wide / 2 : x;
      if (rotate !== 0) document.save().rotate(rotate, { origin: [left, y] });
      document.text(text, left, y, { lineBreak: false, characterSpacing: tracking });
      if (rotate !== 0) document.restore();
      return y + (style.size ?? options.size) * 1.3;
    },
    widthOf(text, style = {}) {
      return measure(prepare(style)(text), style);
    },
    line(x1, y1, x2, y2, colour = 'black', width = 0.5) {
      document.lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke(colour);
    },
    fill: (x, y, width, height, colour) => void document.rect(x, y, width, height).fill(colour),
    frame: (x, y, width, height, colour = 'black') =>
      void document.lineWidth(0.5).rect(x, y, width, height).stroke(colour),
    polygon: (points, colour) => void document.polygon(...points.map(([x, y]) => [x, y])).fill(colour),
    circle: (x, y, radius, colour) => void document.circle(x, y, radius).fill(colour),
  };
}
