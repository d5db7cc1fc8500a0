import { describe, expect, it } from 'vitest';
import { parseSurvey } from './survey.ts';
import type { ParsedSurvey } from './types.ts';
import { like } from '../../testing.ts';

const paper = '> Paper: [A study of margins](https://arxiv.org/abs/2001.00001)\n';
const under = (text: string): ParsedSurvey => parseSurvey(`## One\n${paper}\n${text}`);
const claims = (text: string): [string, string, string][] =>
  under(text).findings.map((f) => [f.primary, f.secondary, f.context]);
const comments = (text: string): [string, string][] => under(text).passages.map((p) => [p.primary, p.secondary]);
const named = (text: string): [string | null, string | null][] => parseSurvey(text).papers.map((p) => [p.title, p.url]);

describe('paper lines', () => {
  const url = 'https://arxiv.org/abs/2001.00001';
  it.each([
    [`> Paper: [A study](${url})`, 'A study', url],
    [`> **Paper**: [A study](${url})`, 'A study', url],
    [`> **Paper:** [A study](${url})`, 'A study', url],
    [`> 论文：[A study](${url})`, 'A study', url],
    [`> 论文标题: [边注研究](${url})`, '边注研究', url],
    [`> Title: [A study](${url})`, 'A study', url],
    [`> 原文：[A study](${url})`, 'A study', url],
    [`> paper：A study <${url}>`, 'A study', url],
    [`> Paper: A study. ${url}`, 'A study', url],
    [`> Paper: A study of margins, [PDF](${url})`, 'A study of margins', url],
    [`Paper: [A study](${url})`, 'A study', url],
    [`- Paper: [A study](${url})\n- Code: [here](https://github.com/a/b)`, 'A study', url],
    [`> Title: A study of margins\n> Link: ${url}`, 'A study of margins', url],
    [`> Paper: ["A study".](${url} "tip")`, 'A study', url],
    ['> Paper: A study without a link', 'A study without a link', null],
    [
      `> Paper: [A (nested) study](https://x.org/S0092-8674(18)30154-5?code=y)`,
      'A (nested) study',
      'https://x.org/S0092-8674(18)30154-5?code=y',
    ],
    [`## [A study in a heading](${url})`, 'A study in a heading', url],
  ])('reads %s', (line, title, address) => {
    expect(named(`## S\n${line}\n\ntext`)).toEqual([[title, address]]);
  });

  it.each([
    '> [@me](https://example.org/me)注：本文长期更新。',
    'The title: a word before a colon is no label for a paper.',
    '> 原文：The authors say it themselves.',
    '```\n> Paper: [x y](https://arxiv.org/abs/2001.00001)\n```',
    'See [Mixed papers](https://arxiv.org/abs/2001.00001) for more.',
    '## [My blog](https://example.org/blog)',
  ])('takes no paper from %s', (text) => {
    expect(named(`## S\n${text}`)).toEqual([]);
  });

  it('takes several in one section, in one quote or apart', () => {
    const two =
      '## S\n> Paper: [First one](https://a.org/1)\n> Paper: [Second one](https://a.org/2)\n\n说明文字在这里。\n\n> Paper: [Third one](https://a.org/3)\n\n1. It holds.\n';
    const read = parseSurvey(two);
    expect(read.papers.map((p) => [p.title, p.line])).toEqual([
      ['First one', 2],
      ['Second one', 3],
      ['Third one', 7],
    ]);
    expect(read.passages.map((p) => p.paper)).toEqual([0]);
    expect(read.findings.map((f) => f.paper)).toEqual([2]);
    expect(read.warnings).toMatchObject([{ line: 5, message: like(/First one/) as string }]);
  });

  it('takes several links of one line as several papers, a link to code as none', () => {
    const line =
      '> Papers: [The first of two works](https://a.org/1), [The second of two works](https://a.org/2) ([code](https://g.org))';
    expect(named(`## S\n${line}\n`).map(([, address]) => address)).toEqual(['https://a.org/1', 'https://a.org/2']);
    expect(named('## S\n> Paper: [The only work here](https://a.org/1) [code](https://g.org)\n')).toHaveLength(1);
  });

  it('may name one work in the heading and in the line below it', () => {
    const read = parseSurvey(
      '## [A study of margins](https://arxiv.org/abs/2001.00001)\n> Paper: [A study of margins](https://arxiv.org/pdf/2001.00001v2)\n\n- One claim.\n',
    );
    expect([read.papers.length, read.findings.length, read.warnings.length]).toEqual([2, 1, 0]);
  });

  it('reach over subsections, and end with their section', () => {
    const text = `## One\n${paper}\n### Deeper\n- A deep claim.\n\n### Own\n> Paper: [Inner work](https://a.org/i)\n\n- An inner claim.\n\n### After\n- An outer claim.\n\n## Two\n- No claim.\n\nNo passage.\n`;
    const read = parseSurvey(text);
    expect(read.findings.map((f) => [f.primary, f.paper])).toEqual([
      ['A deep claim.', 0],
      ['An inner claim.', 1],
      ['An outer claim.', 0],
    ]);
    expect(read.passages).toEqual([]);
  });
});

