// Where things are in the repository. Plain JavaScript that runs on Node 20 with nothing installed.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path inside the repository. */
export function fromRoot(...parts) {
  return join(root, ...parts);
}

/** An absolute path in the folder being built into: GLOSSA_BUILD_DIR, else out/. */
export function builtInto(name) {
  return join(process.env.GLOSSA_BUILD_DIR || fromRoot('out'), name);
}
