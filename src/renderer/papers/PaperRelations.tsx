// Papers this one is related to: its preprint, its published version, a translation.
import { X } from 'lucide-react';
import type { Paper } from '#shared/papers.ts';
import { write } from '../data/write.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { formatRoute } from '../ui/route.ts';
import styles from './PaperDetails.module.css';
import { standing } from './standing-messages.ts';
import list from './standing.module.css';

/** Nothing where there are none. */
export function PaperRelations({ paper }: { paper: Paper }) {
  const m = useMessages(standing);
  if (paper.relations.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{m.relations}</h3>
      <ul className={list.list}>
        {paper.relations.map(({ id, kind, isSource, paperId, title }) => (
          <li key={id} className={list.entry}>
            <span className={list.quiet}>{m.relation(kind, isSource)}</span>
            <a className={list.words} href={formatRoute({ view: 'library', paperId })}>
              {title}
            </a>
            <IconButton
              size="small"
              label={m.unrelate(title)}
              icon={<X aria-hidden />}
              onPress={() => void write('papers', 'unrelate', { relationId: id }).catch(() => undefined)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
