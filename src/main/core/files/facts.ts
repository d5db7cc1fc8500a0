// What a PDF says about which work it is: identifiers, title and authors, from its metadata and first pages.
import type { Author } from '#shared/papers.ts';
import type { PageText } from '#shared/text/model.ts';
import { cleanArxiv, identifiersOf, titleKey } from '../papers/index.ts';
import type { DocumentInfo } from './extract/protocol.ts';
import { namesBelow, readHead, readVenue, readYear, splitName, withoutCover, type Head } from './head.ts';

export type Facts = {
  /** DOIs in order of trust: metadata, then page 1, then page 2. */
  dois: string[];
  /** The one most likely its own: the metadata's, else the one both pages bear, else the first on page 1. */
  ownDoi: string | null;
  /** True where nothing speaks against `ownDoi`: it is the metadata's, on both pages, or the only one. */
  isDoiSure: boolean;
  /** The margin stamp's id alone where there is one; else those of metadata, page 1 and file name. */
  arxivIds: string[];
  /** The version on arXiv's stamp, 'v3'; '' without one. */
  version: string;
  /** Best guess, '' when there is none. */
  title: string;
  authors: Author[];
  year: number | null;
  /** Where it appeared, '' where it does not say. */
  venue: string;
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
  /^(untitled|microsoft (word|powerpoint)|powerpoint|document\d*|slide ?\d*|title|layout \d+|pii:|doi:|10\.\d{4}|arxiv:|.*\.(docx?|tex|dvi|pdf|indd|ps|qxd|rtf|eps)$|[\w-]*\d+[\w.-]*$|[\w.-]* ?\d+\.\.\d+$|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|.* \d+\.\.\d+$|新建|无标题|未命名|文档\d*$)/i;

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

/** Deposits of data and funders, not papers; they stand beside the paper's own. */
const BESIDE = /^10\.(?:5061|5281|6084|17605|13039|5063|3886)\//;

/** Behind this heading stand the DOIs of others. */
const REFERENCES = /(?:^|\n)\s*(?:\d+\.?\s*)?(?:references|bibliography|参考文献)\s*\n/i;

/** DOIs of the text; one cut off at a line's end is dropped for the whole one. */
function printedDois(text: string): string[] {
  const found = doisIn(text);
  return found.filter((doi) => !found.some((other) => other !== doi && other.startsWith(doi)));
}

/** Sites whose addresses hold the DOI's suffix. */
const impliedDois = (text: string): string[] =>
  [...text.matchAll(/biomedcentral\.com\/(\d{4}-\d{3}[\dX])\/(\d+)\/(?:S\d+\/)?(\w+)/gi)].map(
    ([, issn = '', volume = '', item = '']) => `10.1186/${issn}-${volume}-${item}`.toLowerCase(),
  );

/** Reads the facts out of document information and the first pages (three are enough: one may be a cover sheet). */
export function readFacts(info: DocumentInfo, allPages: PageText[], fileName: string): Facts {
  const pages = withoutCover(allPages).slice(0, 2);
  const [first] = pages;
  const meta = Object.values(info).join('\n');
  const text = pages.map((page) => page.text);
  const head = text[0] ?? '';
  const headKeys = text.map(titleKey);
  const stamped = [...head.matchAll(ARXIV_STAMP)][0]?.[1] ?? null;
  const named = ARXIV_NAME.exec(fileName)?.[1] ?? null;
  const printed = text.map((one) => printedDois(one.split(REFERENCES)[0] ?? ''));
  const own = ownDoi(doisIn(meta), printed, impliedDois(head));
  const shown = first ? readHead(first) : { title: '', below: [] };
  const stamp = cleanArxiv(stamped);
  return {
    dois: unique([...doisIn(meta), ...printed.flat()]),
    ...own,
    arxivIds: stamp
      ? [stamp]
      : unique([...arxivIn(meta, ARXIV_NAMED), ...arxivIn(`${fileName}\n${head}`, ARXIV_NAMED), cleanArxiv(named)]),
    version: /v\d+$/.exec(stamped ?? named ?? '')?.[0] ?? '',
    title: bestTitle([info.title, xmpTitle(info.xmp)], shown, headKeys[0] ?? ''),
    authors: authorsOf(info.author, shown, headKeys[0] ?? ''),
    year: readYear(text.join('\n'), info.xmp),
    venue: first ? readVenue(first, info.xmp) : '',
    headKeys,
  };
}

function ownDoi(meta: string[], printed: string[][], implied: string[]): Pick<Facts, 'ownDoi' | 'isDoiSure'> {
  const [first = [], second = []] = printed.map((dois) => dois.filter((doi) => !BESIDE.test(doi)));
  const both = first.find((doi) => second.includes(doi));
  const own = meta[0] ?? both ?? first[0] ?? implied[0] ?? null;
  const isAlone = first.length === 1 || (first.length === 0 && implied.length > 0);
  return { ownDoi: own, isDoiSure: own !== null && (meta.length > 0 || both !== undefined || isAlone) };
}

/** A title of the metadata that page 1 shows too, else the largest print near the top of page 1, else the metadata's. */
function bestTitle(metaTitles: string[], head: Head, headKey: string): string {
  const plausible = metaTitles
    .map((title) => title.replace(/\s+/g, ' ').trim())
    .filter((title) => titleKey(title).length >= SHORTEST_KEY && !JUNK.test(title));
  const shown = plausible.find((title) => headKey.includes(titleKey(title)));
  return shown ?? (head.title || (plausible[0] ?? ''));
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

/**
 * People named below the title, or those of the metadata that page 1 names too (producers put users and companies
 * there): whichever names more.
 */
function authorsOf(meta: string, head: Head, headKey: string): Author[] {
  const printed = namesBelow(head.below).map(splitName);
  const stated = statedAuthors(meta, headKey);
  return printed.length > stated.length ? printed : stated;
}

function statedAuthors(meta: string, headKey: string): Author[] {
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
