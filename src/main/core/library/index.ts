// Door of the library room.
export { keepBackups, listBackups } from './backups.ts';
export { countRows, libraryCalls } from './calls.ts';
export { countCommit, readCommit } from './commit.ts';
export { type Address, type Lock } from './lock.ts';
export { readManifest, writeManifest } from './manifest.ts';
export { openLibrary, type Languages, type OpenLibrary } from './open.ts';
export { restoreLibrary, type Restored } from './restore.ts';
