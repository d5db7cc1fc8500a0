// Back and forward through the places of a document, as through the pages of a site: each jump is an entry of the
// window's own history, which keeps where the view was.
import { isPlace, type PdfEngine } from './pdf/index.ts';

type Entry = { place?: unknown; sha256?: unknown };

const entry = (): Entry => {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null ? state : {};
};

/** Rest after the last scroll before the present entry learns of it, in milliseconds. */
const REST_MS = 250;

/** Before a jump within the document: leaves an entry to come back to. */
function leavePlace(engine: PdfEngine, sha256: string): void {
  const place = engine.place();
  if (!place) return;
  window.history.replaceState({ ...entry(), place, sha256 }, '');
  window.history.pushState({ sha256, place }, '', window.location.href);
}

/** Keeps the present entry at where the view is, and follows Back and Forward. Returns the way to stop. */
export function followPlaces(engine: PdfEngine, sha256: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let address = window.location.href;
  const stop = engine.onView(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const place = engine.place();
      // Only where this document is what the entry shows.
      if (place && window.location.href === address) window.history.replaceState({ ...entry(), place, sha256 }, '');
    }, REST_MS);
  });
  const back = () => {
    const { place, sha256: hash } = entry();
    clearTimeout(timer);
    if (hash === sha256 && isPlace(place) && window.location.href === address) engine.goToPlace(place);
    else address = window.location.href;
  };
  window.addEventListener('popstate', back);
  engine.onJump = () => leavePlace(engine, sha256);
  return () => {
    engine.onJump = null;
    clearTimeout(timer);
    stop();
    window.removeEventListener('popstate', back);
  };
}
