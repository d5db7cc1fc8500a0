// Runs the extractor's child and holds it to its limits from outside. Whatever a PDF does to the child, the answer is
// one state and one plain message; nothing is thrown for it.

import type { PageText, Rect } from '#shared/text/model.ts';
import { residentBytes } from './memory.ts';
import { restWorker, takeWorker } from './rest.ts';
import type { Child, Spawn } from './spawn.ts';
import type { DocumentMessage, ImageMessage, PdfMark, Reply, Request } from './protocol.ts';

/** `cancelled` only after `signal`; all others speak of the file. */
export type ExtractState = 'ready' | 'damaged' | 'locked' | 'refused' | 'timeout' | 'memory' | 'cancelled';

/** `message` is '' for a file read without remark. `pagesRead` counts the pages handed to `onPage`. */
export type ExtractResult = { state: ExtractState; message: string; pageCount: number; pagesRead: number };

/** A PNG of a page. */
export type PageImage = { page: number; png: Uint8Array; widthPx: number; heightPx: number };

/** Callbacks may return a promise: the next reply waits for it. */
export type ExtractOptions = {
  spawn: Spawn;
  /** Wall clock for the file, 60 s; a document gets {@link PAGE_MS} more for each of its pages. */
  timeMs?: number;
  /** Resident memory of the child, 1 GiB. */
  memoryBytes?: number;
  onDocument?: (document: DocumentMessage) => unknown;
  /** Pages in order. The child waits for it, so a slow taker holds little in memory. */
  onPage?: (page: PageText) => unknown;
  onCover?: (cover: PageImage) => unknown;
  signal?: AbortSignal;
};

const MEMORY_POLL_MS = 150;
/** A slow machine reads fifty pages of dense text a second. Past {@link PAID_PAGES} a page count earns no more time. */
const PAGE_MS = 20;
const PAID_PAGES = 20_000;

/**
 * Reads a PDF: its document data, the text model of each page, its cover. Never rejects for anything the file or the
 * child does; rejects with what a callback threw.
 */
export async function extract(
  file: { path: string; password?: string },
  options: ExtractOptions,
): Promise<ExtractResult> {
  let pageCount = 0;
  let pagesRead = 0;
  const end = await runChild({ op: 'extract', ...file }, options, async (reply, child, allow) => {
    if (reply.type === 'document') {
      pageCount = reply.pageCount;
      allow(Math.min(pageCount, PAID_PAGES) * PAGE_MS);
      await options.onDocument?.(reply);
    } else if (reply.type === 'page') {
      await options.onPage?.(reply.page);
      pagesRead++;
      child.post({ op: 'taken', pages: 1 } satisfies Request);
    } else if (reply.type === 'cover') await options.onCover?.(imageOf(reply));
  });
  // Only the cover is drawn after the last page: a document that is read but cannot be drawn is still read.
  const isRead = pageCount > 0 && pagesRead >= pageCount;
  if (isRead && (end.state === 'timeout' || end.state === 'memory' || end.state === 'crashed')) {
    return { state: 'ready', message: 'The cover could not be drawn.', pageCount, pagesRead };
  }
  const state = end.state === 'crashed' ? 'damaged' : end.state;
  return { state, message: end.message, pageCount, pagesRead };
}

/** Draws one page, 1-based, `widthPx` wide; undefined when it cannot be drawn within the limits. */
export async function thumbnail(
  file: { path: string; password?: string; page: number; widthPx: number },
  options: Pick<ExtractOptions, 'spawn' | 'timeMs' | 'memoryBytes' | 'signal'>,
): Promise<PageImage | undefined> {
  let image: PageImage | undefined;
  await runChild({ op: 'thumbnail', ...file }, options, (reply) => {
    if (reply.type === 'thumbnail') image = imageOf(reply);
  });
  return image;
}

type Limited = Pick<ExtractOptions, 'spawn' | 'timeMs' | 'memoryBytes' | 'signal'>;

/** Draws a part of a page (`rect` in PDF user space); undefined when it cannot be drawn within the limits. */
export async function crop(
  file: { path: string; password?: string; page: number; rect: Rect; widthPx: number },
  options: Limited,
): Promise<PageImage | undefined> {
  let image: PageImage | undefined;
  await runChild({ op: 'crop', ...file }, options, (reply) => {
    if (reply.type === 'crop') image = imageOf(reply);
  });
  return image;
}

