// A cell: words in two languages and evidence, written in place by the same field as the notes.
import { Link2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { MatrixCell, MatrixColumn, MatrixRow } from '#shared/matrix.ts';
import type { Side } from '#shared/values.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { focusField, isComposing, SideField, StaleMark } from '../notes/index.ts';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import type { At } from './arrange.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import type { Shown } from './MatrixBar.tsx';
import styles from './Cell.module.css';
import { messages } from './messages.ts';

type Props = {
  at: At;
  row: MatrixRow;
  column: MatrixColumn;
  cell: MatrixCell | undefined;
  shown: Shown;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  isTabStop: boolean;
  isWriting: boolean;
  onWrite: () => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  /** Escape: the cell itself takes the focus again. */
  onLeave: () => void;
  onTab: (isBack: boolean) => void;
};

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** One cell of the grid. */
export function Cell({ at, row, column, cell, shown, languages, isTabStop, isWriting, ...on }: Props) {
  const text = useMessages(messages);
  const [isLinking, setLinking] = useState(false);
  const place = { rowId: row.id, columnId: column.id };
  const name = column.title || column.titleSecondary;
  const sides = SIDES.filter((side) => shown === 'both' || shown === side);
  const [first = 'primary'] = sides;
  const fieldKey = (side: Side) => `cell:${row.id}:${column.id}:${side}`;
  const start = fieldKey(first);
  useEffect(() => {
    if (isWriting) focusField(start);
  }, [isWriting, start]);

  const onFieldKey = (side: Side, event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Tab' || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = sides[sides.indexOf(side) + (event.shiftKey ? -1 : 1)];
    event.preventDefault();
    if (next) focusField(fieldKey(next));
    else on.onTab(event.shiftKey);
  };

  return (
    // A grid's cell takes keys and focus itself; what is in it is reached by Enter.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <td
      data-at={`${at.row} ${at.column}`}
      tabIndex={isTabStop && !isWriting ? 0 : -1}
      className={classes(styles.cell, isWriting && styles.writing)}
      aria-label={text.cell(row.title, name)}
      onFocus={(event) => {
        if (event.target === event.currentTarget) on.onFocus();
      }}
      onKeyDown={on.onKey}
      onDoubleClick={() => {
        if (!isWriting) on.onWrite();
      }}
    >
      {isWriting
        ? sides.map((side) => (
            <SideField
              key={side}
              fieldKey={fieldKey(side)}
              label={text.cellIn(languages[side].name, row.title, name)}
              lang={languages[side].tag}
              placeholder={text.write(languages[side].name)}
              stored={cell?.[side] ?? ''}
              save={(words, base) =>
                write('matrix', 'editCell', { ...place, side, text: words, base }, { quiet: ['conflict'] })
              }
              maxLength={20_000}
              onLeave={on.onLeave}
              onKey={(event) => onFieldKey(side, event)}
            />
          ))
        : sides.map((side) =>
            cell?.[side].trim() ? <Markdown key={side} text={cell[side]} lang={languages[side].tag} /> : null,
          )}
      {cell?.stale && (
        <StaleMark
          // What goes wrong is said by the writer; the mark stays.
          onConfirm={() => void write('matrix', 'confirmCell', place).catch(() => undefined)}
        />
      )}
      {cell && cell.annotationIds.length > 0 && (
        <ul className={styles.marks} aria-label={text.marks}>
          {cell.annotationIds.map((annotationId) => (
            <Mark
              key={annotationId}
              annotationId={annotationId}
              onUnlink={() => void write('matrix', 'unlinkCell', { ...place, annotationId }).catch(() => undefined)}
            />
          ))}
        </ul>
      )}
      {isWriting && (
        <Button size="small" variant="quiet" icon={<Link2 aria-hidden />} onPress={() => setLinking(true)}>
          {text.link}
        </Button>
      )}
      {isLinking && (
        <EvidenceDialog
          paperId={row.paperId}
          linked={cell?.annotationIds ?? []}
          onClose={() => setLinking(false)}
          onLink={(annotationId) => void write('matrix', 'linkCell', { ...place, annotationId }).catch(() => undefined)}
        />
      )}
    </td>
  );
}

/** A highlight behind the cell: opens at its words. */
function Mark({ annotationId, onUnlink }: { annotationId: string; onUnlink: () => void }) {
  const text = useMessages(messages);
  const mark = useRead('annotations', 'get', { id: annotationId }).data;
  if (!mark) return null;
  const { quote, pageLabel } = mark.anchor;
  return (
    <li className={styles.mark} style={{ borderLeftColor: `var(--mark-${mark.color})` }}>
      <button
        type="button"
        className={styles.quote}
        aria-label={text.openMark(quote.slice(0, 120))}
        onClick={() => void goToPlace({ annotationId })}
      >
        {quote.slice(0, 160)} <span className={styles.page}>{pageLabel}</span>
      </button>
      <IconButton
        size="small"
        className={styles.unlink ?? ''}
        label={text.unlink}
        icon={<X aria-hidden />}
        onPress={onUnlink}
      />
    </li>
  );
}
