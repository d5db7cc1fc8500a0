// Small repairs to a parsed text before it is shown: raw HTML, one-line display formulas.
import type { Html, Image, Paragraph, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { SKIP, visit } from 'unist-util-visit';
import { isClosedScript } from '#shared/text/script.ts';

/** Repairs the tree in place. */
export function tidy(tree: Root, source: string): void {
  visit(tree, 'paragraph', (paragraph: Paragraph, index, parent: Parent | undefined) => {
    const formula = displayFormula(paragraph, source);
    if (!formula || !parent || index === undefined) return;
    parent.children[index] = formula;
    return SKIP;
  });
  visit(tree, 'text', (node: Text) => {
    node.value = closedLines(node.value);
  });
  visit(tree, 'html', (html: Html, index, parent: Parent | undefined) => {
    if (!parent || index === undefined) return;
    const isBlock = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
    const content = plainContent(html.value);
    const position = html.position ? { position: html.position } : {};
    if (isBlock) {
      const paragraph: Paragraph = { type: 'paragraph', children: content, ...position };
      parent.children.splice(index, 1, ...(content.length > 0 ? [paragraph] : []));
      return [SKIP, index + (content.length > 0 ? 1 : 0)];
    }
    (parent.children as PhrasingContent[]).splice(index, 1, ...content);
    return [SKIP, index + content.length];
  });
}

/** Between Han characters a line end of the source is no space: Chinese is written closed. */
const closedLines = (text: string): string =>
  text.includes('\n')
    ? text.replace(/(?<=([^\n]))\n(?=([^\n]))/gu, (end, before: string, after: string) =>
        isClosedScript(before) && isClosedScript(after) ? '' : end,
      )
    : text;

/** `$$…$$` alone in its paragraph is meant as a display formula, though written on one line. */
function displayFormula(paragraph: Paragraph, source: string): Math | null {
  const [only, ...others] = paragraph.children as (PhrasingContent | InlineMath)[];
  if (!only || others.length > 0 || only.type !== 'inlineMath') return null;
  const start = only.position?.start.offset;
  if (start === undefined || !source.startsWith('$$', start)) return null;
  return {
    type: 'math',
    value: only.value,
    ...(paragraph.position ? { position: paragraph.position } : {}),
    data: {
      hName: 'pre',
      hChildren: [
        {
          type: 'element',
          tagName: 'code',
          properties: { className: ['language-math', 'math-display'] },
          children: [{ type: 'text', value: only.value }],
        },
      ],
    },
  };
}

const PIECE = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<br\s*\/?>|<img\b([^>]*)>|<\/?[a-z][^>]*>/gi;
const attribute = (of: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(of)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

/** Raw HTML as what a reader would see of it: its text, line breaks, and images (which show as placeholders). */
export function plainContent(html: string): (Text | { type: 'break' } | Image)[] {
  const content: (Text | { type: 'break' } | Image)[] = [];
  const say = (value: string) => {
    if (value.trim()) content.push({ type: 'text', value: value.replace(/\s+/g, ' ') });
  };
  let from = 0;
  for (const match of html.matchAll(PIECE)) {
    say(html.slice(from, match.index));
    from = match.index + match[0].length;
    if (/^<br/i.test(match[0])) content.push({ type: 'break' });
    else if (match[2] !== undefined)
      content.push({ type: 'image', url: attribute(match[2], 'src'), alt: attribute(match[2], 'alt') });
  }
  say(html.slice(from));
  return content;
}
