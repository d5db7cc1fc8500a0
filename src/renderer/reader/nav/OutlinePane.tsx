// The document's own outline, as a list to choose from.
import { useEffect, useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { type OutlineItem, type PdfEngine, readOutline } from '../pdf/index.ts';
import styles from './Nav.module.css';
import { navMessages } from './messages.ts';
import { onOutlineKey, OutlineList } from './OutlineList.tsx';

/** Says so where there is none. */
export function OutlinePane({ engine, sha256 }: { engine: PdfEngine; sha256: string }) {
  const m = useMessages(navMessages);
  const [outline, setOutline] = useState<readonly OutlineItem[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void readOutline(engine).then((items) => {
      if (!isGone) setOutline(items);
    });
    return () => {
      isGone = true;
    };
  }, [engine, sha256]);
  if (outline?.length === 0) return <EmptyState title={m.noOutline} />;
  return (
    <div className={styles.outline} role="presentation" onKeyDown={onOutlineKey}>
      <OutlineList
        items={outline ?? []}
        onOpen={(destination) => {
          // A destination that leads nowhere leaves the view where it is.
          engine.goToDestination(destination).catch(() => undefined);
        }}
      />
    </div>
  );
}
