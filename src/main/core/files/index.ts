// Door of the files room.
export { filesCalls, getFile } from './calls.ts';
export type { Child, Spawn } from './extract/spawn.ts';
export { fileRow, listStored, papersOfFile } from './sql.ts';
export { cachedPages, requirePage, textJson, thumbOf, wordsJson } from './text.ts';
export { importInto } from './import.ts';
