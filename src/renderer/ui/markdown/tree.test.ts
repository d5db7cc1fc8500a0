// Rendering Markdown is tested on the tree that React gets: what is in it can appear, what is not cannot.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { FORMULA_LENGTH } from './formulas.ts';
import { withGaps } from './autospace.ts';
import { toggledTask } from './tasks.ts';
import { markdownTree } from './tree.ts';

const elements = (tree: Root): Element[] => {
  const found: Element[] = [];
  visit(tree, 'element', (element: Element) => void found.push(element));
  return found;
};
const names = (tree: Root) => elements(tree).map((element) => element.tagName);
const text = (tree: Root): string => {
  let said = '';
  visit(tree, 'text', (node: { value: string }) => {
    said += node.value;
  });
  return said;
};

describe('untrusted Markdown', () => {
  test('runs no script and keeps no event handler', () => {
    const tree = markdownTree('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<b onclick="x()">bold</b>');
    expect(names(tree)).not.toContain('script');
    expect(JSON.stringify(tree)).not.toMatch(/onerror|onclick|alert/);
    expect(text(tree)).toContain('bold');
  });

  test.each([
    'javascript:alert(1)',
    'jAvA\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:x',
    'glossa://app/x',
  ])('drops the address %j of a link and keeps its words', (address) => {
    const tree = markdownTree(`[words](<${address}>)`);
    const link = elements(tree).find((element) => element.tagName === 'a');
    expect(link?.properties['href']).toBeUndefined();
    expect(text(tree)).toContain('words');
  });

  test.each(['https://a.org/b', 'http://a.org', 'mailto:a@b.org', 'doi:10.1000/1'])(
    'keeps the address %s',
    (address) => {
      const link = elements(markdownTree(`[words](${address})`)).find((element) => element.tagName === 'a');
      expect(link?.properties['href']).toBe(address);
    },
  );

  test('a formula cannot link, load or mark up', () => {
    const tree = markdownTree(
      '$\\href{javascript:alert(1)}{x} \\includegraphics{https://a.org/x.png} \\htmlData{a=b}{c}$',
    );
    expect(names(tree)).not.toContain('img');
    expect(elements(tree).some((element) => element.properties['href'] !== undefined)).toBe(false);
  });
});

describe('the library in Markdown', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  const hash = 'ab'.repeat(32);

  test('is linked and shown by its own addresses only', () => {
    const of = (source: string) => elements(markdownTree(source)).map((element) => element.properties);
    expect(of(`[a](glossa:paper/${id})`)).toContainEqual({ href: `glossa:paper/${id}` });
    expect(of(`![a](glossa:image/${hash})`)).toContainEqual({ alt: 'a', src: `glossa:image/${hash}` });
    expect(JSON.stringify(of(`[a](glossa:paper/../../x) ![b](glossa:image/x) [c](GLOSSA:x)`))).not.toMatch(/glossa/i);
  });

  test('tasks know where their brackets stand, also below others, and can be turned', () => {
    const source = '1. [ ] one\n   - [x] inner\n\n* [X] two\n';
    const boxes = elements(markdownTree(source)).filter((element) => element.tagName === 'input');
    const places = boxes.map((box) => Number(box.properties['dataTask']));
    expect(places.map((at) => source.slice(at, at + 3))).toEqual(['[ ]', '[x]', '[X]']);
    expect(toggledTask(source, places[0] ?? 0)).toBe(source.replace('[ ]', '[x]'));
    expect(toggledTask(source, places[2] ?? 0)).toBe(source.replace('[X]', '[ ]'));
    expect(toggledTask(source, 0)).toBe(source);
  });
});

