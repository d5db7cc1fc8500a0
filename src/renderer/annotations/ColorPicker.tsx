// The eight colours, to press.
import type { AnnotationColor } from '#shared/annotations.ts';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../ui/i18n.tsx';
import { Tip } from '../ui/Tip.tsx';
import { keyOfColor } from './colors.ts';
import { messages } from './messages.ts';
import { useColorNames, usePalette } from './palette.ts';
import styles from './ColorPicker.module.css';

export type ColorPickerProps = {
  /** The colour it has; null offers the colours without one being chosen. */
  value: AnnotationColor | null;
  onPick: (color: AnnotationColor) => void;
  /** Shows the number keys in the tooltips. */
  hasKeys?: boolean;
};

/** A row of colours. With a value it is a choice of one; without, eight buttons. */
export function ColorPicker({ value, onPick, hasKeys = false }: ColorPickerProps) {
  const text = useMessages(messages);
  const name = useColorNames();
  const { palette } = usePalette();
  const colors = palette.map(({ color }) => color);
  const swatch = (color: AnnotationColor, index: number) => ({
    className: styles.swatch ?? '',
    style: { background: `var(--mark-${color})` },
    'aria-label': name(color),
    tip: { text: name(color), ...(hasKeys && keyOfColor(index) ? { shortcut: keyOfColor(index) ?? '' } : {}) },
  });
  if (value === null) {
    return colors.map((color, index) => {
      const { tip, ...look } = swatch(color, index);
      return (
        <Tip key={color} {...tip}>
          <Button {...look} onPress={() => onPick(color)} />
        </Tip>
      );
    });
  }
  return (
    <ToggleButtonGroup
      className={styles.row ?? ''}
      aria-label={text.colors}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = colors.find((color) => keys.has(color));
        if (chosen && chosen !== value) onPick(chosen);
      }}
    >
      {colors.map((color, index) => {
        const { tip, ...look } = swatch(color, index);
        return (
          <Tip key={color} {...tip}>
            <ToggleButton id={color} {...look} />
          </Tip>
        );
      })}
    </ToggleButtonGroup>
  );
}
