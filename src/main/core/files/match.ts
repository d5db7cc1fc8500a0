// Which paper of the library a PDF is: by DOI, then arXiv id, then title on its first pages.
import type { Paper } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';
import { titleKey } from '../papers/index.ts';
import { listPapers, papersByIdentifier } from '../papers/index.ts';
import type { Facts } from './facts.ts';

export type Match = { paperId: string; matchedBy: 'doi' | 'arxiv' | 'title' };

/** A title must stand this early (in letters and digits) on a page to be that page's own. */
const HEAD_LETTERS = 900;
/** Shorter titles are found in any text; they must be confirmed by an author. */
const SURE_LETTERS = 24;
const SHORTEST_LETTERS = 8;

/** The one paper the facts point at; undefined when none does, or several do. */
export function matchPaper(db: Reader, facts: Facts): Match | undefined {
  const byDoi = facts.dois.slice(0, 6).flatMap((doi) => papersByIdentifier(db, 'doi', doi));
  if (new Set(byDoi).size === 1 && byDoi[0]) return { paperId: byDoi[0], matchedBy: 'doi' };
  const byArxiv = facts.arxivIds.slice(0, 1).flatMap((id) => papersByIdentifier(db, 'arxiv', id));
  if (byArxiv[0]) return { paperId: byArxiv[0], matchedBy: 'arxiv' };
  const byTitle = matchTitle(listPapers(db), facts);
  return byTitle ? { paperId: byTitle, matchedBy: 'title' } : undefined;
}

/** The paper whose title is the file's own, or stands at the head of its first pages; the longest such title wins. */
function matchTitle(papers: Paper[], facts: Facts): string | undefined {
  const own = titleKey(facts.title);
  let best: { id: string; length: number } | undefined;
  for (const paper of papers) {
    for (const title of [paper.title, paper.titleSecondary]) {
      const key = titleKey(title);
      const enough = key.length >= SURE_LETTERS || (key.length >= SHORTEST_LETTERS && namesAuthor(paper, facts));
      if (!enough || (best && key.length <= best.length)) continue;
      const isHead = facts.headKeys.some((head) => head.slice(0, HEAD_LETTERS + key.length).includes(key));
      if (key === own || isHead) best = { id: paper.id, length: key.length };
    }
  }
  return best?.id;
}

function namesAuthor(paper: Paper, facts: Facts): boolean {
  const [author] = paper.authors;
  const family = titleKey(author ? ('literal' in author ? author.literal : author.family) : '');
  return family.length >= 2 && facts.headKeys.some((head) => head.includes(family));
}
