// The small tools of one passage: link, move, add, remove, and a menu of the rarer ones. One tab stop; arrows go between.
import { ArrowDown, ArrowUp, Ellipsis, Link, Plus, Trash2 } from 'lucide-react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu, type MenuGroup } from '../ui/Menu.tsx';
import { messages } from './messages.ts';
import styles from './PassageRow.module.css';

/** The keys of the passage in focus; also registered as commands. */
export const KEYS = {
  add: 'Mod+Enter',
  link: 'Mod+Shift+L',
  up: 'Alt+ArrowUp',
  down: 'Alt+ArrowDown',
  split: 'Mod+Shift+Enter',
  join: 'Mod+Shift+J',
} as const;

type Props = {
  label: string;
  /** There is an active highlight that is not linked here yet. */
  canLink: boolean;
  isFirst: boolean;
  isLast: boolean;
  onLink: () => void;
  onMove: (by: -1 | 1) => void;
  onAdd: () => void;
  onRemove: () => void;
  more: readonly MenuGroup[];
};

/** The tools of one passage. */
export function PassageTools({ label, canLink, isFirst, isLast, onLink, onMove, onAdd, onRemove, more }: Props) {
  const text = useMessages(messages);
  return (
    <Toolbar className={styles.tools ?? ''} aria-label={label}>
      {canLink && (
        <IconButton
          size="small"
          isActive
          label={text.link}
          shortcut={KEYS.link}
          icon={<Link aria-hidden />}
          onPress={onLink}
        />
      )}
      <IconButton
        size="small"
        label={text.moveUp}
        shortcut={KEYS.up}
        icon={<ArrowUp aria-hidden />}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      />
      <IconButton
        size="small"
        label={text.moveDown}
        shortcut={KEYS.down}
        icon={<ArrowDown aria-hidden />}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      <IconButton size="small" label={text.addHere} shortcut={KEYS.add} icon={<Plus aria-hidden />} onPress={onAdd} />
      <IconButton size="small" tone="danger" label={text.remove} icon={<Trash2 aria-hidden />} onPress={onRemove} />
      <Menu
        label={text.more}
        placement="bottom end"
        trigger={<IconButton size="small" label={text.more} icon={<Ellipsis aria-hidden />} />}
        groups={more}
      />
    </Toolbar>
  );
}
