// Whether two descriptions speak of one work, and the sorting of many descriptions into works.
// Reading identifiers and comparing titles is the references room's.
import { pinyin } from 'pinyin-pro';
import type { Author } from '#shared/papers.ts';
import { comparableUrl, mainTitle, normaliseTitle, SHORT_TITLE, titleKey, titleLikeness } from '../references/index.ts';

export {
  cleanArxiv,
  cleanDoi,
  comparableUrl,
  identifiersOf,
  normaliseTitle,
  titleKey,
  titleLikeness,
  type Identifiers,
} from '../references/index.ts';

/** One description of a work. Identifiers are canonical, as `identifiersOf` gives them. */
export type WorkLike = {
  title: string | null;
  authors: readonly Author[];
  year: number | null;
  doi: string | null;
  arxivId: string | null;
  url: string | null;
};

/** What decided. The `…-differs` answers are refusals; `near-title` is a likeness worth showing, not a match. */
export type Why =
  | 'doi'
  | 'arxiv'
  | 'title'
  | 'url'
  | 'doi-differs'
  | 'arxiv-differs'
  | 'authors-differ'
  | 'year-differs'
  | 'near-title'
  | 'nothing-shared';

export type Verdict = { same: boolean; why: Why };

/** Years a preprint and its journal version, or a talk and its paper, may lie apart. */
const YEARS_APART = 3;
/** Above this likeness two titles are shown to the user as a possible pair. */
const NEAR = 0.9;

/** Whether two descriptions are one work: by DOI, then arXiv id, then title with authors and year, then address. */
export function sameWork(a: WorkLike, b: WorkLike): Verdict {
  if (a.doi !== null && a.doi === b.doi) return { same: true, why: 'doi' };
  if (a.arxivId !== null && a.arxivId === b.arxivId) return { same: true, why: 'arxiv' };
  if (a.doi !== null && b.doi !== null) return { same: false, why: 'doi-differs' };
  if (a.arxivId !== null && b.arxivId !== null) return { same: false, why: 'arxiv-differs' };
  return compareWords(a, b);
}

function compareWords(a: WorkLike, b: WorkLike): Verdict {
  const [left, right] = [titleKey(a.title ?? ''), titleKey(b.title ?? '')];
  const sameUrl = a.url !== null && b.url !== null && comparableUrl(a.url) === comparableUrl(b.url);
  const people = shareAuthor(a.authors, b.authors);
  const apart = a.year !== null && b.year !== null && Math.abs(a.year - b.year) > YEARS_APART;
  if (left !== '' && left === right) {
    if (people === false) return { same: false, why: 'authors-differ' };
    if (apart && !(people === true && left.length >= SHORT_TITLE * 2)) return { same: false, why: 'year-differs' };
    if (left.length >= SHORT_TITLE || people === true || sameUrl) return { same: true, why: 'title' };
    return { same: false, why: 'near-title' };
  }
  // One address may serve a whole volume: it decides only where no title speaks against it.
  if (sameUrl && (left === '' || right === '' || left.startsWith(right) || right.startsWith(left)))
    return { same: true, why: 'url' };
  if (left === '' || right === '' || people === false || apart) return { same: false, why: 'nothing-shared' };
  const near =
    titleLikeness(left, right) >= NEAR || titleKey(mainTitle(a.title ?? '')) === titleKey(mainTitle(b.title ?? ''));
  return { same: false, why: near ? 'near-title' : 'nothing-shared' };
}

/** True or false when both name people; null when one side names none. Given and family may be swapped. */
export function shareAuthor(a: readonly Author[], b: readonly Author[]): boolean | null {
  const [left, right] = [a.map(nameWords), b.map(nameWords)];
  if (left.every((words) => words.size === 0) || right.every((words) => words.size === 0)) return null;
  return left.some((words) => right.some((others) => [...words].some((word) => others.has(word))));
}

/** A Chinese name as it stands on papers in English: its two parts, and both together. */
function inPinyin(author: Author, name: string): string[] {
  const spell = (han: string, isName: boolean): string =>
    pinyin(han, { toneType: 'none', type: 'array', v: true, ...(isName && { surname: 'head' }) }).join('');
  const compact = name.replace(/\s+/g, '');
  if ('literal' in author) return [spell(compact, true), spell(compact.slice(1), false)];
  return [
    spell(author.family, true),
    spell(author.given, false),
    spell(author.family, true) + spell(author.given, false),
  ];
}

