// The extractor's child process: takes one request at a time, reads the PDF with PDFium, sends what it finds. It may
// be killed at any moment, and a hostile PDF may crash it: nothing of value is kept here.

import { open } from 'node:fs/promises';
import { renderCrop } from './crop.ts';
import { documentText } from './document-text.ts';
import { readFigures } from './figures.ts';
import { readMarks } from './marks.ts';
import { readInfo } from './metadata.ts';
import { openDocument, startPdfium, type OpenDocument, type Pdfium } from './pdfium.ts';
import { PAGES_AHEAD, type Failure, type Reply, type Request } from './protocol.ts';
import { emptyPage } from './raw-page.ts';
import { sniffPdf } from './sniff.ts';
import { renderThumbnail } from './thumbnail.ts';

/** More pages than this are not read. */
const MAX_PAGES = 20_000;
const MAX_BYTES = 512 * 1024 * 1024;
const COVER_WIDTH_PX = 320;

type ElectronPort = {
  on: (event: 'message', listener: (event: { data: unknown }) => void) => void;
  postMessage: (message: unknown) => void;
};

const electronPort = (process as unknown as { parentPort?: ElectronPort }).parentPort;
/** A PDFium no file has been read with yet. */
let pdfiumStarted = startPdfium();
/** Pages sent and not yet taken in by the parent, and who waits for there to be fewer. */
let ahead = 0;
let resume: (() => void) | undefined;

function send(reply: Reply): void {
  if (electronPort === undefined) process.send?.(reply);
  else electronPort.postMessage(reply);
}

/** Answers one request, always with `done` or `failed` in the end. */
async function answer(request: Exclude<Request, { op: 'taken' }>): Promise<void> {
  const pdfium = await pdfiumStarted;
  ahead = 0;
  const opened = await openFile(pdfium, request.path, request.password ?? '');
  if ('type' in opened) {
    send(opened);
    return;
  }
  try {
    if (request.op === 'extract') await extract(pdfium, opened.doc, opened.bytes);
    else if (request.op === 'thumbnail') thumbnail(pdfium, opened.doc, request.page, request.widthPx);
    else inspect(pdfium, opened.doc, request);
  } finally {
    // The next file gets memory no other has been in; this one's goes as a whole.
    pdfiumStarted = startPdfium();
  }
}

async function openFile(
  pdfium: Pdfium,
  path: string,
  password: string,
): Promise<{ doc: OpenDocument; bytes: Uint8Array } | Failure> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > MAX_BYTES) return failed('refused', `The file is larger than ${String(MAX_BYTES / 1024 / 1024)} MB.`);
    const sniffed = sniffPdf(await file.readFile());
    if ('refused' in sniffed) return failed('refused', sniffed.refused);
    const doc = openDocument(pdfium, sniffed.pdf, password);
    if (doc === 'locked') {
      return failed('locked', password === '' ? 'The PDF is protected by a password.' : 'The password is not right.');
    }
    if (doc === 'damaged') return failed('damaged', 'The PDF is damaged and cannot be opened.');
    return { doc, bytes: sniffed.pdf };
  } finally {
    await file.close();
  }
}

async function extract(pdfium: Pdfium, doc: OpenDocument, bytes: Uint8Array): Promise<void> {
  if (doc.pageCount <= 0) {
    send(failed('damaged', 'The PDF has no pages that can be read.'));
    return;
  }
  const encrypted = pdfium.api.EPDF_IsEncrypted(doc.handle);
  send({ type: 'document', pageCount: doc.pageCount, info: readInfo(pdfium, doc.handle, bytes), encrypted });
  const pageCount = Math.min(doc.pageCount, MAX_PAGES);
  const unreadable: number[] = [];
  let number = 0;
  for (const page of documentText(pdfium, doc, pageCount)) {
    number++;
    if (page === undefined) unreadable.push(number);
    send({ type: 'page', page: page ?? emptyPage(pdfium, doc.handle, number) });
    ahead++;
    if (ahead >= PAGES_AHEAD) await new Promise<void>((resolve) => (resume = resolve));
  }
  if (unreadable.length === pageCount) {
    send(failed('damaged', 'None of the pages of the PDF can be read.'));
    return;
  }
  const cover = renderThumbnail(pdfium, doc.handle, 1, COVER_WIDTH_PX, 'cover');
  if (cover !== undefined) send(cover);
  send({ type: 'done', unreadable });
}

function thumbnail(pdfium: Pdfium, doc: OpenDocument, page: number, widthPx: number): void {
  const image =
    page >= 1 && page <= doc.pageCount ? renderThumbnail(pdfium, doc.handle, page, widthPx, 'thumbnail') : undefined;
  if (image === undefined) {
    send(failed('damaged', `Page ${String(page)} cannot be drawn.`));
    return;
  }
  send(image);
  send({ type: 'done', unreadable: [] });
}

/** What is asked about a document beside its text. */
function inspect(
  pdfium: Pdfium,
  doc: OpenDocument,
  request: Extract<Request, { op: 'crop' | 'figures' | 'marks' }>,
): void {
  const pageCount = Math.min(doc.pageCount, MAX_PAGES);
  if (request.op === 'crop') {
    const image = renderCrop(pdfium, doc.handle, request.page, request.rect, request.widthPx);
    if (image !== undefined) send(image);
  } else if (request.op === 'figures') {
    send({ type: 'figures', pages: readFigures(pdfium, doc.handle, pageCount) });
  } else {
    for (let index = 0; index < pageCount; index++) {
      const marks = readMarks(pdfium, doc.handle, index);
      if (marks.length > 0) send({ type: 'marks', marks });
    }
  }
  send({ type: 'done', unreadable: [] });
}

function failed(code: Failure['code'], message: string): Failure {
  return { type: 'failed', code, message };
}

let queue = Promise.resolve();

function receive(message: unknown): void {
  const request = message as Request;
  if (request.op === 'taken') {
    ahead -= request.pages;
    if (ahead < PAGES_AHEAD) resume?.();
    return;
  }
  queue = queue
    .then(() => answer(request))
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      send(failed('damaged', `The PDF could not be read (${reason}).`));
      // After a trap PDFium's memory cannot be trusted. The parent has its answer; let it leave the pipe first.
      setTimeout(() => process.exit(1), 100);
    });
}

if (electronPort === undefined) {
  process.on('message', receive);
  // The parent is gone: nobody will kill this process any more.
  process.on('disconnect', () => process.exit(0));
} else electronPort.on('message', (event) => receive(event.data));
