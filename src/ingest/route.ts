/** Whose book is it: the mailbox says so, or the addresses that the mail was sent to. */
import type { Kysely } from 'kysely';
import type { Reason } from '../invoice/invoice.ts';
import { booksOfAddresses } from '../staging/books/books.ts';
import type { DB } from '../staging/postgres/schema.ts';
import type { HeaderBlock } from './mime/header-block.ts';

export type Route = { book: string } | { book: null; unrouted: Reason };

/**
 * @param mailboxBook the book that the mailbox belongs to, or null where the recipient decides.
 * @returns no book, with the reason, where nobody or more than one book claims the mail: a person decides.
 */
export async function route(db: Kysely<DB>, mailboxBook: string | null, header: HeaderBlock): Promise<Route> {
  if (mailboxBook !== null) return { book: mailboxBook };
  // What the receiving server noted is one copy's own recipient; To may name several companies, or none (Bcc).
  for (const recipients of [header.deliveredTo, header.addressedTo]) {
    const books = await booksOfAddresses(db, recipients);
    const [book] = books;
    if (book !== undefined && books.length === 1) return { book };
    if (books.length > 1) {
      return {
        book: null,
        unrouted: {
          code: 'recipient_ambiguous',
          message: `the recipients belong to several books (${books.join(', ')})`,
        },
      };
    }
  }
  const recipients = [...new Set([...header.deliveredTo, ...header.addressedTo])];
  return {
    book: null,
    unrouted: {
      code: 'recipient_unknown',
      message:
        recipients.length > 0
          ? `no book has any of the addresses ${recipients.slice(0, 10).join(', ')}`
          : 'the mail names no recipient',
    },
  };
}
