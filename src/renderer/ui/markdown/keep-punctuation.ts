// Line breaking at formulas: what is set as a box may be parted from the bracket before it and the comma behind it; here
// they are kept together. The text stays what it was.
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

const OPENING = /[([{（［｛「『“‘《〈【]+$/u;
const CLOSING = /^[)\]}.,;:!?%）］｝」』”’》〉】，。、；：！？]+/u;
/** Longer ones must be able to break inside, in characters of their source. */
const SHORT = 40;

/** A rehype plugin, to run after KaTeX. */
export function keepPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (parent: Element) => {
      if (isFormula(parent) || isKept(parent)) return 'skip';
      for (let index = 0; index < parent.children.length; index += 1) {
        const formula = parent.children[index];
        if (formula?.type !== 'element' || !isFormula(formula) || sourceLength(formula) > SHORT) continue;
        const before = taken(parent.children[index - 1], OPENING);
        const after = taken(parent.children[index + 1], CLOSING);
        if (!before && !after) continue;
        const children: ElementContent[] = [formula];
        if (before) children.unshift({ type: 'text', value: before });
        if (after) children.push({ type: 'text', value: after });
        parent.children[index] = {
          type: 'element',
          tagName: 'span',
          properties: { className: ['kept-together'] },
          children,
        };
      }
      return undefined;
    });
  };
}

/** Takes the matching end off a text node and answers it. */
function taken(node: ElementContent | undefined, end: RegExp): string {
  if (node?.type !== 'text') return '';
  const found = end.exec(node.value)?.[0] ?? '';
  const text: Text = node;
  text.value = end === OPENING ? text.value.slice(0, text.value.length - found.length) : text.value.slice(found.length);
  return found;
}

const isFormula = ({ properties }: Element): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('katex');

function sourceLength(formula: Element): number {
  let length = 0;
  visit(formula, 'element', (element: Element) => {
    if (element.tagName !== 'annotation') return;
    length = element.children.reduce((sum, child) => sum + (child.type === 'text' ? child.value.length : 0), 0);
  });
  return length;
}

const isKept = ({ properties }: Element): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('kept-together');
