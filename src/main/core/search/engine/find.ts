// One search from plan to answer: what matches, what matches through pairs of texts, in which order, and what is shown.
import type { HitKind, Via } from '#shared/search.ts';
import type { Db } from '../../db/open.ts';
import type { EngineQuery, EngineResult } from '../protocol.ts';
import { crossings, widen, type Crossing } from './across.ts';
import type { Catalog } from './catalog.ts';
import { evaluate, evaluateMore, isOnlyFields } from './evaluate.ts';
import { facetsOf } from './facets.ts';
import { arrange, type Matches } from './arrange.ts';
import { leavesOf, planOf, type Plan } from './plan.ts';
import { rankItems, rankPages, type Scores } from './rank.ts';
import type { Ranked } from './show.ts';
import { itemSpace, pageSpace } from './spaces.ts';
import { respell } from './spell.ts';

/** What does not say what was asked comes after what does. */
const ACROSS = -1.5;

/** Answers a query. */
export function find(db: Db, catalog: Catalog, query: EngineQuery, now: number): EngineResult {
  const plan = planOf(query.node);
  if (!plan)
    return {
      total: 0,
      hits: [],
      groups: [],
      allGroups: 0,
      facets: facetsOf(catalog, [], []),
      corrected: null,
      across: [],
    };
  let matches = match(db, catalog, query, plan);
  let corrected: string | null = null;
  if (totalOf(matches) === 0) {
    const other = respell(db, plan);
    const again = other && match(db, catalog, query, other.plan);
    if (again && totalOf(again) > 0) {
      matches = again;
      corrected = [...other.words.values()].join(' ');
    }
  }
  const { pages, items, acrossPages, acrossItems, ways } = matches;
  const { hits, groups, allGroups } = arrange(db, catalog, query, matches, rank(db, catalog, matches, now));
  return {
    total: totalOf(matches),
    hits,
    groups,
    allGroups,
    facets: facetsOf(catalog, [...pages, ...acrossPages], [...items, ...acrossItems]),
    corrected,
    across: ways.map((way) => way.via),
  };
}

const totalOf = ({ pages, items, acrossPages, acrossItems }: Matches): number =>
  pages.length + items.length + acrossPages.length + acrossItems.length;

function match(db: Db, catalog: Catalog, query: EngineQuery, plan: Plan): Matches {
  const kinds = query.kinds === null ? null : new Set<HitKind>(query.kinds);
  const isAsked = (kind: HitKind): boolean => kinds === null || kinds.has(kind);
  const leaves = leavesOf(plan);
  const isFields = isOnlyFields(plan);
  const papersOnly = isFields && kinds === null && !namesKind(plan);

  const isPage = isAsked('page') && !isFields;
  const isItem = kinds === null || [...kinds].some((kind) => kind !== 'page');
  const pageLive = pageCheck(catalog, query);
  const itemLive = (row: number): boolean => {
    const item = catalog.items.get(row);
    if (!item || !catalog.isLive(item) || (papersOnly && item.kind !== 'paper')) return false;
    return isAsked(item.kind) && (query.paperId === null || item.paperId === query.paperId);
  };
  const pageTable = pageSpace(db, catalog);
  const itemTable = itemSpace(db, catalog);

  const allPages = isPage ? evaluate(plan, pageTable) : [];
  const allItems = isItem ? evaluate(plan, itemTable) : [];
  const pages = allPages.filter(pageLive);
  const items = allItems.filter(itemLive);
  const none = { plan, pages, items, acrossPages: [], acrossItems: [], ties: new Map<number, Via>(), ways: [] };
  if (!query.across || leaves.length === 0) return none;
  const ways = crossings(db, catalog, leaves);
  const wide = ways.length > 0 ? widen(plan, ways) : null;
  const acrossPages = wide && isPage ? evaluateMore(wide, plan, allPages, pageTable).filter(pageLive) : [];
  const acrossItems = wide && isItem ? evaluateMore(wide, plan, allItems, itemTable).filter(itemLive) : [];
  const ties = tied(catalog, items, acrossItems, leaves[0]?.text ?? '');
  const kept = [...ties.keys()].filter(itemLive);
  return { plan, pages, items, acrossPages, acrossItems: [...acrossItems, ...kept], ties, ways };
}

/** Is the page of a paper that is not in the trash, and of the one asked for? Decided once a file. */
function pageCheck(catalog: Catalog, { paperId }: EngineQuery): (row: number) => boolean {
  const isLive = new Uint8Array(Math.max(0, ...catalog.files.keys()) + 1);
  for (const [id, { papers }] of catalog.files) {
    const is =
      paperId === null
        ? papers.some((each) => catalog.papers.has(each))
        : papers.includes(paperId) && catalog.papers.has(paperId);
    isLive[id] = is ? 1 : 0;
  }
  return (row) => isLive[catalog.pageFile[row] ?? 0] === 1;
}

/** Highlights tied to a finding or passage that says what was asked, and do not say it themselves. */
function tied(catalog: Catalog, items: readonly number[], more: readonly number[], asked: string): Map<number, Via> {
  const pairs = new Map<string, Via['from']>();
  const known = new Set<number>([...items, ...more]);
  for (const row of items) {
    const item = catalog.items.get(row);
    if (item?.kind === 'finding' || item?.kind === 'note') pairs.set(item.entity, item.kind);
  }
  const found = new Map<number, Via>();
  if (pairs.size === 0) return found;
  for (const [row, item] of catalog.items) {
    if (item.tied.length === 0 || known.has(row)) continue;
    const id = item.tied.find((each) => pairs.has(each));
    const from = id === undefined ? undefined : pairs.get(id);
    if (id !== undefined && from) found.set(row, { asked, found: '', from, id });
  }
  return found;
}

/** True where a query by fields alone says what kind of thing it wants. */
function namesKind(plan: Plan): boolean {
  if (plan.type === 'field') return plan.field === 'kind' || plan.field === 'color' || plan.field === 'stance';
  if (plan.type === 'and' || plan.type === 'or') return plan.parts.some(namesKind);
  return false;
}

/** Scores of all that was found, the best first; pages that were not weighed are left out. */
function rank(db: Db, catalog: Catalog, matches: Matches, now: number): Ranked[] {
  const { plan, pages, items, acrossPages, acrossItems, ties, ways } = matches;
  const leaves = leavesOf(plan);
  const ranked: Ranked[] = [];
  const take = (scores: Scores, table: Ranked['table'], isAcross: boolean): void => {
    for (const [row, score] of scores)
      ranked.push({
        table,
        row,
        score: score + (isAcross ? ACROSS : 0),
        isAcross,
        tie: (table === 'item' && ties.get(row)) || null,
      });
  };
  take(rankPages(db, catalog, leaves, pages), 'page', false);
  take(rankItems(db, catalog, leaves, items, now), 'item', false);
  if (acrossPages.length > 0) take(rankPages(db, catalog, translated(leaves, ways), acrossPages), 'page', true);
  if (acrossItems.length > 0) take(rankItems(db, catalog, translated(leaves, ways), acrossItems, now), 'item', true);
  return ranked.sort((a, b) => b.score - a.score || a.row - b.row);
}

/** The leaves as the other language has them. */
const translated = (leaves: ReturnType<typeof leavesOf>, ways: readonly Crossing[]): ReturnType<typeof leavesOf> =>
  leaves.map((leaf) => ways.find((way) => way.leaf === leaf)?.other ?? leaf);
