// The pages and what is beside them, with a handle between. Unlike ui's SplitPane it never remounts the pages when the
// other pane comes or goes: a document would have to be opened again.
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useRead } from '../data/read.ts';
import { useSetting } from '../data/setting.ts';
import { useMessages } from '../ui/i18n.tsx';
import { besideMessages } from './beside/messages.ts';
import { messages } from './messages.ts';
import styles from './ReaderView.module.css';

type Layout = Record<string, number>;

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number');

const ASIDE_PERCENT = 38;

/** `aside` and `beside` (a second view of pages) null hide their panes. Its width is kept in the setting `layout.reader`, in per cent. */
type Props = { pages: ReactNode; beside: ReactNode | null; aside: ReactNode | null };

export function ReaderSplit({ pages, beside, aside }: Props) {
  const m = useMessages(messages);
  const b = useMessages(besideMessages);
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
      {beside !== null && (
        <>
          <Separator className={styles.handle ?? ''} aria-label={b.resize} />
          <Panel id="beside" className={styles.pane ?? ''} minSize={280}>
            {beside}
          </Panel>
        </>
      )}
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
