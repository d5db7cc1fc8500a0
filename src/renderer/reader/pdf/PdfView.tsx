// The scroller a document is painted into. It makes the engine and hands it up; everything else is drawn by others into
// the engine's page layers.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import 'pdfjs-dist/web/pdf_viewer.css';
import { PdfEngine } from './engine.ts';
import './pdf-view.css';

export type PdfViewProps = {
  /** Name of the region for screen readers. */
  label: string;
  /** Gets the engine when it is made, null when it ends. */
  onEngine: (engine: PdfEngine | null) => void;
  onKeyDown?: (press: KeyboardEvent<HTMLDivElement>) => void;
  children?: ReactNode;
};

const WHEEL_LINE_PIXELS = 16;

/** Paints one document. Ctrl and the wheel (or a pinch on a touchpad) zoom around the pointer. */
export function PdfView({ label, onEngine, onKeyDown, children }: PdfViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [tell] = useState(() => onEngine);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const engine = new PdfEngine(element);
    const onWheel = (wheel: WheelEvent) => {
      if (!wheel.ctrlKey && !wheel.metaKey) return;
      wheel.preventDefault();
      const pixels = wheel.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheel.deltaY * WHEEL_LINE_PIXELS : wheel.deltaY;
      engine.zoomAround(Math.exp(-Math.max(-120, Math.min(120, pixels)) / 400), wheel.clientX, wheel.clientY);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    tell(engine);
    return () => {
      element.removeEventListener('wheel', onWheel);
      tell(null);
      engine.dispose();
    };
  }, [tell]);

  return (
    <div className="glossaPdf">
      {/* Keys that scroll and turn pages are the scroller's own business. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={container}
        className="glossaPdfScroller"
        role="region"
        aria-label={label}
        // A scroller must be reachable by keyboard; the words in it are in the page layers.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="pdfViewer" />
      </div>
      {children}
    </div>
  );
}
