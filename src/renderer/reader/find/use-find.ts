// Finding as the reader's commands have it: open the box, step through the places, show them in the pages.
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { rectsOf } from '#shared/text/select.ts';
import { useSideCommands } from '../beside/side.tsx';
import type { Command } from '../../ui/commands.tsx';
import { messagesIn } from '../../ui/i18n.tsx';
import { navMessages } from '../nav/messages.ts';
import type { Session } from '../session.ts';
import type { NavTab, Side } from '../use-panes.ts';

const en = messagesIn(navMessages, 'en');
const zh = messagesIn(navMessages, 'zh-Hans');
const words = (key: 'findIn' | 'findNext' | 'findPrevious'): Command['label'] => ({ en: en[key], 'zh-Hans': zh[key] });

/** More selected words than this are not what one looks for. */
const LONGEST_QUERY = 200;

/** Registers the commands; `session` is null until the engine stands. */
export function useFind(session: Session | null, nav: Side<NavTab>, group: string) {
  const input = useRef<HTMLInputElement>(null);
  const mustFocus = useRef(false);
  const hasHits = useSyncExternalStore(session?.find.subscribe ?? subscribeNothing, () => {
    return (session?.find.get().hits.length ?? 0) > 0;
  });

  const showHit = useCallback(() => {
    if (session) void reveal(session);
  }, [session]);
  const end = useCallback(() => {
    session?.find.clear();
    nav.close();
    session?.engine.container.focus({ preventScroll: true });
  }, [session, nav]);
  const open = () => {
    if (!session) return;
    const selected = session.selection.isEmpty() ? '' : session.selection.quote();
    if (selected !== '' && selected.length <= LONGEST_QUERY) void session.find.look({ query: selected }).then(showHit);
    mustFocus.current = true;
    nav.show('find');
    focusSoon(input, mustFocus);
  };
  useEffect(() => focusSoon(input, mustFocus), [nav.isOpen, nav.tab]);

  const step = (by: 1 | -1) => {
    session?.find.step(by);
    showHit();
  };
  const enabled = session !== null;
  useSideCommands([
    { id: 'reader.find', label: words('findIn'), group, shortcut: 'Mod+F', alsoShortcuts: ['/'], enabled, run: open },
    {
      id: 'reader.findNext',
      label: words('findNext'),
      group,
      shortcut: 'F3',
      enabled: enabled && hasHits,
      run: () => step(1),
    },
    {
      id: 'reader.findPrevious',
      label: words('findPrevious'),
      group,
      shortcut: 'Shift+F3',
      enabled: enabled && hasHits,
      run: () => step(-1),
    },
  ]);
  return { input, showHit, end };
}

const subscribeNothing = () => () => undefined;

/** The box may only just be on its way. */
function focusSoon(input: { current: HTMLInputElement | null }, must: { current: boolean }): void {
  requestAnimationFrame(() => {
    if (!must.current || !input.current) return;
    must.current = false;
    input.current.focus();
    input.current.select();
  });
}

/** Brings the hit one is at into view. */
async function reveal({ find, texts, engine }: Session): Promise<void> {
  const hit = find.hit();
  const range = hit?.ranges[0];
  if (!hit || !range) return;
  const text = await texts.load(range.page);
  const rect = text ? rectsOf(text, range)[0] : undefined;
  if (find.hit() !== hit) return;
  if (rect) await engine.reveal(range.page, rect);
  else engine.goToPage(range.page);
}
