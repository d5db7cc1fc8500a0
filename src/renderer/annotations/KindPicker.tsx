// Highlight, underline, strike out, wavy underline: a choice of one.
import { Highlighter, SpellCheck2, Strikethrough, Underline } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TextKind } from '#shared/annotations.ts';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../ui/i18n.tsx';
import { Tip } from '../ui/Tip.tsx';
import { KINDS } from './colors.ts';
import { messages } from './messages.ts';
import styles from './KindPicker.module.css';

const ICONS: Record<TextKind, ReactNode> = {
  highlight: <Highlighter aria-hidden />,
  underline: <Underline aria-hidden />,
  strikeout: <Strikethrough aria-hidden />,
  squiggly: <SpellCheck2 aria-hidden />,
};

/** The kinds of mark, the present one pressed. */
export function KindPicker({ value, onPick }: { value: TextKind; onPick: (kind: TextKind) => void }) {
  const text = useMessages(messages);
  return (
    <ToggleButtonGroup
      className={styles.row ?? ''}
      aria-label={text.kinds}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = KINDS.find((kind) => keys.has(kind));
        if (chosen && chosen !== value) onPick(chosen);
      }}
    >
      {KINDS.map((kind) => (
        <Tip key={kind} text={text.kind(kind)}>
          <ToggleButton id={kind} className={styles.kind ?? ''} aria-label={text.kind(kind)}>
            {ICONS[kind]}
          </ToggleButton>
        </Tip>
      ))}
    </ToggleButtonGroup>
  );
}
