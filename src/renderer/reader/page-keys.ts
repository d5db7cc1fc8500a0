// Keys of the pages themselves, while the focus is on them.
import type { KeyboardEvent } from 'react';
import { removeAnnotation } from '../annotations/index.ts';
import { getActive } from '../ui/active.tsx';
import type { PdfEngine } from './pdf/index.ts';

/**
 * Arrows turn pages (unless the page is wider than the view), Home and End go to the ends, Delete removes the lit mark.
 * Tab goes to the bar beside the words first: the links of the pages in between may be many.
 */
export function onPageKey(engine: PdfEngine, press: KeyboardEvent<HTMLDivElement>): void {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey || press.nativeEvent.isComposing) return;
  const { container } = engine;
  if (press.key === 'Tab' && press.target === container && enterBar(container)) {
    press.preventDefault();
    return;
  }
  const { page, pageCount } = engine.state();
  const isWide = container.scrollWidth > container.clientWidth;
  const lit = getActive().annotationId;
  if (press.key === 'ArrowRight' && !isWide) engine.goToPage(page + 1);
  else if (press.key === 'ArrowLeft' && !isWide) engine.goToPage(page - 1);
  else if (press.key === 'Home') engine.goToPage(1);
  else if (press.key === 'End') engine.goToPage(pageCount);
  // What goes wrong is said by the writer.
  else if (press.key === 'Delete' && lit) removeAnnotation(lit).catch(() => undefined);
  else return;
  press.preventDefault();
}

/** Moves the focus into the bar beside the words; false where there is none. */
function enterBar(container: HTMLElement): boolean {
  const bar = container.parentElement?.querySelector<HTMLElement>('[data-beside]');
  if (!bar || bar.style.visibility === 'hidden') return false;
  // What is chosen comes first, as in any group of choices.
  const first =
    bar.querySelector<HTMLElement>('button[aria-checked="true"], button[aria-pressed="true"]') ??
    bar.querySelector<HTMLElement>('button');
  first?.focus();
  return first !== null;
}
