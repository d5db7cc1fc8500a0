// The two tables searched, pages and everything else, as evaluation sees them.
import type { Db } from '../../db/open.ts';
import { matchesPinyin } from '../text/pinyin.ts';
import type { Leaf } from '../text/leaf.ts';
import type { Catalog } from './catalog.ts';
import type { Space } from './evaluate.ts';
import { fieldCheck, type Subject } from './fields.ts';
import { listOf, phraseOf, type Plan } from './plan.ts';
import { matchingRows } from './rows.ts';
import { startTerm } from './tiers.ts';

type FieldPlan = Extract<Plan, { type: 'field' | 'years' }>;

/** Made anew for each query: it remembers what was asked. */
export function pageSpace(db: Db, catalog: Catalog): Space {
  const holds = fields(catalog, (row) => {
    const paperId = catalog.paperOfPage(row);
    const paper = paperId === null ? null : (catalog.papers.get(paperId) ?? null);
    return {
      kind: 'page',
      paper,
      surveyId: null,
      langs: catalog.pageLangs[row] ?? 0,
      color: null,
      stances: [],
      tags: [],
    };
  });
  return {
    expression: (leaf) => (listOf(leaf) ? null : phraseOf(leaf)),
    match: (expression) => matchingRows(db, 'page_fts', expression),
    list: (leaf) => {
      const found = listOf(leaf);
      if (!found) return [];
      const term = found.kind === 'char' ? found.term : startTerm(found.term);
      return matchingRows(db, 'page_tier', `"${term}"`);
    },
    all: () => db.pluck<number>('SELECT id FROM page ORDER BY id'),
    last: () => catalog.lastPage,
    holds,
  };
}

/** Latin words as one types pinyin. */
const TYPED = /^[a-z]{2,40}$/u;

export function itemSpace(db: Db, catalog: Catalog): Space {
  const pinyin = new Map<Leaf, number[]>();
  const byPinyin = (leaf: Leaf): number[] => {
    const known = pinyin.get(leaf);
    if (known) return known;
    const [word = '', more] = leaf.words;
    const rows =
      more === undefined && TYPED.test(word)
        ? [...catalog.papers.values()].filter((paper) => paper.pinyin.some((each) => matchesPinyin(each, word)))
        : [];
    const made = rows.map(({ row }) => row);
    pinyin.set(leaf, made);
    return made;
  };
  let last = 0;
  for (const row of catalog.items.keys()) last = Math.max(last, row);
  const match = (expression: string): number[] => matchingRows(db, 'item_fts', expression);
  return {
    expression: (leaf) => (byPinyin(leaf).length > 0 ? null : itemPhrase(leaf)),
    match,
    list: (leaf) => [...new Set([...match(itemPhrase(leaf)), ...byPinyin(leaf)])].sort((a, b) => a - b),
    all: () => db.pluck<number>('SELECT id FROM item ORDER BY id'),
    last: () => last,
    holds: fields(catalog, (row) => {
      const item = catalog.items.get(row);
      const paper = item?.paperId ? (catalog.papers.get(item.paperId) ?? null) : null;
      return {
        kind: item?.kind ?? '',
        paper,
        surveyId: item?.surveyId ?? null,
        langs: item?.langs ?? 0,
        color: item?.color ?? null,
        stances: item?.stances ?? [],
        tags: item?.tags ?? [],
      };
    }),
  };
}

/** A leaf in the columns of items; a single Han character has a column of its own. */
export function itemPhrase(leaf: Leaf, columns = 'head body people'): string {
  const list = listOf(leaf);
  return list?.kind === 'char' ? `{chars} : "${list.term}"` : `{${columns}} : ${phraseOf(leaf)}`;
}

function fields(catalog: Catalog, subject: (row: number) => Subject): Space['holds'] {
  const checks = new Map<FieldPlan, (subject: Subject) => boolean>();
  return (plan, row) => {
    let check = checks.get(plan);
    if (!check) checks.set(plan, (check = fieldCheck(plan, catalog)));
    return check(subject(row));
  };
}
