import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '#shared/text/pages.ts';
import { rawQuote } from '#shared/text/quote.ts';
import { rectsOf } from '#shared/text/rects.ts';
import type { PageText } from '#shared/text/model.ts';
import { documentText } from './document-text.ts';
import { openDocument, startPdfium, type Pdfium } from './pdfium.ts';
import { column, makePdf, type Piece, type TestPdf } from './test-pdf.ts';

let pdfium: Pdfium;

beforeAll(async () => {
  pdfium = await startPdfium();
});

function read(pdf: TestPdf): PageText[] {
  const doc = openDocument(pdfium, makePdf(pdf), '');
  if (typeof doc === 'string') throw new Error(doc);
  const pages = [...documentText(pdfium, doc, doc.pageCount)];
  doc.close();
  return pages.filter((page) => page !== undefined);
}

const readPage = (pieces: Piece[], page: Partial<TestPdf['pages'][number]> = {}): PageText => {
  const [only] = read({ pages: [{ pieces, ...page }] });
  if (only === undefined) throw new Error('no page');
  return only;
};

/** Paragraphs with the role of the block they begin in. */
const outline = (page: PageText): string[] =>
  page.paragraphs.map(({ start, end }) => {
    const role = page.blocks.find((block) => block.start <= start && start < block.end)?.role ?? '?';
    return `${role}: ${page.text.slice(start, end)}`;
  });

const LEFT = [
  'Networks that learn from many images',
  'have changed how pictures are read. A',
  'well-known finding is that deeper net-',
  'works do not always learn more, and a',
  'careful study of the recognition prob-',
  'lem shows why. The networks we build',
  'here follow a state-of-the-art design',
  'and show that the training of very big',
];
const RIGHT = [
  'networks is a problem of optimisation.',
  'We call this a well-',
  'known limit. It is met by a change of',
  'the layers, which we now describe, and',
  'by the experiments that come after it.',
  'All of them were made on one machine,',
  'with the images of a public set, and a',
  'fixed order. This ends the column now.',
];
const PAPER: Piece[] = [
  { text: 'A Title That Runs Over Both of the Columns', x: 110, y: 740, size: 18, font: 'F2' },
  ...column(LEFT, 50, 690),
  ...column(RIGHT, 320, 690),
  { text: '1 Data are at the usual place.', x: 50, y: 520, size: 7, font: 'F4' },
  { text: '7', x: 298, y: 30, size: 10 },
];

describe('a two-column page', () => {
  it('reads the title, the left column, the right column, the footnote and the page number, in that order', () => {
    const page = readPage(PAPER);
    expect(outline(page)).toEqual([
      'text: A Title That Runs Over Both of the Columns',
      expect.stringMatching(/^text: Networks that learn .* fixed order\. This ends the column now\.$/u),
      'footnote: 1 Data are at the usual place.',
      'footer: 7',
    ]);
  });

  it('joins the paragraph over the column, drops syllable hyphens and keeps those of compounds', () => {
    const { text } = readPage(PAPER);
    expect(text).toContain('deeper networks do not');
    expect(text).toContain('the recognition problem shows');
    expect(text).toContain('training of very big networks is a problem');
    expect(text).toContain('this a well-known limit');
  });

  it('leads from clean text back to what is printed', () => {
    const page = readPage(PAPER);
    const start = page.text.indexOf('deeper networks');
    expect(rawQuote(page, { start, end: start + 'deeper networks do'.length })).toBe('deeper net-\nworks do');
  });

  it('gives a line rectangle that covers its own line and no part of its neighbours', () => {
    const page = readPage(PAPER);
    const start = page.text.indexOf('have changed');
    const [rect, ...more] = rectsOf(page, { start, end: start + 'have changed how'.length });
    expect(more).toEqual([]);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect ?? [];
    expect(x1).toBeCloseTo(50, 0);
    expect(x2).toBeCloseTo(50 + 'have changed how'.length * 6, 0);
    expect(y1).toBeGreaterThan(666 + 7.4);
    expect(y1).toBeLessThan(678 - 2);
    expect(y2).toBeGreaterThan(678 + 7);
    expect(y2).toBeLessThan(690 - 2);
  });

  it('is the same when the content stream draws the right column first', () => {
    const swapped = [...column(RIGHT, 320, 690), ...column(LEFT, 50, 690)];
    expect(readPage(swapped).text).toBe(readPage([...column(LEFT, 50, 690), ...column(RIGHT, 320, 690)]).text);
  });

  it('puts a caption that stands in a paragraph after it', () => {
    const page = readPage([
      ...column(LEFT.slice(0, 4), 50, 690),
      { text: 'Figure 2. What is seen.', x: 50, y: 560, size: 8 },
      ...column(RIGHT, 320, 690),
    ]);
    expect(outline(page)[0]).toMatch(/learn more, and a networks is a problem/u);
    expect(outline(page).at(-1)).toBe('caption: Figure 2. What is seen.');
  });
});

