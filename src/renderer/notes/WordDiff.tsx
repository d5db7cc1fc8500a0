// What changed between two versions of a text, word by word in the text's own language.
import { diffWords } from 'diff';
import { useMemo } from 'react';
import styles from './WordDiff.module.css';

type Props = { before: string; after: string; /** BCP 47. */ lang: string };

/** The text with what went struck out and what came underlined; spoken as deletions and insertions. */
export function WordDiff({ before, after, lang }: Props) {
  const parts = useMemo(() => diffWords(before, after, { intlSegmenter: wordsOf(lang) }), [before, after, lang]);
  return (
    <p className={styles.diff} lang={lang}>
      {parts.map((part, index) => {
        const key = `${index}${part.value}`;
        if (part.added) return <ins key={key}>{part.value}</ins>;
        if (part.removed) return <del key={key}>{part.value}</del>;
        return <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}

function wordsOf(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
