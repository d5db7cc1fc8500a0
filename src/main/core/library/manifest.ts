// glossa.json: what the library should hold, kept outside the database, so that a lost or swapped database is noticed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Id, Time } from '#shared/values.ts';
import { writeAtomically } from '../atomic.ts';

export const MANIFEST_NAME = 'glossa.json';

const Manifest = z.object({
  format: z.literal('glossa-library'),
  id: Id,
  schemaVersion: z.int(),
  primary: z.string(),
  secondary: z.string(),
  createdAt: Time,
  /** Live and trashed rows by table at the last writing. */
  counts: z.record(z.string(), z.int()),
  /** Number of the last committed transaction; the database must never be behind it. */
  commit: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a library's manifest. Undefined when there is none; `damaged` when it cannot be read as one. */
export function readManifest(dir: string): Manifest | undefined {
  const file = join(dir, MANIFEST_NAME);
  if (!existsSync(file)) return undefined;
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new AppError(
      'damaged',
      `${file} is not a readable library manifest. Restore it from a backup of the library.`,
    );
  }
}

/** Writes the manifest, whole or not at all. */
export function writeManifest(dir: string, manifest: Manifest): void {
  writeAtomically(join(dir, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}
