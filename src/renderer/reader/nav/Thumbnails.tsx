// The pages as small pictures; only those in view are in the page.
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { thumbUrl } from '../../data/urls.ts';
import { useMessages } from '../../ui/i18n.tsx';
import type { PdfEngine, PdfState } from '../pdf/index.ts';
import styles from './Nav.module.css';
import { navMessages } from './messages.ts';

/** CSS pixels: the least width of a picture with its room, and the height of a row. */
const LEAST_PX = 116;
const ROW_PX = 168;
const STEPS: Record<string, (columns: number) => number> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** A press goes to the page; arrows go from page to page. */
export function Thumbnails({ engine, sha256, state }: { engine: PdfEngine; sha256: string; state: PdfState }) {
  const m = useMessages(navMessages);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600, width: 240 });
  const { page, pageCount, labels } = state;
  const columns = Math.max(1, Math.floor(view.width / LEAST_PX));
  const width = view.width / columns;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The picture of the page one is at stays in view.
  useLayoutEffect(() => {
    const element = box.current;
    const top = Math.floor((page - 1) / columns) * ROW_PX;
    if (!element) return;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_PX > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW_PX - element.clientHeight;
  }, [page, columns]);

  const first = Math.max(0, Math.floor(view.top / ROW_PX) - 1) * columns;
  const last = Math.min(pageCount, (Math.ceil((view.top + view.height) / ROW_PX) + 1) * columns);
  return (
    // Arrows on the pictures are the group's own business.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className={styles.thumbs}
      role="group"
      aria-label={m.pages}
      onScroll={({ currentTarget }) => setView((now) => ({ ...now, top: currentTarget.scrollTop }))}
      onKeyDown={(press) => {
        const step = STEPS[press.key]?.(columns);
        if (step === undefined) return;
        press.preventDefault();
        if (engine.goToPage(page + step)) focusPage(press.currentTarget, page + step);
      }}
    >
      <div style={{ height: Math.ceil(pageCount / columns) * ROW_PX }} />
      {Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
        const number = first + offset + 1;
        const label = labels?.[number - 1] ?? String(number);
        const at = number - 1;
        return (
          <Button
            key={number}
            className={styles.thumb ?? ''}
            aria-label={m.page(label)}
            aria-current={number === page ? 'page' : undefined}
            excludeFromTabOrder={number !== page}
            data-thumb={number}
            style={{
              left: (at % columns) * width + 6,
              top: Math.floor(at / columns) * ROW_PX + 6,
              width: width - 12,
              height: ROW_PX - 12,
            }}
            onPress={() => engine.goToPage(number)}
          >
            <span className={styles.sheet}>
              <img src={thumbUrl(sha256, number)} alt="" loading="lazy" draggable={false} />
            </span>
            {label}
          </Button>
        );
      })}
    </div>
  );
}

function focusPage(group: HTMLElement, page: number): void {
  requestAnimationFrame(() => group.querySelector<HTMLElement>(`[data-thumb="${String(page)}"]`)?.focus());
}
