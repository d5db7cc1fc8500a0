// Keeps its content beside words of the document, through scrolling and zooming.
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Rect } from '#shared/text/model.ts';
import type { PdfEngine } from '../pdf/index.ts';
import { placeBar } from './place-bar.ts';
import styles from './Beside.module.css';

/** Words on a page, as rectangles in PDF user space. */
export type Words = { page: number; rects: readonly Rect[] };

type Props = {
  engine: PdfEngine;
  words: readonly Words[];
  children: ReactNode;
  /** Hears keys before what is inside: an open tooltip would keep Escape to itself. */
  onKeyDown?: (press: KeyboardEvent<HTMLDivElement>) => void;
};

/** Hidden while the words are out of view; it must stand in the element the engine's scroller fills. */
export function Beside({ engine, words, children, onKeyDown }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const boxes = words.flatMap(({ page, rects }) =>
      rects.map((rect) => engine.clientBox(page, rect)).filter((each) => each !== null),
    );
    const view = engine.container.getBoundingClientRect();
    const area = {
      left: view.left,
      top: view.top,
      width: engine.container.clientWidth,
      height: engine.container.clientHeight,
    };
    const spot = placeBar(boxes, area, { width: element.offsetWidth, height: element.offsetHeight });
    element.style.visibility = spot ? 'visible' : 'hidden';
    if (spot) element.style.transform = `translate(${Math.round(spot.left)}px, ${Math.round(spot.top)}px)`;
  }, [engine, words]);

  useLayoutEffect(place);
  useEffect(() => {
    const element = box.current;
    const stops = [engine.onView(place), engine.subscribe(place)];
    const resizing = new ResizeObserver(place);
    if (element) resizing.observe(element);
    resizing.observe(engine.container);
    return () => {
      for (const stop of stops) stop();
      resizing.disconnect();
    };
  }, [engine, place]);

  return (
    <div ref={box} className={styles.beside} role="presentation" data-beside="" onKeyDownCapture={onKeyDown}>
      {children}
    </div>
  );
}
