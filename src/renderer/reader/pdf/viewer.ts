// Makes pdf.js's viewer as the reader wants it: paints only, no text layer, no editor, no forms, no scripts.
import type * as pdfjs from 'pdfjs-dist';
import type * as viewerApi from 'pdfjs-dist/web/pdf_viewer.mjs';

/** The two halves of pdf.js, loaded once and only when a document is first shown. */
export type PdfApi = { pdfjs: typeof pdfjs; viewer: typeof viewerApi };

let loading: Promise<PdfApi> | null = null;

/** Loads pdf.js. The viewer half reads a global that the other half sets, hence the order. */
export function loadPdfApi(): Promise<PdfApi> {
  loading ??= (async () => {
    const api = await import('pdfjs-dist');
    const viewer = await import('pdfjs-dist/web/pdf_viewer.mjs');
    return { pdfjs: api, viewer };
  })();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** Sides of a canvas and pixels of it beyond which a page is painted smaller, with a sharp part over the visible piece. */
const MAX_CANVAS_SIDE = 16_384;
const MAX_CANVAS_PIXELS = 2 ** 25;

type ViewerOptions = ConstructorParameters<typeof viewerApi.PDFViewer>[0];

export type ViewerParts = {
  viewer: viewerApi.PDFViewer;
  eventBus: viewerApi.EventBus;
  linkService: viewerApi.PDFLinkService;
};

/** A viewer in `container`, an absolutely positioned scroller whose first child receives the pages. Ends with `signal`. */
export function makeViewer(api: PdfApi, container: HTMLDivElement, signal: AbortSignal): ViewerParts {
  const { EventBus, LinkTarget, PDFLinkService, PDFViewer } = api.viewer;
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({
    eventBus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer nofollow',
    ignoreDestinationZoom: true,
  });
  const options: ViewerOptions & { abortSignal: AbortSignal } = {
    container,
    eventBus,
    linkService,
    l10n: silentL10n as ViewerOptions['l10n'],
    textLayerMode: 0,
    annotationMode: api.pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: api.pdfjs.AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    maxCanvasPixels: MAX_CANVAS_PIXELS,
    maxCanvasDim: MAX_CANVAS_SIDE,
    supportsPinchToZoom: false,
    // Tells where pictures are painted, of any size.
    imagesRightClickMinSize: 0,
    abortSignal: signal,
  };
  const viewer = new PDFViewer(options);
  linkService.setViewer(viewer);
  return { viewer, eventBus, linkService };
}

/** pdf.js names elements in its own languages; the room names them itself, in the window's. */
const silentL10n: unknown = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
};
