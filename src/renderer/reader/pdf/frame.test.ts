// Frames of real pages, opened by pdf.js itself: plain, with /Rotate, with a crop box off the origin, and turned views.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rect } from '#shared/text/model.ts';
import { clientBox, displayBox, distanceTo, frameOf, type PageFrame, pdfPoint, turnOf } from './frame.ts';

/** A PDF of empty pages with the given page entries. */
function pdfOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${index + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.map((entries) => `<< /Type /Page /Parent 2 0 R ${entries} >>`),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const at = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const PAGES = [
  '/MediaBox [0 0 600 800]',
  '/MediaBox [0 0 600 800] /Rotate 90',
  '/MediaBox [0 0 600 800] /CropBox [100 200 500 700]',
  '/MediaBox [0 0 600 800] /CropBox [100 200 500 700] /Rotate 270',
  '/MediaBox [0 0 600 800] /UserUnit 2',
];
let task: pdfjs.PDFDocumentLoadingTask;
let document: pdfjs.PDFDocumentProxy;

beforeAll(async () => {
  task = pdfjs.getDocument({ data: pdfOf(PAGES), verbosity: 0 });
  document = await task.promise;
});
afterAll(() => task.destroy());

async function frame(page: number, turn: 0 | 90 | 180 | 270 = 0, scale = 1.7): Promise<PageFrame> {
  const proxy = await document.getPage(page);
  return frameOf(proxy.getViewport({ scale, rotation: proxy.rotate + turn }), turn);
}
const close = (box: { left: number; top: number; width: number; height: number }) => ({
  left: Math.round(box.left * 100) / 100,
  top: Math.round(box.top * 100) / 100,
  width: Math.round(box.width * 100) / 100,
  height: Math.round(box.height * 100) / 100,
});

/** Words at the top left of the 600 x 800 page: 20 points from its left edge, 30 from its top, 100 wide and 10 high. */
const WORDS: Rect = [20, 760, 120, 770];

describe('a page’s frame', () => {
  it('has its origin at the top left and does not depend on the zoom of the viewport', async () => {
    for (const scale of [0.25, 1, 7]) {
      const plain = await frame(1, 0, scale);
      expect([plain.width, plain.height]).toEqual([600, 800]);
      expect(close(displayBox(plain, WORDS))).toEqual({ left: 20, top: 30, width: 100, height: 10 });
    }
  });

  it('turns with the page’s own /Rotate', async () => {
    const turned = await frame(2);
    expect([turned.width, turned.height]).toEqual([800, 600]);
    expect(close(displayBox(turned, WORDS))).toEqual({ left: 760, top: 20, width: 10, height: 100 });
  });

  it('turns with the view just as with the page', async () => {
    const byPage = await frame(2);
    const byView = await frame(1, 90);
    expect(displayBox(byView, WORDS)).toEqual(displayBox(byPage, WORDS));
    expect(byView.turn).toBe(90);
    expect(byPage.turn).toBe(0);
  });

  it('shows the crop box, wherever it lies', async () => {
    const cropped = await frame(3);
    expect([cropped.width, cropped.height]).toEqual([400, 500]);
    expect(close(displayBox(cropped, [100, 690, 150, 700]))).toEqual({ left: 0, top: 0, width: 50, height: 10 });
  });

  it('knows crop box and rotation together', async () => {
    const both = await frame(4);
    expect([both.width, both.height]).toEqual([500, 400]);
    // The crop box's bottom left corner comes to the bottom right when turned clockwise by 270.
    expect(close(displayBox(both, [100, 200, 110, 250]))).toEqual({ left: 450, top: 390, width: 50, height: 10 });
  });

  it('leads from any point of the screen back to the same point of the PDF, on every page and turn', async () => {
    const area = { left: 40, top: -130, width: 321, height: 457 };
    for (const page of [1, 2, 3, 4, 5]) {
      for (const turn of [0, 90, 180, 270] as const) {
        const here = await frame(page, turn);
        const point: Rect = [210, 333, 210, 333];
        const on = clientBox(here, area, point);
        const [x, y] = pdfPoint(here, area, on.left, on.top);
        expect(x).toBeCloseTo(210, 6);
        expect(y).toBeCloseTo(333, 6);
      }
    }
  });

  it('stretches to the area it is painted over', async () => {
    const plain = await frame(1);
    const area = { left: 10, top: 20, width: 300, height: 400 };
    expect(close(clientBox(plain, area, WORDS))).toEqual({ left: 20, top: 35, width: 50, height: 5 });
  });
});

describe('small geometry', () => {
  it('makes a turn of any angle', () => {
    expect([0, 90, 180, 270, 360, 450, -90, -360].map(turnOf)).toEqual([0, 90, 180, 270, 0, 90, 270, 0]);
  });

  it('measures how far a point is from a box', () => {
    const box = { left: 10, top: 10, width: 10, height: 10 };
    expect(distanceTo(box, 15, 12)).toBe(0);
    expect(distanceTo(box, 15, 25)).toBe(5);
    expect(distanceTo(box, 7, 6)).toBe(5);
  });
});
