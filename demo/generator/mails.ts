/** The post of a small company: suppliers' invoices in every usual shape, junk, and what is broken or hostile. */
import { type Attachment, composeMail } from './compose.ts';
import { cutMail, type HostileKind, hostileAttachment, hostileKinds } from './hostile.ts';
import { type Buyer, type InventedInvoice, inventInvoice } from './invoices.ts';
import { type JunkKind, junkKinds, junkLetter } from './junk.ts';
import { scannedPage } from './layouts/scan.ts';
import { type LayoutName, toPdf } from './pdf.ts';
import { createRandom, type Random } from './random.ts';
import { inventSuppliers, type Supplier } from './suppliers.ts';
import { toUbl } from './ubl.ts';

export type InvoiceMailKind =
  | 'pdf'
  | 'ubl'
  | 'pdf-and-ubl'
  | 'several-invoices'
  | 'credit-note'
  | 'nested'
  | 'wrong-extension'
  | 'path-in-filename';

export type MailKind = InvoiceMailKind | JunkKind | 'scan' | HostileKind;

export interface GeneratedMail {
  kind: MailKind;
  /** RFC 5322, with CRLF. */
  raw: Buffer;
  messageId: string;
  expected: {
    disposition: 'invoice' | 'not_invoice' | 'needs_review';
    /** Those that can be read for certain. */
    invoices: InventedInvoice[];
  };
}

export interface Post {
  /** The next mail; without a kind, of any that is usual. */
  next(kind?: MailKind): Promise<GeneratedMail>;
  many(count: number): Promise<GeneratedMail[]>;
}

export interface PostOptions {
  seed: number;
  /** The recipient's address. */
  to: string;
  buyer: Buyer;
}

/** Invoices mostly, then junk, then what a person has to look at; the bomb is sent only when it is asked for, since it is slow. */
const usual: readonly MailKind[] = [
  ...Array<MailKind>(8).fill('pdf'),
  ...Array<MailKind>(7).fill('ubl'),
  ...Array<MailKind>(4).fill('pdf-and-ubl'),
  ...Array<MailKind>(2).fill('several-invoices'),
  ...Array<MailKind>(2).fill('nested'),
  'credit-note',
  'wrong-extension',
  'path-in-filename',
  ...junkKinds,
  'scan',
  ...hostileKinds.filter((kind) => kind !== 'pdf-bomb'),
];

export function createPost({ seed, to, buyer }: PostOptions): Post {
  const random = createRandom(seed);
  const suppliers = inventSuppliers(random, 24);
  let sent = 0;
  const next = async (kind: MailKind = random.pick(usual)): Promise<GeneratedMail> => {
    sent += 1;
    return await write({ kind, random, supplier: random.pick(suppliers), number: sent, seed, to, buyer });
  };
  return {
    next,
    async many(count) {
      const mails: GeneratedMail[] = [];
      while (mails.length < count) mails.push(await next());
      return mails;
    },
  };
}

interface Writing extends PostOptions {
  kind: MailKind;
  random: Random;
  supplier: Supplier;
  /** Of the mail in this post: its Message-ID and its invoices' numbers follow from it. */
  number: number;
}

const firstDay = Date.UTC(2026, 10, 2, 7);
const minutesMs = 60_000;

async function write(writing: Writing): Promise<GeneratedMail> {
  const { kind, supplier, number, seed, to } = writing;
  const messageId = `${seed}.${number}@${supplier.email.split('@')[1]}`;
  const { letter, attachments, expected } = await contentOf(writing);
  const mail = {
    from: { name: supplier.name, address: supplier.email },
    to,
    messageId,
    date: new Date(firstDay + number * 7 * minutesMs),
    ...letter,
  };
  const raw =
    kind === 'nested'
      ? await forwarded(await composeMail({ ...mail, attachments }), writing, messageId)
      : await composeMail({ ...mail, attachments });
  return { kind, raw: kind === 'cut-mail' ? cutMail(raw) : raw, messageId, expected };
}

interface Content {
  letter: { subject: string; text: string; headers?: Record<string, string> };
  attachments: Attachment[];
  expected: GeneratedMail['expected'];
}

