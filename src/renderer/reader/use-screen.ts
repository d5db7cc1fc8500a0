// Reading with nothing around: the whole screen, or a presentation of one page at a time.
import { useCallback, useEffect, useState } from 'react';
import type { PageLayout, PdfEngine, PdfState } from './pdf/index.ts';

export type ScreenMode = 'window' | 'full' | 'present';

/** The mode and the way to change it. Leaving the full screen by the browser's own means leaves the mode too. */
export function useScreen(engine: PdfEngine | null): { mode: ScreenMode; setMode: (mode: ScreenMode) => void } {
  const [mode, set] = useState<ScreenMode>('window');
  const [before, setBefore] = useState<{ layout: PageLayout; zoom: number | 'page-width' | 'page-fit' } | null>(null);

  const setMode = useCallback(
    (next: ScreenMode) => {
      set(next);
      // Where the browser refuses the whole screen, the window is filled all the same.
      if (next !== 'window' && !document.fullscreenElement) {
        document.documentElement.requestFullscreen().catch(() => undefined);
      } else if (next === 'window' && document.fullscreenElement) void document.exitFullscreen();
      if (!engine) return;
      if (next === 'present') {
        setBefore(lookOf(engine.state()));
        engine.layOut('single');
        engine.zoomTo('page-fit');
      } else if (before) {
        engine.layOut(before.layout);
        engine.zoomTo(before.zoom);
        setBefore(null);
      }
      engine.container.focus({ preventScroll: true });
    },
    [engine, before],
  );
  useEffect(() => {
    const onChange = () => {
      if (!document.fullscreenElement && mode !== 'window') setMode('window');
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [mode, setMode]);
  return { mode, setMode };
}

const lookOf = ({ layout, scale, fit }: PdfState) => ({ layout, zoom: fit ?? scale });
