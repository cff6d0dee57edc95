/** What else lies in an invoice mailbox: mails that are no invoice, though some speak of one. */
import type { MailWish } from './compose.ts';
import type { Random } from './random.ts';
import type { Supplier } from './suppliers.ts';

export type JunkKind = 'newsletter' | 'order-confirmation' | 'reminder' | 'out-of-office';
export const junkKinds: readonly JunkKind[] = [
  'newsletter',
  'order-confirmation',
  'reminder',
  'out-of-office',
];

type Letter = Pick<MailWish, 'subject' | 'text' | 'headers'>;

export function junkLetter(kind: JunkKind, random: Random, supplier: Supplier): Letter {
  const number = random.int(10_000, 99_999);
  switch (kind) {
    case 'newsletter':
      return {
        subject: `Höstens nyheter från ${supplier.name}`,
        text: `Hej!\n\nNu är höstens katalog här, med ${random.int(20, 90)} nya varor. Välkommen in i butiken.\n\nVill du inte ha fler brev? Avsluta prenumerationen här.`,
        headers: { 'List-Unsubscribe': `<mailto:nej@${supplier.email.split('@')[1]}>`, Precedence: 'bulk' },
      };
    case 'order-confirmation':
      return {
        subject: `Orderbekräftelse ${number}`,
        text: `Tack för er beställning ${number}. Varorna levereras inom fem dagar.\n\n${supplier.name}`,
      };
    case 'reminder':
      return {
        subject: 'Mötet på torsdag',
        text: `Hej, en påminnelse om mötet på torsdag klockan ${random.int(8, 16)}.\n\n${supplier.name}`,
      };
    case 'out-of-office':
      return {
        subject: 'Autosvar: Frånvarande',
        text: 'Jag är på semester och svarar när jag är tillbaka.',
        headers: { 'Auto-Submitted': 'auto-replied' },
      };
  }
}
