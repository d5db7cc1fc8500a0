// The pointer on the pages: press and drag, several clicks in a row, Shift; a plain click is handed on.
import { isOverText } from '#shared/text/select.ts';
import type { Caret } from '#shared/text/pages.ts';
import type { PagePoint, PdfEngine } from '../pdf/index.ts';
import { AutoScroll } from './auto-scroll.ts';
import type { PageTexts } from './page-texts.ts';
import type { Selection } from './selection.ts';
import { type Granularity, granularityOf, unitAt } from './units.ts';

/** Pixels a pressed pointer may move and still have clicked. */
const CLICK_PX = 4;

export type GestureOptions = {
  engine: PdfEngine;
  texts: PageTexts;
  selection: Selection;
  /** A plain click, with nothing selected by it. */
  onClick: (point: PagePoint, click: MouseEvent) => void;
  /** The caret was put here by a plain click. */
  onCaret?: (caret: Caret) => void;
  /** Is there something to click at the point? Decides the pointer's shape. */
  isClickable: (point: PagePoint) => boolean;
};

type Press = { x: number; y: number; at: PagePoint; granularity: Granularity; hasSelected: boolean };

/** Listens on the engine's pages until the returned function is called. */
export function attachGestures({
  engine,
  texts,
  selection,
  onClick,
  onCaret,
  isClickable,
}: GestureOptions): () => void {
  const { container } = engine;
  const ending = new AbortController();
  const { signal } = ending;
  let press: Press | null = null;
  let latest = { x: 0, y: 0 };
  /** Where the last plain click was: Shift selects from there. */
  let caret: ReturnType<typeof unitAt> | null = null;

  const unit = (x: number, y: number, granularity: Granularity) => {
    const point = engine.locate(x, y);
    const text = point && texts.page(point.page);
    return text ? unitAt(text, point.x, point.y, granularity) : null;
  };
  const dragTo = (x: number, y: number) => {
    const to = press && unit(x, y, press.granularity);
    if (to) selection.extend(to);
  };
  const auto = new AutoScroll(container, () => dragTo(latest.x, latest.y));

  const down = (event: MouseEvent) => {
    if (event.button !== 0 || isOutside(container, event) || isControl(event.target)) return;
    const at = engine.locate(event.clientX, event.clientY);
    if (!at) return;
    // No selection of the browser's, no dragging of links or pictures; the keyboard still comes here.
    event.preventDefault();
    container.focus({ preventScroll: true });
    const granularity = granularityOf(event.detail);
    press = { x: event.clientX, y: event.clientY, at, granularity, hasSelected: false };
    const text = texts.page(at.page);
    if (event.shiftKey && (caret || !selection.isEmpty())) {
      const to = unit(event.clientX, event.clientY, 'character');
      if (caret && selection.isEmpty()) selection.begin(caret);
      if (to) selection.extend(to);
      press.hasSelected = true;
    } else if (granularity !== 'character' && text && isOverText(text, at.x, at.y)) {
      selection.begin(unitAt(text, at.x, at.y, granularity));
      press.hasSelected = true;
    }
  };

  const move = (event: MouseEvent) => {
    latest = { x: event.clientX, y: event.clientY };
    if (!press) return;
    if (event.buttons === 0) {
      up(event);
      return;
    }
    const isDrag = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= CLICK_PX;
    if (!press.hasSelected) {
      if (!isDrag) return;
      const from = unit(press.x, press.y, press.granularity);
      if (!from) return;
      selection.begin(from);
      press.hasSelected = true;
    }
    if (isDrag) {
      dragTo(event.clientX, event.clientY);
      auto.point(event.clientX, event.clientY);
    }
  };

  const up = (event: MouseEvent) => {
    if (!press || event.button !== 0) return;
    const { hasSelected, at } = press;
    press = null;
    auto.stop();
    if (hasSelected) {
      void selection.finish();
      suppressClick(container, signal);
      return;
    }
    selection.clear();
    caret = unit(event.clientX, event.clientY, 'character');
    if (caret) onCaret?.({ page: caret.page, offset: caret.start });
    if (!(event.target instanceof Element && event.target.closest('a'))) onClick(at, event);
  };

  const hover = (event: MouseEvent) => {
    if (press) return;
    const at = engine.locate(event.clientX, event.clientY);
    const text = at?.isOnPage ? texts.page(at.page) : undefined;
    const shape = !at?.isOnPage ? '' : isClickable(at) ? 'pointer' : text && isOverText(text, at.x, at.y) ? 'text' : '';
    if (container.style.cursor !== shape) container.style.cursor = shape;
  };

  // The wheel moves the page under a pointer that holds still.
  const scrolled = () => {
    if (press?.hasSelected && press.granularity === 'character') dragTo(latest.x, latest.y);
  };

  container.addEventListener('mousedown', down, { signal });
  container.addEventListener('scroll', scrolled, { signal, passive: true });
  container.addEventListener('mousemove', hover, { signal, passive: true });
  container.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  window.addEventListener('mousemove', move, { signal, passive: true });
  window.addEventListener('mouseup', up, { signal });
  return () => {
    auto.stop();
    ending.abort();
  };
}

/** On a scroll bar rather than on the pages. */
function isOutside(container: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const view = container.getBoundingClientRect();
  return clientX > view.left + container.clientWidth || clientY > view.top + container.clientHeight;
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, input, textarea, select') !== null;

/** The click that ends a drag over a link of the document does not follow it. */
function suppressClick(container: HTMLElement, signal: AbortSignal): void {
  const swallowing = new AbortController();
  const swallow = (click: MouseEvent) => {
    click.preventDefault();
    click.stopPropagation();
  };
  container.addEventListener('click', swallow, { capture: true, signal: AbortSignal.any([signal, swallowing.signal]) });
  setTimeout(() => swallowing.abort(), 0);
}
