// A highlight's rectangles against the ink: a page is painted, and the dark pixels of the marked words lie under the
// rectangles, those of other lines do not. Latin, Chinese, turned by a quarter, superscripts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PageText, Rect } from '#shared/text/model.ts';
import { gapBetween } from '#shared/text/anchor-shape.ts';
import { rectsOf } from '#shared/text/rects.ts';
import { renderPart } from '../files/extract/crop.ts';
import { documentText } from '../files/extract/document-text.ts';
import { openDocument, startPdfium, type OpenDocument, type Pdfium } from '../files/extract/pdfium.ts';
import { column, makePdf, type Piece } from '../files/extract/test-pdf.ts';

const SAMPLES = join(import.meta.dirname, '../../../../resources/sample/papers');
let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await startPdfium();
});

/** Pixels a point, and the darkness that counts as ink. */
const SCALE = 3;
const DARK = 128;

type Painted = { page: PageText; isDark: (x: number, y: number) => boolean };

/** A page as text and as ink; points of its upright page, origin bottom left. */
function paint(doc: OpenDocument, number: number): Painted {
  const page = [...documentText(pdfium, doc, doc.pageCount)][number - 1];
  if (!page || page.rotation !== 0) throw new Error('no upright page');
  const [x1, y1, x2, y2] = page.box;
  const part = renderPart(pdfium, doc.handle, number, page.box, (x2 - x1) * SCALE);
  if (!part) throw new Error('not painted');
  const scale = part.width / (x2 - x1);
  return {
    page,
    isDark: (x, y) => {
      const column_ = Math.floor((x - x1) * scale);
      const row = Math.floor((y2 - y) * scale);
      const at = row * part.stride + column_ * 4;
      return (part.rgba[at] ?? 255) < DARK && y > y1;
    },
  };
}

const open = (bytes: Uint8Array): OpenDocument => {
  const doc = openDocument(pdfium, bytes, '');
  if (typeof doc === 'string') throw new Error(doc);
  return doc;
};

/** Dark pixels in a rectangle, each as a point. */
function* inkIn({ isDark }: Painted, [x1, y1, x2, y2]: Rect): Generator<[number, number]> {
  const step = 1 / SCALE;
  for (let y = y1; y <= y2; y += step) for (let x = x1; x <= x2; x += step) if (isDark(x, y)) yield [x, y];
}

const isIn = (rects: readonly Rect[], x: number, y: number, ease: number): boolean =>
  rects.some(([x1, y1, x2, y2]) => x >= x1 - ease && x <= x2 + ease && y >= y1 - ease && y <= y2 + ease);

/** Shares of ink: of the words' own that the rectangles cover, and of the other lines' that they cover too. */
function cover(painted: Painted, start: number, end: number): { own: number; others: number; dark: number } {
  const { page } = painted;
  const rects = rectsOf(page, { start, end });
  const lines = page.lines.filter((line) => line.start < end && line.end > start);
  const words = lines.flatMap((line) =>
    rectsOf(page, { start: Math.max(start, line.start), end: Math.min(end, line.end) }),
  );
  let [dark, covered] = [0, 0];
  for (const word of words) {
    // A point around the words: ink that sticks out of their boxes is looked for too.
    const around: Rect = [word[0], word[1] - 1, word[2], word[3] + 1];
    for (const [x, y] of inkIn(painted, around)) {
      dark++;
      if (isIn(rects, x, y, 0.5)) covered++;
    }
  }
  let [foreign, wrong] = [0, 0];
  for (const line of page.lines) {
    // Lines far away are under no rectangle.
    if (lines.includes(line) || !rects.some((rect) => gapBetween(rect, line.rect) < 6)) continue;
    for (const [x, y] of inkIn(painted, line.rect)) {
      foreign++;
      if (isIn(rects, x, y, -0.3)) wrong++;
    }
  }
  return { own: dark === 0 ? 0 : covered / dark, others: foreign === 0 ? 0 : wrong / foreign, dark };
}

