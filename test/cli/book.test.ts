import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Desk, openDesk } from './support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk.close());

test('without a book, the list says how to add one', async () => {
  expect(await desk.tell('book', 'list')).toEqual({
    code: 0,
    out: 'No book yet. Add one with: staging-post book add <slug> --name "…"\n',
    err: '',
  });
  expect((await desk.ask('book', 'list')).json).toEqual({ books: [] });
});

test('a book is added, and its answer says what comes next', async () => {
  const { code, out } = await desk.tell('book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^The book "nordvik" is there\.\nNext, .*copy add nordvik .*\n.*mailbox add .*--book nordvik\n$/,
  );
});

test('in JSON it is answered with what was stored', async () => {
  const words = [
    'book',
    'add',
    'acme',
    '--name',
    'Acme AB',
    '--address',
    'Faktura@Acme.example',
    'pay@acme.example',
  ];
  expect(
    await desk.ask(...words, '--organisation-number', '5590123450', '--vat', 'SE559012345001'),
  ).toMatchObject({
    code: 0,
    json: { book: 'acme', name: 'Acme AB', addresses: ['faktura@acme.example', 'pay@acme.example'] },
  });
});

test('the list has every book with its addresses and numbers', async () => {
  const { json } = await desk.ask('book', 'list');
  expect(json).toEqual({
    books: [
      {
        book: 'acme',
        name: 'Acme AB',
        addresses: ['faktura@acme.example', 'pay@acme.example'],
        organisationNumber: '5590123450',
        vatId: 'SE559012345001',
      },
      { book: 'nordvik', name: 'Nordvik Bygg AB', addresses: [], organisationNumber: null, vatId: null },
    ],
  });
  const { out } = await desk.tell('book', 'list');
  expect(out).toMatch(
    /^book +name +addresses\nacme +Acme AB +faktura@acme\.example, pay@acme\.example\nnordvik/,
  );
});

test('a book that is there already is refused, as is a name that cannot be one, and an address that is taken', async () => {
  expect(await desk.ask('book', 'add', 'acme', '--name', 'Another')).toMatchObject({
    code: 4,
    json: { error: { code: 'book_exists', hint: 'See it with: staging-post status acme' } },
  });
  expect(await desk.ask('book', 'add', 'Åcme', '--name', 'Åcme')).toMatchObject({
    code: 2,
    json: { error: { code: 'bad_slug' } },
  });
  expect(
    await desk.ask('book', 'add', 'third', '--name', 'Third', '--address', 'PAY@acme.example'),
  ).toMatchObject({
    code: 4,
    json: {
      error: { code: 'address_taken', message: 'pay@acme.example belongs to the book "acme" already' },
    },
  });
  const { json } = await desk.ask('book', 'list');
  expect(json.books.map(({ book }: { book: string }) => book)).toEqual(['acme', 'nordvik']);
});

test('a book says what a person is asked: limits, certainty and fields, each kept when another is set', async () => {
  expect((await desk.tell('book', 'policy', 'acme')).out).toContain('as by default');
  await desk.ask('book', 'policy', 'acme', '--person-above', '50000 SEK', '4500.50eur');
  await desk.ask('book', 'policy', 'acme', '--certain', 'dueDate=0.97', '--needed', 'payment.reference');
  const { json } = await desk.ask(
    'book',
    'policy',
    'acme',
    '--name-alone',
    'never',
    '--certain',
    'totals.net=1',
  );
  expect(json).toMatchObject({
    foundCheckIn: 'ask',
    own: {
      payableMax: { SEK: '50000.00', EUR: '4500.50' },
      certain: { dueDate: 0.97, 'totals.net': 1 },
      needed: ['payment.reference'],
      nameAlone: null,
    },
    review: { ifPresent: { dueDate: 0.97, 'totals.net': 1, 'totals.vat': 0.85 } },
  });
  const { out } = await desk.tell('book', 'policy', 'acme');
  expect(out).toContain('4500.50 EUR, 50000.00 SEK');
  expect((await desk.ask('book', 'policy', 'acme', '--default-review')).json).toMatchObject({ own: null });
});

test.each([
  [['--person-above', 'much'], 'no amount with its currency'],
  [['--certain', 'dueDate=2'], 'no confidence'],
  [['--needed', 'colour'], 'there is no field "colour"'],
])('a policy that says nothing is refused: %j', async (options, why) => {
  const { code, err } = await desk.tell('book', 'policy', 'acme', ...options);
  expect(code).toBe(2);
  expect(err).toContain(why);
});
