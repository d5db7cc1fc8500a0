// The file of a survey as the bar shows it: looked at now and then while it is linked, and the ways to link it.
import { FileDiff, Link2 } from 'lucide-react';
import { createElement, useEffect } from 'react';
import { problemText } from '../data/problem-messages.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { host } from '../host/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import type { MenuEntry } from '../ui/Menu.tsx';
import { toast } from '../ui/toast-queue.ts';
import { care } from './care-messages.ts';

/** How often a linked file is looked at, beside every time the window comes to the front. */
const LOOK_MS = 5000;

/** `isAhead`: it was changed outside. `menu`: to link it, or to open the difference. */
export function useSurveyFile(surveyId: string, onOpen: () => void): { isAhead: boolean; menu: MenuEntry[] } {
  const m = useMessages(care);
  const { data: file, refetch } = useRead('surveys', 'file', { id: surveyId });
  const isLinked = file !== null && file !== undefined;
  useEffect(() => {
    if (!isLinked) return;
    const look = () => {
      if (document.visibilityState === 'visible') void refetch();
    };
    const timer = setInterval(look, LOOK_MS);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, [isLinked, refetch]);
  const link = async () => {
    try {
      const picked = await host.pickSurvey();
      if (!picked) return;
      await write('surveys', 'link', { id: surveyId, source: picked.source }, { quiet: true });
      void refetch();
      onOpen();
    } catch (thrown) {
      toast({ text: problemText(thrown), tone: 'problem' });
    }
  };
  const menu: MenuEntry[] = isLinked
    ? [{ id: 'file', label: m.file, icon: createElement(FileDiff, { 'aria-hidden': true }), run: onOpen }]
    : host.kind === 'desktop'
      ? [{ id: 'link', label: m.link, icon: createElement(Link2, { 'aria-hidden': true }), run: () => void link() }]
      : [];
  return { isAhead: file?.state === 'there' || file?.state === 'both', menu };
}
