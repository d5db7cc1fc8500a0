// Reading order where pages are not simply columns: sidebars, abstracts across columns, tables at a chart, formulas.

import { beforeAll, describe, expect, it } from 'vitest';
import { documentText } from './document-text.ts';
import { openDocument, startPdfium, type Pdfium } from './pdfium.ts';
import { column, makePdf, type Piece } from './test-pdf.ts';

let pdfium: Pdfium;

beforeAll(async () => {
  pdfium = await startPdfium();
});

/** Paragraphs of a page of these pieces, each with the role of its block. */
function outline(pieces: Piece[]): string[] {
  const doc = openDocument(pdfium, makePdf({ pages: [{ pieces }] }), '');
  if (typeof doc === 'string') throw new Error(doc);
  const [page] = [...documentText(pdfium, doc, 1)];
  doc.close();
  if (page === undefined) throw new Error('no page');
  return page.paragraphs.map(({ start, end }) => {
    const role = page.blocks.find((block) => block.start <= start && start < block.end)?.role ?? '?';
    return `${role}: ${page.text.slice(start, end)}`;
  });
}

const LEFT = [
  'Readers who write short notes at the',
  'margin remember more of an article one',
  'week later than readers who do not, as',
  'several studies have found by now, and',
  'nobody knows why this should be so. It',
  'may be that writing slows the reader,',
  'or that a note is a question asked, so',
];
const RIGHT = [
  'that the answer is looked for. We want',
  'to know which of the two it is, and so',
  'we asked sixty readers to write notes,',
  'or to copy words, or only to read. All',
  'came back after one week, and answered',
  'the questions we had made for them. We',
  'report what they knew, and what not.',
];

describe('a page that is not simply columns', () => {
  it('reads an abstract in small print across both columns before them, and no footnote of it', () => {
    const found = outline([
      { text: 'A Title Above It All', x: 50, y: 740, size: 18, font: 'F2' },
      {
        text: 'Summary. In small print across the page we say what was found by us, and what was not, and we also say why this matters to readers',
        x: 50,
        y: 700,
        size: 8,
      },
      { text: 'that notes were of help to those who wrote them.', x: 50, y: 690, size: 8 },
      ...column(LEFT, 50, 650),
      ...column(RIGHT, 320, 650),
    ]);
    expect(found.map((each) => each.slice(0, 18))).toEqual(
      ['text: A Title Above', 'text: Summary. In s', 'text: Readers who w'].map((each) => each.slice(0, 18)),
    );
  });

  it('reads a sidebar of small print after the title and the text beside it', () => {
    const found = outline([
      ...column(
        [
          'Citation: A. Author',
          '(2014) A Title',
          'Editor: B. Other',
          'Received: May 17',
          'Accepted: June 8',
          'Licence: CC BY',
        ],
        36,
        640,
        { size: 7, font: 'F1' },
      ),
      { text: 'A Title Beside the Sidebar', x: 200, y: 700, size: 18, font: 'F2' },
      ...column(
        LEFT.map((line) => `${line} and ${line}`.slice(0, 60)),
        200,
        660,
      ),
    ]);
    expect(found[0]).toBe('text: A Title Beside the Sidebar');
    expect(found[1]).toMatch(/^text: Readers who/u);
    expect(found.findIndex((each) => each.includes('Citation'))).toBeGreaterThan(1);
  });

  it('keeps the cells of the last row of a table with it when a chart stands below', () => {
    const row = (y: number, cells: [number, string][]): Piece[] => cells.map(([x, text]) => ({ text, x, y, size: 8 }));
    const found = outline([
      ...row(600, [
        [50, 'Share of the text highlighted'],
        [200, 'Readers'],
        [260, 'Correct'],
      ]),
      ...row(588, [
        [50, 'less than ten percent of it'],
        [200, '19'],
        [260, '73.9'],
      ]),
      ...row(576, [
        [50, 'more than thirty percent of it'],
        [200, '14'],
        [260, '62.2'],
      ]),
      ...[100, 80, 60, 40].map((n, i): Piece => ({ text: String(n), x: 60, y: 540 - i * 25, size: 7 })),
      ...[0, 10, 20, 30, 40].map((n, i): Piece => ({ text: String(n), x: 80 + i * 45, y: 455, size: 7 })),
      { text: 'Share of the text', x: 130, y: 444, size: 7 },
    ]);
    expect(found.join('\n')).toMatch(/more than thirty percent of it 14 62\.2/u);
  });
});

describe('a line', () => {
  it('takes up a sign that is drawn after it, where the gap for it is', () => {
    const [text] = outline([
      { text: 'Passage', x: 50, y: 700, font: 'F4' },
      { text: 'has a weight, and this is the value', x: 101, y: 700, font: 'F4' },
      { text: 'of reading it. The sum is the total.', x: 50, y: 688, font: 'F4' },
      { text: 'i', x: 95.5, y: 700, font: 'F3' },
    ]);
    expect(text).toBe('text: Passage i has a weight, and this is the value of reading it. The sum is the total.');
  });
});
