/** Files and mails that harm, or try to: made by accident, or by somebody who means it. */
import { deflateSync } from 'node:zlib';
import type { Attachment } from './compose.ts';
import type { InventedInvoice } from './invoices.ts';
import { toPdf } from './pdf.ts';
import { toUbl } from './ubl.ts';

export type HostileKind =
  | 'empty-pdf'
  | 'cut-mail'
  | 'locked-pdf'
  | 'pdf-bomb'
  | 'xml-entities'
  | 'xml-external-entity'
  | 'not-what-it-says';

export const hostileKinds: readonly HostileKind[] = [
  'empty-pdf',
  'cut-mail',
  'locked-pdf',
  'pdf-bomb',
  'xml-entities',
  'xml-external-entity',
  'not-what-it-says',
];

const pdf = 'application/pdf';

export async function hostileAttachment(kind: HostileKind, invoice: InventedInvoice): Promise<Attachment> {
  const filename = `Faktura_${invoice.invoiceNumber}.pdf`;
  switch (kind) {
    case 'empty-pdf':
      return { filename, contentType: pdf, content: Buffer.alloc(0) };
    case 'cut-mail':
      // The mail around it is cut; see cutMail.
      return { filename, contentType: pdf, content: await toPdf(invoice, 'classic') };
    case 'locked-pdf':
      return {
        filename,
        contentType: pdf,
        content: await toPdf(invoice, 'classic', { userPassword: 'hemligt' }),
      };
    case 'pdf-bomb':
      return { filename, contentType: pdf, content: pdfBomb() };
    case 'xml-entities':
      return { filename: 'faktura.xml', contentType: 'application/xml', content: withEntities(invoice) };
    case 'xml-external-entity':
      return {
        filename: 'faktura.xml',
        contentType: 'application/xml',
        content: withExternalEntity(invoice),
      };
    case 'not-what-it-says':
      return { filename, contentType: pdf, content: Buffer.from('MZ this was never a PDF '.repeat(40)) };
  }
}

/** As a server that gave up in the middle of the attachment left it. */
export function cutMail(raw: Buffer): Buffer {
  return raw.subarray(0, Math.floor(raw.length * 0.6));
}

const bombBytes = 400 * 1024 * 1024;

/** One page whose content is a few hundred kilobytes that inflate to 400 MB of drawing. */
function pdfBomb(): Buffer {
  const content = deflateSync(Buffer.alloc(bombBytes, '0 0 m 1 1 l S\n'), { level: 9 });
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
  ]);
}

/** PDF 1.7 (ISO 32000-1, 7.5): header, objects, cross-reference table, trailer. */
function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const start = length();
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** "A billion laughs": each entity is ten of the one before. */
function withEntities(invoice: InventedInvoice): string {
  const entities = Array.from({ length: 9 }, (_each, level) => {
    const name = `ha${level + 1}`;
    return `<!ENTITY ${name} "${level === 0 ? 'ha' : `&ha${level};`.repeat(10)}">`;
  });
  return withDoctype(invoice, `<!DOCTYPE Invoice [${entities.join('')}]>`, '&ha9;');
}

function withExternalEntity(invoice: InventedInvoice): string {
  return withDoctype(
    invoice,
    '<!DOCTYPE Invoice [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
    '&secret;',
  );
}

function withDoctype(invoice: InventedInvoice, doctype: string, reference: string): string {
  return toUbl(invoice)
    .replace('?>\n', `?>\n${doctype}\n`)
    .replace('<cbc:BuyerReference>Karin Ek<', `<cbc:BuyerReference>${reference}<`);
}
