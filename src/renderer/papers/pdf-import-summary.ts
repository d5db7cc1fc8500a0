// Counts over an import of PDFs. Pure.
import type { ImportedFile } from '#shared/files.ts';

/** How many went which way; `matched` are those of the added that found a known paper. */
export function summary(files: readonly ImportedFile[]): {
  added: number;
  matched: number;
  already: number;
  failed: number;
} {
  const count = (fits: (file: ImportedFile) => boolean) => files.filter(fits).length;
  return {
    added: count((file) => file.status === 'added'),
    matched: count((file) => file.status === 'added' && file.matchedBy !== null && file.matchedBy !== 'none'),
    already: count((file) => file.status === 'already'),
    failed: count((file) => !isFine(file)),
  };
}

/** Is the file in the library, whole and readable? */
export const isFine = (file: ImportedFile): boolean => file.status === 'added' || file.status === 'already';

/** Something the user should look at: files that failed. A plain success is told in passing. */
export const needsReport = (files: readonly ImportedFile[]): boolean =>
  files.some((file) => !isFine(file) || file.near !== null);

/** Failures first, then the rest as they came. */
export const reportOrder = (files: readonly ImportedFile[]): ImportedFile[] => [
  ...files.filter((file) => !isFine(file)),
  ...files.filter(isFine),
];
