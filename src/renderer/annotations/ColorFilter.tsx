// Filter by colour: the colours in use, one pressed or none.
import type { AnnotationColor } from '#shared/annotations.ts';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../ui/i18n.tsx';
import { Tip } from '../ui/Tip.tsx';
import { messages } from './messages.ts';
import styles from './ColorPicker.module.css';

type Props = {
  colors: readonly AnnotationColor[];
  /** Null lets every colour through. */
  value: AnnotationColor | null;
  onChange: (color: AnnotationColor | null) => void;
};

/** Pressing the chosen colour again lets every colour through. */
export function ColorFilter({ colors, value, onChange }: Props) {
  const text = useMessages(messages);
  return (
    <ToggleButtonGroup
      className={styles.row ?? ''}
      aria-label={text.anyColor}
      selectionMode="single"
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => onChange(colors.find((color) => keys.has(color)) ?? null)}
    >
      {colors.map((color) => (
        <Tip key={color} text={text.onlyColor(color)}>
          <ToggleButton
            id={color}
            className={styles.swatch ?? ''}
            style={{ background: `var(--mark-${color})` }}
            aria-label={text.onlyColor(color)}
          />
        </Tip>
      ))}
    </ToggleButtonGroup>
  );
}
