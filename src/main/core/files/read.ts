// Reads a stored PDF in the extractor child and keeps its text model and cover in the cache.
import { createHash } from 'node:crypto';
import type { FileState } from '#shared/papers.ts';
import type { PageText } from '#shared/text/model.ts';
import type { Services } from '../kinds.ts';
import type { DocumentInfo } from './extract/protocol.ts';
import { extract, type ExtractState } from './extract/run.ts';
import { passwordOf } from './passwords.ts';

/** The limits enforced from outside the child (RELIABILITY 3). */
const LIMITS = { timeMs: 120_000, memoryBytes: 1024 ** 3 };
/** Pages written to the cache in one transaction. */
const BATCH = 32;
/** Two files of fewer letters may agree by chance. */
const LEAST_LETTERS = 400;
/** Pages kept for matching the file to a paper. */
const HEAD_PAGES = 3;

export type Reading = {
  state: FileState;
  /** What to tell the user, '' when all is well. */
  message: string;
  pageCount: number;
  info: DocumentInfo;
  /** The first pages. */
  head: PageText[];
  /** SHA-256 of the letters and digits of the whole text; '' where there is too little of it to compare. */
  textKey: string;
};

const NO_INFO: DocumentInfo = {
  title: '',
  author: '',
  subject: '',
  keywords: '',
  creator: '',
  producer: '',
  creationDate: '',
  xmp: '',
};

/**
 * Reads the file of this hash, with its password where one is known. Never throws for a bad PDF: its state says what is wrong with it.
 * Throws the signal's reason when it fires: a reading cut short says nothing of the file.
 */
export async function readPdf(
  core: Services & { signal?: AbortSignal },
  sha256: string,
  password = passwordOf(core, sha256),
): Promise<Reading> {
  const head: PageText[] = [];
  let waiting: PageText[] = [];
  let info = NO_INFO;
  const words = createHash('sha256');
  let letters = 0;
  const flush = (): void => {
    const pages = waiting;
    waiting = [];
    if (pages.length > 0) core.cache.putPages(sha256, pages);
  };
  const outcome = await extract(
    { path: core.store.pathOf(sha256), ...(password !== undefined && { password }) },
    {
      spawn: core.spawn,
      ...LIMITS,
      ...(core.signal && { signal: core.signal }),
      onDocument: (document) => {
        info = document.info;
      },
      onPage: (page) => {
        if (page.page <= HEAD_PAGES) head.push(page);
        const own = page.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
        words.update(own);
        letters += own.length;
        waiting.push(page);
        if (waiting.length >= BATCH) flush();
      },
      onCover: (cover) => core.cache.putCover(sha256, 1, cover.png),
    },
  );
  core.signal?.throwIfAborted();
  flush();
  const textKey = letters >= LEAST_LETTERS ? words.digest('hex') : '';
  return { state: stateOf(outcome.state), message: outcome.message, pageCount: outcome.pageCount, info, head, textKey };
}

function stateOf(outcome: ExtractState): FileState {
  if (outcome === 'ready' || outcome === 'locked') return outcome;
  return outcome === 'timeout' || outcome === 'memory' ? 'unread' : 'damaged';
}
