// Door of the library room.
export { countRows, libraryCalls } from './calls.ts';
export { type Address, type Lock } from './lock.ts';
export { writeManifest } from './manifest.ts';
export { countCommit, openLibrary, readCommit, type Languages, type OpenLibrary } from './open.ts';
