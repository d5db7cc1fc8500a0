// Which panes stand beside the pages of a paper, and at which tab: kept for each paper, a new one beginning as the last.
import { useCallback, useEffect } from 'react';
import { useRead } from '../data/read.ts';
import { setSetting } from '../data/setting.ts';
import { useRoute } from '../ui/navigation.tsx';

/** The tabs on the right: what was written about the page. */
export const ASIDE_TABS = ['notes', 'findings', 'annotations', 'paper'] as const;
export type AsideTab = (typeof ASIDE_TABS)[number];
/** The tabs on the left: ways through the document. */
export const NAV_TABS = ['outline', 'pages', 'find'] as const;
export type NavTab = (typeof NAV_TABS)[number];

type Pane<T extends string> = { tab: T; isOpen: boolean };
/** `beside` is the paper shown beside; null for none. */
export type PanesState = { aside: Pane<AsideTab>; nav: Pane<NavTab>; beside: string | null };

const FIRST: PanesState = {
  aside: { tab: 'notes', isOpen: true },
  nav: { tab: 'outline', isOpen: false },
  beside: null,
};

const paneOf = <T extends string>(value: unknown, tabs: readonly T[], otherwise: Pane<T>): Pane<T> => {
  const { tab, isOpen } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const known = tabs.find((each) => each === tab);
  return known && typeof isOpen === 'boolean' ? { tab: known, isOpen } : otherwise;
};

/** Panes as stored, which may be anything. Pure. */
export function panesOf(stored: unknown, otherwise: PanesState = FIRST): PanesState {
  const { aside, nav, beside } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  return {
    aside: paneOf(aside, ASIDE_TABS, otherwise.aside),
    nav: paneOf(nav, NAV_TABS, otherwise.nav),
    // A new paper opens alone.
    beside: typeof beside === 'string' ? beside : null,
  };
}

/** One side: what it is, opening it at a tab, opening or closing it. */
export type Side<T extends string> = Pane<T> & { show: (tab: T) => void; toggle: () => void; close: () => void };
export type Panes = {
  aside: Side<AsideTab>;
  nav: Side<NavTab>;
  beside: string | null;
  /** Shows a paper beside, or none. */
  setBeside: (paperId: string | null) => void;
  isPending: boolean;
};

/** The panes of a paper. Arriving at a passage or a finding opens its tab. */
export function usePanes(paperId: string): Panes {
  const key = `panes:${paperId}`;
  const own = useRead('settings', 'get', { key });
  const last = useRead('settings', 'get', { key: 'layout.panes' });
  const state = panesOf(own.data, panesOf(last.data));
  const { aside, nav, beside } = state;
  const isPending = own.isPending || last.isPending;

  const set = useCallback(
    (change: Partial<PanesState>) => {
      const next = { aside, nav, beside, ...change };
      setSetting(key, next);
      setSetting('layout.panes', next);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- their parts are what they are
    [key, aside.tab, aside.isOpen, nav.tab, nav.isOpen, beside],
  );
  const showAside = useCallback((tab: AsideTab) => set({ aside: { tab, isOpen: true } }), [set]);
  const showNav = useCallback((tab: NavTab) => set({ nav: { tab, isOpen: true } }), [set]);

  const route = useRoute();
  const wanted = route.view !== 'reader' ? null : route.passageId ? 'notes' : route.findingId ? 'findings' : null;
  useEffect(() => {
    if (wanted && !isPending) showAside(wanted);
    // Each arrival opens the tab anew, also at the same place, but nothing else does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, route, isPending]);

  return {
    aside: {
      ...aside,
      show: showAside,
      toggle: () => set({ aside: { ...aside, isOpen: !aside.isOpen } }),
      close: () => set({ aside: { ...aside, isOpen: false } }),
    },
    nav: {
      ...nav,
      show: showNav,
      toggle: () => set({ nav: { ...nav, isOpen: !nav.isOpen } }),
      close: () => set({ nav: { ...nav, isOpen: false } }),
    },
    beside,
    setBeside: (paper) => set({ beside: paper }),
    isPending,
  };
}
