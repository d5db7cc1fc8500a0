// The list of links offered while one types `[[` or `@` in a field: open, choose, take. Nothing of it during composition.
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { markdownLink } from '#shared/links.ts';
import { quoteHash, quoteLink } from '#shared/live-quotes.ts';
import { useLibraryLanguages } from '../../ui/i18n.tsx';
import { type Asked, askedAt, type Linkable, matching } from './completion.ts';
import { isComposing } from './focus.ts';
import { insertAt } from './insert.ts';
import { readLinkables } from './linkables.ts';

const MOST = 8;

export type Completion = {
  /** Null while nothing is asked for. */
  offered: readonly Linkable[] | null;
  /** Which of them Enter takes. */
  at: number;
  /** Looks at what stands before the caret. Not to be called during composition. */
  look: (field: HTMLTextAreaElement) => void;
  close: () => void;
  take: (thing: Linkable) => void;
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
};

/** `paperId`: whose highlights are offered too. */
export function useCompletion(paperId?: string): Completion {
  const languages = useLibraryLanguages();
  const [primary, secondary] = [languages.primary.tag, languages.secondary.tag];
  const [asked, setAsked] = useState<Asked | null>(null);
  const [all, setAll] = useState<readonly Linkable[] | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement | null>(null);
  /** Where the list was closed by Escape: it stays closed there. */
  const refused = useRef<number | null>(null);
  const isOpen = asked !== null;

  useEffect(() => {
    if (!isOpen) return;
    let isHere = true;
    readLinkables({ primary, secondary }, paperId)
      .then((found) => isHere && setAll(found))
      // Without the list one types on; the next opening asks again.
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [isOpen, primary, secondary, paperId]);

  const offered = asked && all ? matching(all, asked.words, MOST) : null;
  const close = useCallback(() => setAsked(null), []);
  const look = useCallback((element: HTMLTextAreaElement) => {
    field.current = element;
    const { selectionStart, selectionEnd, value } = element;
    const next = selectionStart === selectionEnd ? askedAt(value, selectionStart) : null;
    if (next === null) refused.current = null;
    setAt(0);
    setAsked(next && next.start !== refused.current ? next : null);
  }, []);
  const take = (thing: Linkable) => {
    const element = field.current;
    if (!element || !asked) return;
    setAsked(null);
    insertAt(
      element,
      asked.start,
      asked.start + asked.words.length + markLength(element.value, asked),
      `${linkFor(thing)} `,
    );
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!asked || isComposing(event)) return false;
    const count = offered?.length ?? 0;
    const chosen = offered?.[at];
    if (event.key === 'Escape') {
      refused.current = asked.start;
      setAsked(null);
    } else if (count === 0) return false;
    else if (event.key === 'ArrowDown') setAt((at + 1) % count);
    else if (event.key === 'ArrowUp') setAt((at + count - 1) % count);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !hasModifier(event)) take(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered: offered && offered.length > 0 ? offered : null, at, look, close, take, onKey };
}

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
const markLength = (text: string, { start }: Asked): number => (text.startsWith('[[', start) ? 2 : 1);

/** A highlight comes in as a live quote: a view of its words, which says when one of the two has changed. */
const linkFor = (thing: Linkable): string =>
  thing.kind === 'annotation'
    ? quoteLink({ annotationId: thing.id, words: thing.name, hash: quoteHash(thing.name) })
    : markdownLink(short(thing.name), thing);

const LONGEST = 80;
/** A long name, a finding's, is cut where a reader still knows it. */
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name);
