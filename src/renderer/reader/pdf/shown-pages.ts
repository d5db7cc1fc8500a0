// Which pages are in or near the view, each with the layer to draw into and its frame; kept up as pdf.js paints and drops.
import type { EventBus, PDFPageView, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';
import { frameOf, type PageFrame, turnOf } from './frame.ts';
import { clipAround, figureBoxes } from './figures.ts';
import { PageLayers } from './page-layers.ts';
import { PageWatch } from './page-watch.ts';
import type { ShownPage } from './state.ts';

type Rendered = { pageNumber: number; error?: unknown; cssTransform?: boolean };

/** pdf.js's number for a page that needs no more painting. */
const FINISHED = 3;

/** Watches a viewer and tells `onChange` the shown pages whenever they differ. */
export class ShownPages {
  readonly #viewer: PDFViewer;
  readonly #onChange: (shown: readonly ShownPage[]) => void;
  readonly #layers = new PageLayers('glossaLayer');
  readonly #frames = new Map<number, { key: string; frame: PageFrame }>();
  readonly #failed = new Map<number, 'broken' | 'slow'>();
  readonly #watch = new PageWatch();
  #cover: string | null = null;
  #shown: readonly ShownPage[] = [];

  constructor(viewer: PDFViewer, eventBus: EventBus, onChange: (shown: readonly ShownPage[]) => void) {
    this.#viewer = viewer;
    this.#onChange = onChange;
    for (const event of ['updateviewarea', 'pagerender', 'rotationchanging']) eventBus.on(event, () => this.refresh());
    eventBus.on('pagerendered', (rendered: Rendered) => {
      if (rendered.error) this.#failed.set(rendered.pageNumber, 'broken');
      else this.#failed.delete(rendered.pageNumber);
      if (!rendered.cssTransform) this.#markFigures(rendered.pageNumber);
      if (rendered.pageNumber === 1 && !rendered.cssTransform) this.#dropCover();
      this.refresh();
    });
  }

  /** The picture that stands under page 1 until it is painted. */
  setCover(url: string | null): void {
    this.#cover = url;
  }

  /** Forgets the document. */
  clear(): void {
    this.#layers.keep(new Set());
    this.#frames.clear();
    this.#cover = null;
    this.#tell([]);
  }

  /** Forgets what failed in the document before. */
  forget(): void {
    this.#failed.clear();
    this.#watch.clear();
  }

  /** The page that has been painted at for too long; it is given up and shown as such. Null while all is well. */
  giveUp(nowMs: number): number | null {
    const views = [...(this.#viewer.getCachedPageViews() as Set<PDFPageView>)];
    const stuck = this.#watch.stuck(
      views.map((view) => ({ number: numberOf(view), renderingState: view.renderingState })),
      nowMs,
    );
    if (stuck === null) return null;
    this.#watch.gaveUp(stuck);
    this.#failed.set(stuck, 'slow');
    return stuck;
  }

  /** Keeps the pages that were given up from being painted again by themselves. */
  holdBack(): void {
    for (const [number, why] of this.#failed) if (why === 'slow') this.#hold(number);
  }

  #hold(number: number): void {
    const view = this.#viewer.getPageView(number - 1) as PDFPageView | undefined;
    if (!view) return;
    view.draw = () => {
      view.renderingState = FINISHED;
      return Promise.resolve();
    };
  }

  /** Empties a page so that the viewer paints it anew. */
  repaint(number: number): void {
    this.#failed.delete(number);
    const view = this.#viewer.getPageView(number - 1) as PDFPageView | undefined;
    // Where it was held back, the way to paint is its own again.
    if (view) Reflect.deleteProperty(view, 'draw');
    view?.reset();
    this.refresh();
  }

  /** Looks again at what is shown. */
  refresh(): void {
    const views = new Map<number, PDFPageView>();
    for (const view of this.#viewer.getCachedPageViews() as Set<PDFPageView>) views.set(numberOf(view), view);
    for (const { view } of visibleIn(this.#viewer)) views.set(numberOf(view), view);
    const shown: ShownPage[] = [];
    for (const view of [...views.values()].toSorted((a, b) => numberOf(a) - numberOf(b))) {
      if (numberOf(view) === 1) this.#showCover(view);
      // Until its own data is there, a page has the size of the first: nothing to draw by.
      if (view.pdfPage) shown.push(this.#page(view));
    }
    this.#layers.keep(new Set(shown.map((page) => page.number)));
    const isSame =
      shown.length === this.#shown.length && shown.every((page, index) => isSamePage(page, this.#shown[index]));
    if (!isSame) this.#tell(shown);
  }

  /** Tells the style sheet where the pictures of a page just painted are. */
  #markFigures(number: number): void {
    const view = this.#viewer.getPageView(number - 1) as PDFPageView | undefined;
    const coordinates = view?.imageCoordinates as ArrayLike<number> | null | undefined;
    if (!view || !coordinates) return;
    view.div.style.setProperty('--figures', clipAround(figureBoxes(coordinates)));
  }

  /** The pages will lie otherwise: where pictures are is found out anew. */
  forgetFigures(): void {
    for (let index = 0; index < this.#viewer.pagesCount; index++) {
      const view = this.#viewer.getPageView(index) as
        | (PDFPageView & { pdfPage?: { imageCoordinates?: unknown } })
        | undefined;
      if (!view) continue;
      view.imageCoordinates = null;
      const page = view.pdfPage as PDFPageProxy | null;
      if (page) page.imageCoordinates = null;
      view.div.style.removeProperty('--figures');
    }
  }

  #page(view: PDFPageView): ShownPage {
    const number = numberOf(view);
    const layer = this.#layers.of(number, view.div);
    return { number, layer, frame: this.#frame(view, number), failed: this.#failed.get(number) ?? false };
  }

  #frame(view: PDFPageView, number: number): PageFrame {
    const { viewport } = view;
    const key = [viewport.rotation, viewport.userUnit, ...viewport.viewBox].join(' ');
    const known = this.#frames.get(number);
    if (known?.key === key) return known.frame;
    const frame = frameOf(viewport, turnOf(view.rotation));
    this.#frames.set(number, { key, frame });
    return frame;
  }

  #showCover(view: PDFPageView): void {
    if (!this.#cover || view.rotation !== 0 || view.div.style.backgroundImage) return;
    view.div.style.backgroundImage = `url("${this.#cover}")`;
    view.div.style.backgroundSize = '100% 100%';
  }

  #dropCover(): void {
    this.#cover = null;
    const page = this.#viewer.getPageView(0) as PDFPageView | undefined;
    page?.div.style.removeProperty('background-image');
  }

  #tell(shown: readonly ShownPage[]): void {
    if (shown.length === 0 && this.#shown.length === 0) return;
    this.#shown = shown;
    this.#onChange(shown);
  }
}

/** A view's page, 1-based; pdf.js declares it as null. */
const numberOf = (view: PDFPageView): number => Number(view.id);

const isSamePage = (a: ShownPage, b: ShownPage | undefined): boolean =>
  b !== undefined && a.number === b.number && a.layer === b.layer && a.frame === b.frame && a.failed === b.failed;

/** The pages that touch the view. pdf.js has this for itself alone; its version is pinned. */
const visibleIn = (viewer: PDFViewer): readonly { view: PDFPageView }[] =>
  (viewer._getVisiblePages() as unknown as { views: { view: PDFPageView }[] }).views;
