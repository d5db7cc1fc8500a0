// What is read out of a survey's text to show it: front matter, living stretches, the side the text does not say.
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { otherSide } from './other-side.ts';
import { bodyStretches, sectionStretch } from './stretches.ts';

describe('front matter', () => {
  const text =
    '---\ntitle: "[CV] A: b"\ndate: 2019-01-06 23:23:36\ntags:\n- One\n- Two\nlist: [x, "y"]\n---\n## Body\n';

  test('is cut at its fence, with keys and lists read', () => {
    const front = readFrontMatter(text);
    expect(text.slice(front?.end)).toBe('## Body\n');
    expect(front?.entries).toEqual([
      { key: 'title', values: ['[CV] A: b'] },
      { key: 'date', values: ['2019-01-06 23:23:36'] },
      { key: 'tags', values: ['One', 'Two'] },
      { key: 'list', values: ['x', 'y'] },
    ]);
  });

  test('is only what stands at the very start, with either line end', () => {
    expect(readFrontMatter(`\n${text}`)).toBeNull();
    expect(readFrontMatter('## Body\n---\na: b\n---\n')).toBeNull();
    expect(readFrontMatter('---\r\na: b\r\n---\r\nBody')?.end).toBe('---\r\na: b\r\n---\r\n'.length);
  });
});

describe('living stretches', () => {
  const text = '---\na: b\n---\n## One\r\n\r\n> Paper: [A](u)\n\n## Two\n';
  const block = {
    id: 'p',
    kind: 'paper' as const,
    entityId: 'e',
    start: text.indexOf('> Paper'),
    end: text.indexOf('\n\n## Two'),
    line: 6,
  };
  const from = readFrontMatter(text)?.end ?? 0;
  const body = text.slice(from);
  const found = bodyStretches(
    {
      text,
      blocks: [block],
      sections: [
        { title: 'One', depth: 2, line: 4 },
        { title: 'Two', depth: 2, line: 8 },
      ],
    },
    from,
  );
  const shown = (id: string) => {
    const stretch = found.find((one) => one.id === id);
    return stretch && body.slice(stretch.start, stretch.end);
  };

  test('point at the same words in the body as in the whole text', () => {
    expect(shown('p')).toBe('> Paper: [A](u)');
    expect(shown(sectionStretch(4))).toBe('## One\r\n');
    expect(shown(sectionStretch(8))).toBe('## Two\n');
  });

  test('leave out what lies in the front matter', () => {
    expect(bodyStretches({ text, blocks: [{ ...block, start: 4, end: 8 }], sections: [] }, from)).toEqual([]);
  });
});

describe('the side a survey does not say', () => {
  const text = 'We found that\n1. **fine-tuning** helps;\n';

  test('is the one that stands nowhere in it, markup and line breaks apart', () => {
    expect(otherSide({ primary: 'fine-tuning\nhelps;', secondary: '微调有效' }, text)).toBe('secondary');
    expect(otherSide({ primary: 'Tuning works', secondary: '微调有效' }, '微调有效。')).toBe('primary');
  });

  test('is none where one side is empty or both are said', () => {
    expect(otherSide({ primary: 'fine-tuning helps;', secondary: ' ' }, text)).toBeNull();
    expect(otherSide({ primary: 'fine-tuning helps;', secondary: '微调' }, `${text}微调`)).toBeNull();
  });
});
