// The pages with the pane before them, which comes and goes without the pages being made anew.
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useSetting } from '../../data/setting.ts';
import { useMessages } from '../../ui/i18n.tsx';
import styles from './Nav.module.css';
import { navMessages } from './messages.ts';

const isWidth = (value: unknown): value is number => typeof value === 'number' && value > 0;
const FIRST_PERCENT = 28;

/** `nav` null hides the pane. Its width is kept in the setting `layout.nav`, in per cent. */
export function NavSplit({ nav, children }: { nav: ReactNode | null; children: ReactNode }) {
  const m = useMessages(navMessages);
  const [width, setWidth] = useSetting<number>('layout.nav', FIRST_PERCENT, isWidth);
  return (
    <Group
      className={styles.split ?? ''}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction && layout['nav']) setWidth(layout['nav']);
      }}
    >
      {nav !== null && (
        <>
          <Panel id="nav" className={styles.pane ?? ''} defaultSize={`${width}%`} minSize={180} maxSize="60%">
            {nav}
          </Panel>
          <Separator className={styles.handle ?? ''} aria-label={m.resize} />
        </>
      )}
      <Panel id="sheet" className={styles.pane ?? ''} minSize={240}>
        {children}
      </Panel>
    </Group>
  );
}
