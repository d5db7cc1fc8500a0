// Addresses of the library in rendered Markdown: exactly ours, or none.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { imageOf, linkOf } from '#shared/links.ts';

/** Takes away every `glossa:` address that is not a link or an image of the library. */
export function ownLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element: Element) => {
      const { href, src } = element.properties;
      if (isOwn(href) && !linkOf(String(href))) delete element.properties['href'];
      if (isOwn(src) && !imageOf(String(src))) delete element.properties['src'];
    });
  };
}

const isOwn = (address: unknown): boolean => typeof address === 'string' && /^\s*glossa:/i.test(address);
