// One of a few sides of the same thing, side by side.
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './SegmentedControl.module.css';

/** One side; `count` stands beside its label. */
export type Segment<T extends string> = { id: T; label: string; icon?: ReactNode; count?: number | undefined };

export type SegmentedControlProps<T extends string> = {
  label: string;
  items: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** A row of segments, exactly one chosen. */
export function SegmentedControl<T extends string>({ label, items, value, onChange }: SegmentedControlProps<T>) {
  return (
    <ToggleButtonGroup
      className={styles.control ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = items.find((item) => keys.has(item.id));
        if (chosen && chosen.id !== value) onChange(chosen.id);
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className={styles.segment ?? ''}>
          {item.icon}
          {item.label}
          {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
