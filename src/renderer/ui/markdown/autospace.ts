// Air between Han and Latin, for display only: where the browser has no `text-autospace`, empty elements with a margin
// stand at the borders. The text itself, as copied and searched, stays as it was written.
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const BORDER =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}])|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** The class of the empty element. */
export const GAP_CLASS = 'han-latin-gap';

const gap = (): Element => ({ type: 'element', tagName: 'span', properties: { className: [GAP_CLASS] }, children: [] });

/** Puts gaps into the tree, but not into code, formulas or their sources. */
export function withGaps(tree: Root): Root {
  const copy = structuredClone(tree);
  visit(copy, (node, index, parent) => {
    if (node.type === 'element' && isSetApart(node)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = node.value.split(BORDER);
    if (pieces.length === 1) return undefined;
    const children: ElementContent[] = pieces.flatMap((value, at) => [
      ...(at > 0 ? [gap()] : []),
      { type: 'text' as const, value },
    ]);
    parent.children.splice(index, 1, ...children);
    return [SKIP, index + children.length];
  });
  return copy;
}

const isSetApart = ({ tagName, properties }: Element): boolean =>
  tagName === 'code' || tagName === 'pre' || tagName === 'math' || String(properties['className']).includes('katex');
