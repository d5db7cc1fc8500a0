// Cropping: pages shown without their margins. pdf.js takes a page's box from its proxy; there it is narrowed, so that
// everything that asks for the page's viewport, ours and pdf.js's, agrees.
import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PDFPageView, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { Rect } from '#shared/text/model.ts';

/** What to show of a page (1-based), in PDF user space; null for all of it. */
export type CropOf = (page: number) => Rect | null;

/** What a page's proxy knows of it; pdf.js keeps it to itself, its version is pinned. */
type PageInfo = { view: number[] };

/** The crop of one document. */
export class Crop {
  readonly #api: typeof pdfjs;
  readonly #whole = new Map<number, number[]>();
  #crop: CropOf | null = null;

  /** Makes every page the document gives out a cropped one from now on. */
  constructor(api: typeof pdfjs, document: PDFDocumentProxy) {
    this.#api = api;
    const get = document.getPage.bind(document);
    document.getPage = async (number) => {
      const page = await get(number);
      this.#apply(page);
      return page;
    };
  }

  /** Changes what is shown of the pages; those the viewer has are shown anew. */
  set(viewer: PDFViewer, crop: CropOf | null): void {
    this.#crop = crop;
    for (let index = 0; index < viewer.pagesCount; index++) {
      const view = viewer.getPageView(index) as PDFPageView | undefined;
      // The declared type of a view's page is anything.
      const page = view?.pdfPage as PDFPageProxy | null | undefined;
      if (!view || !page || !this.#apply(page)) continue;
      view.setPdfPage(page);
      // pdf.js takes a page of the same rotation for one of the same size.
      this.#api.setLayerDimensions(view.div, view.viewport, true, false);
    }
  }

  /** Answers whether the page changed. */
  #apply(page: PDFPageProxy): boolean {
    const info = (page as unknown as { _pageInfo: PageInfo })._pageInfo;
    const whole = this.#whole.get(page.pageNumber) ?? info.view;
    this.#whole.set(page.pageNumber, whole);
    const next = narrowed(whole, this.#crop?.(page.pageNumber) ?? null);
    if (next.every((value, index) => value === info.view[index])) return false;
    info.view = next;
    return true;
  }
}

/** Points around the words that stay, and the least of a page worth showing. */
const PADDING_PT = 14;
const LEAST_PT = 72;

/** A page's box narrowed to a rectangle with some room around it; never larger than the page, nor tiny. Pure. */
export function narrowed(whole: readonly number[], rect: Rect | null): number[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = whole;
  if (!rect) return [...whole];
  const next = [
    Math.max(x1, rect[0] - PADDING_PT),
    Math.max(y1, rect[1] - PADDING_PT),
    Math.min(x2, rect[2] + PADDING_PT),
    Math.min(y2, rect[3] + PADDING_PT),
  ];
  const [left = 0, bottom = 0, right = 0, top = 0] = next;
  return right - left < LEAST_PT || top - bottom < LEAST_PT ? [...whole] : next;
}
