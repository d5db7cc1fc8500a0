// From the safe tree to React: links through the host or to their place in the library, images of the library alone.
// Loaded on first use, with KaTeX.
import 'katex/dist/katex.min.css';
import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { withGaps } from './autospace.ts';
import { LibraryImage } from './LibraryImage.tsx';
import { LibraryLink } from './LibraryLink.tsx';
import { TaskBox } from './TaskBox.tsx';
import { markdownTree, type Stretch } from './tree.ts';

export type { Components, Stretch };

const own: Components = { a: LibraryLink, img: LibraryImage, input: TaskBox };
const hasAutospace = typeof CSS !== 'undefined' && CSS.supports('text-autospace', 'normal');
const treeOf: typeof markdownTree = (text, stretches) => {
  const tree = markdownTree(text, stretches);
  return hasAutospace ? tree : withGaps(tree);
};
const kept = new Map<string, Root>();
const KEPT = 300;

/** Renders Markdown; `components` replace elements, `stretches` come out with `data-stretch`. */
export function renderMarkdown(
  text: string,
  components: Components = {},
  stretches: readonly Stretch[] = [],
): ReactNode {
  return toJsxRuntime(stretches.length === 0 ? remembered(text) : treeOf(text, stretches), {
    Fragment,
    jsx,
    jsxs,
    ignoreInvalidStyle: true,
    passKeys: true,
    components: { ...own, ...components },
    // The package's own type names a global JSX that React 19 no longer has.
  }) as ReactNode;
}

function remembered(text: string): Root {
  const known = kept.get(text);
  if (known) return known;
  const tree = treeOf(text);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(text, tree);
  return tree;
}
