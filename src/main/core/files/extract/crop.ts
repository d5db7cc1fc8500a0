// Draws a part of a page: pictures of areas, and the before and after of marks that moved.

import type { Rect } from '#shared/text/model.ts';
import { encodePng } from './png.ts';
import type { ImageMessage } from './protocol.ts';
import type { Pdfium } from './pdfium.ts';

/** RGBA order; the file's own annotations are left out. */
const FLAGS = 0x10;
const BGRA = 4;
const MAX_SIDE_PX = 4096;

export type Pixels = { rgba: Uint8Array; width: number; height: number; stride: number };

/**
 * The pixels of a part of a page (1-based; `rect` in PDF user space, points), `widthPx` wide as displayed, on white.
 * Undefined when PDFium cannot load the page or the part is empty.
 */
export function renderPart(pdfium: Pdfium, doc: number, page: number, rect: Rect, widthPx: number): Pixels | undefined {
  const { api } = pdfium;
  const handle = api.FPDF_LoadPage(doc, page - 1);
  if (handle === 0) return undefined;
  const scratch = pdfium.allocate(16);
  try {
    const [pageWidth, pageHeight] = [api.FPDF_GetPageWidthF(handle), api.FPDF_GetPageHeightF(handle)];
    // Rotation and crop box are PDFium's to know: the part's corners on a page drawn a hundred pixels a point.
    const unit = 100;
    const corner = (x: number, y: number): [number, number] => {
      api.FPDF_PageToDevice(handle, 0, 0, pageWidth * unit, pageHeight * unit, 0, x, y, scratch, scratch + 4);
      const view = new DataView(pdfium.bytes.buffer, scratch, 8);
      return [view.getInt32(0, true) / unit, view.getInt32(4, true) / unit];
    };
    const [a, b] = [corner(rect[0], rect[1]), corner(rect[2], rect[3])];
    const [left, top] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
    const [wide, high] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    if (wide <= 0 || high <= 0) return undefined;
    const scale = Math.min(widthPx / wide, MAX_SIDE_PX / high, MAX_SIDE_PX / wide);
    const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
    const stride = width * BGRA;
    const pixels = pdfium.allocate(stride * height);
    const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRA, pixels, stride);
    try {
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      const size = [Math.round(pageWidth * scale), Math.round(pageHeight * scale)] as const;
      api.FPDF_RenderPageBitmap(bitmap, handle, Math.round(-left * scale), Math.round(-top * scale), ...size, 0, FLAGS);
      return { rgba: pdfium.bytes.slice(pixels, pixels + stride * height), width, height, stride };
    } finally {
      api.FPDFBitmap_Destroy(bitmap);
      pdfium.free(pixels);
    }
  } finally {
    pdfium.free(scratch);
    api.FPDF_ClosePage(handle);
  }
}

/** {@link renderPart} as a PNG. */
export function renderCrop(
  pdfium: Pdfium,
  doc: number,
  page: number,
  rect: Rect,
  widthPx: number,
): ImageMessage | undefined {
  const part = renderPart(pdfium, doc, page, rect, widthPx);
  if (!part) return undefined;
  const png = encodePng(part.rgba, part.width, part.height, part.stride);
  return { type: 'crop', page, png: Buffer.from(png).toString('base64'), widthPx: part.width, heightPx: part.height };
}
