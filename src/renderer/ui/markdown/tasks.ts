// Task lists: which box of the rendered text is which `[ ]` of the source.
import type { Element, Root as Hast } from 'hast';
import type { ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Notes at each task of the tree where its brackets stand in the source (UTF-16). */
export function markTasks(tree: Root, source: string): void {
  visit(tree, 'listItem', (item: ListItem) => {
    const start = item.position?.start.offset;
    if (typeof item.checked !== 'boolean' || start === undefined) return;
    const at = source.slice(start).search(/\[[ xX\t\n]\]/);
    if (at < 0) return;
    const data = item.data as { hProperties?: object } | undefined;
    item.data = { ...data, hProperties: { ...data?.hProperties, dataTask: start + at } } as ListItem['data'];
  });
}

/** Hands the place on from the item to its box. */
export function placeTasks() {
  return (tree: Hast): void => {
    visit(tree, 'element', (item: Element) => {
      const at = item.properties['dataTask'];
      if (item.tagName !== 'li' || at === undefined) return;
      delete item.properties['dataTask'];
      const box = boxIn(item);
      if (box) box.properties['dataTask'] = at;
    });
  };
}

/** The item's own box: not one of an item inside it. */
function boxIn(element: Element): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'input') return child;
    const deeper = child.tagName === 'p' ? boxIn(child) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

/** The source with the task at `at` checked, or unchecked. */
export function toggledTask(source: string, at: number): string {
  const box = source.slice(at, at + 3);
  if (!/^\[[ xX\t\n]\]$/.test(box)) return source;
  return `${source.slice(0, at)}${/x/i.test(box) ? '[ ]' : '[x]'}${source.slice(at + 3)}`;
}
