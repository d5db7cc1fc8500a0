// Makes what is shown of a hit: its text read back, the words marked, its section and place.
import { inflateRawSync } from 'node:zlib';
import type { Hit, Via } from '#shared/search.ts';
import type { Place } from '#shared/values.ts';
import type { Db } from '../../db/open.ts';
import type { Item } from '../protocol.ts';
import { findLeaves } from '../text/find-leaves.ts';
import type { Leaf } from '../text/leaf.ts';
import type { Crossing } from './across.ts';
import type { Catalog } from './catalog.ts';
import { merged, snippetOf } from './snippet.ts';
import type { StoredHeading } from './write.ts';

export type ShownHit = Omit<Hit, 'rects'>;

/** A row to be shown; `tie` where it is here for what it is tied to, and `isAcross` where it does not say what was asked. */
export type Ranked = { table: 'page' | 'item'; row: number; score: number; isAcross: boolean; tie: Via | null };

/** What the words of a hit are looked for by. */
export type Looking = { leaves: readonly Leaf[]; ways: readonly Crossing[] };

const MOST_RANGES = 50;

export function showHit(db: Db, catalog: Catalog, looking: Looking, hit: Ranked): ShownHit | null {
  const leaves = hit.isAcross ? [...looking.leaves, ...looking.ways.map((way) => way.other)] : looking.leaves;
  return hit.table === 'page'
    ? showPage(db, catalog, leaves, looking, hit)
    : showItem(db, catalog, leaves, looking, hit);
}

type TextRow = { label: string; section: string; heads: string; body: Buffer };

function showPage(db: Db, catalog: Catalog, leaves: readonly Leaf[], looking: Looking, hit: Ranked): ShownHit | null {
  const stored = db.get<TextRow>('SELECT label, section, heads, body FROM page_text WHERE id = ?', hit.row);
  const file = catalog.files.get(catalog.pageFile[hit.row] ?? 0);
  if (!stored || !file) return null;
  const text = inflateRawSync(stored.body).toString('utf8');
  const found = findLeaves(text, leaves);
  const { text: snippet, marks } = snippetOf(text, found);
  const page = catalog.pageNumber[hit.row] ?? 1;
  const paperId = catalog.paperOfPage(hit.row);
  const first = found[0]?.start ?? 0;
  return {
    kind: 'page',
    id: `${file.sha256}/${page}`,
    paperId,
    surveyId: null,
    sha256: file.sha256,
    page,
    pageLabel: stored.label,
    ranges: merged(found).slice(0, MOST_RANGES),
    title: (paperId === null ? null : catalog.papers.get(paperId)?.title) ?? '',
    section: sectionAt(JSON.parse(stored.heads) as StoredHeading[], stored.section, first),
    snippet,
    marks,
    score: hit.score,
    via: viaOf(hit, found, looking),
    place: { ...(paperId !== null && { paperId }), sha256: file.sha256, page },
  };
}

function showItem(db: Db, catalog: Catalog, leaves: readonly Leaf[], looking: Looking, hit: Ranked): ShownHit | null {
  const doc = db.get<{ doc: string }>('SELECT doc FROM item WHERE id = ?', hit.row)?.doc;
  if (doc === undefined) return null;
  const item = JSON.parse(doc) as Item;
  // A term is shown with what it is in the other language.
  const own = item.kind === 'term' ? [item.title] : [];
  const texts = [
    ...own,
    ...item.texts.map(({ text }) => text),
    ...(item.people.length > 0 ? [item.people.join('; ')] : []),
  ];
  let best = { text: texts[0] ?? '', found: findLeaves(texts[0] ?? '', leaves) };
  for (const text of texts.slice(1)) {
    const found = findLeaves(text, leaves);
    if (new Set(found.map(({ leaf }) => leaf)).size > new Set(best.found.map(({ leaf }) => leaf)).size)
      best = { text, found };
  }
  const { text: snippet, marks } = snippetOf(best.text, best.found);
  return {
    kind: item.kind,
    id: item.id,
    paperId: item.paperId,
    surveyId: item.surveyId,
    sha256: item.sha256,
    page: item.page,
    pageLabel: item.pageLabel,
    ranges: [],
    title: item.title || titleOf(catalog, item),
    section: item.section,
    snippet,
    marks,
    score: hit.score,
    via: viaOf(hit, best.found, looking),
    place: item.place satisfies Place,
  };
}

function viaOf(hit: Ranked, found: readonly { leaf: number }[], { leaves, ways }: Looking): Via | null {
  if (!hit.isAcross) return null;
  if (hit.tie) return hit.tie;
  const way = found.find(({ leaf }) => leaf >= leaves.length);
  return ways[way ? way.leaf - leaves.length : 0]?.via ?? null;
}

/** The heading that holds at an offset; `carried` is the last one of the pages before. */
const sectionAt = (headings: readonly StoredHeading[], carried: string, offset: number): string =>
  headings.findLast(([start]) => start <= offset)?.[1] ?? carried;

/** What an item without a title of its own is headed with. */
const titleOf = (catalog: Catalog, { paperId, surveyId }: Item): string =>
  (paperId === null ? undefined : catalog.papers.get(paperId)?.title) ??
  (surveyId === null ? undefined : catalog.surveys.get(surveyId)) ??
  '';
