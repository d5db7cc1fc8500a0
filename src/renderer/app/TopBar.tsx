// The bar on top: where you are, the palette, undo and redo, tasks, settings.
import { ArrowLeft, ArrowRight, PanelLeft, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { UndoButtons } from '../history/index.ts';
import { JobsButton } from '../jobs/index.ts';
import { SettingsMenu } from '../settings/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { isMac, showShortcut } from '../ui/shortcut.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { messages } from './messages.ts';
import styles from './TopBar.module.css';

export type TopBarProps = { hasSidebar: boolean; onToggleSidebar: () => void; onOpenPalette: () => void };

/** The bar on top. */
export function TopBar({ hasSidebar, onToggleSidebar, onOpenPalette }: TopBarProps) {
  const m = useMessages(messages);
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <IconButton
          label={hasSidebar ? m.hideSidebar : m.showSidebar}
          icon={<PanelLeft aria-hidden />}
          shortcut="Mod+\"
          onPress={onToggleSidebar}
        />
        <IconButton
          label={m.back}
          icon={<ArrowLeft aria-hidden />}
          shortcut="Alt+ArrowLeft"
          onPress={() => window.history.back()}
        />
        <IconButton
          label={m.forward}
          icon={<ArrowRight aria-hidden />}
          shortcut="Alt+ArrowRight"
          onPress={() => window.history.forward()}
        />
        <Breadcrumbs />
      </div>
      <div className={styles.end} role="toolbar" aria-label={m.tools}>
        <JobsButton />
        <AriaButton className={styles.palette ?? ''} onPress={onOpenPalette} aria-label={m.paletteOpen}>
          <Search aria-hidden />
          <span className={styles.hint}>{m.paletteOpen}</span>
          <kbd className={styles.key}>{showShortcut('Mod+K', isMac())}</kbd>
        </AriaButton>
        <UndoButtons />
        <SettingsMenu />
      </div>
    </header>
  );
}
