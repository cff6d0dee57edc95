/** A sheet to draw on: text at places, as invoicing programs do it. Coordinates are points from the top left. */
import PDFDocument from 'pdfkit';
import type { InventedInvoice } from '../invoices.ts';

export interface Sheet {
  text(text: string, x: number, y: number, style?: TextStyle): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  box(x: number, y: number, width: number, height: number, fill: string): void;
}

export interface TextStyle {
  size?: number;
  bold?: boolean;
  colour?: string;
  /** `x` is where the text ends. */
  right?: boolean;
}

export type Layout = (invoice: InventedInvoice, sheet: Sheet) => void;

/** @param userPassword locks the file, as some senders do */
export async function drawPdf(
  title: string,
  draw: (sheet: Sheet) => void,
  { userPassword }: { userPassword?: string } = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    // The same invoice is the same bytes.
    info: { Title: title, CreationDate: new Date(0), ModDate: new Date(0) },
    ...(userPassword === undefined ? {} : { userPassword }),
  });
  draw({
    text(text, x, y, { size = 9, bold = false, colour = 'black', right = false } = {}) {
      document
        .font(bold ? 'Helvetica-Bold' : 'Helvetica')
        .fontSize(size)
        .fillColor(colour);
      document.text(text, right ? x - document.widthOfString(text) : x, y, { lineBreak: false });
    },
    line: (x1, y1, x2, y2) => void document.lineWidth(0.5).moveTo(x1, y1).lineTo(x2, y2).stroke(),
    box: (x, y, width, height, fill) => void document.rect(x, y, width, height).fill(fill),
  });
  return await bytesOf(document);
}

/** What a pdfkit document comes to. */
export async function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
