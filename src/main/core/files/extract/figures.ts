// Where pictures stand on the pages of a document.

import type { Rect } from '#shared/text/model.ts';
import { roundPt } from '#shared/text/rects.ts';
import type { Pdfium } from './pdfium.ts';

/** PDFium's numbers for the objects of a page that are pictures: images, and forms, which figures are often put in as. */
const PICTURES = new Set([3, 5]);
const SMALLEST_PT = 24;
const MOST_OBJECTS = 5000;

/** The pictures of each page (0-based index), in PDF user space; small ones and backgrounds are left out. */
export function readFigures(pdfium: Pdfium, doc: number, pageCount: number): Rect[][] {
  const { api } = pdfium;
  const scratch = pdfium.allocate(16);
  const pages: Rect[][] = [];
  try {
    for (let index = 0; index < pageCount; index++) {
      const page = api.FPDF_LoadPage(doc, index);
      const found: Rect[] = [];
      pages.push(found);
      if (page === 0) continue;
      const size = [api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)] as const;
      const count = Math.min(api.FPDFPage_CountObjects(page), MOST_OBJECTS);
      for (let i = 0; i < count; i++) {
        const object = api.FPDFPage_GetObject(page, i);
        if (!PICTURES.has(api.FPDFPageObj_GetType(object))) continue;
        if (!api.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = pdfium.floats.subarray(scratch >> 2, (scratch >> 2) + 4);
        const isSmall = x2 - x1 < SMALLEST_PT || y2 - y1 < SMALLEST_PT;
        const isBackground = (x2 - x1) * (y2 - y1) > 0.85 * size[0] * size[1];
        if (!isSmall && !isBackground) found.push([roundPt(x1), roundPt(y1), roundPt(x2), roundPt(y2)]);
      }
      api.FPDF_ClosePage(page);
    }
  } finally {
    pdfium.free(scratch);
  }
  return pages;
}
