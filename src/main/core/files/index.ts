// Door of the files room.
export { filesCalls, getFile } from './calls.ts';
export type { Child, Spawn } from './extract/spawn.ts';
export { fileRow, listStored, papersOfFile, type FileRow } from './sql.ts';
export { cachedPages, requirePage, textJson, thumbOf, wordsJson } from './text.ts';
export { importInto } from './import.ts';
export { cachedPdfMarks, cropOf, figuresOf, pdfMarksOf, type PdfMark } from './inspect.ts';
