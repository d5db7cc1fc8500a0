// Finding words in a whole document at once, from its words alone: no boxes, no painting. Each page is folded once; a
// search is then a walk over folded text.

import { foldWithMap, type Folded, type FoldOptions } from './fold.ts';
import type { TextRange } from './model.ts';
import { bodyRange, type PageRange } from './pages.ts';
import { isClosedScript } from './script.ts';
import type { PageWords } from './words.ts';

/** How to search. */
export type FindOptions = {
  /** Upper and lower case are told apart. */
  matchCase?: boolean;
  /** Only where the words stand alone; Chinese by the platform's dictionary. */
  wholeWord?: boolean;
};

/** One place: its ranges (two where it goes over a page's end), and the words around it on its first page. */
export type Hit = {
  ranges: PageRange[];
  before: string;
  /** The words as the document has them. */
  words: string;
  after: string;
};

/** A document ready to be searched. */
export type Finder = { find: (query: string, options?: FindOptions) => Hit[] };

/** More places than this are not listed: nobody reads them, and a search for one letter must not cost seconds. */
export const MAX_HITS = 5000;
/** Characters shown before and after a place. */
const CONTEXT_BEFORE = 32;
const CONTEXT = 64;

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const WORD_UNIT = /[\p{L}\p{M}\p{N}_]/u;

/**
 * `simplify` folds a traditional character into its simplified one (one UTF-16 unit into one); without it the two
 * differ. Hyphens and dashes do not count ("pretrain" finds "pre-train"), nor do ligatures, radicals, kinds of quotes,
 * or spaces beside Chinese and Japanese; other spaces do, any white space as one.
 */
export function makeFinder(pages: readonly PageWords[], simplify?: (char: string) => string): Finder {
  const cache = new Map<string, Searched[]>();
  const searched = (options: FoldOptions): Searched[] => {
    const key = `${String(options.keepCase)} ${options.hyphens ?? ''}`;
    const known = cache.get(key);
    if (known) return known;
    const made = pages.map((page) => prepare(page, options, simplify));
    cache.set(key, made);
    return made;
  };
  return {
    find: (query, { matchCase = false, wholeWord = false } = {}) => {
      const loose: FoldOptions = { keepCase: matchCase, hyphens: 'none' };
      const isHyphen = foldQuery(query, loose, simplify) === '';
      const options: FoldOptions = isHyphen ? { keepCase: matchCase } : loose;
      const needle = foldQuery(query, options, simplify);
      if (needle === '') return [];
      const search = { needle, wholeWord, prepare: (page: PageWords) => prepare(page, options, simplify) };
      return walk(search, searched(options));
    },
  };
}

/** A page folded, closed up beside closed scripts, with the way back. */
type Searched = { page: PageWords; text: string; body: TextRange; back: Back };
type Back = (start: number, end: number) => TextRange;

function prepare(page: PageWords, options: FoldOptions, simplify?: (char: string) => string): Searched {
  const folded = foldWithMap(page.text, options);
  const { text, kept } = closeUp(folded, simplify);
  const back: Back = (start, end) => {
    const first = kept ? (kept[start] ?? folded.folded.length) : start;
    const last = kept ? (kept[end - 1] ?? folded.folded.length - 1) : end - 1;
    return folded.toSourceRange(first, last + 1);
  };
  return { page, text, body: bodyRange(page), back };
}

/** Leaves out spaces beside closed scripts and folds characters; `kept` is null where nothing was left out. */
function closeUp({ folded }: Folded, simplify?: (char: string) => string): { text: string; kept: number[] | null } {
  if (!/[\u2E80-\uFFEF]/u.test(folded)) return { text: folded, kept: null };
  const kept: number[] = [];
  let text = '';
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charAt(at);
    if (unit === ' ' && (isClosedScript(folded.charAt(at - 1)) || isClosedScript(folded.charAt(at + 1)))) continue;
    text += simplify && unit >= '\u2E80' ? simplify(unit) : unit;
    kept.push(at);
  }
  return { text, kept };
}

