// Keeps formulas within limits before KaTeX sees them: an endless one stays as its own source.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** In UTF-16 units a formula, and formulas a text. */
export const FORMULA_LENGTH = 5000;
export const FORMULA_COUNT = 2000;

/** Takes the mark of a formula away from what is too long or too many. */
export function limitFormulas() {
  return (tree: Root): void => {
    let count = 0;
    visit(tree, 'element', (element: Element) => {
      const names = element.properties['className'];
      if (
        element.tagName !== 'code' ||
        !Array.isArray(names) ||
        !names.some((name) => String(name).startsWith('math-'))
      )
        return;
      count += 1;
      const length = element.children.reduce((sum, child) => sum + (child.type === 'text' ? child.value.length : 0), 0);
      if (length <= FORMULA_LENGTH && count <= FORMULA_COUNT) return;
      element.properties['className'] = names.filter((name) => !/^math-|^language-math$/.test(String(name)));
    });
  };
}
