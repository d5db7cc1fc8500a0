// Copying the selected words otherwise than clean: as printed, and with where they are from.
import { useMemo } from 'react';
import { useMessages } from '../ui/i18n.tsx';
import { toast } from '../ui/toast-queue.ts';
import { type Cited, citedQuote } from './citing.ts';
import { messages } from './messages.ts';
import type { Session } from './session.ts';

/** The two ways; each says that it is done. */
export function useCopying(
  { selection, texts, engine }: Session,
  paper: Cited,
): { raw: () => void; cited: () => void } {
  const m = useMessages(messages);
  return useMemo(() => {
    const copy = (words: string) => {
      if (words !== '') void navigator.clipboard.writeText(words).then(() => toast({ text: m.copied }));
    };
    return {
      raw: () => copy(selection.rawQuote()),
      cited: () => {
        const pages = selection.get().ranges.map(({ page }) => page);
        const labels = pages.map(
          (page) => texts.page(page)?.label ?? engine.state().labels?.[page - 1] ?? String(page),
        );
        if (pages.length > 0) copy(citedQuote(selection.quote(), paper, labels));
      },
    };
  }, [selection, texts, engine, paper, m.copied]);
}
