// A text with the words that were asked for marked.
import styles from './search.module.css';

type Part = { from: number; text: string; isMarked: boolean };

/** `marks` are offsets into the text, in order, not overlapping. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  return partsOf(text, marks).map(({ from, text: part, isMarked }) =>
    isMarked ? (
      <mark key={from} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function partsOf(text: string, marks: readonly (readonly [number, number])[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ from: at, text: text.slice(at, start), isMarked: false });
    parts.push({ from: start, text: text.slice(start, end), isMarked: true });
    at = end;
  }
  return [...parts, { from: at, text: text.slice(at), isMarked: false }];
}
