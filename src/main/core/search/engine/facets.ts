// How many hits there are of each kind, year, survey, tag, language, colour and stance.
import type { Facets, HitKind } from '#shared/search.ts';
import { LANGS, type Catalog } from './catalog.ts';

const LANG_NAMES: [number, string][] = [
  [LANGS.latin, 'en'],
  [LANGS.han, 'zh'],
  [LANGS.kana, 'ja'],
  [LANGS.hangul, 'ko'],
];

/** Values of a facet that are told. */
const MOST = 50;

class Counter {
  private readonly counts = new Map<string, number>();

  add(value: string, count = 1): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + count);
  }

  list(): { value: string; count: number }[] {
    return [...this.counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST);
  }
}

/** Counts of all hits; `pages` and `items` are live rows. `papers` are the hits a paper has. */
export function facetsOf(catalog: Catalog, pages: readonly number[], items: readonly number[]): Facets {
  const kind = new Counter();
  const [year, survey, tag, color, stance] = [
    new Counter(),
    new Counter(),
    new Counter(),
    new Counter(),
    new Counter(),
  ];
  const langs = new Uint32Array(16);
  const papers = new Map<string, number>();
  if (pages.length > 0) kind.add('page', pages.length);
  for (const [paperId, count] of countPapers(catalog, pages)) papers.set(paperId, count);
  for (const row of pages) langs[catalog.pageLangs[row] ?? 0]! += 1;
  for (const row of items) {
    const item = catalog.items.get(row);
    if (!item) continue;
    kind.add(item.kind satisfies HitKind);
    langs[item.langs]! += 1;
    if (item.color !== null) color.add(item.color);
    for (const each of item.stances) stance.add(each);
    if (item.kind !== 'paper') for (const each of item.tags) tag.add(each);
    if (item.paperId !== null) papers.set(item.paperId, (papers.get(item.paperId) ?? 0) + 1);
    else if (item.surveyId !== null) survey.add(item.surveyId);
  }
  for (const [paperId, count] of papers) {
    const paper = catalog.papers.get(paperId);
    if (!paper) continue;
    if (paper.year !== null) year.add(String(paper.year), count);
    for (const id of paper.surveyIds) survey.add(id, count);
    for (const each of paper.tags) tag.add(each, count);
  }
  const lang = new Counter();
  for (let bits = 1; bits < langs.length; bits++)
    for (const [bit, name] of LANG_NAMES) if ((bits & bit) !== 0 && langs[bits]! > 0) lang.add(name, langs[bits]);
  const lists = { kind, year, survey, tag, lang, color, stance };
  return Object.fromEntries(Object.entries(lists).map(([name, counter]) => [name, counter.list()])) as Facets;
}

/** Pages by the paper they are of. */
export function countPapers(catalog: Catalog, pages: readonly number[]): Map<string, number> {
  let last = 0;
  for (const id of catalog.files.keys()) last = Math.max(last, id);
  const byFile = new Uint32Array(last + 1);
  for (const row of pages) byFile[catalog.pageFile[row] ?? 0]! += 1;
  const counts = new Map<string, number>();
  for (const [id, { papers }] of catalog.files) {
    const count = byFile[id] ?? 0;
    const paperId = papers.find((each) => catalog.papers.has(each));
    if (count > 0 && paperId !== undefined) counts.set(paperId, (counts.get(paperId) ?? 0) + count);
  }
  return counts;
}
