// Markdown as a tree with positions, and the few questions every reader of it asks. No rendering here.
import type { Nodes, Parent, Root } from 'mdast';
import type {} from 'mdast-util-math';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** Longer documents, and deeper nested ones, are kept but not read: parsing them takes minutes, or the stack. */
const LONGEST = 4_000_000;
const DEEPEST = 60;
const LONGEST_BLOCK = 500_000;
const MOST_MARKS = 10_000;

/** The tree of a document, or why it was not read. Offsets are into `markdown`. */
export function parseMarkdown(markdown: string): { root: Root } | { refused: 'length' | 'depth' } {
  if (markdown.length > LONGEST) return { refused: 'length' };
  if (tooDeep(markdown)) return { refused: 'depth' };
  try {
    return { root: parser.parse(markdown) };
  } catch (error) {
    // The parser recurses: what got past the check above must not take the program down.
    if (error instanceof RangeError) return { refused: 'depth' };
    throw error;
  }
}

function tooDeep(markdown: string): boolean {
  const isDeep = (line: string): boolean => {
    const marks = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))+/.exec(line.slice(0, 4000))?.[0] ?? '';
    const indent = /^[ \t]*(?=\S)/.exec(line.slice(0, 4000))?.[0].replaceAll('\t', '    ') ?? '';
    return marks.replace(/[ \t\d]/g, '').length > DEEPEST || indent.length > DEEPEST * 8;
  };
  return markdown.split(/\r\n|\n|\r/).some(isDeep) || paragraphsTooDense(markdown);
}

/** Marks are matched against each other within a paragraph, a list item or a table row; with thousands it takes minutes. */
function paragraphsTooDense(markdown: string): boolean {
  const blocks = markdown.split(/(?:\r\n|\n|\r)[ \t>]*(?=\r|\n|[-*+|#]|\d{1,9}[.)]|\[\^?\w)/);
  return blocks.some(
    (block) => block.length > LONGEST_BLOCK || (block.match(/[[\]<&@]|[*_~$`]+|www\./g)?.length ?? 0) > MOST_MARKS,
  );
}

/** Where a node stands; null for the few nodes a plug-in makes up without a position. */
export function placeOf(node: Nodes): { start: number; end: number } | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

export const isParent = (node: Nodes): node is Extract<Nodes, Parent> => 'children' in node;

/** All nodes of one type under a node, in order. */
export function all<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  if (node.type === type) return [node as Extract<Nodes, { type: T }>];
  return isParent(node) ? node.children.flatMap((child) => all(child, type)) : [];
}

/** A node's words: text, code and link labels; no images, formulas or tags. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return isParent(node) ? node.children.map(wordsOf).join('') : '';
}

/** Whether a paragraph is prose: it has words that are not merely a link, a label before one, or a template tag. */
export function isProse(node: Nodes): boolean {
  const own = (inner: Nodes): string => {
    if (inner.type === 'link' || inner.type === 'linkReference') return '';
    if (inner.type === 'text' || inner.type === 'inlineCode') return inner.value;
    return isParent(inner) ? inner.children.map(own).join('') : '';
  };
  const words = own(node)
    .replace(/\{%.*?%\}|\{\{.*?\}\}/gs, ' ')
    .trim();
  if (!/\p{L}/u.test(words)) return false;
  const isLabel =
    /^[\p{L}\s]{1,16}[:：]?$/u.test(words) &&
    all(node, 'link').length > 0 &&
    words.split(/\s+/).length <= 2 &&
    (/[:：]$/.test(words) || words.length < 6);
  return !isLabel;
}
