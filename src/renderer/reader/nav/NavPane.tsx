// Before the page: the outline, the pages, and what was looked for.
import type { RefObject } from 'react';
import { useMessages } from '../../ui/i18n.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { FindPane } from '../find/FindPane.tsx';
import { type Session, useEngineState } from '../session.ts';
import type { NavTab, Side } from '../use-panes.ts';
import styles from './Nav.module.css';
import { navMessages } from './messages.ts';
import { OutlinePane } from './OutlinePane.tsx';
import { Thumbnails } from './Thumbnails.tsx';

type Props = {
  session: Session;
  nav: Side<NavTab>;
  findInput: RefObject<HTMLInputElement | null>;
  onShowHit: () => void;
  onEndFind: () => void;
};

/** The pane; each tab is there only while it is shown. */
export function NavPane({ session, nav, findInput, onShowHit, onEndFind }: Props) {
  const m = useMessages(navMessages);
  const { engine, sha256, find } = session;
  const state = useEngineState(engine);
  const isOpen = state.status === 'open';
  return (
    <nav className={styles.nav} aria-label={m.nav}>
      <Tabs<NavTab>
        label={m.nav}
        value={nav.tab}
        onChange={nav.show}
        tabs={[
          { id: 'outline', label: m.outline, content: isOpen && <OutlinePane engine={engine} sha256={sha256} /> },
          {
            id: 'pages',
            label: m.pages,
            content: isOpen && <Thumbnails engine={engine} sha256={sha256} state={state} />,
          },
          {
            id: 'find',
            label: m.find,
            content: (
              <FindPane find={find} labels={state.labels} inputRef={findInput} onShow={onShowHit} onClose={onEndFind} />
            ),
          },
        ]}
      />
    </nav>
  );
}
