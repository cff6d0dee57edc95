/** Scans and photos through the real reader: its processes, its limits, its verdict. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeMail } from '../../../demo/generator/compose.ts';
import {
  createDeliveryReader,
  type DeliveryReader,
  type DeliveryReading,
} from '../../../src/ingest/reading.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { silentLog } from '../../../src/log.ts';
import { asJpeg, asPng, asScannedPdf, asTiff, laidDown, type Paper, paper } from './support/scans.ts';

let folder: string;
let reader: DeliveryReader;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'staging-post-scan-'));
  reader = createDeliveryReader({ processes: 1 }, silentLog);
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

async function readBytes(bytes: Buffer, by: DeliveryReader = reader): Promise<DeliveryReading> {
  const file = path.join(folder, 'document');
  await writeFile(file, bytes);
  return await by.readFile(file);
}

function expectReadAs({ invoice }: Paper, { invoices }: DeliveryReading): void {
  const [read] = invoices.map((found) => found.invoice);
  expect(invoices).toHaveLength(1);
  expect(read).toMatchObject({
    source: 'ocr',
    invoiceNumber: invoice.invoiceNumber,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    totals: { payable: invoice.totals.payable },
    seller: { organisationNumber: invoice.supplier.organisationNumber },
    payment: { reference: invoice.paymentReference },
  });
  expect(read?.evidence.invoiceNumber?.source).toBe('ocr');
}

describe('a scanned page is read', () => {
  test.each([
    ['upright', 0],
    ['a little askew', 1.5],
    ['on its side', 90],
    ['on its head', 180],
    ['on its other side', 270],
  ])('%s, in the shade', async (_how, degrees) => {
    const scanned = await paper('classic', 7);
    expectReadAs(scanned, await readBytes(asJpeg(laidDown(scanned, degrees))));
  });

  test('as PNG, as TIFF, and as a PDF of pictures', async () => {
    const scanned = await paper('modern', 8);
    const laid = laidDown(scanned, 0);
    for (const bytes of [asPng(laid), asTiff(laid), await asScannedPdf([laid])]) {
      expectReadAs(scanned, await readBytes(bytes));
    }
  });

  test('with its confidence below that of stated text, and never ready where its sums do not confirm it', async () => {
    const scanned = await paper('english', 9);
    const { invoices } = await readBytes(asJpeg(laidDown(scanned, 0)));
    const [found] = invoices;
    expect(found?.invoice.evidence['totals.payable']?.confidence).toBeLessThan(1);
    const fails = found?.invoice.checks.some(({ passed }) => !passed);
    if (fails) expect(found?.state).toBe('needs_review');
    expect(found?.state === 'ready').toBe(found?.reasons.length === 0);
  });
});

describe('a picture that is none of an invoice', () => {
  test('is put to a person, with what was looked for', async () => {
    const blank = laidDown(await paper('classic', 1), 0);
    const drawing = blank.getContext('2d');
    drawing.fillStyle = '#dddddd';
    drawing.fillRect(0, 0, blank.width, blank.height);
    const reading = await readBytes(asPng(blank));
    expect(reading).toMatchObject({ disposition: 'needs_review', invoices: [] });
    expect(reading.documents[0]?.reason?.code).toBe('scan_not_understood');
  });

  test('that is damaged says so', async () => {
    const whole = asJpeg(laidDown(await paper('classic', 1), 0));
    const reading = await readBytes(Buffer.concat([whole.subarray(0, 700), Buffer.alloc(2_000, 7)]));
    expect(reading.disposition).toBe('needs_review');
    expect(reading.documents[0]?.reason?.code).toMatch(/^(picture_damaged|scan_not_understood)$/);
  });
});

describe('limits', () => {
  const limited = async (ocr: Partial<typeof defaultReadingLimits.ocr>, bytes: Buffer) => {
    const strict = createDeliveryReader(
      { processes: 1, ocr: { ...defaultReadingLimits.ocr, ...ocr } },
      silentLog,
    );
    try {
      return await readBytes(bytes, strict);
    } finally {
      await strict.close();
    }
  };

  test('a picture with more pixels than allowed is not even decoded', async () => {
    const picture = asPng(laidDown(await paper('classic', 2), 0));
    const reading = await limited({ pixels: 100_000 }, picture);
    expect(reading.documents[0]?.reason).toMatchObject({ code: 'picture_too_big' });
  });

  test('of a PDF with more pages than allowed, what was left out is said', async () => {
    const scanned = await paper('classic', 3);
    const laid = laidDown(scanned, 0);
    const reading = await limited({ pages: 1 }, await asScannedPdf([laid, laid]));
    expect(reading.invoices[0]?.reasons.map(({ code }) => code)).toContain('scan_too_many_pages');
  });

  test('a recognition that takes too long is given up, and only that document with it (A2)', async () => {
    const scanned = await paper('classic', 4);
    const quick = await paper('classic', 5);
    const strict = createDeliveryReader(
      { processes: 1, ocr: { ...defaultReadingLimits.ocr, documentMs: 1 } },
      silentLog,
    );
    const pdf = (await import('../../../demo/generator/pdf.ts')).toPdf;
    const mail = await composeMail({
      from: { name: 'Karin Ek', address: 'karin@nordvik.example' },
      to: 'faktura@nordvik.example',
      subject: 'Två fakturor',
      text: 'Hej',
      messageId: 'scan.1@nordvik.example',
      date: new Date('2026-11-02T07:00:00Z'),
      attachments: [
        { filename: 'scan.jpg', contentType: 'image/jpeg', content: asJpeg(laidDown(scanned, 0)) },
        {
          filename: 'faktura.pdf',
          contentType: 'application/pdf',
          content: await pdf(quick.invoice, 'classic'),
        },
      ],
    });
    const file = path.join(folder, 'mail');
    await writeFile(file, mail);
    const reading = await strict.read(file);
    await strict.close();
    expect(reading.documents.map(({ reason }) => reason?.code)).toContain('scan_too_slow');
    expect(reading.invoices.map(({ invoice }) => invoice.invoiceNumber)).toEqual([
      quick.invoice.invoiceNumber,
    ]);
  });
});

test('a logo is kept, and not taken for a page', async () => {
  const { image } = await paper('classic', 6);
  const { createCanvas } = await import('@napi-rs/canvas');
  const logo = createCanvas(300, 90);
  logo.getContext('2d').drawImage(image, 0, 0);
  const reading = await readBytes(asPng(logo));
  expect(reading.documents[0]?.kind).toBe('attachment');
  expect(reading.invoices).toEqual([]);
});