describe('findings', () => {
  it('are numbered or bulleted items, with the line that leads in to them', () => {
    expect(claims('We found that\n1. one thing; and\n2. another.\n')).toEqual([
      ['one thing; and', '', 'We found that'],
      ['another.', '', 'We found that'],
    ]);
    expect(claims('主要结论：\n\n* 第一条结论。\n* 第二条结论。\n')).toEqual([
      ['', '第一条结论。', '主要结论：'],
      ['', '第二条结论。', '主要结论：'],
    ]);
    expect(comments('We found that\n1. one thing.\n')).toEqual([]);
  });

  it('leave the sentences before the lead-in to the commentary', () => {
    const text = '方法很简单。作者在实验中发现：\n1. 第一点成立。\n';
    expect(comments(text)).toEqual([['', '方法很简单。']]);
    expect(claims(text)).toEqual([['', '第一点成立。', '作者在实验中发现：']]);
  });

  it('have no lead-in where the paragraph above is finished', () => {
    const text = '这篇文章发表在会议上，写得非常好。\n* 第一点成立。\n';
    expect(claims(text)).toEqual([['', '第一点成立。', '']]);
    expect(comments(text)).toHaveLength(1);
  });

  it('keep nested items as findings of their own, under the words above them', () => {
    const text =
      '- Training matters:\n  - more data helps\n  - longer runs help\n- Architecture does not.\n  1. depth is enough\n';
    expect(under(text).findings.map((f) => [f.primary, f.context, f.depth])).toEqual([
      ['more data helps', 'Training matters:', 1],
      ['longer runs help', 'Training matters:', 1],
      ['Architecture does not.', '', 0],
      ['depth is enough', 'Architecture does not.', 1],
    ]);
  });

  it('keep formulas and several lines in one claim, without the list indent', () => {
    expect(
      claims(
        '1. The loss is\n   bounded by $x$:\n   $$\n   x<1\n   $$\n2. [code](https://x.org)\n3. ![figure](f.png)\n',
      ),
    ).toEqual([['The loss is\nbounded by $x$:\n$$\nx<1\n$$', '', '']]);
  });

  it('stand in both languages where the item does', () => {
    const en = 'Fine-tuning improves Dice by 12.5% on CT scans.';
    const zh = '微调使 CT 扫描上的 Dice 提高了 12.5%。';
    const pair = [[en, zh, '']];
    expect(claims(`1. ${en}\n   ${zh}\n`)).toEqual(pair);
    expect(claims(`1. ${en}\n\n   ${zh}\n`)).toEqual(pair);
    expect(claims(`- ${en} / ${zh}\n`)).toEqual(pair);
    expect(claims(`1. ${zh}\n   ${en}\n`)).toEqual(pair);
  });

  it('are put together with the next list where it translates them one by one', () => {
    const text =
      'They find that\n1. UNet beats SegNet by 3.2%.\n2. ResNet50 needs 40 epochs.\n\n他们发现：\n- UNet 比 SegNet 高 3.2%。\n- ResNet50 需要 40 轮训练。\n';
    expect(claims(text)).toEqual([
      ['UNet beats SegNet by 3.2%.', 'UNet 比 SegNet 高 3.2%。', 'They find that'],
      ['ResNet50 needs 40 epochs.', 'ResNet50 需要 40 轮训练。', 'They find that'],
    ]);
  });

  it('are not taken from the reference list or from sections without a paper', () => {
    const read = parseSurvey(
      `## Intro\n- a point\n\n## One\n${paper}\n## References\n- Smith, J. (2001). Some work on margins. Notes, 1, 2.\n`,
    );
    expect(read.findings).toEqual([]);
    expect(read.references).toHaveLength(1);
  });
});