function check(painted: Painted, words: string): void {
  const start = painted.page.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  const { own, others, dark } = cover(painted, start, start + words.length);
  expect(dark).toBeGreaterThan(40);
  expect(own).toBeGreaterThan(0.985);
  expect(others).toBeLessThan(0.002);
}

const LATIN = [
  'Readers who gloss a page remember',
  'more of it (y, g, j hang below) and',
  'forget less than those who do not',
];

describe('the rectangles of a highlight and the ink of its words', () => {
  test('Latin, line by line and over a line’s end', () => {
    const painted = paint(open(makePdf({ pages: [{ pieces: column(LATIN, 60, 700, { font: 'F3' }) }] })), 1);
    check(painted, 'more of it (y, g, j hang below)');
    check(painted, 'page remember more of it');
    check(painted, 'gloss');
  });

  test('words that run upwards beside others', () => {
    const turned: Piece[] = [
      ...LATIN.map((text, i): Piece => ({ text, x: 100 + i * 12, y: 100, font: 'F3', turn: 90 })),
      ...column(['Upright words to tell the way of the page', 'with a second line of them below it'], 200, 700),
    ];
    const painted = paint(open(makePdf({ pages: [{ pieces: turned }] })), 1);
    check(painted, 'more of it (y, g, j hang below)');
    check(painted, 'Upright words');
  });

  test('a superscript, and the line above it', () => {
    const pieces: Piece[] = [
      { text: 'The line above hangs low: gypsy jig', x: 60, y: 712, font: 'F3' },
      { text: 'as was shown before', x: 60, y: 700, font: 'F3' },
      { text: '12', x: 141, y: 704, size: 6, font: 'F3' },
      { text: 'and again', x: 151, y: 700, font: 'F3' },
      { text: 'The line below stands tall: bdfhkl', x: 60, y: 688, font: 'F3' },
    ];
    const painted = paint(open(makePdf({ pages: [{ pieces }] })), 1);
    const start = painted.page.text.indexOf('shown before');
    const end = painted.page.text.indexOf('and again') + 9;
    const { own, others } = cover(painted, start, end);
    expect(own).toBeGreaterThan(0.985);
    expect(others).toBeLessThan(0.002);
  });

  test('every sentence of a shipped paper, with its two columns and footnotes', () => {
    const painted = paint(open(readFileSync(join(SAMPLES, 'glosses-at-the-margin.pdf'))), 1);
    const { page } = painted;
    let [sentences, wrong, uncovered] = [0, 0, 0];
    for (const block of page.blocks.filter(({ role }) => role === 'text')) {
      for (const found of page.text.slice(block.start, block.end).matchAll(/[^.]{30,}\./gu)) {
        const { own, others, dark } = cover(
          painted,
          block.start + found.index,
          block.start + found.index + found[0].length,
        );
        if (dark === 0) continue;
        sentences++;
        if (own < 0.97) uncovered++;
        if (others > 0.004) wrong++;
      }
    }
    expect(sentences).toBeGreaterThan(8);
    expect([uncovered, wrong]).toEqual([0, 0]);
  });

  test.skipIf(!process.env['GLOSSA_CORPUS'])('Chinese as it is printed (GLOSSA_CORPUS)', () => {
    const path = join(process.env['GLOSSA_CORPUS'] ?? '', 'papers/cjk/biblatex-gb7714-2015.pdf');
    const painted = paint(open(readFileSync(path)), 5);
    const { page } = painted;
    const lines = page.lines.filter(({ start, end }) => /\p{Script=Han}{6}/u.test(page.text.slice(start, end)));
    expect(lines.length).toBeGreaterThan(5);
    for (const { start, end } of lines.slice(0, 8)) {
      const { own, others, dark } = cover(painted, start, end);
      if (dark < 40) continue;
      expect(own).toBeGreaterThan(0.97);
      expect(others).toBeLessThan(0.004);
    }
  });
});
