// One hit: what and where it is, the words around it, and why it is here where it does not say what was asked.
import { FileText, Highlighter, Languages, Lightbulb, NotebookPen, ScrollText, BookA, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Hit, HitKind } from '#shared/search.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Marked } from './Marked.tsx';
import { messages } from './messages.ts';
import { useNames } from './names.ts';
import { openHit } from './open-hit.ts';
import styles from './search.module.css';

const ICONS: Record<HitKind, ReactNode> = {
  page: <FileText aria-hidden />,
  finding: <Lightbulb aria-hidden />,
  note: <NotebookPen aria-hidden />,
  annotation: <Highlighter aria-hidden />,
  survey: <ScrollText aria-hidden />,
  paper: <StickyNote aria-hidden />,
  term: <BookA aria-hidden />,
};

/** A hit to press; the arrow keys go from one to the next (HitList). */
export function HitRow({ hit }: { hit: Hit }) {
  const m = useMessages(messages);
  const names = useNames();
  const where = [names.kinds[hit.kind], hit.pageLabel && m.page(hit.pageLabel), hit.section]
    .filter(Boolean)
    .join(' · ');
  const { via } = hit;
  return (
    <button type="button" className={styles.hit} data-hit={hit.id} onClick={() => void openHit(hit)}>
      <span className={styles.kind}>{ICONS[hit.kind]}</span>
      <span className={styles.body}>
        <span className={styles.where}>
          {where}
          {via && (
            <span className={styles.via} title={names.from[via.from]}>
              <Languages aria-hidden />
              {via.found ? m.via(via.asked, via.found) : m.viaTied(via.asked)}
            </span>
          )}
        </span>
        <span className={styles.snippet}>
          <Marked text={hit.snippet} marks={hit.marks} />
        </span>
      </span>
    </button>
  );
}
