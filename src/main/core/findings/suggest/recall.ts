// Measures suggested evidence on the labelled set. For the test and for `scripts/evidence-recall.mjs`; not part of the
// program.
import type { PageWords } from '#shared/text/words.ts';
import { makeDoc } from './document.ts';
import type { LabelledPaper } from './paraphrases.cases.ts';
import { searchDoc } from './search.ts';
import { statementsOf } from './statement.ts';

export type Measured = {
  paper: string;
  claim: string;
  /** 1-based; 0 where it is not among the first. */ rank: number;
};

/** Paragraphs as one page of running text. */
export function pageOf(paragraphs: readonly string[]): PageWords {
  const text = `${paragraphs.join('\n')}\n`;
  let at = 0;
  const ranges = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 1;
    return { start, end: at - 1 };
  });
  const rect: [number, number, number, number] = [0, 0, 600, 800];
  const blocks = [{ start: 0, end: text.length, rect, role: 'text' as const }];
  return { page: 1, label: '1', width: 600, height: 800, rotation: 0, box: rect, text, blocks, paragraphs: ranges };
}

/** The words a passage found stands for. */
const wordsOf = (pages: readonly PageWords[], ranges: readonly { page: number; start: number; end: number }[]) =>
  ranges.map(({ page, start, end }) => pages.find((one) => one.page === page)?.text.slice(start, end) ?? '').join(' ');

/** Where the passage of each claim of a paper stands among the first `limit` suggestions. */
export async function measure(paper: LabelledPaper, pages: readonly PageWords[], limit = 5): Promise<Measured[]> {
  const doc = await makeDoc(paper.name, pages);
  return paper.pairs.map(([claim, words]) => {
    const found = searchDoc(doc, statementsOf({ primary: claim, secondary: '' }, []), limit);
    const rank = 1 + found.findIndex(({ ranges }) => wordsOf(pages, ranges).includes(words));
    return { paper: paper.name, claim, rank };
  });
}

/** The share of claims whose passage is among the first suggestions. */
export const recallOf = (measured: readonly Measured[]): number =>
  measured.filter(({ rank }) => rank > 0).length / measured.length;

/** Milliseconds to parse the words of so many pages, to make them ready, and to search them for one claim (median). */
export async function timing(
  papers: readonly LabelledPaper[],
  count: number,
): Promise<{ parseMs: number; readyMs: number; searchMs: number }> {
  const texts = papers.flatMap((paper) => ('text' in paper ? [paper.text] : []));
  const pages = Array.from({ length: count }, (_, index) => ({
    // No two pages alike: each says the paragraphs in another order, with its own number.
    ...pageOf(
      (texts[index % texts.length] ?? []).map((text, at, all) => `${all[(at + index) % all.length] ?? text} ${index}`),
    ),
    page: index + 1,
  }));
  const json = JSON.stringify(pages);
  const begin = performance.now();
  const parsed = JSON.parse(json) as PageWords[];
  const parseMs = performance.now() - begin;
  const doc = await makeDoc('timing', parsed);
  const readyMs = performance.now() - begin - parseMs;
  const times = papers
    .flatMap(({ pairs }) => pairs)
    .map(([claim]) => {
      const start = performance.now();
      searchDoc(doc, statementsOf({ primary: claim, secondary: '' }, []), 8);
      return performance.now() - start;
    })
    .toSorted((a, b) => a - b);
  return { parseMs, readyMs, searchMs: times[Math.floor(times.length / 2)] ?? 0 };
}