describe('Chinese typography', () => {
  test('a formula keeps the bracket before it and the marks behind it, and the text stays as it was', () => {
    const tree = markdownTree('比例（$r$），而 $x$。');
    const kept = elements(tree).filter((element) => String(element.properties['className']) === 'kept-together');
    const ends = kept.map((element) =>
      [element.children[0], element.children.at(-1)].map((node) => node?.type === 'text' && node.value),
    );
    expect(ends).toEqual([
      ['（', '），'],
      [false, '。'],
    ]);
    expect(text(tree).startsWith('比例（')).toBe(true);
  });

  test('a line end between Han characters leaves no space, between words it does', () => {
    expect(text(markdownTree('旁注是\n读者写的。\n他们'))).toBe('旁注是读者写的。他们');
    expect(text(markdownTree('a gloss\nis 一\nword'))).toBe('a gloss\nis 一\nword');
  });

  test('air between Han and Latin is an empty element: the text stays as written, code and formulas untouched', () => {
    const source = '用BERT做微调，共110M参数。`代码code` $x中$';
    const plain = markdownTree(source);
    const spaced = withGaps(plain);
    expect(text(spaced)).toBe(text(plain));
    const gaps = elements(spaced).filter((element) => String(element.properties['className']) === 'han-latin-gap');
    expect(gaps).toHaveLength(4);
    expect(gaps.every((element) => element.children.length === 0)).toBe(true);
  });
});

describe('formulas', () => {
  test('are typeset with MathML beside them', () => {
    expect(names(markdownTree('Let $x^2$ be.'))).toContain('math');
  });

  test('written as $$…$$ alone on a line are displayed', () => {
    const isDisplayed = (source: string) =>
      elements(markdownTree(source)).some((element) =>
        String(element.properties['className']).includes('katex-display'),
      );
    expect(isDisplayed('$$x^2$$')).toBe(true);
    expect(isDisplayed('so $$x^2$$ it is')).toBe(false);
  });

  test('longer than the limit stay as they were written', () => {
    const long = `$${'x+'.repeat(FORMULA_LENGTH)}x$`;
    const tree = markdownTree(long);
    expect(names(tree)).not.toContain('math');
    expect(text(tree)).toContain('x+x+x');
  });

  test('that are wrong show their source instead of failing', () => {
    expect(text(markdownTree('$\\frac{1$'))).toContain('\\frac{1');
  });

  test('define macros for their own text only', () => {
    markdownTree('$\\gdef\\mine{y}\\mine$');
    expect(text(markdownTree('$\\mine$'))).toContain('\\mine');
  });
});

describe('living stretches', () => {
  const source = '> Paper: [A](https://a.org)\n\nWe show that\n1. one; \n2. two.\n\n首段。\n\n次段。\n';
  const at = (piece: string) => ({ start: source.indexOf(piece), end: source.indexOf(piece) + piece.length });
  const marked = (piece: string) =>
    elements(markdownTree(source, [{ id: 's', ...at(piece) }])).filter(
      (element) => element.properties['dataStretch'] === 's',
    );

  test('mark the quote that holds a paper line', () => {
    expect(marked('> Paper: [A](https://a.org)').map((element) => element.tagName)).toEqual(['blockquote']);
    expect(marked('Paper: [A](https://a.org)').map((element) => element.tagName)).toEqual(['blockquote']);
  });

  test('mark a list item by its whole line or by its words alone', () => {
    expect(marked('2. two.').map((element) => element.tagName)).toEqual(['li']);
    expect(marked('two.').map((element) => element.tagName)).toEqual(['li']);
    expect(marked('1. one;').map((element) => element.tagName)).toEqual(['li']);
    expect(marked('two').map((element) => element.tagName)).toEqual(['li']);
  });

  test('mark every paragraph of a passage, the first as first', () => {
    const found = marked('首段。\n\n次段。');
    expect(found.map((element) => element.tagName)).toEqual(['p', 'p']);
    expect(found.map((element) => element.properties['dataPart'])).toEqual(['first', 'more']);
  });

  test('mark the smallest element around words inside a paragraph', () => {
    expect(marked('show that').map((element) => [element.tagName, element.properties['dataPart']])).toEqual([
      ['p', 'around'],
    ]);
  });
});
