// What stands at the head of a paper's first page: title, people, year, and where it appeared.
import type { Author } from '#shared/papers.ts';
import type { Line, PageText } from '#shared/text/model.ts';

/** Title by type size and place; the upright lines of running text below it. */
export type Head = { title: string; below: string[] };

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
export function readHead(page: PageText): Head {
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
  const first = Math.max(
    lines.findIndex(({ text, size }) => size >= largest * 0.95 && text.length >= 4),
    0,
  );
  const run: string[] = [];
  for (const { text, size } of lines.slice(first)) {
    if (size < largest * 0.88 || run.length >= 5) break;
    run.push(text);
  }
  const isClosed = (left: string, right: string): boolean =>
    /\p{Script=Han}$/u.test(left) && /^\p{Script=Han}/u.test(right);
  const title = run.reduce((left, right) => (left ? left + (isClosed(left, right) ? '' : ' ') + right : right), '');
  const clean = title.replace(/\s+/g, ' ').replace(/[\s*∗†‡§]+$/u, '');
  return {
    title: clean.length >= 4 && clean.length <= 300 ? clean : '',
    below: lines.slice(first + run.length).map(({ text }) => text),
  };
}

/** Where the names end: the abstract, an address, a date, an affiliation. */
const NO_NAMES =
  /abstract|summary|introduction|keywords|universit|institut|department|school|college|laborator|hospital|@|https?:|www\.|received|published|copyright|©|摘\s*要|关键词|大学|学院|研究所|研究院|公司|\d{4,}/i;
const NAME =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|la|le|del|da|di|bin|al|el|ter)(?:[ -](?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|den|la|le|del|da|di|bin|al|el|ter)){1,4}$/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** Words that begin with a capital in no name. */
const NO_NAME =
  /\b(?:The|And|For|With|From|University|Research|Group|Lab|AI|Inc|Ltd|China|USA|Google|Microsoft|Facebook|Member|Fellow|Senior|Student|IEEE|ACM|Journal|Article|Open|Access|Review|Paper|Editor|Science|Sciences|Computer|Engineering|Medicine|Biology|Physics|Chemistry)\b/;

