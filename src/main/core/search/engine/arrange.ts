// Puts ranked rows into the answer: as one list, or grouped by paper with the best of each.
import type { Db } from '../../db/open.ts';
import type { EngineQuery, EngineResult } from '../protocol.ts';
import type { Via } from '#shared/search.ts';
import type { Crossing } from './across.ts';
import type { Catalog } from './catalog.ts';
import { countPapers } from './facets.ts';
import { leavesOf, type Plan } from './plan.ts';
import { showHit, type Looking, type Ranked, type ShownHit } from './show.ts';

/** Rows found: first those that say it, then those found through a pair. */
export type Matches = {
  plan: Plan;
  pages: number[];
  items: number[];
  acrossPages: number[];
  acrossItems: number[];
  /** Items found for what they are tied to. */
  ties: Map<number, Via>;
  ways: Crossing[];
};

type Arranged = Pick<EngineResult, 'hits' | 'groups' | 'allGroups'>;

/** `ranked` in order; rows of `matches` that were not weighed follow. */
export function arrange(db: Db, catalog: Catalog, query: EngineQuery, matches: Matches, ranked: Ranked[]): Arranged {
  const looking: Looking = { leaves: leavesOf(matches.plan), ways: matches.ways };
  const show = (rows: Ranked[]): ShownHit[] =>
    rows.map((row) => showHit(db, catalog, looking, row)).filter((hit) => hit !== null);
  if (!query.grouped) {
    const end = query.offset + query.limit;
    const all = ranked.length >= end ? ranked : [...ranked, ...unweighed(matches, ranked, end - ranked.length)];
    return { hits: show(all.slice(query.offset, end)), groups: [], allGroups: 0 };
  }
  return grouped(catalog, query, matches, ranked, show);
}

/** Pages that match and were not weighed, as many as are needed, the latest first. */
function unweighed({ pages, acrossPages }: Matches, ranked: readonly Ranked[], needed: number): Ranked[] {
  const known = new Set(ranked.filter(({ table }) => table === 'page').map(({ row }) => row));
  const rest: Ranked[] = [];
  for (const [rows, isAcross] of [
    [pages, false],
    [acrossPages, true],
  ] as const) {
    for (let i = rows.length - 1; i >= 0 && rest.length < needed; i--) {
      const row = rows[i] ?? 0;
      if (!known.has(row)) rest.push({ table: 'page', row, score: 0, isAcross, tie: null });
    }
  }
  return rest;
}

type Group = {
  key: string;
  paperId: string | null;
  surveyId: string | null;
  title: string;
  best: number;
  hits: Ranked[];
  total: number;
};

function grouped(
  catalog: Catalog,
  query: EngineQuery,
  matches: Matches,
  ranked: readonly Ranked[],
  show: (rows: Ranked[]) => ShownHit[],
): Arranged {
  const groups = new Map<string, Group>();
  const groupOf = (paperId: string | null, surveyId: string | null, title: string): Group => {
    const key = paperId ?? surveyId ?? title;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, paperId, surveyId, title, best: -Infinity, hits: [], total: 0 }));
    return group;
  };
  const ofPaper = (id: string): Group => groupOf(id, null, catalog.papers.get(id)?.title ?? '');
  const ofItem = (row: number): Group | null => {
    const item = catalog.items.get(row);
    if (!item) return null;
    if (item.paperId !== null) return ofPaper(item.paperId);
    if (item.surveyId !== null) return groupOf(null, item.surveyId, catalog.surveys.get(item.surveyId) ?? '');
    return groupOf(null, null, item.kind);
  };
  for (const rows of [matches.pages, matches.acrossPages])
    for (const [paperId, count] of countPapers(catalog, rows)) ofPaper(paperId).total += count;
  for (const rows of [matches.items, matches.acrossItems])
    for (const row of rows) {
      const group = ofItem(row);
      if (group) group.total += 1;
    }
  for (const hit of ranked) {
    const paperId = hit.table === 'page' ? catalog.paperOfPage(hit.row) : null;
    const group = hit.table === 'page' ? paperId && ofPaper(paperId) : ofItem(hit.row);
    if (!group) continue;
    group.best = Math.max(group.best, hit.score);
    if (group.hits.length < query.perGroup) group.hits.push(hit);
  }
  const weight = ({ best, total }: Group): number => best + 0.15 * Math.log2(1 + total);
  // Groups none of whose pages were weighed have nothing to show at the moment; asking for the paper alone shows them.
  const order = [...groups.values()]
    .filter((group) => group.hits.length > 0)
    .sort((a, b) => weight(b) - weight(a) || b.total - a.total);
  const shown = order.slice(query.offset, query.offset + query.limit);
  const hits: ShownHit[] = [];
  const told: Arranged['groups'] = [];
  for (const { paperId, surveyId, title, total, hits: best } of shown) {
    const made = show(best);
    hits.push(...made);
    told.push({ paperId, surveyId, title, total, hits: made.length });
  }
  return { hits, groups: told, allGroups: order.length };
}
