// The door of the painting engine; the only folder that imports pdf.js.
export { type Box, clientBox, displayBox, type PageFrame, pdfPoint, type Turn, turnOf } from './frame.ts';
export type { CropOf } from './crop.ts';
export type { PageLayout } from './layout.ts';
export type { OpenRequest } from './document-host.ts';
export { PdfEngine, type PagePoint } from './engine.ts';
export type { OpenFailure } from './open-document.ts';
export { readOutline, type OutlineItem } from './outline.ts';
export { pageByWords } from './page-labels.ts';
export { paintPage } from './page-picture.ts';
export { PdfView } from './PdfView.tsx';
export { isPlace } from './place.ts';
export { type Fit, type PdfState, type ShownPage, Store } from './state.ts';
export { startPdfWorker } from './worker.ts';
