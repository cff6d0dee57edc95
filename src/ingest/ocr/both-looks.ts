/** Two looks at the same pages as one: where the first saw nothing, what the second saw. Pure. */
import type { PdfPages, TextItem } from '../pdf/page/pages.ts';

export function bothLooks(first: PdfPages, second: PdfPages): PdfPages {
  return {
    ...first,
    pages: first.pages.map((page, index) => {
      const more = second.pages[index]?.items ?? [];
      return {
        ...page,
        items: [...page.items, ...more.filter((item) => !page.items.some((seen) => overlap(seen, item)))],
      };
    }),
  };
}

function overlap(a: TextItem, b: TextItem): boolean {
  return (
    Math.abs(a.y - b.y) < 0.6 * Math.max(a.height, b.height) &&
    Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x)
  );
}
