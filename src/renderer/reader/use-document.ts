// Opens a file in the engine where it was left, and keeps where it is.
import { useEffect } from 'react';
import { read } from '../data/read.ts';
import { setSetting } from '../data/setting.ts';
import { coverUrl, fileUrl } from '../data/urls.ts';
import { isPlace, type PdfEngine } from './pdf/index.ts';

/** Rest after the last scroll before the place is kept, in milliseconds. */
const REST_MS = 600;

/** Shows the file in the engine; the place is kept as one scrolls, and on leaving. */
export function useDocument(engine: PdfEngine | null, sha256: string, password?: string, keepsPlace = true): void {
  useEffect(() => {
    if (!engine) return;
    const key = `place:${sha256}`;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unsaved: ReturnType<PdfEngine['place']> = null;
    const save = () => {
      clearTimeout(timer);
      if (unsaved) setSetting(key, unsaved);
      unsaved = null;
    };
    const stop = engine.onView(() => {
      if (!keepsPlace) return;
      unsaved = engine.place();
      clearTimeout(timer);
      timer = setTimeout(save, REST_MS);
    });
    const onHide = () => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', save);
    void (async () => {
      // Where there is no place to go back to, the document opens at its beginning.
      const stored = await read('settings', 'get', { key }).catch(() => null);
      if (isGone) return;
      await engine.open({
        url: fileUrl(sha256),
        coverUrl: coverUrl(sha256),
        place: isPlace(stored) ? stored : null,
        ...(password === undefined ? {} : { password }),
      });
    })();
    return () => {
      isGone = true;
      stop();
      save();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', save);
    };
  }, [engine, sha256, password, keepsPlace]);
}
