import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSurvey } from './survey.ts';
import type { ParsedSurvey } from './types.ts';

const paper = '> Paper: [A study of margins](https://arxiv.org/abs/2001.00001)\n';

/** Every stretch of a parsed survey, with what must be found there. */
function stretches(read: ParsedSurvey): { start: number; end: number; line: number; words: string }[] {
  return [
    ...read.sections.map((s) => ({ ...s, words: '' })),
    ...read.papers.map((p) => ({ ...p, words: p.url ?? '' })),
    ...[...read.findings, ...read.passages].flatMap((f) =>
      f.parts.map((part) => ({ ...part, words: part.text.split('\n')[0] ?? '' })),
    ),
    ...read.references.map((r) => ({ ...r, words: r.raw })),
  ];
}

function expectInPlace(text: string, read: ParsedSurvey): void {
  for (const { start, end, line, words } of stretches(read)) {
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toContain(words);
    expect(text.slice(0, start).split(/\r\n|\n|\r/)).toHaveLength(line);
  }
}

describe('any text', () => {
  const lines = fc.constantFrom(
    '---',
    'title: x',
    '# H',
    '## References',
    '## 参考文献',
    '### Sub',
    '> Paper: [Some paper title](https://arxiv.org/abs/2001.00001)',
    '> 论文：边注研究综述',
    'The authors show that',
    '作者发现：',
    '1. A claim holds.',
    '- 一条结论成立。',
    '  - nested claim here',
    '\t* tabbed',
    '> quoted words here',
    '> > deeper',
    '$$',
    'x^2 $y$',
    '```',
    '![i](i.png)',
    'Smith, J. (2001). Some work. Notes, 1, 2.',
    '[^1]: A footnote of 2001',
    '[1] Smith. Work. 2001.',
    '| a | b |',
    '|---|---|',
    '<div>',
    '<!-- more -->',
    '',
    '',
    '😀 emoji 表情',
    '\u0000',
    '\u2028',
    '***',
    '[x]: https://x.org',
    '{% tag %}',
  );
  const text = fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: lines },
          { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
        ),
        { maxLength: 40 },
      ),
      fc.constantFrom('\n', '\r\n', '\r'),
    )
    .map(([all, end]) => all.join(end));

  it('is read without a throw, every block standing where it says', () => {
    fc.assert(
      fc.property(text, (markdown) => expectInPlace(markdown, parseSurvey(markdown))),
      { numRuns: 400 },
    );
  });

  it('loses no list item under a paper to another kind of line end', () => {
    const post = `## One\n${paper}\nThey show that\n1. one holds\n2. two holds\n\n总之很好，值得一读。\n`;
    const counts = ['\n', '\r\n', '\r'].map((end) => {
      const read = parseSurvey(post.replaceAll('\n', end));
      return [read.papers.length, read.findings.length, read.passages.length, read.findings[1]?.line];
    });
    expect(counts).toEqual([
      [1, 2, 1, 6],
      [1, 2, 1, 6],
      [1, 2, 1, 6],
    ]);
  });

  it.each([
    ['quotes', '>'.repeat(100_000)],
    ['lists', '- '.repeat(50_000)],
    ['indented lists', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n')],
    ['brackets', '['.repeat(200_000)],
    ['links', '[a](b '.repeat(50_000)],
    ['emphasis', '*a **b '.repeat(50_000)],
    ['footnotes', '[^a]'.repeat(30_000)],
    ['backticks', Array.from({ length: 2000 }, (_, i) => '`'.repeat(i % 300)).join(' ')],
    ['dollars', '$ a $$ '.repeat(40_000)],
    ['tags', '<a '.repeat(100_000)],
    ['entities', '&amp'.repeat(100_000)],
    ['tables', `|${'a|'.repeat(3000)}\n|${'-|'.repeat(3000)}\n${'|a'.repeat(3000)}`],
    ['autolinks', 'www.a.b/( '.repeat(20_000)],
    ['size', 'word '.repeat(2_000_000)],
    ['one line', 'x'.repeat(3_000_000)],
  ])(
    'made of nothing but %s does not hang',
    (_name, hostile) => {
      const begun = performance.now();
      const read = parseSurvey(`## One\n${paper}\n${hostile}`);
      expect(performance.now() - begun).toBeLessThan(10_000);
      expectInPlace(`## One\n${paper}\n${hostile}`, read);
    },
    20_000,
  );

  it('with an unclosed code block says where it begins', () => {
    expect(parseSurvey('# A\n\n```js\ncode\n# not a heading').warnings).toMatchObject([{ line: 3 }]);
    expect(parseSurvey('# A\n\n```js\ncode\n```\n').warnings).toEqual([]);
  });
});

const folder = join(process.env['GLOSSA_CORPUS'] ?? '/nowhere', 'surveys');

describe.skipIf(!existsSync(folder))('on the corpus (set GLOSSA_CORPUS to its folder)', () => {
  const posts = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name))
    : [];

  it.each(posts)('%s: every block stands where it says', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expectInPlace(text, parseSurvey(text));
  });

  it('the seed has nine references, two paper lines, four findings and one passage', () => {
    const name = posts.find((each) => each.startsWith('seed')) ?? '';
    const read = parseSurvey(readFileSync(join(folder, name), 'utf8'));
    expect([read.references.length, read.papers.length, read.findings.length, read.passages.length]).toEqual([
      9, 2, 4, 1,
    ]);
    expect(read.findings.map((f) => f.paper)).toEqual([0, 0, 0, 0]);
    expect(read.findings[0]?.context).toBe('Our experiments consistently demonstrated that');
    expect(read.passages[0]).toMatchObject({ paper: 0, primary: '' });
    expect(read.warnings).toEqual([]);
  });
});
