// The sign of a stance; its shape alone tells it, without the colour.
import type { Stance } from '#shared/annotations.ts';
import { CircleCheck, CircleDashed, CircleX, Quote } from 'lucide-react';
import styles from './Stance.module.css';

const ICONS = { supports: CircleCheck, contradicts: CircleX, qualifies: CircleDashed, mentions: Quote };

/** Decoration only: the word stands beside it, or in the label of the button around it. */
export function StanceIcon({ stance }: { stance: Stance }) {
  const Icon = ICONS[stance];
  return <Icon aria-hidden className={styles.icon} data-stance={stance} />;
}
