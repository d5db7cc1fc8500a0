// Code that is not needed for the first view, fetched as soon as the window has nothing better to do.
import { useEffect } from 'react';
import { loadMarkdown } from '../ui/Markdown.tsx';

/** The reader starts pdf.js's worker when it is loaded: by the time a paper is opened, both are there. */
export function usePreload(): void {
  useEffect(() => {
    const load = () => {
      // What cannot be fetched now is fetched when it is needed, and says so then.
      import('../reader/index.ts').catch(() => undefined);
      loadMarkdown().catch(() => undefined);
    };
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(load, 300);
      return () => clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(load, { timeout: 2000 });
    return () => window.cancelIdleCallback(idle);
  }, []);
}
