// The reference list: which section it is, and its entries, whatever they are made of.
import type { FootnoteDefinition, ListItem, RootContent } from 'mdast';
import { placeOf } from './markdown.ts';
import { linesOf } from './paper-lines.ts';

const NAMES =
  /references?|bibliography|literature(?: cited)?|works cited|citations?|reading list|参考文献|参考资料|参考链接|参考文章|参考论文|引用文献|引用|参考|文献|參考文獻/giu;
const FILLERS = /^[\s\d.]*(?:[IVX]{1,4}|[A-H])?[.、]\s|\b(?:and|further|list|of|the)\b|与|和|列表/giu;

/** Whether a heading's words name the reference list, in either language or both ("References 参考文献"). */
export function namesReferences(title: string): boolean {
  const rest = title.replace(NAMES, '');
  return rest !== title && !/\p{L}/u.test(rest.replace(FILLERS, ''));
}

/** A stretch that is one entry; `raw` comes without marker. */
export type FoundEntry = { start: number; end: number };

/** Entries of one block inside the reference section: list items, footnotes, definitions, or numbered lines. */
export function entriesOf(node: RootContent, markdown: string): FoundEntry[] {
  switch (node.type) {
    case 'list':
      return node.children.flatMap((item) => contentOf(item, markdown));
    case 'footnoteDefinition':
      return contentOf(node, markdown);
    case 'definition': {
      const place = placeOf(node);
      return place === null ? [] : trimmed(markdown, place.start, place.end);
    }
    case 'blockquote':
      return node.children.flatMap((child) => entriesOf(child, markdown));
    case 'paragraph':
      return ofParagraph(node, markdown);
    case 'html':
      return ofHtml(node, markdown);
    default:
      return [];
  }
}

/** What stands behind an item's marker. */
function contentOf(item: ListItem | FootnoteDefinition, markdown: string): FoundEntry[] {
  const [first, last] = [item.children.at(0), item.children.at(-1)];
  const [from, to] = [first && placeOf(first), last && placeOf(last)];
  return from && to ? trimmed(markdown, from.start, to.end) : [];
}

const NUMBERED = /^(?:\[\^?\w{1,8}\]|【\d+】|[(（]\d{1,3}[)）]|\d{1,3}[.)、])\s*\S/u;

/** A paragraph is one entry, or one for each line that begins with a number in brackets. */
function ofParagraph(node: RootContent, markdown: string): FoundEntry[] {
  const place = placeOf(node);
  if (place === null) return [];
  const lines = linesOf(markdown, place);
  const starts = lines.filter((line) => NUMBERED.test(markdown.slice(line.start, line.end)));
  if (starts.length > 0 && starts[0] === lines[0]) {
    return starts.flatMap((line, i) => trimmed(markdown, line.start, starts[i + 1]?.start ?? place.end));
  }
  const text = markdown.slice(place.start, place.end);
  return /https?:|\b(?:1[89]|20)\d{2}\b|10\.\d{4}/.test(text) ? trimmed(markdown, place.start, place.end) : [];
}

/** Entries of an HTML list, or each `<cite>`. */
function ofHtml(node: RootContent, markdown: string): FoundEntry[] {
  const place = placeOf(node);
  if (place === null) return [];
  const html = markdown.slice(place.start, place.end);
  const items = [...html.matchAll(/(<li\b[^<>]*>)([\s\S]*?)(?=<\/li>|<li\b|<\/[ou]l>|$)/gi)];
  const found = items.length > 0 ? items : [...html.matchAll(/(<(?:cite|p)\b[^<>]*>)([\s\S]*?)(?=<\/(?:cite|p)>)/gi)];
  return found.flatMap(({ 1: tag = '', 2: inner = '', index }) => {
    const start = place.start + index + tag.length;
    const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
    return /\p{L}{3}/u.test(inner) ? trimmed(markdown, start + lead, start + inner.length) : [];
  });
}

/** Without the white space and quote marks before the next entry. */
function trimmed(markdown: string, start: number, end: number): FoundEntry[] {
  const to = start + markdown.slice(start, end).replace(/[\s>]+$/, '').length;
  return to > start ? [{ start, end: to }] : [];
}
