// The words of a page for screen readers: the text model's paragraphs, in reading order, seen by nobody.
import { memo } from 'react';
import type { PageText } from '#shared/text/model.ts';
import styles from './Overlay.module.css';

/** `label` names the page ("Page 3"); `lang` is the document's language where it says so. */
export const HiddenWords = memo(function HiddenWords({ text, label }: { text: PageText; label: string }) {
  return (
    <section className={styles.words} aria-label={label}>
      {text.paragraphs.map(({ start, end }) => (
        <p key={start}>{text.text.slice(start, end)}</p>
      ))}
    </section>
  );
});
