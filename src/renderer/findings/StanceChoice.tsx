// The four stances side by side, one chosen: for making a link.
import type { Stance } from '#shared/annotations.ts';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useMessages } from '../ui/i18n.tsx';
import { STANCES } from './gaps.ts';
import { messages } from './messages.ts';
import { StanceIcon } from './StanceIcon.tsx';
import styles from './Stance.module.css';

/** A radio group; arrows change the choice. */
export function StanceChoice({ stance, onChange }: { stance: Stance; onChange: (stance: Stance) => void }) {
  const text = useMessages(messages);
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      orientation="horizontal"
      value={stance}
      onChange={(value) => {
        const chosen = STANCES.find((one) => one === value);
        if (chosen) onChange(chosen);
      }}
    >
      <Label className={styles.hidden ?? ''}>{text.chooseStance}</Label>
      {STANCES.map((one, index) => (
        <Radio key={one} value={one} className={styles.radio ?? ''} data-stance={one}>
          <StanceIcon stance={one} />
          {text.stance(one)}
          <kbd className={styles.number} aria-hidden>
            {index + 1}
          </kbd>
        </Radio>
      ))}
    </RadioGroup>
  );
}
