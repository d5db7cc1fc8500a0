// A side as it reads: rendered Markdown, whose words, links and task boxes can be clicked.
import { type MouseEvent, useMemo, useRef } from 'react';
import { quotesIn, replaceQuote } from '#shared/live-quotes.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { QuoteContext, type QuoteParts, type TakeQuote } from '../../ui/markdown/quotes.ts';
import { TaskContext } from '../../ui/markdown/TaskBox.tsx';
import { toggledTask } from '../../ui/markdown/tasks.ts';
import styles from './SideField.module.css';

type Props = {
  /** The field that a click leads to. */
  htmlFor: string;
  text: string;
  lang: string;
  placeholder: string;
  onClick: (event: MouseEvent, shown: HTMLElement | null) => void;
  /** A task was checked or unchecked: the whole text. */
  onChange: (text: string) => void;
};

/** The rendered text of a side. */
export function ShownSide({ htmlFor, text, lang, placeholder, onClick, onChange }: Props) {
  const shown = useRef<HTMLDivElement>(null);
  // Lighting up on hover renders the whole pane anew; the Markdown need not be read again for that.
  const rendered = useMemo(() => (text.trim() ? <Markdown text={text} lang={lang} /> : null), [text, lang]);
  const take: TakeQuote = (before, after) => {
    const quote = quotesIn(text).find((one) => isSameQuote(one, before));
    if (quote) onChange(replaceQuote(text, quote, { ...quote, ...after }));
  };
  return (
    <TaskContext value={(at) => onChange(toggledTask(text, at))}>
      <QuoteContext value={take}>
        {/* The keyboard goes to the field itself; the label only brings the pointer there, at the right word. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <label htmlFor={htmlFor} className={styles.shown} onClick={(event) => onClick(event, shown.current)}>
          <div ref={shown} data-shown>
            {rendered ?? (
              <span className={styles.placeholder} data-placeholder>
                {placeholder}
              </span>
            )}
          </div>
        </label>
      </QuoteContext>
    </TaskContext>
  );
}

const isSameQuote = (one: QuoteParts, other: QuoteParts): boolean =>
  one.annotationId === other.annotationId && one.hash === other.hash && one.words === other.words;
