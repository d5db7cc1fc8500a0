// Files the system hands to the app: named when it is started, dropped on its icon, or named by a second start.
// PDFs and surveys are brought in; the window shows the import as any other. What a page lets in passes here too.
import { statSync } from 'node:fs';
import { extname, isAbsolute, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Core } from '../core/core.ts';
import { makeClient } from '../host/client.ts';

const SURVEYS = new Set(['.md', '.markdown', '.mdown', '.txt']);
/** More than this at once is no person's choice of files. */
const MOST = 500;

/** The files among a command line's words, absolute: PDFs and Markdown that are there. Options are no files. */
export function filesAmong(words: readonly unknown[], cwd: string): string[] {
  return words
    .filter((word): word is string => typeof word === 'string' && word !== '' && !word.startsWith('-'))
    .map((word) => resolve(cwd, word))
    .filter((path) => isPdf(path) || isSurvey(path))
    .slice(0, MOST)
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/**
 * Those of the paths a page's drop named that may be let in: absolute, a folder, or a file of a kind that is taken.
 * Null in the place of each other.
 */
export function admissible(paths: unknown): (string | null)[] {
  if (!Array.isArray(paths)) return [];
  return paths.slice(0, MOST).map((path: unknown) => {
    if (typeof path !== 'string' || !isAbsolute(path) || path.includes('\0')) return null;
    const found = statSync(path, { throwIfNoEntry: false });
    const isTaken = found?.isDirectory() === true || (found?.isFile() === true && (isPdf(path) || isSurvey(path)));
    return isTaken ? path : null;
  });
}

const isPdf = (path: string): boolean => extname(path).toLowerCase() === '.pdf';
const isSurvey = (path: string): boolean => SURVEYS.has(extname(path).toLowerCase());

/** Keeps what arrives until someone can take it. */
export type Arrivals<T> = { add(these: T[]): void; handTo(take: (these: T[]) => void): void };

/** What arrives before the library is open waits for it. */
export function makeArrivals<T>(): Arrivals<T> {
  let waiting: T[] = [];
  let taker: ((these: T[]) => void) | null = null;
  const pass = (): void => {
    if (!taker || waiting.length === 0) return;
    const these = waiting;
    waiting = [];
    taker(these);
  };
  return {
    add: (these) => {
      waiting.push(...these);
      pass();
    },
    handTo: (take) => {
      taker = take;
      pass();
    },
  };
}

/** Imports each survey, and starts one import of all PDFs. Tells `onProblem` what to say of those that do not go in. */
export async function bringIn(core: Core, paths: string[], onProblem: (error: AppError) => void): Promise<void> {
  const client = makeClient((request) => core.handle(request, 'window'));
  const pdfs = paths.filter(isPdf);
  try {
    if (pdfs.length > 0) await client.files.import({ sources: core.admit(pdfs) });
    for (const source of core.admit(paths.filter(isSurvey))) await client.surveys.import({ source });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onProblem(error);
  }
}
