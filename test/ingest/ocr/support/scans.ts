/** Papers of invented suppliers as scanners and cameras deliver them: drawn, turned, shaded, packed as a picture or a PDF. */
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { PDFParse } from 'pdf-parse';
import PDFDocument from 'pdfkit';
import UTIF from 'utif2';
import { type InventedInvoice, inventInvoice } from '../../../../demo/generator/invoices.ts';
import { bytesOf } from '../../../../demo/generator/layouts/paper.ts';
import { type LayoutName, toPdf } from '../../../../demo/generator/pdf.ts';
import { createRandom } from '../../../../demo/generator/random.ts';
import { inventSuppliers } from '../../../../demo/generator/suppliers.ts';

export interface Paper {
  invoice: InventedInvoice;
  /** Drawn at 200 dots per inch. */
  image: Image;
}

export async function paper(layout: LayoutName, seed: number): Promise<Paper> {
  const random = createRandom(seed);
  const [supplier] = inventSuppliers(random, 1);
  if (!supplier) throw new Error('no supplier was invented');
  const buyer = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: 'SE559012345001' };
  const invoice = inventInvoice(random, {
    supplier,
    buyer,
    invoiceNumber: String(100_000 + seed),
    issueDate: '2026-11-02',
  });
  const parser = new PDFParse({ data: new Uint8Array(await toPdf(invoice, layout)) });
  const { pages } = await parser.getScreenshot({ scale: 200 / 72, imageBuffer: true, imageDataUrl: false });
  await parser.destroy();
  return { invoice, image: await loadImage(Buffer.from(pages[0]?.data ?? [])) };
}

/** Laid down turned by so many degrees, clockwise, with a shadow falling over it. */
export function laidDown({ image }: Paper, degrees: number) {
  const isOnItsSide = degrees % 180 === 90;
  const [width, height] = isOnItsSide ? [image.height, image.width] : [image.width, image.height];
  const canvas = createCanvas(width, height);
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = '#ffffff';
  drawing.fillRect(0, 0, width, height);
  drawing.translate(width / 2, height / 2);
  drawing.rotate((degrees * Math.PI) / 180);
  drawing.drawImage(image, -image.width / 2, -image.height / 2);
  drawing.resetTransform();
  const shadow = drawing.createLinearGradient(0, 0, width, height);
  shadow.addColorStop(0, 'rgba(60, 50, 30, 0.05)');
  shadow.addColorStop(1, 'rgba(60, 50, 30, 0.35)');
  drawing.fillStyle = shadow;
  drawing.fillRect(0, 0, width, height);
  return canvas;
}

export type Scan = ReturnType<typeof laidDown>;

export const asJpeg = (scan: Scan): Buffer => scan.toBuffer('image/jpeg', 75);
export const asPng = (scan: Scan): Buffer => scan.toBuffer('image/png');

export function asTiff(scan: Scan): Buffer {
  const { data } = scan.getContext('2d').getImageData(0, 0, scan.width, scan.height);
  return Buffer.from(UTIF.encodeImage(new Uint8Array(data), scan.width, scan.height));
}

export async function asScannedPdf(scans: readonly Scan[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  for (const scan of scans) {
    document.addPage();
    document.image(asJpeg(scan), 0, 0, { width: 595 });
  }
  return await bytesOf(document);
}
