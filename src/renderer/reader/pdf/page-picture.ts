// Paints one page of a stored PDF onto a canvas, outside the viewer: for crops beside findings. Documents are shared while
// somebody shows a page of them.
import { fileUrl } from '../../data/urls.ts';
import { type OpenDocument, openDocument } from './open-document.ts';
import { type PageFrame, frameOf, turnOf } from './frame.ts';
import { loadPdfApi } from './viewer.ts';

type Shared = { opened: Promise<OpenDocument>; users: number };
const documents = new Map<string, Shared>();

function take(sha256: string): Shared {
  let shared = documents.get(sha256);
  if (!shared) {
    const opened = loadPdfApi().then(({ pdfjs }) =>
      openDocument(pdfjs, { url: fileUrl(sha256) }, () => documents.delete(sha256)),
    );
    // A document that does not open is tried anew by the next.
    opened.catch(() => documents.delete(sha256));
    documents.set(sha256, (shared = { opened, users: 0 }));
  }
  shared.users += 1;
  return shared;
}

function release(sha256: string, shared: Shared): void {
  shared.users -= 1;
  if (shared.users > 0) return;
  if (documents.get(sha256) === shared) documents.delete(sha256);
  shared.opened.then((document) => document.destroy()).catch(() => undefined);
}

/**
 * Paints a page (1-based) at `scaleOf` its frame, in device pixels a point; answers the frame, undefined when `signal`
 * fired before.
 * @throws CannotOpen
 */
export async function paintPage(
  canvas: HTMLCanvasElement,
  { sha256, page, scaleOf }: { sha256: string; page: number; scaleOf: (frame: PageFrame) => number },
  signal: AbortSignal,
): Promise<PageFrame | undefined> {
  const shared = take(sha256);
  try {
    const { document } = await shared.opened;
    const proxy = await document.getPage(page);
    const one = proxy.getViewport({ scale: 1 });
    const frame = frameOf(one, turnOf(0));
    const viewport = proxy.getViewport({ scale: scaleOf(frame) });
    if (signal.aborted) return undefined;
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = proxy.render({ canvas, viewport });
    const stop = (): void => task.cancel();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await task.promise;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    return frame;
  } finally {
    release(sha256, shared);
  }
}
