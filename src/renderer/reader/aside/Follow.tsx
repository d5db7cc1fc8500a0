// Makes what stands beside the page follow it: the first thing about what is in view scrolls into sight, and what is
// pointed at in the page is lit. The things say which marks they are about by `data-marks`, ids apart by spaces.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Follow.module.css';
import { useInView } from './in-view.ts';

/** Nothing is moved while the keyboard or the pointer is in the pane: someone reads or writes there. */
export function Follow({ isOn, children }: { isOn: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { ids, hovered } = useInView();
  useEffect(() => {
    const pane = box.current;
    if (!isOn || !pane || ids.length === 0 || pane.matches(':focus-within, :hover')) return;
    const about = thingsOf(pane);
    // What is in sight already need not move.
    const wanted = about.filter(({ marks }) => marks.some((id) => ids.includes(id)));
    if (wanted.length === 0 || wanted.some(({ element }) => isInSight(element, pane))) return;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    wanted[0]?.element.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
  }, [isOn, ids]);
  useEffect(() => {
    const pane = box.current;
    if (!pane || hovered.length === 0) return;
    const lit = thingsOf(pane).filter(({ marks }) => marks.some((id) => hovered.includes(id)));
    for (const { element } of lit) element.dataset['pointed'] = '';
    return () => {
      for (const { element } of lit) delete element.dataset['pointed'];
    };
  }, [hovered]);
  return (
    <div ref={box} className={styles.follow}>
      {children}
    </div>
  );
}

const thingsOf = (pane: HTMLElement) =>
  [...pane.querySelectorAll<HTMLElement>('[data-marks]')].map((element) => ({
    element,
    marks: (element.dataset['marks'] ?? '').split(' '),
  }));

function isInSight(element: HTMLElement, pane: HTMLElement): boolean {
  const [box, view] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  return box.top >= view.top && box.top < view.bottom - 40;
}
