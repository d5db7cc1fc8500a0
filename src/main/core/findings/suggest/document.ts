// A document as evidence is looked for in it: its paragraphs over columns and pages, cut into sentences, each word
// listed with the sentences that have it. Made from the stored words of the pages; the latest ones are kept in memory.
import { setImmediate as breathe } from 'node:timers/promises';
import type { BlockRole } from '#shared/text/model.ts';
import type { PageRange } from '#shared/text/pages.ts';
import { sentencesOf } from '#shared/text/sentences.ts';
import type { PageWords } from '#shared/text/words.ts';
import { wordsJson } from '../../files/index.ts';
import type { Services } from '../../kinds.ts';
import { tokensOf } from './words.ts';

/** Where a stretch of a run stands: `run.text.slice(at, at + length)` is `page`'s text from `start`. */
type Piece = { at: number; length: number; page: number; start: number };

/** Text read without a break: a paragraph, over as many columns and pages as it takes. */
export type Run = { text: string; pieces: Piece[]; /** Words inside a figure or table. */ isFloat: boolean };

export type Sentence = {
  run: number;
  /** UTF-16 offsets into the run's text. */
  start: number;
  end: number;
  /** How many tokens it has. */
  size: number;
  /** In the list of references, a table, or a heading: it may be quoted, but it claims nothing. */
  isBare: boolean;
};

export type Doc = {
  sha256: string;
  runs: Run[];
  sentences: Sentence[];
  /** Token to the sentences that have it, rising. */
  index: Map<string, number[]>;
  /** UTF-16 units, for keeping memory bounded. */
  size: number;
};

const SEARCHED = new Set<BlockRole>(['text', 'caption', 'footnote', 'float']);
const REFERENCES = /^[\d.\s]*(?:references|bibliography|literature cited|works cited|参考文献|引用文献)\s*[:：]?\s*$/iu;
const SENTENCE_END = /[.!?。！？…:：;；]["'”’)\]）】」』\d,\s]*$/u;
/** A sentence of fewer tokens claims nothing by itself. */
const LEAST_TOKENS = 4;
/** Pages read between two breaths, so that the window's other questions are answered in between. */
const PAGES_A_BREATH = 24;

/** The paragraphs of the pages, joined where a column or page breaks them. */
export function runsOf(pages: readonly PageWords[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const page of pages) {
    const roles = page.blocks.filter(({ role }) => SEARCHED.has(role));
    for (const { start, end } of page.paragraphs) {
      const text = page.text.slice(start, end).trimEnd();
      const role = roles.find((block) => block.start < end && block.end > start)?.role;
      if (!role || text.trim() === '') continue;
      const piece = { page: page.page, start, text };
      if (role !== 'text') runs.push({ ...begin(piece), isFloat: role === 'float' });
      else if (open && goesOn(open.text, text)) append(open, piece);
      else runs.push((open = begin(piece)));
    }
  }
  return runs;
}

type Paragraph = { page: number; start: number; text: string };

const begin = ({ page, start, text }: Paragraph): Run => ({
  text,
  pieces: [{ at: 0, length: text.length, page, start }],
  isFloat: false,
});

/** Does a paragraph only go on after a column's or page's end? */
const goesOn = (before: string, after: string): boolean =>
  before.length > 40 &&
  !SENTENCE_END.test(before) &&
  (/^[\p{Ll}(]/u.test(after) || (/\p{Script=Han}[，、]?$/u.test(before) && /^\p{Script=Han}/u.test(after)));

function append(run: Run, { page, start, text }: Paragraph): void {
  const last = run.pieces.at(-1);
  if (last && /\p{L}[-\u2010]$/u.test(run.text)) {
    run.text = run.text.slice(0, -1);
    last.length -= 1;
  } else if (!/\p{Script=Han}[，、]?$/u.test(run.text)) run.text += ' ';
  run.pieces.push({ at: run.text.length, length: text.length, page, start });
  run.text += text;
}

/** The ranges on their pages of a stretch of a run, in reading order. */
export function rangesOf(run: Run, start: number, end: number): PageRange[] {
  const ranges: PageRange[] = [];
  for (const piece of run.pieces) {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (to <= from) continue;
    const range = { page: piece.page, start: piece.start + from - piece.at, end: piece.start + to - piece.at };
    const last = ranges.at(-1);
    // Two paragraphs of one page that are one sentence are one mark.
    if (last?.page === range.page && range.start >= last.end && range.start - last.end < 3) last.end = range.end;
    else ranges.push(range);
  }
  return ranges;
}

/** Cuts the pages into sentences and lists their words. Gives way to others now and then. */
export async function makeDoc(sha256: string, pages: readonly PageWords[]): Promise<Doc> {
  const doc: Doc = { sha256, runs: runsOf(pages), sentences: [], index: new Map(), size: 0 };
  let isReferences = false;
  let breathedAt = 0;
  for (const [number, run] of doc.runs.entries()) {
    if (REFERENCES.test(run.text)) isReferences = true;
    doc.size += run.text.length;
    for (const { start, end } of sentencesOf(run.text, 'en')) {
      const tokens = tokensOf(run.text.slice(start, end));
      const at = doc.sentences.length;
      const isBare = isReferences || run.isFloat || tokens.length < LEAST_TOKENS;
      doc.sentences.push({ run: number, start, end, size: tokens.length, isBare });
      for (const { text } of tokens) {
        const list = doc.index.get(text);
        if (!list) doc.index.set(text, [at]);
        else if (list.at(-1) !== at) list.push(at);
      }
    }
    const page = run.pieces[0]?.page ?? 0;
    if (page - breathedAt >= PAGES_A_BREATH) {
      breathedAt = page;
      await breathe();
    }
  }
  return doc;
}

/** Documents kept in memory: so many UTF-16 units of text, whatever their number. */
const KEPT_UNITS = 6_000_000;

const kept = new WeakMap<Services['cache'], Map<string, Doc>>();

/** The document of a file; undefined while its text cannot be read. */
export async function docOf(core: Services, sha256: string): Promise<Doc | undefined> {
  const docs = kept.get(core.cache) ?? new Map<string, Doc>();
  kept.set(core.cache, docs);
  let doc = docs.get(sha256);
  if (!doc) {
    const json = await wordsJson(core, sha256);
    if (json === undefined) return undefined;
    doc = await makeDoc(sha256, JSON.parse(json) as PageWords[]);
  }
  // The latest used is the last to go.
  docs.delete(sha256);
  docs.set(sha256, doc);
  let total = 0;
  for (const { size } of docs.values()) total += size;
  for (const [oldest, { size }] of docs) {
    if (total <= KEPT_UNITS || oldest === sha256) break;
    docs.delete(oldest);
    total -= size;
  }
  return doc;
}
