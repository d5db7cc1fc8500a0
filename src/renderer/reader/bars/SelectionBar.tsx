// The small bar by the selected words: colours, underline, link, note, copy.
import {
  Copy,
  Lightbulb,
  MoveHorizontal,
  NotebookPen,
  SquareSplitHorizontal,
  Strikethrough,
  Underline,
} from 'lucide-react';
import { type KeyboardEvent, useMemo, useSyncExternalStore } from 'react';
import { rectsOf } from '#shared/text/select.ts';
import { type AnnotationColor, isTextKind, type PageMark, type TextKind } from '#shared/annotations.ts';
import { Toolbar } from 'react-aria-components/Toolbar';
import { ColorPicker } from '../../annotations/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import { type Session, useHasSelection } from '../session.ts';
import { Beside } from './Beside.tsx';
import styles from './SelectionBar.module.css';

/** What the bar (and the keys that do the same) can do with the selection. */
export type SelectionActions = {
  highlight: (color: AnnotationColor) => void;
  mark: (kind: TextKind) => void;
  moveHere: (annotationId: string) => void;
  splitHere: (annotationId: string) => void;
  link: () => void;
  note: () => void;
  copy: () => void;
};

type Props = {
  session: Session;
  actions: SelectionActions;
  /** The mark that is lit, which can be given the selected words, or be cut where they begin. */
  lit: PageMark | null;
};

/** Does a selection begin inside a mark, after its first character? */
const isInside = (mark: PageMark, at: { page: number; start: number } | undefined): boolean =>
  at !== undefined &&
  mark.ranges.some(({ page, start, end }) => page === at.page && at.start > start && at.start < end);

/** Shown once the pointer is up; arrow keys move within it. */
export function SelectionBar({ session, actions, lit }: Props) {
  const m = useMessages(messages);
  const { engine, selection, texts } = session;
  const hasSelection = useHasSelection(selection);
  const { ranges } = useSyncExternalStore(selection.subscribe, selection.get);
  const words = useMemo(() => {
    if (!hasSelection) return [];
    return ranges.flatMap((range) => {
      const text = texts.page(range.page);
      return text ? [{ page: range.page, rects: rectsOf(text, range) }] : [];
    });
  }, [hasSelection, ranges, texts]);
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Escape') return;
    press.stopPropagation();
    selection.clear();
    engine.container.focus({ preventScroll: true });
  };
  if (words.length === 0) return null;
  return (
    <Beside engine={engine} words={words} onKeyDown={onKeyDown}>
      <Toolbar className={styles.bar ?? ''} aria-label={m.selectionBar}>
        <ColorPicker value={null} onPick={actions.highlight} hasKeys />
        <span className={styles.gap} />
        <IconButton
          size="small"
          label={m.underline}
          shortcut="U"
          icon={<Underline aria-hidden />}
          onPress={() => actions.mark('underline')}
        />
        <IconButton
          size="small"
          label={m.strikeout}
          shortcut="X"
          icon={<Strikethrough aria-hidden />}
          onPress={() => actions.mark('strikeout')}
        />
        {lit && isTextKind(lit.kind) && (
          <>
            <IconButton
              size="small"
              label={m.moveHere}
              icon={<MoveHorizontal aria-hidden />}
              onPress={() => actions.moveHere(lit.id)}
            />
            {isInside(lit, ranges[0]) && (
              <IconButton
                size="small"
                label={m.splitHere}
                icon={<SquareSplitHorizontal aria-hidden />}
                onPress={() => actions.splitHere(lit.id)}
              />
            )}
          </>
        )}
        <IconButton size="small" label={m.link} shortcut="L" icon={<Lightbulb aria-hidden />} onPress={actions.link} />
        <IconButton
          size="small"
          label={m.note}
          shortcut="N"
          icon={<NotebookPen aria-hidden />}
          onPress={actions.note}
        />
        <IconButton size="small" label={m.copy} shortcut="Mod+C" icon={<Copy aria-hidden />} onPress={actions.copy} />
      </Toolbar>
    </Beside>
  );
}
