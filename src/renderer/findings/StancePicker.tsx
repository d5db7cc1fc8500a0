// A stance as a small button that opens the four to choose from.
import type { Stance } from '#shared/annotations.ts';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { STANCES } from './gaps.ts';
import { messages } from './messages.ts';
import { StanceIcon } from './StanceIcon.tsx';
import styles from './Stance.module.css';

/** Shows the stance and changes it. */
export function StancePicker({ stance, onChange }: { stance: Stance; onChange: (stance: Stance) => void }) {
  const text = useMessages(messages);
  return (
    <Menu
      label={text.chooseStance}
      trigger={
        <AriaButton className={styles.trigger ?? ''} data-stance={stance} aria-label={text.changeStance(stance)}>
          <StanceIcon stance={stance} />
          {text.stance(stance)}
        </AriaButton>
      }
      groups={[
        {
          id: 'stances',
          entries: STANCES.map((one) => ({
            id: one,
            label: text.stance(one),
            isChecked: one === stance,
            icon: <StanceIcon stance={one} />,
            run: () => onChange(one),
          })),
        },
      ]}
    />
  );
}
