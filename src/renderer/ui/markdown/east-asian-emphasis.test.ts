import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { markdownTree } from './tree.ts';

/** Every emphasised stretch of a text, with its element. */
function emphasised(text: string): string[] {
  const found: string[] = [];
  visit(markdownTree(text), 'element', (element: Element) => {
    const [only] = element.children;
    if (/^(strong|em)$/.test(element.tagName) && only?.type === 'text') found.push(`${element.tagName} ${only.value}`);
  });
  return found;
}

test('stars between a bracket and a Chinese letter are emphasis', () => {
  expect(emphasised('限制。**主动学习 (Active Learning)**通过选择')).toEqual(['strong 主动学习 (Active Learning)']);
  expect(emphasised('即*“价值”*的**量（度）**是**它**。')).toEqual(['em “价值”', 'strong 量（度）', 'strong 它']);
});

test('stars that are meant as stars stay', () => {
  expect(emphasised('\\*\\*量（度）\\*\\*是')).toEqual([]);
  expect(emphasised('面积为 2 * 3 * 4 是')).toEqual([]);
  expect(emphasised('a**(b)**c')).toEqual([]);
  expect(emphasised('`**量（度）**是`')).toEqual([]);
});
