// Tells the viewer the true size of every page. With bytes fetched on demand it would assume that of the first page until
// a page is painted, and every jump over pages of mixed sizes would miss.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PDFPageView, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** Pages beyond which sizes stay guessed until seen: a very long document must not be walked. */
const MAX_PAGES = 5000;
const AT_A_TIME = 50;

/** Walks the pages after the first was painted. Answers whether sizes turned out to differ. */
export async function initialisePages(viewer: PDFViewer, document: PDFDocumentProxy): Promise<boolean> {
  await viewer.onePageRendered;
  const count = document.numPages;
  if (count > MAX_PAGES) return false;
  for (let first = 2; first <= count; first += AT_A_TIME) {
    if (viewer.pdfDocument !== document) return false;
    const numbers = Array.from({ length: Math.min(AT_A_TIME, count - first + 1) }, (_, index) => first + index);
    await Promise.all(numbers.map((number) => initialisePage(viewer, document, number)));
  }
  return viewer.pdfDocument === document && !viewer.hasEqualPageSizes;
}

/** Gives the viewer one page's own data, if it has not got it yet. */
export async function initialisePage(viewer: PDFViewer, document: PDFDocumentProxy, number: number): Promise<void> {
  // A page that cannot be read keeps the guessed size and shows its failure when it is painted.
  const page = await document.getPage(number).catch(() => null);
  const view =
    viewer.pdfDocument === document ? (viewer.getPageView(number - 1) as PDFPageView | undefined) : undefined;
  if (page && view && !view.pdfPage) view.setPdfPage(page);
}
