// The door of the papers: how a paper is shown, edited, removed, and given PDFs.
export { foldedPaperText } from './search-text.ts';
export { addPdfsTo, removePaper, restorePaper } from './actions.ts';
export { formatAuthors, fullName } from './authors.ts';
export { PaperDetails } from './PaperDetails.tsx';
export { standing } from './standing-messages.ts';
export { PaperTitle, titleLang } from './PaperTitle.tsx';
export { mainFile, PdfBadge } from './PdfBadge.tsx';
export { importPdfs } from './pdf-import.ts';
export { PdfImportReport } from './PdfImportReport.tsx';
