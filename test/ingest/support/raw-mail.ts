/** Raw mails written out by hand, for shapes that no mail program would write. CRLF, as they travel. */

export interface RawPart {
  type: string;
  headers?: readonly string[];
  /** Text is taken as it stands; bytes are written in base64. */
  content: string | Uint8Array;
}

export interface MailOptions {
  headers?: readonly string[];
  subtype?: string;
  boundary?: string;
}

export const senderHeaders: readonly string[] = [
  'From: Kakelboden AB <faktura@kakelboden.example>',
  'To: faktura@nordvik.example',
  'Subject: Hej',
  'Date: Mon, 02 Nov 2026 08:00:00 +0100',
  'Message-ID: <1@kakelboden.example>',
  'MIME-Version: 1.0',
];

export function lines(...all: readonly string[]): Buffer {
  return Buffer.from(all.join('\r\n'), 'latin1');
}

/** One part with its headers. */
export function entity({ type, headers = [], content }: RawPart): Buffer {
  const isText = typeof content === 'string';
  return lines(
    `Content-Type: ${type}`,
    ...(isText ? [] : ['Content-Transfer-Encoding: base64']),
    ...headers,
    '',
    isText ? content : base64(content),
  );
}

/** A multipart mail. `boundary`: of its own, where one lies in another. */
export function mailOf(
  parts: readonly RawPart[],
  { headers = senderHeaders, subtype = 'mixed', boundary = 'edge' }: MailOptions = {},
): Buffer {
  return Buffer.concat([
    lines(...headers, ''),
    Buffer.from(`Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), entity(part), Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** A mail that is one part alone. */
export function mailOfOne(part: RawPart, headers: readonly string[] = senderHeaders): Buffer {
  return Buffer.concat([lines(...headers, ''), entity(part)]);
}

/** `levels` mails, each in the one before, the innermost given. */
export function nestedMail(levels: number, innermost: Buffer): Buffer {
  const around = lines('Subject: VB', 'MIME-Version: 1.0', 'Content-Type: message/rfc822', '', '');
  return Buffer.concat([...Array.from({ length: levels }, () => around), innermost]);
}

export function attached(fileName: string): string[] {
  return [`Content-Disposition: attachment; filename="${fileName}"`];
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}
