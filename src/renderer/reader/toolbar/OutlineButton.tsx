// The document's own outline, as a list to choose from.
import { ListTree } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import { type OutlineItem, type PdfEngine, readOutline } from '../pdf/index.ts';
import { focusFirst, onOutlineKey, OutlineList } from './OutlineList.tsx';
import styles from './OutlineList.module.css';

/** Nothing for a document without an outline. */
export function OutlineButton({ engine, sha256 }: { engine: PdfEngine; sha256: string }) {
  const m = useMessages(messages);
  const [outline, setOutline] = useState<readonly OutlineItem[]>([]);
  useEffect(() => {
    let isGone = false;
    void readOutline(engine).then((items) => {
      if (!isGone) setOutline(items);
    });
    return () => {
      isGone = true;
    };
  }, [engine, sha256]);
  if (outline.length === 0) return null;
  return (
    <Popover
      label={m.outline}
      className={styles.popover ?? ''}
      trigger={<IconButton label={m.outline} icon={<ListTree aria-hidden />} />}
    >
      {(close) => (
        <div ref={focusFirst} role="presentation" onKeyDown={onOutlineKey}>
          <OutlineList
            items={outline}
            onOpen={(destination) => {
              close();
              // A destination that leads nowhere leaves the view where it is.
              engine.goToDestination(destination).catch(() => undefined);
            }}
          />
        </div>
      )}
    </Popover>
  );
}
