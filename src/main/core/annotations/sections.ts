// Under which heading of its document a mark stands. Headings are read off the text models once a file.
import { headingsOf } from '#shared/text/headings.ts';
import type { Services } from '../kinds.ts';
import { cachedPages } from '../files/index.ts';

import { sortKeyOf } from './anchors.ts';

type Heading = { sortKey: string; words: string };

/** Of the libraries open in this process; a few hundred bytes a document. */
const known = new WeakMap<Services['cache'], Map<string, Heading[]>>();

/** Answers the words of the heading before a place (`page|offset`) of a file; '' before the first. */
export function sectionsOf(core: Services): (sha256: string, sortKey: string) => string {
  const files = known.get(core.cache) ?? new Map<string, Heading[]>();
  known.set(core.cache, files);
  return (sha256, sortKey) => {
    const headings = files.get(sha256) ?? read(core, sha256);
    files.set(sha256, headings);
    return headings.findLast((heading) => heading.sortKey <= sortKey)?.words ?? '';
  };
}

function read(core: Services, sha256: string): Heading[] {
  const pages = cachedPages(core, sha256);
  const headings: Heading[] = [];
  for (let number = 1; number <= pages.count; number++) {
    const page = pages.page(number);
    for (const { start, words } of page ? headingsOf(page) : []) {
      headings.push({ sortKey: sortKeyOf({ page: number, start }), words });
    }
  }
  return headings;
}
