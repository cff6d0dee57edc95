/** What kind of mail it is by its own headers: written by a supplier, or by a machine that answers. */
import type { MimeNode } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import type { Reason } from '../../invoice/invoice.ts';
import { headerText } from './envelope.ts';

export interface MailNature {
  /** A delivery report or receipt: the mail that it quotes is somebody's old mail, not a delivery to us. */
  isReport: boolean;
  /** Why it is no invoice if no invoice is found in it; null for ordinary mail. */
  notInvoice: Reason | null;
}

const reports: Record<string, Reason> = {
  'delivery-status': { code: 'bounce', message: 'a delivery report about another mail' },
  'disposition-notification': { code: 'read_receipt', message: 'a receipt that says another mail was read' },
  'feedback-report': { code: 'feedback_report', message: 'an abuse report about another mail' },
};

export function natureOf(root: MimeNode): MailNature {
  const headers = root.headers;
  if (!headers) return { isReport: false, notInvoice: null };
  const report =
    root.multipart === 'report' ? reports[reportType(headerText(headers, 'content-type'))] : undefined;
  if (report) return { isReport: true, notInvoice: report };
  // Invoicing programs honestly say "auto-generated"; only a reply is a reply.
  const isAutoReply =
    /auto-replied/i.test(headerText(headers, 'auto-submitted')) ||
    /auto_reply/i.test(headerText(headers, 'precedence')) ||
    ['x-autoreply', 'x-autorespond'].some((name) => headers.hasHeader(name));
  if (isAutoReply)
    return { isReport: false, notInvoice: { code: 'auto_reply', message: 'an automatic reply' } };
  if (/mailer-daemon@|postmaster@/i.test(headerText(headers, 'from'))) {
    return { isReport: false, notInvoice: { code: 'bounce', message: 'a mail from the mail system itself' } };
  }
  return { isReport: false, notInvoice: null };
}

/** An invitation, its answer or its cancellation (iMIP, RFC 6047); a mere calendar file may come with anything. */
export function invitationIn(node: MimeNode): Reason | null {
  if (node.contentType !== 'text/calendar' || !node.headers) return null;
  const { method = '' } = libmime.parseHeaderValue(headerText(node.headers, 'content-type')).params;
  return /^(request|reply|cancel|counter|declinecounter|refresh)$/i.test(method)
    ? { code: 'calendar_invitation', message: 'an invitation to a meeting, or an answer to one' }
    : null;
}

function reportType(contentType: string): string {
  return (libmime.parseHeaderValue(contentType).params['report-type'] ?? '').toLowerCase();
}
