// The pages and what is beside them, with a handle between. Unlike ui's SplitPane it never remounts the pages when the
// other pane comes or goes: a document would have to be opened again.
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useRead } from '../data/read.ts';
import { useSetting } from '../data/setting.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './ReaderView.module.css';

type Layout = Record<string, number>;

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number');

const ASIDE_PERCENT = 38;

/** `aside` null hides the pane. Its width is kept in the setting `layout.reader`, in per cent. */
export function ReaderSplit({ pages, aside }: { pages: ReactNode; aside: ReactNode | null }) {
  const m = useMessages(messages);
  const { isPending } = useRead('settings', 'all', {});
  const [layout, setLayout] = useSetting<Layout>('layout.reader', {}, isLayout);
  // Sizes are taken at the first layout only.
  if (isPending) return null;
  const width = layout['aside'] ?? ASIDE_PERCENT;
  return (
    <Group
      className={styles.reader ?? ''}
      onLayoutChanged={(next, { isUserInteraction }) => {
        if (isUserInteraction && aside !== null) setLayout({ ...layout, ...next });
      }}
    >
      <Panel id="pages" className={styles.pane ?? ''} minSize={320}>
        {pages}
      </Panel>
      {aside !== null && (
        <>
          <Separator className={styles.handle ?? ''} aria-label={m.resize} />
          <Panel id="aside" className={styles.pane ?? ''} defaultSize={`${width}%`} minSize={280}>
            {aside}
          </Panel>
        </>
      )}
    </Group>
  );
}
