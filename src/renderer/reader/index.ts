// The door of the reader. pdf.js's worker starts with the app, not with the first document.
import { startPdfWorker } from './pdf/worker.ts';

export { ReaderView, type ReaderViewProps } from './ReaderView.tsx';
export { startPdfWorker };
