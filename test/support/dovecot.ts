/** Tests that need a real Dovecot: skipped with a plain message where there is none, a failure in CI. */
import { describe, test } from '@jest/globals';
import { isDovecotInstalled } from '../../demo/mail-server/dovecot.ts';

export function describeWithDovecot(title: string, tests: () => void): void {
  if (isDovecotInstalled()) {
    describe(title, tests);
    return;
  }
  test(`${title}: needs Dovecot 2.3`, () => {
    const message =
      'Dovecot 2.3 is not installed (Debian: apt-get install dovecot-imapd); its tests did not run.';
    if (process.env.CI === 'true') throw new Error(message);
    console.warn(message);
  });
}

/** A small mail with CRLF line ends, as it travels. */
export function mail(fields: { subject?: string; to?: string; messageId?: string; body?: string }): Buffer {
  const lines = [
    'From: Kakelboden AB <faktura@kakelboden.example>',
    `To: ${fields.to ?? 'faktura@nordvik.example'}`,
    `Subject: ${fields.subject ?? 'Faktura'}`,
    ...(fields.messageId ? [`Message-ID: ${fields.messageId}`] : []),
    'Date: Mon, 02 Nov 2026 08:00:00 +0100',
    '',
    fields.body ?? 'Faktura bifogas.',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
