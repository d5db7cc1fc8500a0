// A menu of things to do, opened by a button.
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import { isMac, showShortcut } from './shortcut.ts';
import styles from './Menu.module.css';
import popoverStyles from './Popover.module.css';

/** One entry. `isChecked` shows a check mark (true) or keeps its room (false). */
export type MenuEntry = {
  id: string;
  label: string;
  run: () => void;
  icon?: ReactNode;
  shortcut?: string;
  tone?: 'plain' | 'danger';
  isDisabled?: boolean;
  isChecked?: boolean;
  lang?: string;
};

/** Entries under an optional heading. */
export type MenuGroup = { id: string; title?: string; entries: readonly MenuEntry[] };

export type MenuProps = {
  /** Spoken name of the menu. */
  label: string;
  /** A Button or IconButton. */
  trigger: ReactNode;
  groups: readonly MenuGroup[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right top';
};

/** A menu of things to do, opened by its trigger; letters find entries, Escape closes. */
export function Menu({ label, trigger, groups, placement = 'bottom start' }: MenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classes(popoverStyles.popover, styles.menuBox)} placement={placement} offset={4}>
        <AriaMenu
          className={styles.menu ?? ''}
          aria-label={label}
          disabledKeys={entries.filter((entry) => entry.isDisabled).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {shown.map((group) => (
            <MenuSection
              key={group.id}
              id={group.id}
              className={styles.section ?? ''}
              {...(group.title ? {} : { 'aria-label': label })}
              {...chosenIn(group)}
            >
              {group.title && <Header className={styles.title ?? ''}>{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={classes(styles.item, entry.tone === 'danger' && styles.danger)}
                >
                  <span className={styles.icon}>{entry.isChecked ? <Check aria-hidden /> : entry.icon}</span>
                  <span className={styles.label} lang={entry.lang}>
                    {entry.label}
                  </span>
                  {entry.shortcut && <kbd className={styles.key}>{showShortcut(entry.shortcut, isMac())}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A group where an entry is checked or not is a choice of one, and is spoken so. */
function chosenIn({ entries }: MenuGroup): object {
  if (entries.every((entry) => entry.isChecked === undefined)) return {};
  const chosen = entries.filter((entry) => entry.isChecked).map((entry) => entry.id);
  return { selectionMode: 'single', disallowEmptySelection: true, selectedKeys: chosen };
}