/** People named in the lines right below the title; empty where what stands there is not surely names. */
export function namesBelow(below: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of below.slice(0, 8)) {
    if (NO_NAMES.test(line)) break;
    const parts = line
      .replace(/[\d*∗†‡§¶#♯✉⋆,\s]*$/u, '')
      .replace(/(?<=[\p{L}.])[\d*∗†‡§¶#♯✉⋆](?:[\d,*∗†‡§¶#♯✉⋆]*)/gu, ',')
      .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu, ',')
      .split(/\s*[,;，；、·&]\s*|\s+and\s+/u)
      .map((part) => part.replace(/^and\s+|^[\d*∗†‡§¶#\s]+/u, '').trim())
      .filter((part) => part.length > 1);
    const good = parts.filter((part) => (NAME.test(part) || HAN_NAME.test(part)) && !NO_NAME.test(part));
    if (parts.length === 0 || good.length < parts.length * 0.75) break;
    names.push(...good);
  }
  return names.length > 0 && names.length <= 60 ? [...new Set(names)] : [];
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const YEAR = String.raw`((?:19[5-9]|20[0-4])\d)`;
/** What dates a paper on its first pages, the surest first. */
const DATED = [
  new RegExp(
    String.raw`\bpublished(?: online)?:?\s+(?:\d{1,2}\s+)?(?:${MONTHS})[a-z]*\.?\s+(?:\d{1,2},?\s+)?${YEAR}`,
    'i',
  ),
  new RegExp(String.raw`\bpublished(?: online)?:?\s+${YEAR}`, 'i'),
  new RegExp(String.raw`(?:©|\(c\)|copyright)\s*(?:the author\(s\)\s*)?${YEAR}`, 'i'),
  new RegExp(String.raw`arXiv:\S+\s*\[[\w.-]+\]\s*\d{1,2}\s+\w{3}\s+${YEAR}`, 'i'),
  new RegExp(String.raw`\|\s*(?:DOI:?\s*\S+\s+)?(?:${MONTHS})[a-z]*\s+\d{1,2},\s+${YEAR}`, 'i'),
  new RegExp(
    String.raw`(?:proceedings|conference|workshop|symposium|annual meeting|journal)[^\n]{0,90}?\b${YEAR}\b`,
    'i',
  ),
  new RegExp(String.raw`收稿日期[:：]?\s*${YEAR}`),
  new RegExp(String.raw`${YEAR}\s*年\s*(?:第\s*\d+\s*[卷期]|\d{1,2}\s*月)`),
  new RegExp(String.raw`^[A-Z][\p{L} &]{2,60}\s${YEAR},\s*\d+(?::|,)\s*\d+`, 'mu'),
];

/** The year of the work as its first pages or its metadata date it; null where they do not. */
export function readYear(text: string, xmp: string): number | null {
  const stated = /<prism:(?:publicationDate|coverDate)>\s*(\d{4})/.exec(xmp)?.[1];
  for (const shape of stated ? [] : DATED) {
    const found = shape.exec(text)?.[1];
    if (found) return Number(found);
  }
  return stated ? Number(stated) : null;
}

/** Where the work appeared, as its metadata or a running head says; '' where neither does. */
export function readVenue(first: PageText, xmp: string): string {
  const stated = /<prism:publicationName>([^<]{2,200})</.exec(xmp)?.[1];
  if (stated) return stated.trim();
  const edges = first.blocks
    .filter(({ role }) => role === 'header' || role === 'footer')
    .map(({ start, end }) => first.text.slice(start, end).replace(/\s+/g, ' ').trim());
  for (const edge of edges) {
    const found =
      /^([\p{Lu}][\p{L}& :-]{2,60}?)\s*\|\s*(?:\d|DOI|https?:|www)/iu.exec(edge)?.[1] ??
      /^([\p{Lu}][\p{L}& :.-]{2,60}?)\s+(?:19|20)\d{2},\s*\d+\s*[:,(]/u.exec(edge)?.[1];
    if (found) return found.replace(/^.*\bet al\.\s*/u, '').trim();
  }
  return '';
}

/** A sheet that an archive put before the paper: what it prints is not the paper's. */
const COVER =
  /JSTOR is a not-for-profit|This content downloaded from|Terms & Conditions of Use|See discussions, stats, and author profiles|HAL is a multi-?disciplinary|PDF hosted at the Radboud|provided by the author\(s\)|Your use of the JSTOR archive|This (?:is an? )?(?:author|accepted|peer.reviewed)[ -]?(?:produced |version|manuscript)|View Article Online|Downloaded from [\s\S]{0,80}by guest/i;

/** The pages without a leading cover sheet. */
export const withoutCover = (pages: PageText[]): PageText[] =>
  pages.length > 1 && COVER.test(pages[0]?.text ?? '') && (pages[0]?.text.length ?? 0) < 3500 ? pages.slice(1) : pages;

/** Chinese family names of two characters that are still common. */
const LONG_FAMILY = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木)/u;
const PARTICLES = /^(?:de|van|von|der|den|la|le|del|da|di|ter|ten|bin|al|el)$/;

/** A name as one writes it, cut into family and given. */
export function splitName(name: string): Author {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const length = LONG_FAMILY.test(name) && name.length > 2 ? 2 : 1;
    return { family: name.slice(0, length), given: name.slice(length) };
  }
  const [before = '', after] = name.split(/,\s*/);
  if (after) return { family: before, given: after };
  const words = name.split(' ');
  let at = words.length - 1;
  while (at > 1 && PARTICLES.test(words[at - 1] ?? '')) at -= 1;
  return at > 0 ? { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') } : { literal: name };
}
