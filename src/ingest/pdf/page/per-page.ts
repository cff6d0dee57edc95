/** What is asked about a page more than once is found once. It goes with the page: as known places are tried, it is another. */
import type { Page } from './spots.ts';

export function perPage<Found extends object>(find: (page: Page) => Found): (page: Page) => Found {
  const known = new WeakMap<Page, Found>();
  return (page) => {
    const before = known.get(page);
    if (before !== undefined) return before;
    const found = find(page);
    known.set(page, found);
    return found;
  };
}
