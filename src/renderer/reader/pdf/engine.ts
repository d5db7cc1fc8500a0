// The painting engine of the reader: one document in one scroller. It paints, moves, zooms, and tells where pages lie;
// what is drawn on them (marks, selection) is the room's.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadingPlace } from '#shared/settings.ts';
import type { Rect } from '#shared/text/model.ts';
import { Crop, type CropOf } from './crop.ts';
import { type Box, clientBox, distanceTo, pdfPoint, turnOf } from './frame.ts';
import { type InnerLink, InnerLinks } from './links.ts';
import { layOut, type PageLayout } from './layout.ts';
import { CannotOpen, type OpenDocument, openDocument } from './open-document.ts';
import { initialisePage, initialisePages } from './page-sizes.ts';
import { paintPart } from './paint-part.ts';
import { usefulLabels } from './page-labels.ts';
import { clampScale, type Location, placeOf, scaleOf, scrollToShow, stepScale } from './place.ts';
import { scrollByLines, scrollByView } from './scrolling.ts';
import { ShownPages } from './shown-pages.ts';
import { CLOSED, type Fit, type PdfState, type ShownPage, Store } from './state.ts';
import { onPdfWorkerEnd, replacePdfWorker } from './worker.ts';
import { loadPdfApi, makeViewer, type PdfApi, type ViewerParts } from './viewer.ts';

/** A place on a page under the pointer, in PDF user space; `isOnPage` is false where the nearest page stands in. */
export type PagePoint = { page: number; x: number; y: number; isOnPage: boolean };

/** What to open: its bytes, the stored picture of page 1, and where it was left. */
export type OpenRequest = { url: string; coverUrl: string | null; place: ReadingPlace | null; password?: string };

/** How often painting is looked after, in milliseconds. */
const WATCH_MS = 1000;

/** The engine. Lives as long as its scroller; `dispose` ends it for good. */
export class PdfEngine {
  /** The scrolling element. */
  readonly container: HTMLDivElement;
  readonly #store = new Store<PdfState>(CLOSED);
  readonly #ending = new AbortController();
  readonly #viewListeners = new Set<() => void>();
  #parts: ViewerParts | null = null;
  #pages: ShownPages | null = null;
  #open: OpenDocument | null = null;
  #location: Location | null = null;
  #crop: Crop | null = null;
  #links: InnerLinks | null = null;
  #request: OpenRequest | null = null;
  #opening = 0;

