// What an empty place says: what belongs here, and what to do next.
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** Small sits inside a pane. */
  size?: 'small' | 'normal';
};

/** What an empty place says. */
export function EmptyState({ title, children, icon, actions, size = 'normal' }: EmptyStateProps) {
  return (
    <div className={classes(styles.empty, styles[size])}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
