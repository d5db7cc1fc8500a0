// What a PDF says about which work it is: identifiers, title and authors, from its metadata and first pages.
import type { Author } from '#shared/papers.ts';
import type { Line, PageText } from '#shared/text/model.ts';
import { cleanArxiv, identifiersOf, titleKey } from '../papers/index.ts';
import type { DocumentInfo } from './extract/protocol.ts';

export type Facts = {
  /** DOIs in order of trust: metadata, then page 1, then page 2. */
  dois: string[];
  /** The one most likely its own: the metadata's, else the first on page 1. */
  ownDoi: string | null;
  /** The margin stamp's id alone where there is one; else those of metadata, page 1 and file name. */
  arxivIds: string[];
  /** Best guess, '' when there is none. */
  title: string;
  authors: Author[];
  /** Letters and digits of the first two pages, for finding known titles in them. */
  headKeys: string[];
};

const DOI = /\b10\.\d{4,9}\/[-._;()/:<>A-Z0-9[\]+]+/gi;
const ARXIV_ID = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?`;
const ARXIV_NAMED = new RegExp(String.raw`arXiv:\s*(${ARXIV_ID})`, 'gi');
/** What arXiv prints up the margin of page 1: `arXiv:1706.03762v5 [cs.CL] 6 Dec 2017`. */
const ARXIV_STAMP = new RegExp(String.raw`arXiv:\s*(${ARXIV_ID})\s*\[[a-z-]+(?:\.[A-Za-z-]+)?\]`, 'g');
/** A file named as arXiv names its downloads. */
const ARXIV_NAME = /^(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?$/i;
/** Titles that programs, not authors, wrote. */
const JUNK =
  /^(untitled|microsoft (word|powerpoint)|powerpoint|document\d*|slide ?\d*|title|pii:|doi:|10\.\d{4}|arxiv:|.*\.(docx?|tex|dvi|pdf|indd|ps|qxd|rtf|eps)$|[\w-]*\d+[\w.-]*$)/i;

/** A title of fewer letters and digits says too little (a Han title says more with each). */
const SHORTEST_KEY = 4;

const unique = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

/** What templates print until the publisher gives a number: 10.1145/nnnnnnn.nnnnnnn. Every such draft bears it. */
const PLACEHOLDER = /n{5}|x{5}/;

/** DOIs in a text. arXiv's own name a preprint and are its id, see {@link arxivIn}. */
const doisIn = (text: string): string[] =>
  unique((text.match(DOI) ?? []).map((doi) => identifiersOf(doi).doi)).filter((doi) => !PLACEHOLDER.test(doi));

const arxivIn = (text: string, shape: RegExp): string[] =>
  unique([
    ...[...text.matchAll(shape)].map((found) => cleanArxiv(found[1] ?? '')),
    ...(text.match(DOI) ?? []).map((doi) => identifiersOf(doi).arxivId),
  ]);

/** Reads the facts out of document information and the first pages (two are enough). */
export function readFacts(info: DocumentInfo, pages: PageText[], fileName: string): Facts {
  const [first] = pages;
  const meta = Object.values(info).join('\n');
  const text = pages.map((page) => page.text);
  const head = text[0] ?? '';
  const headKeys = text.map(titleKey);
  const [stamp] = arxivIn(head, ARXIV_STAMP);
  const named = ARXIV_NAME.exec(fileName)?.[1] ?? null;
  return {
    dois: unique([...doisIn(meta), ...text.flatMap(doisIn)]),
    ownDoi: doisIn(meta)[0] ?? doisIn(head)[0] ?? null,
    arxivIds: stamp
      ? [stamp]
      : unique([...arxivIn(meta, ARXIV_NAMED), ...arxivIn(`${fileName}\n${head}`, ARXIV_NAMED), cleanArxiv(named)]),
    title: bestTitle([info.title, xmpTitle(info.xmp)], first, headKeys[0] ?? ''),
    authors: authorsOf(info.author, headKeys[0] ?? ''),
    headKeys,
  };
}

/** A title of the metadata that page 1 shows too, else the largest print near the top of page 1, else the metadata's. */
function bestTitle(metaTitles: string[], first: PageText | undefined, headKey: string): string {
  const plausible = metaTitles
    .map((title) => title.replace(/\s+/g, ' ').trim())
    .filter((title) => titleKey(title).length >= SHORTEST_KEY && !JUNK.test(title));
  const shown = plausible.find((title) => headKey.includes(titleKey(title)));
  return shown ?? ((first ? largestPrint(first) : '') || (plausible[0] ?? ''));
}

/** The title of an XMP packet; '' where it has none. */
function xmpTitle(xmp: string): string {
  const [, text = ''] = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]{1,500})<\/rdf:li>/.exec(xmp) ?? [];
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
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
  return splitNames(meta)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name.length > 1 && name.length < 60)
    .map(splitName)
    .filter((author) => {
      const isNamed = (name: string): boolean => name !== '' && headKey.includes(titleKey(name));
      return 'literal' in author
        ? isNamed(author.literal)
        : isNamed(`${author.given}${author.family}`) || isNamed(`${author.family}${author.given}`);
    });
}

/** A list of names, cut by its strongest separator: a comma may stand inside a name ("Doe, Jane; Roe, Ann"). */
function splitNames(meta: string): string[] {
  if (/[;；]/.test(meta)) return meta.split(/[;；]/);
  const parts = meta.split(/\s+and\s+|\s*&\s*/i);
  const isInverted = parts.every((part) => /^[^,\s]+(?:\s[^,\s]+)?,\s*[^,]+$/u.test(part.trim()));
  // "Ann Lee, Bo Chan" is two people, "Lee, Ann" one: the inverted form has but one word before its comma.
  const isOneEach = parts.every((part) => /^[^,\s]+,/u.test(part.trim()));
  if (isInverted && isOneEach) return parts;
  return parts.flatMap((part) => part.split(/[,，、]/));
}

/** Chinese family names of two characters that are still common. */
const LONG_FAMILY = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木)/u;

function splitName(name: string): Author {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const length = LONG_FAMILY.test(name) && name.length > 2 ? 2 : 1;
    return { family: name.slice(0, length), given: name.slice(length) };
  }
  const [before = '', after] = name.split(/,\s*/);
  if (after) return { family: before, given: after };
  const words = name.split(' ');
  const family = words.pop() ?? '';
  return words.length ? { family, given: words.join(' ') } : { literal: name };
}