/** Where pictures stand, by page from the first; empty where the file cannot be read within the limits. */
export async function figures(file: { path: string; password?: string }, options: Limited): Promise<Rect[][]> {
  let pages: Rect[][] = [];
  await runChild({ op: 'figures', ...file }, options, (reply) => {
    if (reply.type === 'figures') ({ pages } = reply);
  });
  return pages;
}

/** The annotations a file brings along, in its order; undefined where it cannot be read within the limits. */
export async function pdfMarks(
  file: { path: string; password?: string },
  options: Limited,
): Promise<PdfMark[] | undefined> {
  const marks: PdfMark[] = [];
  const { state } = await runChild({ op: 'marks', ...file }, options, (reply) => {
    if (reply.type === 'marks') for (const mark of reply.marks) marks.push(mark);
  });
  return state === 'ready' ? marks : undefined;
}

function imageOf({ page, png, widthPx, heightPx }: ImageMessage): PageImage {
  return { page, png: Buffer.from(png, 'base64'), widthPx, heightPx };
}

type End = { state: ExtractState | 'crashed'; message: string };
type Limits = Pick<ExtractOptions, 'spawn' | 'timeMs' | 'memoryBytes' | 'signal'>;

/** Has one request answered by a child. It rests when it is done, and is ended when it fails or passes a limit. */
function runChild(
  request: Request,
  { spawn, timeMs = 60_000, memoryBytes = 1024 ** 3, signal }: Limits,
  take: (reply: Reply, child: Child, allow: (moreMs: number) => void) => void | Promise<void>,
): Promise<End> {
  if (signal?.aborted === true) return Promise.resolve({ state: 'cancelled', message: 'Cancelled.' });
  return new Promise((resolve, reject) => {
    const worker = takeWorker(spawn);
    const { child } = worker;
    let isOver = false;
    /** Replies are taken one after the other, however long each takes. */
    let taken = Promise.resolve();
    const stop = (isDone = false): void => {
      isOver = true;
      clearTimeout(clock);
      clearInterval(poll);
      signal?.removeEventListener('abort', abort);
      if (isDone) restWorker(spawn, worker);
      else child.kill();
    };
    const end = (result: End, isDone = false): void => {
      if (isOver) return;
      stop(isDone);
      resolve(result);
    };
    const fail = (error: unknown): void => {
      if (isOver) return;
      stop();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const abort = (): void => end({ state: 'cancelled', message: 'Cancelled.' });
    const startedAt = Date.now();
    let allowedMs = timeMs;
    const isLate = (): void => {
      end({
        state: 'timeout',
        message: `Reading the PDF took longer than ${String(Math.round(allowedMs / 1000))} seconds and was stopped.`,
      });
    };
    let clock = setTimeout(isLate, timeMs);
    const allow = (moreMs: number): void => {
      clearTimeout(clock);
      allowedMs += moreMs;
      if (!isOver) clock = setTimeout(isLate, startedAt + allowedMs - Date.now());
    };
    const poll = setInterval(() => {
      if (child.pid === undefined) return;
      void residentBytes(child.pid).then((bytes) => {
        if (bytes === undefined || bytes <= memoryBytes) return;
        end({
          state: 'memory',
          message: `Reading the PDF took more than ${String(Math.round(memoryBytes / 1024 ** 2))} MB of memory and was stopped.`,
        });
      });
    }, MEMORY_POLL_MS);
    signal?.addEventListener('abort', abort, { once: true });
    worker.onMessage = (message) => {
      const reply = message as Reply;
      taken = taken
        .then(async () => {
          if (isOver) return;
          if (reply.type === 'failed') end({ state: reply.code, message: reply.message });
          else if (reply.type === 'done') {
            end({ state: 'ready', message: unreadableMessage(reply.unreadable) }, true);
          } else await take(reply, child, allow);
        })
        .catch(fail);
    };
    worker.onExit = () => {
      // What it sent before it went is taken first: the answer may be among it.
      void taken.then(() =>
        end({ state: 'crashed', message: 'The PDF reader stopped unexpectedly while reading this file.' }),
      );
    };
    child.post(request);
  });
}

function unreadableMessage(pages: readonly number[]): string {
  if (pages.length === 0) return '';
  const shown = pages.slice(0, 8).join(', ');
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${shown}${pages.length > 8 ? ' and more' : ''} could not be read.`;
}
