// Panels of which one shows.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

/** One panel; `count` stands beside its label. */
export type TabItem<T extends string> = { id: T; label: string; icon?: ReactNode; count?: number; content: ReactNode };

export type TabsProps<T extends string> = {
  /** Spoken name of the row of tabs. */
  label: string;
  tabs: readonly TabItem<T>[];
  value: T;
  onChange: (value: T) => void;
  /** At the end of the row. */
  end?: ReactNode;
  className?: string;
};

/** Panels of which one shows; arrow keys go from tab to tab. */
export function Tabs<T extends string>({ label, tabs, value, onChange, end, className }: TabsProps<T>) {
  return (
    <AriaTabs
      className={classes(styles.tabs, className)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <div className={styles.row}>
        <TabList className={styles.list ?? ''} aria-label={label}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
              {tab.icon}
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
