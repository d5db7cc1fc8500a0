// What a PDF says about which work it is: identifiers, title and authors, from its metadata and first pages.
import type { Author } from '#shared/papers.ts';
import type { Line, PageText } from '#shared/text/model.ts';
import { cleanArxiv, cleanDoi, titleKey } from '../papers/index.ts';
import type { DocumentInfo } from './extract/protocol.ts';

export type Facts = {
  /** DOIs in order of trust: metadata, then page 1, then page 2. */
  dois: string[];
  arxivIds: string[];
  /** Best guess, '' when there is none. */
  title: string;
  authors: Author[];
  /** Letters and digits of the first two pages, for finding known titles in them. */
  headKeys: string[];
};

const DOI = /\b10\.\d{4,9}\/[-._;()/:<>A-Z0-9[\]+]+/gi;
const ARXIV_STAMP = /arXiv:\s*((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)/gi;
/** Titles that programs, not authors, wrote. */
const JUNK =
  /^(untitled|microsoft (word|powerpoint)|powerpoint|document\d*|slide ?\d*|title|pii:|doi:|10\.\d{4}|arxiv:|.*\.(docx?|tex|dvi|pdf|indd|ps|qxd|rtf|eps)$|[\w-]*\d+[\w.-]*$)/i;

const unique = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

const doisIn = (text: string): string[] => unique((text.match(DOI) ?? []).map(cleanDoi));

/** Reads the facts out of document information and the first pages (two are enough). */
export function readFacts(info: DocumentInfo, pages: PageText[], fileName: string): Facts {
  const [first] = pages;
  const meta = Object.values(info).join('\n');
  const text = pages.map((page) => page.text);
  const stamp = (source: string): (string | null)[] =>
    [...source.matchAll(ARXIV_STAMP)].map((found) => cleanArxiv(found[1] ?? ''));
  const headKeys = text.map(titleKey);
  return {
    dois: unique([...doisIn(meta), ...text.flatMap(doisIn)]),
    arxivIds: unique([...stamp(meta), ...stamp(fileName), ...stamp(text[0] ?? '')]),
    title: bestTitle(info.title || xmpTitle(info.xmp), first, headKeys[0] ?? ''),
    authors: authorsOf(info.author, headKeys[0] ?? ''),
    headKeys,
  };
}

/** The metadata's title when page 1 shows it too, else the largest print near the top of page 1, else the metadata's. */
function bestTitle(metaTitle: string, first: PageText | undefined, headKey: string): string {
  const meta = metaTitle.replace(/\s+/g, ' ').trim();
  const isPlausible = meta.length >= 8 && !JUNK.test(meta);
  const key = titleKey(meta);
  if (isPlausible && key.length >= 8 && headKey.includes(key)) return meta;
  const printed = first ? largestPrint(first) : '';
  return printed || (isPlausible ? meta : '');
}

/** The title of an XMP packet; '' where it has none. */
function xmpTitle(xmp: string): string {
  const [, text = ''] = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]{1,500})<\/rdf:li>/.exec(xmp) ?? [];
  return text.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
}

/** Characters whose boxes stand about as high as their font: capitals, ascenders, digits, Han. */
const TALL = /[\p{Lu}bdfhklt0-9\p{Script=Han}]/u;

/** Size of a line's print in points, as the median height of its tall characters; 0 where it has none. */
function sizeOf(page: PageText, line: Line): number {
  const heights: number[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (TALL.test(page.text.charAt(at))) heights.push((page.boxes[at * 4 + 3] ?? 0) - (page.boxes[at * 4 + 1] ?? 0));
  }
  heights.sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Upright lines of running text of the largest size in the upper part of the page, joined; '' when nothing stands out. */
export function largestPrint(page: PageText): string {
  const [, bottom, , top] = page.box;
  const upper = bottom + (top - bottom) * 0.45;
  const isRunning = (line: Line): boolean =>
    page.blocks.some(
      ({ role, start, end }) => start <= line.start && line.end <= end && (role === 'text' || role === 'header'),
    );
  const lines = page.lines
    .filter((line) => line.dir === 0 && line.rect[3] > upper && isRunning(line))
    .map((line) => ({ text: page.text.slice(line.start, line.end).trim(), size: sizeOf(page, line) }))
    .filter(({ text, size }) => size > 0 && /\p{L}{2}/u.test(text));
  const largest = Math.max(0, ...lines.filter(({ text }) => text.length >= 4).map(({ size }) => size));
  const first = lines.findIndex(({ text, size }) => size >= largest * 0.95 && text.length >= 4);
  const run: string[] = [];
  for (const { text, size } of lines.slice(Math.max(first, 0))) {
    if (size < largest * 0.88 || run.length >= 5) break;
    run.push(text);
  }
  const isClosed = (left: string, right: string): boolean =>
    /\p{Script=Han}$/u.test(left) && /^\p{Script=Han}/u.test(right);
  const title = run.reduce((left, right) => (left ? left + (isClosed(left, right) ? '' : ' ') + right : right), '');
  const clean = title.replace(/\s+/g, ' ').replace(/[\s*∗†‡§]+$/u, '');
  return clean.length >= 4 && clean.length <= 300 ? clean : '';
}

/** Authors of the metadata, kept only when page 1 names them too: producers put users and companies there. */
function authorsOf(meta: string, headKey: string): Author[] {
  return meta
    .split(/\s*(?:;|,|，|、|\band\b|&)\s*/i)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name.length > 1 && name.length < 60 && headKey.includes(titleKey(name)))
    .map(splitName);
}

function splitName(name: string): Author {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) return { family: name.slice(0, 1), given: name.slice(1) };
  const words = name.split(' ');
  const family = words.pop() ?? '';
  return words.length ? { family, given: words.join(' ') } : { literal: name };
}
