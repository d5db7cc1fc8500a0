// Files the system hands to the app: named when it is started, dropped on its icon, or named by a second start.
// PDFs and surveys are brought in; the window shows the import as any other.
import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Core } from '../core/core.ts';
import { makeClient } from '../host/client.ts';

const SURVEYS = new Set(['.md', '.markdown', '.mdown']);
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

const isPdf = (path: string): boolean => extname(path).toLowerCase() === '.pdf';
const isSurvey = (path: string): boolean => SURVEYS.has(extname(path).toLowerCase());

/** Keeps files until someone can take them. */
export type Arrivals = { add(paths: string[]): void; handTo(take: (paths: string[]) => void): void };

/** Files that arrive before the library is open wait for it. */
export function makeArrivals(): Arrivals {
  let waiting: string[] = [];
  let taker: ((paths: string[]) => void) | null = null;
  const pass = (): void => {
    if (!taker || waiting.length === 0) return;
    const paths = waiting;
    waiting = [];
    taker(paths);
  };
  return {
    add: (paths) => {
      waiting.push(...paths);
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
