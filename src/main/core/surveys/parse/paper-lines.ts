// Lines that say which paper a section is about: "> Paper: [title](url)" and its variants.
import type { Heading, Link, Nodes } from 'mdast';
import { cleanTitle, readInline, type ParsedReference } from '../../references/index.ts';
import { all, placeOf, wordsOf } from './markdown.ts';
import { isScholarly } from './scholarly.ts';

/** A paper line in the text; offsets are into the Markdown the tree was made of. */
export type FoundPaper = {
  start: number;
  end: number;
  title: string | null;
  url: string | null;
  fields?: ParsedReference;
};

/** Labels that name a paper with or without a link. */
const PAPER =
  /^(?:papers?|paper (?:title|name|link|url)|article|preprint|论文|論文|论文(?:标题|题目|名称|名|链接|地址)|文章|文献)$/i;
/** Labels that do so only before a link, or in a quote: they are common words otherwise. */
const TITLE = /^(?:title|标题|題目|题目|原文|原文链接|原文地址|原论文|原文标题|original(?: paper)?|source|出处|来源)$/i;
/** Labels of a second line that adds the address to the title above it. */
const ADDRESS =
  /^(?:paper|link|url|pdf|arxiv|doi|html|paper (?:link|url)|链接|地址|论文链接|论文地址|原文链接|下载|原文)$/i;

const LABELLED =
  /^[\s>*_`~#-]*(?:\d+[.)]\s*)?(?<label>\p{L}[\p{L} ]{0,18}?)\s*[*_`]{0,3}\s*[:：]\s*[*_`]{0,3}\s*(?<rest>\S.*?)\s*$/u;

/**
 * Paper lines of one paragraph or of one quote's paragraph. `inQuote` says that the lines stand in a block quote,
 * where the label alone is enough.
 */
export function paperLinesIn(node: Nodes, markdown: string, inQuote: boolean): FoundPaper[] {
  const place = placeOf(node);
  if (place === null || (node.type !== 'paragraph' && node.type !== 'heading')) return [];
  const links = all(node, 'link');
  const found: FoundPaper[] = [];
  let titleOnly = false;
  for (const line of linesOf(markdown, place)) {
    const match = LABELLED.exec(markdown.slice(line.start, line.end));
    const label = match?.groups?.['label']?.trim() ?? '';
    const rest = match?.groups?.['rest'] ?? '';
    const onLine = links.filter((each) => {
      const from = placeOf(each)?.start ?? -1;
      return from >= line.start && from < line.end;
    });
    const titles = PAPER.test(label) ? onLine.filter(isTitled) : [];
    if (titles.length > 1) {
      found.push(
        ...titles.map((each, i) => ({
          ...named('', each),
          start: i === 0 ? line.start : (placeOf(each)?.start ?? line.start),
          end: placeOf(each)?.end ?? line.end,
        })),
      );
      titleOnly = false;
      continue;
    }
    const [link] = onLine;
    const read = { ...named(rest, link), start: line.start, end: line.end };
    const last = found.at(-1);
    if (last !== undefined && titleOnly && ADDRESS.test(label) && read.url !== null) {
      last.url = read.url;
      last.end = line.end;
      titleOnly = false;
      continue;
    }
    const byLink = read.url !== null && (PAPER.test(label) || TITLE.test(label));
    const byWords =
      read.url === null &&
      read.title !== null &&
      read.title.length <= 400 &&
      (PAPER.test(label) || (inQuote && /^(?:title|标题|题目)$/i.test(label)));
    if (!byLink && !byWords) continue;
    titleOnly = read.url === null;
    found.push(read);
  }
  return found;
}

/** A heading that is nothing but a link to a paper, "## [Title](https://arxiv.org/abs/…)". */
export function paperOfHeading(node: Heading): FoundPaper | null {
  const [link, ...others] = node.children.filter((child) => child.type !== 'text' || /\p{L}{2}/u.test(child.value));
  const place = placeOf(node);
  if (link?.type !== 'link' || others.length > 0 || place === null) return null;
  if (!isScholarly(link.url)) return null;
  return { ...place, ...named('', link) };
}

/** A paragraph the user says names a paper: its first link with that link's words, or all its words. */
export function paperOfText(node: Nodes, place: { start: number; end: number }): FoundPaper {
  const [link] = all(node, 'link');
  const words = cleanTitle(wordsOf(node).replace(/\s+/g, ' ')).slice(0, 400);
  return { ...place, ...named(words, link), ...(link ? {} : { title: words, url: null }) };
}

/** Title and address of what follows a label. A label like "here" or the address itself is no title. */
function named(rest: string, link: Link | undefined): { title: string | null; url: string | null } {
  if (link === undefined) {
    const { plain, links } = readInline(rest);
    const url = links[0]?.url ?? null;
    const words = cleanTitle(url === null ? plain : plain.replace(url, '').replace(/[([<【（]\s*[)\]>】）]/g, ''));
    return { title: /\p{L}{2}/u.test(words) ? words : null, url };
  }
  const label = cleanTitle(wordsOf(link).replace(/\s+/g, ' '));
  const around = cleanTitle(
    readInline(rest)
      .plain.replace(label, '')
      .replace(/[([<【（]\s*[)\]>】）]/g, ''),
  );
  const isTitle =
    /\p{L}{2}/u.test(label) &&
    !/^(?:https?:|www\.)/i.test(label) &&
    !/^(?:paper|pdf|link|here|arxiv|arxiv link|url|doi|html|链接|地址|原文|论文|论文地址|点击)$/i.test(label);
  if (isTitle) return { title: label, url: link.url };
  return { title: around.split(/\s+/).length >= 2 || /\p{Script=Han}{4}/u.test(around) ? around : null, url: link.url };
}

/** A link whose label reads like a title, not like "code" or "project page". */
const isTitled = (link: Link): boolean => {
  const label = wordsOf(link);
  return label.split(/\s+/).length >= 4 || (label.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6;
};

/** The lines of a stretch of Markdown. */
export function linesOf(
  markdown: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let from = start;
  for (const stop of markdown.slice(start, end).matchAll(/\r\n|\n|\r|$/g)) {
    const to = start + stop.index;
    if (to > from || to === end) lines.push({ start: from, end: to });
    from = to + stop[0].length;
  }
  // Later lines of a quote's paragraph begin with its marks.
  return lines
    .map((line) => ({
      start: line.start + (/^[ \t>]*/.exec(markdown.slice(line.start, line.end))?.[0].length ?? 0),
      end: line.end,
    }))
    .filter((line) => line.end > line.start);
}
