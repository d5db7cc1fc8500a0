// The small bar by the selected words: colours, underline, link, note, copy.
import { Copy, Lightbulb, NotebookPen, Underline } from 'lucide-react';
import { type KeyboardEvent, useMemo, useSyncExternalStore } from 'react';
import { rectsOf } from '#shared/text/select.ts';
import type { AnnotationColor } from '#shared/annotations.ts';
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
  underline: () => void;
  link: () => void;
  note: () => void;
  copy: () => void;
};

/** Shown once the pointer is up; arrow keys move within it. */
export function SelectionBar({ session, actions }: { session: Session; actions: SelectionActions }) {
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
          onPress={actions.underline}
        />
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