async function contentOf(writing: Writing): Promise<Content> {
  const { kind, random, supplier } = writing;
  if (isJunk(kind)) {
    return {
      letter: { headers: {}, ...junkLetter(kind, random, supplier) },
      attachments: [],
      expected: { disposition: 'not_invoice', invoices: [] },
    };
  }
  const invoice = invent(writing, 0, kind === 'credit-note' ? 'creditNote' : 'invoice');
  const letter = {
    subject: `${kind === 'credit-note' ? 'Kreditfaktura' : 'Faktura'} ${invoice.invoiceNumber} från ${supplier.name}`,
    text: `Hej,\n\nFaktura ${invoice.invoiceNumber} bifogas.\n\nMed vänlig hälsning\n${supplier.name}`,
  };
  if (isHostile(kind)) {
    const attachments = [await hostileAttachment(kind, invoice)];
    return { letter, attachments, expected: { disposition: 'needs_review', invoices: [] } };
  }
  if (kind === 'scan') {
    const attachments = [
      { filename: 'scan.pdf', contentType: 'application/pdf', content: await scannedPage(random) },
    ];
    return { letter, attachments, expected: { disposition: 'needs_review', invoices: [] } };
  }
  const invoices =
    kind === 'several-invoices' ? [invoice, invent(writing, 1), invent(writing, 2)] : [invoice];
  return {
    letter,
    attachments: await attachmentsOf(kind, invoices, layoutFor(writing)),
    expected: { disposition: 'invoice', invoices },
  };
}

async function attachmentsOf(
  kind: Exclude<MailKind, JunkKind | HostileKind | 'scan'>,
  invoices: readonly InventedInvoice[],
  layout: LayoutName,
): Promise<Attachment[]> {
  const [invoice] = invoices;
  if (!invoice) return [];
  const pdf = async (): Promise<Attachment> => ({
    filename: `Faktura_${invoice.invoiceNumber}.pdf`,
    contentType: 'application/pdf',
    content: await toPdf(invoice, layout),
  });
  switch (kind) {
    case 'pdf':
    case 'nested':
      return [await pdf()];
    case 'ubl':
    case 'credit-note':
      return [asXml(invoice)];
    case 'pdf-and-ubl':
      return [await pdf(), asXml(invoice)];
    case 'several-invoices':
      return invoices.map(asXml);
    case 'wrong-extension':
      return [{ ...(await pdf()), filename: 'faktura.dat', contentType: 'application/octet-stream' }];
    case 'path-in-filename':
      return [{ ...(await pdf()), filename: '../../../etc/cron.d/faktura.pdf' }];
  }
}

function asXml(invoice: InventedInvoice): Attachment {
  return {
    filename: `${invoice.invoiceNumber}.xml`,
    contentType: 'application/xml',
    content: toUbl(invoice),
  };
}

/** A colleague passes the supplier's mail on, whole, as an attachment (message/rfc822). */
async function forwarded(inner: Buffer, { to, number, seed }: Writing, messageId: string): Promise<Buffer> {
  return await composeMail({
    from: { name: 'Karin Ek', address: `karin@${to.split('@')[1]}` },
    to,
    subject: 'VB: Faktura',
    text: 'Den här kom till mig.',
    messageId: `forwarded.${messageId}`,
    date: new Date(firstDay + number * 7 * minutesMs + (seed % 60) * minutesMs),
    attachments: [{ filename: 'Faktura.eml', contentType: 'message/rfc822', content: inner }],
  });
}

/** Numbers run on, as in a supplier's books; no two mails of one post share any. */
function invent(
  { random, supplier, number, seed, buyer }: Writing,
  index: number,
  documentType: InventedInvoice['documentType'] = 'invoice',
): InventedInvoice {
  return inventInvoice(random, {
    supplier,
    buyer,
    invoiceNumber: String(100_000 + (seed % 800) * 1_000 + number * 10 + index),
    issueDate: new Date(firstDay + number * 7 * minutesMs).toISOString().slice(0, 10),
    documentType,
  });
}

function layoutFor({ supplier, random }: Writing): LayoutName {
  return supplier.language === 'en' ? 'english' : random.pick(['classic', 'modern'] as const);
}

function isJunk(kind: MailKind): kind is JunkKind {
  return (junkKinds as readonly MailKind[]).includes(kind);
}

function isHostile(kind: MailKind): kind is HostileKind {
  return (hostileKinds as readonly MailKind[]).includes(kind);
}
