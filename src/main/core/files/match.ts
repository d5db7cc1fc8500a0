// Which paper of the library a PDF is: by DOI, then arXiv id, then title on its first pages.
import type { PairReason } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';
import { listTitles, papersByIdentifier, type Titles } from '../papers/index.ts';
import { titleKey, titleLikeness } from '../references/index.ts';
import type { Facts } from './facts.ts';

export type Match = { paperId: string; matchedBy: 'doi' | 'arxiv' | 'title' | 'text' };

/** A paper a file may belong to; `score` 0 to 1. */
export type Near = { paperId: string; title: string; score: number; reasons: PairReason[] };

/**
 * A title must begin this early (in letters and digits) on page 1, or on page 2 behind a cover sheet, to be the
 * file's own. Further down page 2 stand the titles of others: a short paper's references.
 */
const HEAD_LETTERS = [900, 300];
/** Shorter titles are found in any text; they must be confirmed by an author. */
const SURE_LETTERS = 24;
/** Han says with one character what takes Latin script about three letters. */
const SURE_HAN = 10;
const SHORTEST_LETTERS = 8;
const SHORTEST_HAN = 4;
/** DOIs looked up: the first are the file's own if any is. */
const MAX_DOIS = 6;

/** The one paper the facts point at; undefined when none does, or several do. */
export function matchPaper(db: Reader, facts: Facts): Match | undefined {
  const papers = listTitles(db);
  const byDoi = new Set(facts.dois.slice(0, MAX_DOIS).flatMap((doi) => papersByIdentifier(db, 'doi', doi)));
  // A DOI may be a reference's. The one whose title the file bears, or else the one most likely its own, decides.
  const titled = papers.filter(
    ({ id, titles }) => byDoi.has(id) && titles.some((title) => isHead(titleKey(title), facts)),
  );
  const own = facts.ownDoi ? papersByIdentifier(db, 'doi', facts.ownDoi) : [];
  const [doiPaper, ...moreByDoi] = titled.length === 1 ? titled.map(({ id }) => id) : own;
  if (doiPaper && moreByDoi.length === 0) return { paperId: doiPaper, matchedBy: 'doi' };
  const [arxivPaper, ...moreByArxiv] = new Set(facts.arxivIds.flatMap((id) => papersByIdentifier(db, 'arxiv', id)));
  if (arxivPaper && moreByArxiv.length === 0) return { paperId: arxivPaper, matchedBy: 'arxiv' };
  const byTitle = matchTitle(papers, facts);
  return byTitle ? { paperId: byTitle, matchedBy: 'title' } : undefined;
}

const isHead = (key: string, facts: Facts): boolean =>
  key !== '' && facts.headKeys.some((head, page) => startsWithin(head, key, page));

const startsWithin = (head: string, key: string, page: number): boolean =>
  head.slice(0, (HEAD_LETTERS[page] ?? 0) + key.length).includes(key);

/** The paper whose title is the file's own, or stands at the head of page 1, or else of page 2; the longest title wins. */
function matchTitle(papers: Titles[], facts: Facts): string | undefined {
  const own = titleKey(facts.title);
  const candidates = papers.flatMap((paper) => paper.titles.map((title) => ({ paper, key: titleKey(title) })));
  for (const [page, head] of facts.headKeys.entries()) {
    let best: typeof candidates = [];
    for (const candidate of candidates) {
      const { key } = candidate;
      if (key.length < (best[0]?.key.length ?? 1) || (key !== own && !startsWithin(head, key, page))) continue;
      if (!isSure(candidate.key, own) && !isLong(key, SHORTEST_LETTERS, SHORTEST_HAN)) continue;
      if (!isSure(candidate.key, own) && !namesAuthor(candidate.paper, facts)) continue;
      best = key.length === best[0]?.key.length ? [...best, candidate] : [candidate];
    }
    const ids = new Set(best.map(({ paper }) => paper.id));
    const named = ids.size > 1 ? best.filter(({ paper }) => namesAuthor(paper, facts)) : best;
    const [found, ...others] = new Set(named.map(({ paper }) => paper.id));
    if (found) return others.length === 0 ? found : undefined;
  }
  return undefined;
}

/** Long enough to be no chance, and not merely a part of the title the file bears ("A survey of X" in "A survey of X in Y"). */
const isSure = (key: string, own: string): boolean =>
  isLong(key, SURE_LETTERS, SURE_HAN) && (key === own || !own.includes(key));

const isLong = (key: string, letters: number, han: number): boolean =>
  key.length >= (/\p{Script=Han}/u.test(key) ? han : letters);

function namesAuthor({ firstAuthor }: Titles, facts: Facts): boolean {
  const family = titleKey(firstAuthor);
  const isEnough = family.length >= (/\p{Script=Han}/u.test(family) ? 1 : 2);
  return isEnough && facts.headKeys.some((head) => head.includes(family));
}

/** From this likeness of titles on a file is put beside a paper for the user to decide. */
const NEAR = 0.75;

/** The paper that the file's title is most like, or whose short title it bears; null where none comes near. */
export function nearestPaper(db: Reader, facts: Facts, exceptId: string): Near | null {
  let best: Near | null = null;
  const own = titleKey(facts.title);
  for (const paper of listTitles(db)) {
    if (paper.id === exceptId) continue;
    for (const title of paper.titles) {
      const key = titleKey(title);
      const shortest = Math.min(key.length, own.length);
      if (shortest < SHORTEST_LETTERS && !/\p{Script=Han}{4}/u.test(key)) continue;
      const isPart = own !== key && (own.startsWith(key) || key.startsWith(own));
      const likeness = Math.max(titleLikeness(own, key), isPart ? NEAR : 0);
      const named = namesAuthor(paper, facts);
      const score = Math.min(0.95, likeness * (named ? 1 : paper.firstAuthor === '' ? 0.9 : 0.75));
      if (likeness < NEAR || score < 0.6 || score <= (best?.score ?? 0)) continue;
      best = {
        paperId: paper.id,
        title,
        score: Math.round(score * 100) / 100,
        reasons: [
          { code: 'file-title', value: String(Math.round(likeness * 100)) },
          ...(named ? [{ code: 'authors' as const, value: paper.firstAuthor }] : []),
        ],
      };
    }
  }
  return best;
}
