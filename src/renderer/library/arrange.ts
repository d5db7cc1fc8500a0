// Which papers the list shows, and in which order. Pure.
import type { PaperItem } from '#shared/papers.ts';
import { foldedPaperText } from '../papers/index.ts';
import { typedWords } from '../ui/words.ts';

/** What the list can be ordered by; `order` is the core's: the survey's own, or by title. */
export const ORDERS = ['order', 'title', 'year', 'pdf', 'findings', 'passages', 'annotations'] as const;
export type OrderBy = (typeof ORDERS)[number];
export type Order = { by: OrderBy; isDescending: boolean };

/** What the list can be narrowed to: papers that lack something. */
export const LACKS = ['every', 'noPdf', 'noFindings', 'noNotes', 'noMarks'] as const;
export type Lack = (typeof LACKS)[number];

const lacks: Record<Lack, (paper: PaperItem) => boolean> = {
  every: () => true,
  noPdf: (paper) => !paper.files.some((file) => file.state === 'ready'),
  noFindings: (paper) => paper.findings === 0,
  noNotes: (paper) => paper.passages === 0,
  noMarks: (paper) => paper.annotations === 0,
};

const pages = (paper: PaperItem) =>
  Math.max(-1, ...paper.files.map((file) => (file.state === 'ready' ? file.pageCount : 0)));

const titles = new Intl.Collator(['en', 'zh-Hans-u-co-pinyin'], { numeric: true, sensitivity: 'base' });

const compare: Record<Exclude<OrderBy, 'order'>, (a: PaperItem, b: PaperItem) => number> = {
  title: (a, b) => titles.compare(a.title, b.title),
  year: (a, b) => (a.year ?? -Infinity) - (b.year ?? -Infinity) || 0,
  pdf: (a, b) => pages(a) - pages(b),
  findings: (a, b) => a.findings - b.findings,
  passages: (a, b) => a.passages - b.passages,
  annotations: (a, b) => a.annotations - b.annotations,
};

/** The papers to show; equal ones stay in the core's order either way round. */
export function arrange(papers: readonly PaperItem[], typed: string, lack: Lack, order: Order): PaperItem[] {
  const words = typedWords(typed);
  const shown = papers.filter(
    (paper) => lacks[lack](paper) && words.every((word) => foldedPaperText(paper).includes(word)),
  );
  if (order.by === 'order') return order.isDescending ? shown.toReversed() : shown;
  const by = compare[order.by];
  return shown.sort((a, b) => {
    const difference = by(a, b);
    return Number.isNaN(difference) ? 0 : order.isDescending ? -difference : difference;
  });
}

/** The order after a press on a heading: counts and years begin with the most, titles with A; a second press turns it round. */
export function orderAfterPress(order: Order, by: OrderBy): Order {
  if (order.by === by) return { by, isDescending: !order.isDescending };
  return { by, isDescending: by !== 'title' && by !== 'order' };
}
