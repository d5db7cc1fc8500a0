// A document in a scroller: opening it, keeping it open whatever becomes of the worker, and telling how it stands. How
// one moves in it is the engine's.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadingPlace } from '#shared/settings.ts';
import { Crop } from './crop.ts';
import { turnOf } from './frame.ts';
import { InnerLinks } from './links.ts';
import { layOut } from './layout.ts';
import { CannotOpen, type OpenDocument, openDocument } from './open-document.ts';
import { initialisePages } from './page-sizes.ts';
import { usefulLabels } from './page-labels.ts';
import { type Location, placeOf, scaleOf } from './place.ts';
import { ShownPages } from './shown-pages.ts';
import { CLOSED, type PdfState, Store } from './state.ts';
import { onPdfWorkerEnd, replacePdfWorker } from './worker.ts';
import { loadPdfApi, makeViewer, type PdfApi, type ViewerParts } from './viewer.ts';

/** What to open: its bytes, the stored picture of page 1, and where it was left. */
export type OpenRequest = { url: string; coverUrl: string | null; place: ReadingPlace | null; password?: string };

/** How often painting is looked after, in milliseconds. */
const WATCH_MS = 1000;

/** Opens and closes documents. Lives as long as its scroller; `dispose` ends it for good. */
export class DocumentHost {
  /** The scrolling element. */
  readonly container: HTMLDivElement;
  protected readonly store = new Store<PdfState>(CLOSED);
  readonly #ending = new AbortController();
  readonly #viewListeners = new Set<() => void>();
  protected parts: ViewerParts | null = null;
  protected pages: ShownPages | null = null;
  #open: OpenDocument | null = null;
  #location: Location | null = null;
  protected cropping: Crop | null = null;
  protected links: InnerLinks | null = null;
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
      if (this.#open && this.pages?.giveUp(performance.now())) replacePdfWorker();
    }, WATCH_MS);
    this.#ending.signal.addEventListener('abort', () => {
      resizing.disconnect();
      stopListening();
      clearInterval(watching);
    });
  }

  readonly state = (): PdfState => this.store.get();
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  /** Hears of every scroll and zoom, when what is in view has moved; returns the way to stop. */
  readonly onView = (listener: () => void): (() => void) => {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  };

  /** Opens a document in place of the one before. Failures are told in the state. */
  async open(request: OpenRequest): Promise<void> {
    this.pages?.forget();
    await this.#openAgain(request);
  }

  async #openAgain(request: OpenRequest): Promise<void> {
    this.#request = request;
    const turn = ++this.#opening;
    this.#leave();
    this.store.set({ ...CLOSED, status: 'opening' });
    try {
      const api = await loadPdfApi();
      const lost = (failure: PdfState['failure']) => {
        if (turn === this.#opening) this.store.set({ failure });
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
      this.store.set({ status: 'failed', failure: error instanceof CannotOpen ? error.reason : 'damaged' });
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

  /** Where the view is, to be kept; null while nothing is open. */
  place(): ReadingPlace | null {
    const state = this.state();
    return state.status === 'open' && this.#location ? placeOf(this.#location, state) : null;
  }

  /** The document's outline, as pdf.js reads it; the reader of it is outline.ts. */
  document(): PDFDocumentProxy | null {
    return this.#open?.document ?? null;
  }

  #show(api: PdfApi, document: PDFDocumentProxy, { place, coverUrl }: OpenRequest): void {
    const parts = (this.parts ??= this.#makeParts(api));
    this.pages?.setCover(coverUrl);
    this.cropping = new Crop(api.pdfjs, document);
    this.links = new InnerLinks(document);
    parts.linkService.setDocument(document);
    const begin = () => {
      this.pages?.holdBack();
      const layout = place?.layout ?? 'continuous';
      layOut(parts.viewer, layout);
      this.store.set({ layout, isCropped: place?.isCropped ?? false });
      parts.viewer.pagesRotation = place?.rotation ?? 0;
      parts.viewer.currentScaleValue = String(place ? scaleOf(place) : 'page-width');
      if (place) this.scrollToPlace(place);
      this.store.set({ status: 'open' });
      this.pages?.refresh();
    };
    parts.eventBus.on('pagesinit', begin, { once: true });
    parts.viewer.setDocument(document);
    this.store.set({ pageCount: document.numPages });
    // The viewer needs the first page to begin with; a document whose first page cannot be read never shows.
    (parts.viewer.pagesPromise as Promise<unknown> | null)?.catch(() => {
      if (this.#open?.document === document) this.store.set({ status: 'failed', failure: 'damaged' });
    });
    void this.#readLabels(document);
    void initialisePages(parts.viewer, document).then((isUneven) => {
      if (isUneven && place && this.#open?.document === document && !this.#hasMoved) this.scrollToPlace(place);
    });
  }

  #hasMoved = false;

  /** Scrolls to a place. */
  protected scrollToPlace(place: ReadingPlace): void {
    const viewer = this.parts?.viewer;
    const destArray = [null, { name: 'XYZ' }, place.x, place.y, null];
    const pageNumber = Math.min(place.page, this.state().pageCount || place.page);
    const options = { pageNumber, destArray, allowNegativeOffset: true, ignoreDestinationZoom: true };
    viewer?.scrollPageIntoView(options as unknown as Parameters<typeof viewer.scrollPageIntoView>[0]);
    this.#hasMoved = false;
  }

  async #readLabels(document: PDFDocumentProxy): Promise<void> {
    // Labels are a convenience: a document whose labels are damaged is read by page numbers.
    const labels = await document.getPageLabels().catch(() => null);
    if (this.#open?.document === document) this.store.set({ labels: usefulLabels(labels) });
  }

  #makeParts(api: PdfApi): ViewerParts {
    const parts = makeViewer(api, this.container, this.#ending.signal);
    const { viewer, eventBus, linkService } = parts;
    const follow = linkService.goToDestination.bind(linkService);
    linkService.goToDestination = async (destination) => {
      this.onJump?.();
      await follow(destination);
    };
    this.pages = new ShownPages(viewer, eventBus, (shown) => this.store.set({ shown }));
    eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.store.set({ page: pageNumber }));
    eventBus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
      this.store.set({ scale, fit: presetValue === 'page-width' || presetValue === 'page-fit' ? presetValue : null });
    });
    eventBus.on('rotationchanging', () => this.store.set({ turn: turnOf(viewer.pagesRotation) }));
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
    const viewer = this.parts?.viewer;
    if (!viewer) return;
    if (fit && status === 'open' && this.container.clientWidth > 0) viewer.currentScaleValue = fit;
    else viewer.update();
  }

  #leave(): void {
    this.pages?.clear();
    // The declared type leaves out that null closes the document.
    this.parts?.viewer.setDocument(null as unknown as PDFDocumentProxy);
    this.parts?.linkService.setDocument(null);
    this.#open?.destroy();
    this.#open = null;
    this.#location = null;
    this.#hasMoved = false;
    this.store.set(CLOSED);
  }
}
