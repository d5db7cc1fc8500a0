// Renders a page to a small image. Only for thumbnails and covers: reading pages is painted by another engine.

import { encodePng } from './png.ts';
import type { ImageMessage } from './protocol.ts';
import type { Pdfium } from './pdfium.ts';

/** RGBA order instead of BGRA; annotations drawn as well. */
const FLAGS = 0x10 | 0x01;
const BGRA = 4;
/** A page is at most this much higher than wide in a thumbnail; longer ones are squeezed. */
const MAX_RATIO = 4;

/** The page (1-based) as a PNG `widthPx` wide on white, or undefined when PDFium cannot load it. */
export function renderThumbnail(
  pdfium: Pdfium,
  doc: number,
  page: number,
  widthPx: number,
  type: ImageMessage['type'],
): ImageMessage | undefined {
  const { api } = pdfium;
  const handle = api.FPDF_LoadPage(doc, page - 1);
  if (handle === 0) return undefined;
  const ratio = api.FPDF_GetPageHeightF(handle) / Math.max(api.FPDF_GetPageWidthF(handle), 0.001);
  const width = Math.min(Math.max(Math.round(widthPx), 16), 2048);
  const height = Math.max(1, Math.round(width * Math.min(Math.max(ratio, 1 / MAX_RATIO), MAX_RATIO)));
  const stride = width * 4;
  const pixels = pdfium.allocate(stride * height);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRA, pixels, stride);
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    api.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, FLAGS);
    const png = encodePng(pdfium.bytes.subarray(pixels, pixels + stride * height), width, height, stride);
    return { type, page, png: Buffer.from(png).toString('base64'), widthPx: width, heightPx: height };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
    pdfium.free(pixels);
    api.FPDF_ClosePage(handle);
  }
}
