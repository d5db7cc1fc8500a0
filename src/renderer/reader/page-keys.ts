// Keys of the pages themselves, while the focus is on them.
import type { KeyboardEvent } from 'react';
import { removeAnnotation } from '../annotations/index.ts';
import { getActive } from '../ui/active.tsx';
import type { PdfEngine } from './pdf/index.ts';
import type { Session } from './session.ts';

/**
 * In caret mode, and with Shift after a selection, arrows move and extend it. Else arrows turn pages (unless the page is
 * wider than the view), Space scrolls by a view, Home and End go to the ends, Delete removes the lit mark. Tab goes to
 * the bar beside the words first: the links of the pages in between may be many.
 */
export function onPageKey(engine: PdfEngine, session: Session | null, press: KeyboardEvent<HTMLDivElement>): void {
  if (press.nativeEvent.isComposing) return;
  if (press.target === engine.container && session?.caret.press(press)) {
    press.preventDefault();
    return;
  }
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  if (press.key === ' ' && press.target === engine.container) engine.scrollByView(press.shiftKey ? -1 : 1);
  else if (press.shiftKey || !plainKey(engine, press)) return;
  press.preventDefault();
}

function plainKey(engine: PdfEngine, press: KeyboardEvent<HTMLDivElement>): boolean {
  const { container } = engine;
  const { pageCount } = engine.state();
  const isWide = container.scrollWidth > container.clientWidth + 1;
  const lit = getActive().annotationId;
  if (press.key === 'Tab') return press.target === container && enterBar(container);
  if (press.key === 'ArrowRight' && !isWide) engine.turnPage(1);
  else if (press.key === 'ArrowLeft' && !isWide) engine.turnPage(-1);
  else if (press.key === 'Home') engine.goToPage(1);
  else if (press.key === 'End') engine.goToPage(pageCount);
  // What goes wrong is said by the writer.
  else if (press.key === 'Delete' && lit) removeAnnotation(lit).catch(() => undefined);
  else return false;
  return true;
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
