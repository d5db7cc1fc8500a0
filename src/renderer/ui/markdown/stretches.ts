// Finds the elements that show given stretches of the source text, and marks them.
import type { Node, Parent, Root } from 'mdast';

/** A stretch of the source: UTF-16 offsets, half-open. */
export type Stretch = { id: string; start: number; end: number };

type Placed = { node: Node; start: number; end: number };

const isParent = (node: Node): node is Parent => 'children' in node;

/** Nodes that make an element of their own which can carry a mark. */
const CARRIES = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'math',
  'table',
  'tableRow',
  'link',
  'emphasis',
  'strong',
  'image',
]);

/**
 * Gives each stretch's nodes the attribute `data-stretch`. They are the outermost nodes that lie in the stretch; where
 * none does, the smallest node around it. `data-part` says which: `only`, `first` and
 * `more` of several, or `around`.
 */
export function markStretches(tree: Root, source: string, stretches: readonly Stretch[]): void {
  for (const stretch of stretches) {
    const { start, end } = trimmed(source, stretch);
    if (end <= start) continue;
    const inside = outermostInside(tree, source, start, end);
    const nodes =
      inside.length > 0 ? [...new Set(inside)] : [smallestAround(tree, start, end)].filter((node) => node !== null);
    nodes.forEach((node, index) => {
      node.data = {
        ...node.data,
        hProperties: {
          ...(node.data as { hProperties?: object } | undefined)?.hProperties,
          dataStretch: stretch.id,
          dataPart: inside.length === 0 ? 'around' : nodes.length === 1 ? 'only' : index === 0 ? 'first' : 'more',
        },
      } as Node['data'];
    });
  }
}

/** The range without the white space at its edges. */
function trimmed(source: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source[from] ?? '')) from += 1;
  while (to > from && /\s/.test(source[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

function place(node: Node): Placed | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? null : { node, start, end };
}

function outermostInside(parent: Parent, source: string, start: number, end: number): Node[] {
  const found: Node[] = [];
  for (const child of parent.children) {
    // A line's trailing spaces belong to its node, not to what is said.
    const whole = place(child);
    const at = whole && { node: child, ...trimmed(source, whole) };
    if (!at || at.end <= start || at.start >= end) continue;
    if (at.start >= start && at.end <= end && CARRIES.has(child.type)) found.push(carrier(child, parent));
    else if (isParent(child)) found.push(...outermostInside(child, source, start, end));
  }
  return found;
}

/**
 * Where the mark goes: a list of one item is marked at the item, so are an item's own words (in a tight list they make no
 * element), and a quote that holds nothing else is marked itself.
 */
function carrier(node: Node, parent: Parent): Node {
  if (node.type === 'list' && isParent(node) && node.children.length === 1) return node.children[0] ?? node;
  const isFirstWords = parent.type === 'listItem' && node.type === 'paragraph' && parent.children[0] === node;
  const isWholeQuote = parent.type === 'blockquote' && parent.children.length === 1;
  return isFirstWords || isWholeQuote ? parent : node;
}

function smallestAround(parent: Parent, start: number, end: number): Node | null {
  for (const child of parent.children) {
    const at = place(child);
    if (!at || at.start > start || at.end < end) continue;
    const deeper = isParent(child) ? smallestAround(child, start, end) : null;
    return deeper ?? (CARRIES.has(child.type) ? carrier(child, parent) : null);
  }
  return null;
}
