// What is lit between a pane and the page: the passage or finding at hand lights its highlights in the page.
import { useCallback, useEffect, useRef } from 'react';
import { getActive, setActive } from '../ui/active.tsx';

/** Lights the hovered thing, else the focused one, as `what` of the active state; puts it out when the pane goes. */
export function useLit(what: 'passageId' | 'findingId'): {
  hover: (id: string, isOver: boolean) => void;
  focus: (id: string | null) => void;
} {
  const focused = useRef<string | null>(null);
  const hovered = useRef<string | null>(null);
  useEffect(
    () => () => {
      const mine = hovered.current ?? focused.current;
      if (mine !== null && getActive()[what] === mine) setActive({ [what]: null });
    },
    [what],
  );
  const hover = useCallback(
    (id: string, isOver: boolean) => {
      if (!isOver && hovered.current !== id) return;
      hovered.current = isOver ? id : null;
      setActive({ [what]: hovered.current ?? focused.current });
    },
    [what],
  );
  const focus = useCallback(
    (id: string | null) => {
      if (focused.current === id) return;
      focused.current = id;
      setActive({ [what]: hovered.current ?? id });
    },
    [what],
  );
  return { hover, focus };
}

/** Scrolls an element into view, gently where the user lets things move. */
export function bringIntoView(element: Element | null | undefined): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
}

/** Brings the place one was sent to into view, and lets it light up for a moment. */
export function arriveAt(element: Element | null | undefined): void {
  bringIntoView(element);
  element?.animate([{ backgroundColor: 'var(--accent-line)' }, { backgroundColor: 'transparent' }], {
    duration: 1800,
    easing: 'ease-out',
  });
}
