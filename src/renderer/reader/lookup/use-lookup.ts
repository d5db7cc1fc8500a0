// Pointing at words that refer to something shows it; a key does the same for the caret or the selection.
import { useEffect } from 'react';
import { useDocumentWords } from '../../data/page-text.ts';
import { useSideCommands } from '../beside/side.tsx';
import type { Command } from '../../ui/commands.tsx';
import { messagesIn, useMessages } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { type Session, useEngineState } from '../session.ts';
import { lookupMessages } from './messages.ts';
import type { Target } from './lookup.ts';

const en = messagesIn(lookupMessages, 'en');
const zh = messagesIn(lookupMessages, 'zh-Hans');
const label: Command['label'] = { en: en.show, 'zh-Hans': zh.show };

/** Rest of the pointer before something shows, and time to reach it once shown, in milliseconds. */
const REST_MS = 350;
const LEAVE_MS = 300;

/** Attaches the pointer and the command. */
export function useLookup(session: Session, group: string): void {
  const m = useMessages(lookupMessages);
  const { engine, lookup, sha256 } = session;
  const { status } = useEngineState(engine);
  const words = useDocumentWords(sha256, status === 'open');
  useEffect(() => lookup.read(words ?? []), [lookup, words]);
  useEffect(() => attachPointer(session), [session]);
  const show = async () => {
    const target = await targetOfCaret(session);
    if (target) lookup.show(target, true);
    else toast({ text: m.nothing });
  };
  useSideCommands([
    { id: 'reader.preview', label, group, shortcut: 'O', enabled: status === 'open', run: () => void show() },
  ]);
}

async function targetOfCaret({ lookup, selection, caret, texts, engine }: Session): Promise<Target | null> {
  const range = selection.get().ranges[0];
  const at = caret.get().caret;
  const page = range?.page ?? at?.page ?? engine.state().page;
  const text = await texts.load(page);
  const offset = at?.page === page ? at.offset : 0;
  return text && lookup.in(text, range ?? { start: offset, end: offset });
}

function attachPointer({ engine, lookup }: Session): () => void {
  const { container } = engine;
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: string | null = null;
  const later = (what: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(what, ms);
  };
  const leave = () => {
    waiting = null;
    if (lookup.get().target && !lookup.get().isByKey) later(() => lookup.show(null), LEAVE_MS);
    else clearTimeout(timer);
  };
  const move = async (event: MouseEvent) => {
    if (event.buttons !== 0) {
      leave();
      return;
    }
    if (event.target instanceof Element && event.target.closest('[data-preview]')) {
      clearTimeout(timer);
      return;
    }
    const point = container.contains(event.target as Node) ? engine.locate(event.clientX, event.clientY) : null;
    const target = point && (lookup.at(point) ?? (await engine.linkAt(point)));
    if (!target) leave();
    else if (target.key === lookup.get().target?.key) clearTimeout(timer);
    else if (target.key !== waiting) {
      waiting = target.key;
      later(() => {
        waiting = null;
        lookup.show(target);
      }, REST_MS);
    }
  };
  window.addEventListener('mousemove', (event) => void move(event), { signal: ending.signal, passive: true });
  container.addEventListener('scroll', leave, { signal: ending.signal, passive: true });
  return () => {
    clearTimeout(timer);
    ending.abort();
    lookup.show(null);
  };
}
