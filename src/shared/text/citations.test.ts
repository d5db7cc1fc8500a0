import { describe, expect, it } from 'vitest';
import { findFigures, mentionsIn } from './captions.ts';
import { citationsIn, findReferences, titleOf } from './citations.ts';
import { NO_HABITS } from './habits.ts';
import { makePage, type PrintedBlock } from './test-page.ts';
import { wordsOf } from './words.ts';

/** One page of paragraphs, each a block, from the top down. */
const pageOf = (number: number, ...paragraphs: (string | (Pick<PrintedBlock, 'role'> & { text: string }))[]) =>
  wordsOf(
    makePage(
      paragraphs.map((paragraph, index): PrintedBlock => {
        const { text, role = 'text' } = typeof paragraph === 'string' ? { text: paragraph } : paragraph;
        return { lines: [{ text, x: 50, y: 740 - index * 40 }], role };
      }),
      NO_HABITS,
      number,
    ),
  );

/** What is cited where: the words and the entries they lead to. */
const cited = (pages: ReturnType<typeof pageOf>[], page = 0) => {
  const references = findReferences(pages);
  const one = pages[page]!;
  return citationsIn(one, references).map(
    ({ start, end, references: found }) =>
      `${one.text.slice(start, end)} -> ${found.map((index) => references[index]?.label ?? `${references[index]?.author} ${references[index]?.year}`).join(', ')}`,
  );
};

describe('references by number', () => {
  const pages = [
    pageOf(1, 'As shown [1], and later [2, 3] and [1–3]; but see [9] and x[0].'),
    pageOf(
      2,
      'References',
      '[1] J. Achterberg and C. Nwosu, “Eleven to one,” Reading Letters, 2025. [2] P. Lindqvist, “The comfort of the',
      'yellow line,” Journal, 2024.',
      '[3] H. Marchetti, “Ready-made glosses [Review],” 2026.',
      'Appendix A. More of it',
    ),
  ];

  it('are cut at their numbers, wherever paragraphs end', () => {
    expect(findReferences(pages).map(({ label, text }) => `${label} ${text}`)).toEqual([
      '1 J. Achterberg and C. Nwosu, “Eleven to one,” Reading Letters, 2025.',
      '2 P. Lindqvist, “The comfort of the yellow line,” Journal, 2024.',
      '3 H. Marchetti, “Ready-made glosses [Review],” 2026.',
    ]);
  });

  it('are cited one by one, in lists and in ranges, but not within the list', () => {
    expect(cited(pages)).toEqual(['[1] -> 1', '[2, 3] -> 2, 3', '[1–3] -> 1, 2, 3']);
    expect(cited(pages, 1)).toEqual([]);
  });

  it('may be numbered with dots, in Chinese too', () => {
    const chinese = [
      pageOf(1, '已有研究[2]表明。'),
      pageOf(
        2,
        '参考文献',
        '[1] 温以澄. 空间邻近与批注阅读[J]. 阅读与认知, 2027.',
        '[2] 沈亦舟，顾听澜. 双语旁注[J]. 2030.',
      ),
    ];
    expect(cited(chinese)).toEqual(['[2] -> 2']);
    const dotted = [
      pageOf(1, 'x'),
      pageOf(2, '7. References', '1. Smith A. One. 2001.', '2. Lee B. Two. 2002.', '3. Wu C. Three. 2003.'),
    ];
    expect(findReferences(dotted).map(({ label }) => label)).toEqual(['1', '2', '3']);
  });
});

describe('references by author and year', () => {
  const pages = [
    pageOf(
      1,
      'Marks help (Smith et al., 2018; Müller & Li, 2019b), as Smith, Lee, and Wu (2018) say; van Dyck (2001) and nobody (1999) do not. In Smith’s 2018 words.',
    ),
    pageOf(
      2,
      'REFERENCES',
      'Müller, A., & Li, B. (2019a). One thing. Journal, 2, 1–3.',
      'Müller, A., & Li, B. (2019b). Another thing. Journal, 2, 4–9.',
      'Smith, J., Lee, K., & Wu, C. (2018). Marks in the margin: A study of 1999',
      'readers. Journal of Marks, 3.',
      'van Dyck, P. (2001). Painting. Press.',
    ),
  ];

  it('are found by the first author and the year', () => {
    expect(cited(pages)).toEqual([
      'Smith et al., 2018 -> smith 2018',
      'Müller & Li, 2019b -> muller 2019b',
      'Smith, Lee, and Wu (2018 -> smith 2018',
      'van Dyck (2001 -> dyck 2001',
      'Smith’s 2018 -> smith 2018',
    ]);
  });

  it('say their title in each style', () => {
    expect(titleOf('Smith, J. (2018). Marks in the margin: A study. Journal, 3.')).toBe('Marks in the margin: A study');
    expect(titleOf('P. Lindqvist, “The comfort of the yellow line,” Journal, 2024.')).toBe(
      'The comfort of the yellow line',
    );
    expect(titleOf('Smith A, Lee B. The margins of error in reading. J Read. 2001;3:1.')).toBe(
      'The margins of error in reading',
    );
  });
});

describe('figures and tables', () => {
  const pages = [
    pageOf(
      1,
      'Text above the figure.',
      { text: 'axis', role: 'float' },
      { text: 'Figure 2. What was seen.', role: 'caption' },
      'See Fig. 2a and Table 1, figure 7.',
    ),
    pageOf(
      2,
      { text: 'Table 1: Means.', role: 'caption' },
      { text: '1 2 3', role: 'float' },
      'As in 图2 and Figure 2.',
    ),
  ];
  const figures = findFigures(pages);

  it('are named by their captions, with the part of the page above or below', () => {
    expect(figures.map(({ name, page }) => `${name} on ${String(page)}`)).toEqual(['figure 2 on 1', 'table 1 on 2']);
    const [figure, table] = figures;
    // Lines stand at 740, 700, 660, 620.
    expect(figure?.rect[1]).toBeLessThan(660);
    expect(figure?.rect[3]).toBeGreaterThan(700);
    expect(figure?.rect[3]).toBeLessThan(752);
    expect(table?.rect[3]).toBeGreaterThan(740);
    expect(table?.rect[1]).toBeLessThan(700);
  });

  it('are mentioned in the text, not by their own captions', () => {
    const mentioned = (index: number) =>
      mentionsIn(pages[index]!, figures).map(
        ({ start, end, figure }) => `${pages[index]!.text.slice(start, end)} -> ${figures[figure]?.name}`,
      );
    expect(mentioned(0)).toEqual(['Fig. 2a -> figure 2', 'Table 1 -> table 1']);
    expect(mentioned(1)).toEqual(['图2 -> figure 2', 'Figure 2 -> figure 2']);
  });
});
