// The door of the reader. pdf.js's worker starts as soon as this room is loaded, not with the first document.
import { startPdfWorker } from './pdf/index.ts';

export { PageCrop } from './PageCrop.tsx';
export { ReaderView, type ReaderViewProps } from './ReaderView.tsx';

startPdfWorker();
