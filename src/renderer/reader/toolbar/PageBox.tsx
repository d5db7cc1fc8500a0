// The page box: shows the page one is at, and goes to the page typed in, by its printed label or its number.
import { type Ref, useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { messages } from '../messages.ts';
import { pageByWords, type PdfEngine, type PdfState } from '../pdf/index.ts';
import styles from './ReaderToolbar.module.css';

type Props = { engine: PdfEngine; state: PdfState; inputRef: Ref<HTMLInputElement> };

/** Enter goes there, Escape gives up. */
export function PageBox({ engine, state, inputRef }: Props) {
  const m = useMessages(messages);
  const [typed, setTyped] = useState<string | null>(null);
  const { page, pageCount, labels } = state;
  const label = labels?.[page - 1] ?? String(page);
  const leave = () => {
    setTyped(null);
    engine.container.focus({ preventScroll: true });
  };
  const enter = () => {
    const wanted = typed === null ? page : pageByWords(typed, labels, pageCount);
    if (wanted === null) toast({ text: m.noSuchPage(typed ?? '') });
    else engine.goToPage(wanted);
    leave();
  };
  return (
    <div className={styles.pages}>
      <TextField
        label={m.pageBox}
        hideLabel
        value={typed ?? label}
        onChange={setTyped}
        onBlur={() => setTyped(null)}
        onEnter={enter}
        onEscape={leave}
        className={styles.pageBox ?? ''}
        inputRef={inputRef}
      />
      <span aria-hidden className={styles.pageCount}>
        {labels && label !== String(page) ? `(${page}) ` : ''}
        {m.pageOf(pageCount)}
      </span>
      <span className={styles.spoken} role="status">
        {m.pageNumber(page, pageCount)}
      </span>
    </div>
  );
}
