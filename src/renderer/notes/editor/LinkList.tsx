// The links offered while one types: chosen by arrows and Enter from the field, or by the pointer.
import { BookOpen, Highlighter, Lightbulb, NotebookPen, ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../ui/i18n.tsx';
import { classes } from '../../ui/classes.ts';
import type { Linkable } from './completion.ts';
import styles from './LinkList.module.css';
import { messages } from './messages.ts';

const ICONS: Partial<Record<Linkable['kind'], ReactNode>> = {
  paper: <BookOpen aria-hidden />,
  finding: <Lightbulb aria-hidden />,
  annotation: <Highlighter aria-hidden />,
  survey: <ScrollText aria-hidden />,
  note: <NotebookPen aria-hidden />,
};

/** The id of an option, for `aria-activedescendant`. */
export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

type Props = { id: string; offered: readonly Linkable[]; at: number; onTake: (thing: Linkable) => void };

/** A list box below the field; the focus stays in the field. */
export function LinkList({ id, offered, at, onTake }: Props) {
  const text = useMessages(messages);
  const kinds = {
    paper: text.kindPaper,
    finding: text.kindFinding,
    annotation: text.kindAnnotation,
    survey: text.kindSurvey,
    note: text.kindNote,
    term: text.kindTerm,
    matrix: text.kindMatrix,
    outline: text.kindOutline,
  };
  return (
    <>
      <div className={styles.list} id={id} role="listbox" aria-label={text.links}>
        {offered.map((thing, index) => (
          <div
            key={`${thing.kind}:${thing.id}`}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes(styles.option, index === at && styles.chosen)}
            // The field must not lose the focus to a press on the list.
            onPointerDown={(event) => {
              event.preventDefault();
              onTake(thing);
            }}
          >
            {ICONS[thing.kind]}
            <span className={styles.name} lang={thing.lang}>
              {thing.name}
            </span>
            <span className={styles.kind}>{kinds[thing.kind]}</span>
          </div>
        ))}
      </div>
      <output className={styles.spoken}>{text.linksFound(offered.length)}</output>
    </>
  );
}
