/** Invented papers as PDFs, drawn with pdfkit: text at places, as invoicing programs do it. */
import PDFDocument from 'pdfkit';

export interface Placed {
  text: string;
  /** Points from the left edge; with `rightAligned`, of the text's right end. */
  x: number;
  y: number;
  size?: number;
  rightAligned?: boolean;
}

/** A PDF whose pages hold the texts given. */
export async function drawPaper(...pages: Placed[][]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  for (const page of pages) {
    document.addPage();
    for (const { text, x, y, size = 9, rightAligned = false } of page) {
      document.font('Helvetica').fontSize(size);
      const left = rightAligned ? x - document.widthOfString(text) : x;
      document.text(text, left, y, { lineBreak: false });
    }
  }
  return await collect(document);
}

/** What a pdfkit document comes to. */
export async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
