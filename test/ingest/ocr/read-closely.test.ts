/** A picture is read, looked at closely where values were read, and read again; a second look is for what is still not sure. */
import { expect, test } from '@jest/globals';
import { readRecognised } from '../../../src/ingest/formats/read-picture.ts';
import { ofLooks, standsIn } from '../../../src/ingest/ocr/closer-look.ts';
import type { PdfPages, TextItem } from '../../../src/ingest/pdf/page/pages.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { samples } from '../pdf/support/languages.ts';
import { type Put, pagesOf } from '../pdf/support/sheet.ts';

/** The Swedish page as it was recognised, hardly sure of any figure. `seenAs`: what every closer look makes of a word. */
async function read(changes: Record<string, string>, seenAs: Record<string, string> = {}) {
  const puts = (samples[0]?.puts ?? []).map(([text, ...rest]): Put => [changes[text] ?? text, ...rest]);
  const { pages, total } = pagesOf(puts);
  const confidenceOf = ({ text }: TextItem) => (/\d/.test(text) ? 0.5 : 0.95);
  const unsure: PdfPages = {
    pages: pages.map((page) => ({
      ...page,
      items: page.items.map((each) => ({ ...each, confidence: confidenceOf(each) })),
    })),
    total,
    origin: 'ocr',
  };
  let again = 0;
  const finding = await readRecognised(
    {
      pages: unsure,
      lookAgain() {
        again += 1;
        return Promise.resolve(unsure);
      },
      lookCloser(seen, places) {
        let looked = 0;
        const closer = seen.pages.map((page) => ({
          ...page,
          items: page.items.map((each) => {
            if (each.isSeenClosely || !places.some((place) => standsIn(place, each))) return each;
            looked += 1;
            const look = seenAs[each.text] ?? each.text;
            return ofLooks(each, [look, look, look]);
          }),
        }));
        return Promise.resolve(looked > 0 ? { ...seen, pages: closer } : seen);
      },
    },
    { ownNames: ['Kundbolaget i Ekeby AB'], limits: defaultReadingLimits },
  );
  const [found] = finding.invoices;
  return {
    invoice: found?.invoice,
    codes: found?.reasons.map(({ code }) => code),
    again,
  };
}

test('where closer looks agree, what was recognised badly is believed, without a second look at the page', async () => {
  const { codes, again } = await read({});
  expect(codes).toEqual([]);
  expect(again).toBe(0);
});

test('what closer looks see otherwise is read otherwise, and put to a person', async () => {
  const { invoice, codes, again } = await read({}, { '2026-03-04': '2026-03-01' });
  expect(invoice?.issueDate).toBe('2026-03-01');
  expect(codes).toContain('recognised_unsure:issueDate');
  expect(again).toBe(1);
});

test('a number that goes on where it was not recognised is put to a person', async () => {
  const { codes } = await read({ '20417': '20417', '204172': '417' }, { '417': '204172' });
  expect(codes).toContain('recognised_unsure:payment.reference');
});
