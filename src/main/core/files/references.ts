// The reference list printed in a PDF.
import type { Reference } from '#shared/files.ts';
import type { Services } from '../kinds.ts';

/** The entries of a file's reference list; none where it has none. */
export function readReferences(_core: Services, _sha256: string): Reference[] {
  return [];
}
