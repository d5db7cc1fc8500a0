// From Markdown text to a safe tree of elements. Pure: no DOM, no React. The whole pipeline is here, in this order:
// parse, tidy, to elements (raw HTML never becomes elements), sanitise, then formulas.
// Order and limits: sanitise after the last unsafe thing, KaTeX after that on text alone.
import type { Nodes, Root } from 'hast';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { eastAsianEmphasis } from './east-asian-emphasis.ts';
import { limitFormulas } from './formulas.ts';
import { markStretches, type Stretch } from './stretches.ts';
import { keepPunctuation } from './keep-punctuation.ts';
import { ownLinks } from './own-links.ts';
import { schema } from './schema.ts';
import { markTasks, placeTasks } from './tasks.ts';
import { tidy } from './tidy.ts';

export type { Stretch };

const reader = unified().use(remarkParse).use(eastAsianEmphasis).use(remarkGfm).use(remarkMath);

// Formulas are as untrusted as the text: no links or images from them, bounded expansion and sizes.
const katexOptions = () => ({
  trust: false,
  strict: 'ignore' as const,
  maxExpand: 200,
  maxSize: 20,
  errorColor: 'currentColor',
  // KaTeX writes `\gdef` into this object: a new one for each text.
  macros: {},
});

const toElements = () =>
  unified()
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(ownLinks)
    .use(placeTasks)
    .use(limitFormulas)
    .use(rehypeKatex, katexOptions())
    .use(keepPunctuation);

/**
 * The elements of a Markdown text. Stretches (UTF-16 offsets into `text`) are marked with the attribute
 * `data-stretch` (their id) on the elements that show them, at best one element each.
 */
export function markdownTree(text: string, stretches: readonly Stretch[] = []): Root {
  const tree = reader.parse(text);
  tidy(tree, text);
  markTasks(tree, text);
  markStretches(tree, text, stretches);
  return toElements().runSync(tree) as Nodes as Root;
}
