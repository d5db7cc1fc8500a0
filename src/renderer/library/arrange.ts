// Which papers the list shows, and in which order. Pure.
import { paperTest, type PaperFilter } from '#shared/paper-filter.ts';
import type { PaperItem, ReadingStatus } from '#shared/papers.ts';

/** What the list can be ordered by; `order` is the core's: the survey's or collection's own, or by title. */
export const ORDERS = [
  'order',
  'title',
  'authors',
  'year',
  'container',
  'status',
  'stars',
  'pdf',
  'findings',
  'passages',
  'annotations',
  'added',
  'opened',
] as const;
export type OrderBy = (typeof ORDERS)[number];
export type Order = { by: OrderBy; isDescending: boolean };

/** Columns that may stand beside the title, in the order they stand in. */
export const COLUMNS = [
  'year',
  'container',
  'status',
  'stars',
  'pdf',
  'findings',
  'passages',
  'annotations',
  'added',
] as const;
export type Column = (typeof COLUMNS)[number];

const pages = (paper: PaperItem) =>
  Math.max(-1, ...paper.files.map((file) => (file.state === 'ready' ? file.pageCount : 0)));

const HAN = /^\P{L}*\p{Script=Han}/u;
/** Latin before Han, Han by pinyin. */
const words = {
  pinyin: new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true, sensitivity: 'base' }),
  compare: (a: string, b: string): number => Number(HAN.test(a)) - Number(HAN.test(b)) || words.pinyin.compare(a, b),
};
const STATUS: Record<ReadingStatus, number> = { reading: 0, unread: 1, read: 2, 'set-aside': 3 };

const firstAuthor = ({ authors: [author] }: PaperItem): string =>
  !author ? '￿' : 'literal' in author ? author.literal : author.family + author.given;

type By = (opened: ReadonlyMap<string, number>) => (a: PaperItem, b: PaperItem) => number;
const compare: Record<Exclude<OrderBy, 'order'>, By> = {
  title: () => (a, b) => words.compare(a.title, b.title),
  authors: () => (a, b) => words.compare(firstAuthor(a), firstAuthor(b)),
  year: () => (a, b) => (a.year ?? -Infinity) - (b.year ?? -Infinity) || 0,
  container: () => (a, b) => words.compare(a.container || '￿', b.container || '￿'),
  status: () => (a, b) => STATUS[a.status] - STATUS[b.status],
  stars: () => (a, b) => a.stars - b.stars,
  pdf: () => (a, b) => pages(a) - pages(b),
  findings: () => (a, b) => a.findings - b.findings,
  passages: () => (a, b) => a.passages - b.passages,
  annotations: () => (a, b) => a.annotations - b.annotations,
  added: () => (a, b) => a.createdAt - b.createdAt,
  opened: (opened) => (a, b) => (opened.get(a.id) ?? 0) - (opened.get(b.id) ?? 0),
};

const NEVER: ReadonlyMap<string, number> = new Map();

/** The papers to show; equal ones stay in the core's order either way round. `opened` is when each was last read. */
export function arrange(
  papers: readonly PaperItem[],
  filter: PaperFilter,
  order: Order,
  { now = Date.now(), opened = NEVER }: { now?: number; opened?: ReadonlyMap<string, number> } = {},
): PaperItem[] {
  const shown = papers.filter(paperTest(filter, now));
  if (order.by === 'order') return order.isDescending ? shown.toReversed() : shown;
  const by = compare[order.by](opened);
  return shown.sort((a, b) => {
    const difference = by(a, b);
    return Number.isNaN(difference) ? 0 : order.isDescending ? -difference : difference;
  });
}

/** Words begin with A, counts, dates and years with the most. */
const RISING = new Set<OrderBy>(['title', 'authors', 'container', 'status', 'order']);

/** The order after a press on a heading: counts and years begin with the most, words with A; a second press turns it round. */
export function orderAfterPress(order: Order, by: OrderBy): Order {
  if (order.by === by) return { by, isDescending: !order.isDescending };
  return { by, isDescending: !RISING.has(by) };
}

/** Does the filter leave anything out? */
export const isFiltering = (filter: PaperFilter): boolean =>
  Object.values(filter).some(
    (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