describe('paragraphs', () => {
  it('begin at an indent', () => {
    const page = readPage([
      ...column(['  The first paragraph has two lines and', 'it ends with a full last line, just so.'], 50, 700),
      ...column(['  The second one is known by its indent,', 'and by nothing else at all, I must say.'], 50, 676),
    ]);
    expect(page.paragraphs).toHaveLength(2);
  });

  it('begin after a short last line', () => {
    const page = readPage(
      column(
        [
          'The first paragraph goes on for a while',
          'and ends.',
          'The second begins at the margin, and it',
          'is known by that.',
        ],
        50,
        700,
      ),
    );
    expect(page.paragraphs.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'The first paragraph goes on for a while and ends.',
      'The second begins at the margin, and it is known by that.',
    ]);
  });

  it('of a reference list begin at each number', () => {
    const page = readPage(
      column(
        [
          '[1] A. Author. A title that is long and',
          '    goes on. 2015.',
          '[2] B. Writer. Another title. 2016, and',
          '    its pages.',
        ],
        50,
        700,
      ),
    );
    expect(page.paragraphs).toHaveLength(2);
  });
});

describe('Chinese text', () => {
  it('has no spaces between lines and none inside stretched lines', () => {
    const page = readPage([
      { text: '深度学习方法在图像识', x: 50, y: 700, font: 'F5' },
      { text: '别中取得', x: 50, y: 684, font: 'F5' },
      { text: '了进展。', x: 93, y: 684, font: 'F5' },
    ]);
    expect(page.text).toBe('深度学习方法在图像识别中取得了进展。');
  });
});

describe('turned and cut pages', () => {
  it('keeps boxes in user space and tells the size as displayed', () => {
    const upright = readPage(column(['A line of text'], 100, 500));
    const turned = readPage(column(['A line of text'], 100, 500), { rotate: 90, crop: [40, 60, 440, 660] });
    expect(turned.lines).toEqual(upright.lines);
    expect(turned).toMatchObject({ width: 600, height: 400, rotation: 90, box: [40, 60, 440, 660] });
  });

  it('sets text along the margin apart, with its direction', () => {
    const page = readPage([
      ...column(LEFT, 80, 690),
      { text: 'arXiv:1512.03385v1 [cs.CV] 10 Dec 2015', x: 40, y: 300, size: 16, font: 'F3', turn: 90 },
    ]);
    expect(outline(page).at(-1)).toBe('margin: arXiv:1512.03385v1 [cs.CV] 10 Dec 2015');
    const stamp = page.lines.at(-1);
    expect(stamp?.dir).toBe(90);
    expect((stamp?.rect[3] ?? 0) - (stamp?.rect[1] ?? 0)).toBeGreaterThan(200);
    expect((stamp?.rect[2] ?? 0) - (stamp?.rect[0] ?? 0)).toBeLessThan(20);
  });

  it('reads a sideways page in its own direction', () => {
    const page = readPage([
      { text: 'The first line of it', x: 100, y: 100, turn: 90 },
      { text: 'and the second line', x: 112, y: 100, turn: 90 },
    ]);
    expect(page.text).toBe('The first line of it and the second line');
  });
});

describe('a whole document', () => {
  it('knows running heads by their coming back, and page labels by their number tree', () => {
    const body = (n: number): Piece[] => [
      { text: 'Journal of Tests', x: 50, y: 770, size: 9 },
      ...column(LEFT, 50, 700),
      { text: `Page ${String(n)}`, x: 500, y: 770, size: 9 },
    ];
    const pages = read({
      pages: [1, 2, 3].map((n) => ({ pieces: body(n) })),
      labels: '[0 << /S /r >> 2 << /S /D /St 5 >>]',
    });
    expect(pages.map((page) => page.label)).toEqual(['i', 'ii', '5']);
    expect(pages.map((page) => outline(page)[0])).toEqual([
      'header: Journal of Tests Page 1',
      'header: Journal of Tests Page 2',
      'header: Journal of Tests Page 3',
    ]);
    expect(pagesOf(pages).count).toBe(3);
  });

  it('keeps the promises of the model on every page', () => {
    for (const page of read({ pages: [{ pieces: PAPER }, { pieces: [] }, { pieces: column(LEFT, 80, 690) }] })) {
      expect(page.boxes).toHaveLength(page.text.length * 4);
      expect(page.paragraphs.map(({ start, end }) => page.text.slice(start, end)).join('\n')).toBe(page.text);
      for (const ranges of [page.lines, page.blocks]) {
        ranges.forEach((range, i) => expect(range.start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0));
      }
    }
  });
});
