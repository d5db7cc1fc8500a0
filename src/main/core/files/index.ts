// Door of the files room.
export { filesCalls, getFile } from './calls.ts';
export { fileRow, listStored, papersOfFile } from './sql.ts';
export { cachedPages, coverOf, requirePage, textJson } from './text.ts';
