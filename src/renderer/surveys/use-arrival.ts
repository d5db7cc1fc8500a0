// Where a survey's text opens: at the block or finding the route names (which flashes), else where it was left.
import { type RefObject, useEffect } from 'react';
import type { Survey } from '#shared/surveys.ts';
import { useMarkdownRenderer } from '../ui/Markdown.tsx';
import type { Route } from '../ui/navigation.tsx';
import styles from './SurveyView.module.css';

/** How far each survey was scrolled, in CSS pixels, while the window lives. */
const left = new Map<string, number>();

/** Scrolls on arrival and remembers on leaving. */
export function useArrival(
  scroller: RefObject<HTMLElement | null>,
  survey: Survey,
  route: Extract<Route, { view: 'survey' }>,
): void {
  const isRendered = useMarkdownRenderer() !== null;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isRendered) return;
    const block =
      route.blockId ??
      survey.blocks.find(({ kind, entityId }) => kind === 'finding' && entityId === route.findingId)?.id;
    const target = block ? element.querySelector(`[data-stretch="${CSS.escape(block)}"]`) : null;
    if (target) {
      target.scrollIntoView({ block: 'center' });
      flash(target);
    } else element.scrollTop = left.get(survey.id) ?? 0;
    // The route object is new on every arrival; a changed text is none.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scroller, route, survey.id, isRendered]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => left.set(survey.id, element.scrollTop);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, survey.id]);
}

/** Lights an element for a moment. */
export function flash(target: Element): void {
  const name = styles.flash ?? '';
  target.classList.add(name);
  target.addEventListener('animationend', () => target.classList.remove(name), { once: true });
}