describe('passages', () => {
  it('go by script to their language, technical terms notwithstanding', () => {
    expect(
      comments('作者提出了一种 multi-scale attention network，在 ImageNet 上效果 better than ResNet。'),
    ).toMatchObject([['', expect.stringMatching(/^作者/) as string]]);
    expect(comments('The authors call this 注意力 (attention) and use it in each block.')).toMatchObject([
      [expect.stringMatching(/^The/) as string, ''],
    ]);
    const japanese = parseSurvey(`## S\n${paper}\nこの論文は良いです。\n`, { primary: 'ja', secondary: 'en' });
    expect(japanese.passages).toMatchObject([{ primary: 'この論文は良いです。', secondary: '' }]);
  });

  it('keep the Markdown as written, formulas and inline emphasis with it', () => {
    const text = '损失为：\n$$\nx^2\n$$\n其中$x$是```最重要的```量。';
    expect(
      comments(
        `${text}\n\n$$\ny\n$$\n\n![only](a.png)\n\n\`\`\`\ncode block\n\`\`\`\n\n$z$\n\n{% asset_img a.png %}\n\n[code](https://x.org)\n`,
      ),
    ).toEqual([['', text]]);
  });

  it('keep a quote with the line that announces it', () => {
    expect(comments('文中这样说：\n> It is what it is.\n')).toEqual([['', '文中这样说：\n> It is what it is.']]);
    expect(comments('> 作者自己的话。\n> 第二行。\n')).toEqual([['', '作者自己的话。\n第二行。']]);
  });

  it('pair a translation with the original next to it, and nothing else', () => {
    const en = 'The network is trained end to end on 120 CT volumes with a Dice loss.';
    const zh = '该网络使用 Dice 损失在 120 个 CT 体数据上进行端到端训练。';
    expect(comments(`${en}\n\n${zh}\n`)).toEqual([[en, zh]]);
    expect(comments(`${zh}\n\n${en}\n\nMore of it.\n`)).toEqual([
      [en, zh],
      ['More of it.', ''],
    ]);
    expect(comments(`${en}\n${zh}\n`)).toEqual([[en, zh]]);
    expect(comments(`> ${en}\n\n${zh}\n`)).toEqual([[en, zh]]);
    expect(
      comments(`${en}\n\n我个人觉得这篇文章写得很一般，没有什么新意，不太推荐大家阅读，除非你对这个方向特别感兴趣。\n`),
    ).toHaveLength(2);
    expect(comments(`${en}\n\n- A claim.\n\n${zh}\n`)).toHaveLength(2);
  });

  it('come only from below a paper', () => {
    expect(
      parseSurvey(`Prose first.\n\n## S\n更多文字在这里。\n\n## T\n${paper}\n## U\nAnd the end.\n`).passages,
    ).toEqual([]);
  });
});

describe('references', () => {
  it.each([
    'References',
    'Reference',
    '参考文献',
    'Bibliography',
    '6. References',
    '⚪ 参考文献',
    'References 参考文献',
    '参考文献 (References):',
    'Works Cited',
    'VI. REFERENCES',
  ])('stand under “%s”', (title) => {
    const { references, sections } = parseSurvey(
      `# A\n\n## ${title}\n1. One, A. (2001). First work on this. Notes.\n2. Two, B. (2002). Second work on that. Notes.\n\n## Thanks\n- to all\n`,
    );
    expect(references.map((r) => [r.line, r.fields.title])).toEqual([
      [4, 'First work on this'],
      [5, 'Second work on that'],
    ]);
    expect(sections.map((s) => s.isReferences)).toEqual([false, true, false]);
  });

  it('do not stand under headings that only mention them', () => {
    expect(parseSurvey('## Reference architectures\n- one\n\n## 参考实现\n- two\n').references).toEqual([]);
  });

  it('may be footnotes, numbered lines, plain paragraphs or definitions', () => {
    const text =
      '**References**\n\n[1] One, A. (2001). First work on this. Notes.\n[2] Two, B. (2002). Second work,\non two lines. Notes.\n\n[^x]: Three, C. (2003). Third work on this. Notes.\n\nFour, D. (2004). Fourth work on this. Notes.\n\n[y]: https://arxiv.org/abs/2001.00001\n';
    const { references } = parseSurvey(text);
    expect(references.map((r) => [r.line, r.fields.year, r.fields.arxivId])).toEqual([
      [3, 2001, null],
      [4, 2002, null],
      [7, 2003, null],
      [9, 2004, null],
      [11, null, '2001.00001'],
    ]);
  });

  it('are kept raw, with a warning where no title is found', () => {
    const { references, warnings } = parseSurvey('## References\n- https://x.org/a.pdf\n- ...\n');
    expect(references.map((r) => r.raw)).toEqual(['https://x.org/a.pdf', '...']);
    expect(warnings.map((w) => w.line)).toEqual([2, 3]);
  });
});