/** The words of a name that are more than initials. */
function nameWords(author: Author): Set<string> {
  const name = 'literal' in author ? author.literal : `${author.family} ${author.given}`;
  const words = normaliseTitle(name)
    .split(' ')
    .filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word));
  if (/\p{Script=Han}/u.test(name)) words.push(...inPinyin(author, name));
  const joined = 'literal' in author ? [] : [titleKey(author.family), titleKey(`${author.family}${author.given}`)];
  return new Set([...words, ...joined.filter((word) => word.length > 1)]);
}

/** A work found among descriptions: the descriptions by index, in order, and what brought the later ones in. */
export type WorkGroup = { members: number[]; why: Exclude<Why, 'nothing-shared'>[] };

/** Two groups that look alike but were left apart, for the user to decide. */
export type NearMiss = { a: number; b: number; why: Why };

/**
 * Sorts descriptions into works. Identifiers decide before words do, and a group never holds two DOIs or two
 * arXiv ids. `near` names pairs of groups that are alike but not the same.
 */
export function groupWorks(candidates: readonly WorkLike[]): { works: WorkGroup[]; near: NearMiss[] } {
  const group = candidates.map((_, index) => index);
  const reasons = new Map<number, Why>();
  const find = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root] ?? root;
    return root;
  };
  const idsOf = (root: number, field: 'doi' | 'arxivId'): Set<string> =>
    new Set(candidates.filter((_, i) => find(i) === root).flatMap((c) => c[field] ?? []));
  const clash = (a: number, b: number): boolean =>
    (['doi', 'arxivId'] as const).some((field) => new Set([...idsOf(a, field), ...idsOf(b, field)]).size > 1);
  const near: NearMiss[] = [];
  const meet = (i: number, j: number, strong: boolean): void => {
    const [a, b] = [find(i), find(j)];
    const [one, two] = [candidates[i], candidates[j]];
    if (a === b || one === undefined || two === undefined) return;
    const { same, why } = sameWork(one, two);
    if (strong !== (why === 'doi' || why === 'arxiv')) return;
    if (same && !clash(a, b)) {
      group[Math.max(a, b)] = Math.min(a, b);
      if (!reasons.has(j)) reasons.set(j, why);
    } else if (
      same ||
      why === 'near-title' ||
      (why === 'doi-differs' && titleKey(one.title ?? '') === titleKey(two.title ?? ''))
    ) {
      near.push({ a: i, b: j, why: same ? 'near-title' : why });
    }
  };
  for (const strong of [true, false]) {
    for (const [i, j] of pairsWorthMeeting(candidates)) meet(i, j, strong);
  }
  const works = new Map<number, WorkGroup>();
  for (const index of candidates.keys()) {
    const work = works.get(find(index)) ?? { members: [], why: [] };
    const why = reasons.get(index);
    work.members.push(index);
    if (why !== undefined && why !== 'nothing-shared' && !work.why.includes(why)) work.why.push(why);
    works.set(find(index), work);
  }
  return { works: [...works.values()], near: near.filter(({ a, b }) => find(a) !== find(b)) };
}

/** Pairs that can be one work. All of them while the list is a survey's; by shared keys once it is a library's. */
function* pairsWorthMeeting(candidates: readonly WorkLike[]): Generator<[number, number]> {
  if (candidates.length <= 400) {
    for (let j = 1; j < candidates.length; j += 1) for (let i = 0; i < j; i += 1) yield [i, j];
    return;
  }
  const seen = new Map<string, number[]>();
  for (const [j, work] of candidates.entries()) {
    const keys = [work.doi, work.arxivId, titleKey(work.title ?? ''), work.url === null ? '' : comparableUrl(work.url)];
    const met = new Set<number>();
    for (const key of keys) {
      if (key === null || key === '') continue;
      for (const i of seen.get(key) ?? []) met.add(i);
      seen.set(key, [...(seen.get(key) ?? []), j]);
    }
    for (const i of [...met].toSorted((x, y) => x - y)) yield [i, j];
  }
}
