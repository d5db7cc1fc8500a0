// Links of the document that lead out of it: through the app's one gate, never by the page itself.
import { openExternal } from '../host/index.ts';

/** Sends outside links clicked in the pages through the gate; links within the document stay pdf.js's. */
export function attachLinks(container: HTMLElement): () => void {
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const address = link?.getAttribute('href') ?? '';
    if (!link || address === '' || address.startsWith('#')) return;
    event.preventDefault();
    if (event.button === 0 || event.button === 1) openExternal(address);
  };
  container.addEventListener('click', click);
  container.addEventListener('auxclick', click);
  return () => {
    container.removeEventListener('click', click);
    container.removeEventListener('auxclick', click);
  };
}
