// Whether the pane beside the page is open, and at which tab; kept for the next time.
import { useCallback, useEffect } from 'react';
import { useSetting } from '../../data/setting.ts';
import { useRoute } from '../../ui/navigation.tsx';

/** The tabs beside the page. */
export const ASIDE_TABS = ['notes', 'findings', 'annotations', 'paper'] as const;
export type AsideTab = (typeof ASIDE_TABS)[number];

type AsideState = { tab: AsideTab; isOpen: boolean };

const isAside = (value: unknown): value is AsideState => {
  if (typeof value !== 'object' || value === null) return false;
  const { tab, isOpen } = value as Record<string, unknown>;
  return typeof isOpen === 'boolean' && ASIDE_TABS.some((each) => each === tab);
};

const FIRST: AsideState = { tab: 'notes', isOpen: true };

export type AsidePane = AsideState & { show: (tab: AsideTab) => void; toggle: () => void };

/** Arriving at a passage or a finding opens its tab. */
export function useAside(): AsidePane {
  const [{ tab, isOpen }, set] = useSetting<AsideState>('layout.aside', FIRST, isAside);
  const route = useRoute();
  const show = useCallback((next: AsideTab) => set({ tab: next, isOpen: true }), [set]);
  const wanted = route.view !== 'reader' ? null : route.passageId ? 'notes' : route.findingId ? 'findings' : null;
  useEffect(() => {
    if (wanted) show(wanted);
    // Each arrival opens the tab anew, also at the same place.
  }, [wanted, route, show]);
  return { tab, isOpen, show, toggle: () => set({ tab, isOpen: !isOpen }) };
}
