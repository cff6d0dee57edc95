/** Mails as they travel (RFC 5322, CRLF): the same wish gives the same bytes. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export interface MailWish {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** Without angle brackets; the boundaries follow from it. */
  messageId: string;
  date: Date;
  attachments?: Attachment[];
  headers?: Record<string, string>;
}

export interface Attachment {
  filename: string;
  contentType: string;
  content: Buffer | string;
}

export async function composeMail({ messageId, attachments = [], ...wish }: MailWish): Promise<Buffer> {
  const composer = new MailComposer({
    ...wish,
    messageId: `<${messageId}>`,
    baseBoundary: messageId.replace(/[^\w]/g, '-'),
    attachments: attachments.map((attachment) => ({
      ...attachment,
      contentDisposition: 'attachment' as const,
    })),
  });
  const raw = await composer.compile().build();
  return Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
