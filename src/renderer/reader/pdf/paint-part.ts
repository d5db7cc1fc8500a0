// Paints a part of a page into a canvas of its own, for previews.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Rect } from '#shared/text/model.ts';
import { displayBox, frameOf } from './frame.ts';

/** Pixels of a side beyond which a preview is not painted larger. */
const MAX_SIDE = 2400;

/** The part `rect` of a page (PDF points), upright, `widthPx` CSS pixels wide; null where it cannot be painted. */
export async function paintPart(
  document: PDFDocumentProxy,
  number: number,
  rect: Rect,
  widthPx: number,
): Promise<HTMLCanvasElement | null> {
  try {
    const page = await document.getPage(number);
    const whole = page.getViewport({ scale: 1 });
    const box = displayBox(frameOf(whole, 0), rect);
    if (box.width < 1 || box.height < 1) return null;
    const scale = Math.min(
      (widthPx * Math.min(window.devicePixelRatio, 2)) / box.width,
      MAX_SIDE / Math.max(box.width, box.height),
    );
    const viewport = page.getViewport({ scale, offsetX: -box.left * scale, offsetY: -box.top * scale });
    const canvas = window.document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(box.width * scale));
    canvas.height = Math.max(1, Math.round(box.height * scale));
    await page.render({ canvas, viewport }).promise;
    return canvas;
  } catch {
    // A preview that cannot be painted is no preview; the page itself tells what is wrong with it.
    return null;
  }
}