function foldQuery(query: string, options: FoldOptions, simplify?: (char: string) => string): string {
  const folded = foldWithMap(query.trim(), options);
  return closeUp(folded, simplify).text;
}

/** What is searched for, and how pages are folded for it. */
type Search = { needle: string; wholeWord: boolean; prepare: (page: PageWords) => Searched };

function walk(search: Search, pages: readonly Searched[]): Hit[] {
  const { needle, wholeWord } = search;
  const hits: Hit[] = [];
  let before: Searched | undefined;
  for (const searched of pages) {
    const { page, text } = searched.page;
    if (before) hits.push(...overTheEnd(search, before, searched));
    for (const range of placesIn(searched, needle)) {
      if (wholeWord && !standsAlone(text, range.start, range.end)) continue;
      hits.push({ ...around(text, range), ranges: [{ page, ...range }] });
      if (hits.length >= MAX_HITS) return hits;
    }
    before = searched;
  }
  return hits;
}

function* placesIn({ text, back }: Searched, needle: string): Generator<TextRange> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    yield back(at, at + needle.length);
  }
}

/** The places that begin in the running text of one page and end in that of the next. */
function overTheEnd({ needle, wholeWord, prepare }: Search, left: Searched, right: Searched): Hit[] {
  if (needle.length < 2) return [];
  const window = needle.length * 2 + 16;
  const head = left.page.text.slice(left.body.start, left.body.end).trimEnd();
  const from = Math.max(0, head.length - window);
  const tail = right.page.text.slice(right.body.start, Math.min(right.body.end, right.body.start + window));
  // A word cut by the page's end is found closed up; else there is a space between.
  const near = head.slice(from) + (/\p{L}[-\u2010]$/u.test(head) ? '' : ' ');
  const joined = prepare({ ...left.page, text: near + tail });
  const hits: Hit[] = [];
  for (const { start, end } of placesIn(joined, needle)) {
    if (start >= head.length - from || end <= near.length) continue;
    if (wholeWord && !standsAlone(near + tail, start, end)) continue;
    const { page } = left.page;
    const first = { page, start: left.body.start + from + start, end: left.body.start + head.length };
    const then = { page: right.page.page, start: right.body.start, end: right.body.start + end - near.length };
    hits.push({
      ...around(left.page.text, first),
      words: flat((near + tail).slice(start, end)),
      ranges: [first, then],
    });
  }
  return hits.map((hit) => ({ ...hit, after: flat(right.page.text.slice(hit.ranges[1]?.end ?? 0).slice(0, CONTEXT)) }));
}

/** No letter or digit runs on at either end; within Chinese the platform's dictionary says where words end. */
function standsAlone(text: string, start: number, end: number): boolean {
  return isEdge(text, start) && isEdge(text, end);
}

function isEdge(text: string, at: number): boolean {
  const left = text.charAt(at - 1);
  const right = text.charAt(at);
  if (left === '' || right === '' || !WORD_UNIT.test(left) || !WORD_UNIT.test(right)) return true;
  if (!isClosedScript(left) || !isClosedScript(right)) return isClosedScript(left) !== isClosedScript(right);
  const from = Math.max(0, at - 24);
  return WORDS.segment(text.slice(from, at + 24)).containing(at - from)?.index === at - from;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ');

/** The words of a range and those around it. Words cut in half by the end of the context are left out. */
function around(text: string, { start, end }: TextRange): Omit<Hit, 'ranges'> {
  const before = flat(text.slice(Math.max(0, start - CONTEXT_BEFORE), start)).replace(/^[\uDC00-\uDFFF]/u, '');
  const after = flat(text.slice(end, end + CONTEXT)).replace(/[\uD800-\uDBFF]$/u, '');
  return {
    before: start > CONTEXT_BEFORE ? before.replace(/^[\p{Script=Latin}\d]\S*\s/u, '') : before,
    words: flat(text.slice(start, end)),
    after: end + CONTEXT < text.length ? after.replace(/\s\S*[\p{Script=Latin}\d]$/u, '') : after,
  };
}
