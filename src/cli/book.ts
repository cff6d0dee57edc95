/** `book add`, `list`; `book policy` and `book probe` have files of their own. */
import type { Command } from 'commander';
import { addBook, addressesOfBooks, listBooks } from '../staging/books/books.ts';
import { green } from './answer.ts';
import { addBookPolicyCommand } from './book-policy.ts';
import { addBookProbeCommands } from './book-probe.ts';
import type { Runner } from './context.ts';

interface AddOptions {
  name: string;
  address?: string[];
  organisationNumber?: string;
  vat?: string;
}

export function addBookCommands(program: Command, run: Runner): void {
  const book = program.command('book').description('the companies whose invoices are staged');
  book
    .command('add')
    .description('add a book: one company’s accounting database as the business sees it')
    .argument('<slug>', 'its name in commands, for ever: ids are derived from it')
    .requiredOption('--name <name>', 'the company’s name')
    .option('--address <address...>', 'where its suppliers write to, for mailboxes without a book')
    .option('--organisation-number <number>', 'the company’s own, so that it is never read as the supplier’s')
    .option('--vat <id>', 'the company’s own VAT number, for the same reason')
    .action(
      run(async (context, slug: string, options: AddOptions) => {
        const ledger = await context.ledger();
        await ledger.transaction((tx) =>
          addBook(
            tx.db,
            {
              slug,
              name: options.name,
              addresses: options.address ?? [],
              organisationNumber: options.organisationNumber ?? null,
              vatId: options.vat ?? null,
            },
            context.actor,
          ),
        );
        const addresses = (await addressesOfBooks(ledger.db)).get(slug) ?? [];
        return {
          json: { book: slug, name: options.name, addresses },
          blocks: [
            green(`The book "${slug}" is there.`),
            `Next, where its invoices go: staging-post copy add ${slug} <name> --url postgres://…|mysql://…|sqlite:<path> --authoritative`,
            `and where its mail comes from: staging-post mailbox add <name> --url imaps://user@host/INBOX --book ${slug}`,
          ],
        };
      }),
    );
  addBookPolicyCommand(book, run);
  addBookProbeCommands(book, run);
  book
    .command('list')
    .description('list the books')
    .action(
      run(async (context) => {
        const { db } = await context.ledger();
        const addresses = await addressesOfBooks(db);
        const books = (await listBooks(db)).map((row) => ({
          book: row.slug,
          name: row.name,
          addresses: addresses.get(row.slug) ?? [],
          organisationNumber: row.organisation_number,
          vatId: row.vat_id,
        }));
        return {
          json: { books },
          blocks: [
            {
              columns: ['book', 'name', 'addresses'],
              rows: books.map((each) => [each.book, each.name, each.addresses.join(', ') || null]),
              ifEmpty: 'No book yet. Add one with: staging-post book add <slug> --name "…"',
            },
          ],
        };
      }),
    );
}