  /** `container` is absolutely positioned, with one empty element inside, `class="pdfViewer"`. */
  constructor(container: HTMLDivElement) {
    this.container = container;
    // On its way while the room still asks where the document was left; a failure is told when a document opens.
    loadPdfApi().catch(() => undefined);
    const resizing = new ResizeObserver(() => this.#refit());
    resizing.observe(container);
    // A worker that is busy for ever is ended; what it had open is opened again where it was.
    const stopListening = onPdfWorkerEnd(() => {
      if (this.#request && this.state().status === 'open')
        void this.#openAgain({ ...this.#request, coverUrl: null, place: this.place() ?? this.#request.place });
    });
    const watching = setInterval(() => {
      if (this.#open && this.#pages?.giveUp(performance.now())) replacePdfWorker();
    }, WATCH_MS);
    this.#ending.signal.addEventListener('abort', () => {
      resizing.disconnect();
      stopListening();
      clearInterval(watching);
    });
  }

  readonly state = (): PdfState => this.#store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Hears of every scroll and zoom, when what is in view has moved; returns the way to stop. */
  readonly onView = (listener: () => void): (() => void) => {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  };

  /** Opens a document in place of the one before. Failures are told in the state. */
  async open(request: OpenRequest): Promise<void> {
    this.#pages?.forget();
    await this.#openAgain(request);
  }

  async #openAgain(request: OpenRequest): Promise<void> {
    this.#request = request;
    const turn = ++this.#opening;
    this.#leave();
    this.#store.set({ ...CLOSED, status: 'opening' });
    try {
      const api = await loadPdfApi();
      const lost = (failure: PdfState['failure']) => {
        if (turn === this.#opening) this.#store.set({ failure });
      };
      const opened = await openDocument(api.pdfjs, request, lost);
      if (turn !== this.#opening || this.#ending.signal.aborted) {
        opened.destroy();
        return;
      }
      this.#open = opened;
      this.#show(api, opened.document, request);
    } catch (error) {
      if (turn !== this.#opening) return;
      this.#store.set({ status: 'failed', failure: error instanceof CannotOpen ? error.reason : 'damaged' });
    }
  }

  /** Closes the document and ends the engine. */
  dispose(): void {
    this.#opening++;
    this.#leave();
    this.#ending.abort();
    this.#viewListeners.clear();
  }

  /** Called before the view jumps elsewhere in the document, so that there is a way back. */
  onJump: (() => void) | null = null;

  /** Goes to the top of a page, 1-based; false when there is no such page. `isStep`: not a jump one would come back from. */
  goToPage(page: number, isStep = false): boolean {
    const viewer = this.#parts?.viewer;
    if (!viewer || page < 1 || page > this.state().pageCount) return false;
    if (!isStep && page !== this.state().page) this.onJump?.();
    viewer.scrollPageIntoView({ pageNumber: page });
    return true;
  }

  /** Scrolls so that a rectangle of a page (PDF points) stands in the view, unless it is there already. */
  async reveal(page: number, rect: Rect): Promise<void> {
    const viewer = this.#parts?.viewer;
    const document = this.#open?.document;
    if (!viewer || !document || page < 1 || page > this.state().pageCount) return;
    await initialisePage(viewer, document, page);
    if (this.#open?.document !== document) return;
    if (!this.clientBox(page, rect)) viewer.scrollPageIntoView({ pageNumber: page });
    this.#pages?.refresh();
    const box = this.clientBox(page, rect);
    const view = this.container.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.container;
    if (!box) return;
    this.container.scrollBy(
      scrollToShow(box.left - view.left, box.width, clientWidth, 'edge'),
      scrollToShow(box.top - view.top, box.height, clientHeight, 'centre'),
    );
    viewer.update();
  }

  /** Sets the zoom: 1 is the printed size. */
  zoomTo(scale: number | Fit): void {
    if (!this.#parts) return;
    this.#parts.viewer.currentScaleValue = typeof scale === 'number' ? String(clampScale(scale)) : scale;
  }

  /** One step in (1) or out (-1). */
  zoomBy(direction: 1 | -1): void {
    this.zoomTo(stepScale(this.state().scale, direction));
  }

  /** Zooms by a factor around a client point, as a wheel or a pinch does: stretched at once, repainted when it rests. */
  zoomAround(factor: number, clientX: number, clientY: number): void {
    const viewer = this.#parts?.viewer;
    if (!viewer) return;
    const scaleFactor = clampScale(viewer.currentScale * factor) / viewer.currentScale;
    const view = this.container.getBoundingClientRect();
    const origin = [clientX - view.left + this.container.offsetLeft, clientY - view.top + this.container.offsetTop];
    const options = { scaleFactor, origin, drawingDelay: 300 };
    viewer.updateScale(options as unknown as Parameters<typeof viewer.updateScale>[0]);
  }

  /** Turns the view by a quarter clockwise (1) or back (-1). */
  rotateBy(direction: 1 | -1): void {
    this.#pages?.forgetFigures();
    if (this.#parts) this.#parts.viewer.pagesRotation = turnOf(this.state().turn + direction * 90);
  }

  /** Lays the pages out in another way. */
  layOut(layout: PageLayout): void {
    if (!this.#parts || layout === this.state().layout) return;
    const { page } = this.state();
    layOut(this.#parts.viewer, layout);
    this.#store.set({ layout });
    this.goToPage(page, true);
  }

  /** Sets the colours of the pages: a name the style sheet knows, and whether pictures are inverted with them. */
  look(theme: string, invertsFigures: boolean): void {
    const { dataset } = this.container.parentElement ?? this.container;
    dataset['page'] = theme;
    dataset['figures'] = invertsFigures ? 'inverted' : 'kept';
  }

  /** Asks for margins to be cropped away or not; the room answers with what to crop to. */
  wantCrop(isCropped: boolean): void {
    this.#store.set({ isCropped });
  }

  /** Shows only a part of each page; null shows all. The view stays where it is. */
  crop(crop: CropOf | null): void {
    const viewer = this.#parts?.viewer;
    if (!viewer || !this.#crop) return;
    const place = this.place();
    this.#pages?.forgetFigures();
    this.#crop.set(viewer, crop);
    this.#pages?.refresh();
    if (!place) return;
    if (place.scale === 'page-width' || place.scale === 'page-fit') this.zoomTo(place.scale);
    this.#goToPlace(place);
  }

  /** The next page or spread, or the one before. */
  turnPage(by: 1 | -1): void {
    if (by === 1) this.#parts?.viewer.nextPage();
    else this.#parts?.viewer.previousPage();
  }

  /** Scrolls by most of a view; where one page shows at a time, on to the next at its end. */
  scrollByView(by: 1 | -1): void {
    if (!scrollByView(this.container, by) && this.state().layout === 'single') this.turnPage(by);
  }

  /** Scrolls by a few lines. */
  scrollByLines(by: 1 | -1): void {
    if (!scrollByLines(this.container, by) && this.state().layout === 'single') this.turnPage(by);
  }

  /** Goes back to a place that was left. */
  goToPlace(place: ReadingPlace): void {
    if (this.state().status === 'open') this.#goToPlace(place);
  }

  /** Tries again to paint a page that failed. */
  repaint(page: number): void {
    this.#pages?.repaint(page);
    this.#parts?.viewer.update();
  }

  /** Where the view is, to be kept; null while nothing is open. */
  place(): ReadingPlace | null {
    const state = this.state();
    return state.status === 'open' && this.#location ? placeOf(this.#location, state) : null;
  }

  /** The page and the point of it under a client point; the nearest page's where there is none. Null while nothing is shown. */
  locate(clientX: number, clientY: number): PagePoint | null {
    let nearest: { page: ShownPage; area: Box; far: number } | null = null;
    for (const page of this.state().shown) {
      const area = page.layer.getBoundingClientRect();
      const far = distanceTo(area, clientX, clientY);
      if (!nearest || far < nearest.far) nearest = { page, area, far };
    }
    if (!nearest || nearest.area.width === 0) return null;
    const [x, y] = pdfPoint(nearest.page.frame, nearest.area, clientX, clientY);
    return { page: nearest.page.number, x, y, isOnPage: nearest.far === 0 };
  }

  /** Where a rectangle of a page (PDF points) is on the screen; null for a page that is not shown. */
  clientBox(page: number, rect: Rect): Box | null {
    const shown = this.state().shown.find((each) => each.number === page);
    return shown ? clientBox(shown.frame, shown.layer.getBoundingClientRect(), rect) : null;
  }

  /** The link within the document under a point, and where it leads; null where there is none. */
  async linkAt({ page, x, y, isOnPage }: PagePoint): Promise<InnerLink | null> {
    return isOnPage ? ((await this.#links?.at(page, x, y)) ?? null) : null;
  }

  /** Paints a part of a page (PDF points), upright, for a preview; null where it cannot be painted. */
  async paintPart(page: number, rect: Rect, widthPx: number): Promise<HTMLCanvasElement | null> {
    const document = this.document();
    return document ? paintPart(document, page, rect, widthPx) : null;
  }

  /** The document's outline, as pdf.js reads it; the reader of it is outline.ts. */
  document(): PDFDocumentProxy | null {
    return this.#open?.document ?? null;
  }

  /** Follows a destination of the document (of its outline or a link). */
  async goToDestination(destination: string | unknown[]): Promise<void> {
    await this.#parts?.linkService.goToDestination(destination);
  }

  #show(api: PdfApi, document: PDFDocumentProxy, { place, coverUrl }: OpenRequest): void {
    const parts = (this.#parts ??= this.#makeParts(api));
    this.#pages?.setCover(coverUrl);
    this.#crop = new Crop(api.pdfjs, document);
    this.#links = new InnerLinks(document);
    parts.linkService.setDocument(document);
    const begin = () => {
      this.#pages?.holdBack();
      const layout = place?.layout ?? 'continuous';
      layOut(parts.viewer, layout);
      this.#store.set({ layout, isCropped: place?.isCropped ?? false });
      parts.viewer.pagesRotation = place?.rotation ?? 0;
      parts.viewer.currentScaleValue = String(place ? scaleOf(place) : 'page-width');
      if (place) this.#goToPlace(place);
      this.#store.set({ status: 'open' });
      this.#pages?.refresh();
    };
    parts.eventBus.on('pagesinit', begin, { once: true });
    parts.viewer.setDocument(document);
    this.#store.set({ pageCount: document.numPages });
    // The viewer needs the first page to begin with; a document whose first page cannot be read never shows.
    (parts.viewer.pagesPromise as Promise<unknown> | null)?.catch(() => {
      if (this.#open?.document === document) this.#store.set({ status: 'failed', failure: 'damaged' });
    });
    void this.#readLabels(document);
    void initialisePages(parts.viewer, document).then((isUneven) => {
      if (isUneven && place && this.#open?.document === document && !this.#hasMoved) this.#goToPlace(place);
    });
  }

  #hasMoved = false;

  #goToPlace(place: ReadingPlace): void {
    const viewer = this.#parts?.viewer;
    const destArray = [null, { name: 'XYZ' }, place.x, place.y, null];
    const pageNumber = Math.min(place.page, this.state().pageCount || place.page);
    const options = { pageNumber, destArray, allowNegativeOffset: true, ignoreDestinationZoom: true };
    viewer?.scrollPageIntoView(options as unknown as Parameters<typeof viewer.scrollPageIntoView>[0]);
    this.#hasMoved = false;
  }

  async #readLabels(document: PDFDocumentProxy): Promise<void> {
    // Labels are a convenience: a document whose labels are damaged is read by page numbers.
    const labels = await document.getPageLabels().catch(() => null);
    if (this.#open?.document === document) this.#store.set({ labels: usefulLabels(labels) });
  }

  #makeParts(api: PdfApi): ViewerParts {
    const parts = makeViewer(api, this.container, this.#ending.signal);
    const { viewer, eventBus, linkService } = parts;
    const follow = linkService.goToDestination.bind(linkService);
    linkService.goToDestination = async (destination) => {
      this.onJump?.();
      await follow(destination);
    };
    this.#pages = new ShownPages(viewer, eventBus, (shown) => this.#store.set({ shown }));
    eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.#store.set({ page: pageNumber }));
    eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
      this.#store.set({ scale, fit: presetValue === 'page-width' || presetValue === 'page-fit' ? presetValue : null });
    });
    eventBus.on('rotationchanging', () => this.#store.set({ turn: turnOf(viewer.pagesRotation) }));
    eventBus.on('updateviewarea', ({ location }: { location: Location }) => {
      this.#location = location;
      for (const listener of this.#viewListeners) listener();
    });
    for (const gesture of ['wheel', 'pointerdown', 'keydown'] as const) {
      this.container.addEventListener(gesture, () => (this.#hasMoved = true), {
        signal: this.#ending.signal,
        passive: true,
      });
    }
    return parts;
  }

  /** Keeps a zoom that follows the view's size true to it. */
  #refit(): void {
    const { fit, status } = this.state();
    if (fit && status === 'open' && this.container.clientWidth > 0) this.zoomTo(fit);
    else this.#parts?.viewer.update();
  }

  #leave(): void {
    this.#pages?.clear();
    // The declared type leaves out that null closes the document.
    this.#parts?.viewer.setDocument(null as unknown as PDFDocumentProxy);
    this.#parts?.linkService.setDocument(null);
    this.#open?.destroy();
    this.#open = null;
    this.#location = null;
    this.#hasMoved = false;
    this.#store.set(CLOSED);
  }
}
