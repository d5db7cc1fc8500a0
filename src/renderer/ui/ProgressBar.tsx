// How far long work is.
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import styles from './ProgressBar.module.css';

export type ProgressBarProps = {
  label: string;
  hideLabel?: boolean;
  value: number;
  /** 0 means the end is not known yet. */
  max: number;
  /** The value in words ("3 of 12"). */
  valueText?: string;
};

/** How far long work is. */
export function ProgressBar({ label, hideLabel, value, max, valueText }: ProgressBarProps) {
  const isIndeterminate = max <= 0;
  return (
    <AriaProgressBar
      className={styles.bar ?? ''}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(isIndeterminate ? { isIndeterminate } : { value: Math.min(value, max), maxValue: max })}
      {...(valueText ? { valueLabel: valueText } : {})}
    >
      {({ percentage, valueText: shown }) => (
        <>
          {!hideLabel && (
            <span className={styles.words}>
              <Label>{label}</Label>
              <span className={styles.value}>{isIndeterminate ? '' : shown}</span>
            </span>
          )}
          <span className={styles.track}>
            <span
              className={isIndeterminate ? styles.going : styles.fill}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
