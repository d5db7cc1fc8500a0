// How sure its writer is of a finding, as a small button that opens the choice.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Confidence } from '#shared/findings.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './Meta.module.css';
import { messages } from './messages.ts';

const LEVELS: readonly (Confidence | null)[] = ['high', 'medium', 'low', null];

type Props = { confidence: Confidence | null; onChange: (confidence: Confidence | null) => void };

/** Shows the confidence and changes it. */
export function ConfidencePicker({ confidence, onChange }: Props) {
  const text = useMessages(messages);
  return (
    <Menu
      label={text.confidence}
      trigger={
        <AriaButton
          className={styles.chip ?? ''}
          data-confidence={confidence ?? 'none'}
          aria-label={`${text.confidence}: ${text.level(confidence)}`}
        >
          {confidence ? text.sure(confidence) : text.confidence}
        </AriaButton>
      }
      groups={[
        {
          id: 'levels',
          entries: LEVELS.map((level) => ({
            id: level ?? 'none',
            label: text.level(level),
            isChecked: level === confidence,
            run: () => onChange(level),
          })),
        },
      ]}
    />
  );
}
