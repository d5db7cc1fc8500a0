// A quote of a mark inside a note: the mark's words as they are; where the two differ both are shown, and either is taken.
import { type MouseEvent, use } from 'react';
import { quoteState, takeWords, type LiveQuote as Quote } from '#shared/live-quotes.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { QuoteContext } from '../ui/markdown/quotes.ts';
import { goToPlace } from '../ui/navigation.tsx';
import { quoteMessages } from './quote-messages.ts';
import styles from './LiveQuote.module.css';

export type LiveQuoteProps = Pick<Quote, 'annotationId' | 'words' | 'hash'> & {
  /** Writes the quote anew (its words and hash) into the note; without it the two wordings are only shown. */
  onTake?: (quote: Pick<Quote, 'annotationId' | 'words' | 'hash'>) => void;
};

/** Inline: stands where the link stood. A press on the words opens them in their page. */
export function LiveQuote({ annotationId, words, hash, onTake }: LiveQuoteProps) {
  const text = useMessages(quoteMessages);
  const take = use(QuoteContext);
  const { data, isError } = useRead('annotations', 'get', { id: annotationId });
  const isGone = isError || (data !== undefined && data.deletedAt !== null);
  const marked = data && !isGone ? data.anchor.quote : null;
  const state = data || isGone ? quoteState({ words, hash }, marked) : 'same';
  const open = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void goToPlace({ annotationId });
  };
  if (state === 'gone') {
    return (
      <span className={styles.gone} title={text.gone} data-quote="gone">
        {words}
      </span>
    );
  }
  const link = (shown: string) => (
    <a
      className={styles.quote}
      style={{ '--mark': `var(--mark-${data?.color ?? 'grey'})` } as React.CSSProperties}
      href={`#${annotationId}`}
      title={text.open}
      onClick={open}
      onAuxClick={open}
      data-quote={state}
    >
      {shown}
    </a>
  );
  if (state === 'same' || state === 'kept' || marked === null) return link(words);
  const quote = { annotationId, words, hash };
  const canTake = onTake ?? (take && ((after: typeof quote) => take(quote, after)));
  const settle = (which: 'mark' | 'note') => {
    const after = takeWords({ ...quote, start: 0, end: 0 }, marked, which);
    canTake?.({ annotationId, words: after.words, hash: after.hash });
  };
  return (
    <span className={styles.differs} data-quote={state} role="group" aria-label={text.differs}>
      <span className={styles.two}>
        <span className={styles.note}>{text.why(state)}</span>
        <span className={styles.side}>{text.inMark}</span>
        <span className={styles.words}>{link(marked)}</span>
        {canTake ? (
          <Button size="small" onPress={() => settle('mark')}>
            {text.takeMark}
          </Button>
        ) : (
          <span />
        )}
        <span className={styles.side}>{text.inNote}</span>
        <span className={styles.words}>{words}</span>
        {canTake ? (
          <Button size="small" onPress={() => settle('note')}>
            {text.keepNote}
          </Button>
        ) : (
          <span />
        )}
      </span>
    </span>
  );
}
