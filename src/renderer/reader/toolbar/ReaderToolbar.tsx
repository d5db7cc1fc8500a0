// The bar above the page: outline, version, page, zoom, rotation, and the pane beside.
import { ChevronDown, ChevronUp, Columns2, Minus, PanelLeft, PanelRight, Plus, RotateCw } from 'lucide-react';
import type { Ref } from 'react';
import type { PaperFile } from '#shared/papers.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import { navMessages } from '../nav/messages.ts';
import type { PdfEngine } from '../pdf/index.ts';
import { useEngineState } from '../session.ts';
import type { Panes } from '../use-panes.ts';
import { besideMessages } from '../beside/messages.ts';
import { useSide } from '../beside/side.tsx';
import { LookMenu } from './LookMenu.tsx';
import { MarkTools } from './MarkTools.tsx';
import { PageBox } from './PageBox.tsx';
import styles from './ReaderToolbar.module.css';
import { ZoomMenu } from './ZoomMenu.tsx';

type Props = {
  engine: PdfEngine;
  files: readonly PaperFile[];
  sha256: string;
  onFile: (sha256: string) => void;
  panes: Panes;
  onToggleBeside: () => void;
  pageInput: Ref<HTMLInputElement>;
};

/** Its controls are disabled until the document is open. */
export function ReaderToolbar({ engine, files, sha256, onFile, panes, onToggleBeside, pageInput }: Props) {
  const m = useMessages(messages);
  const b = useMessages(besideMessages);
  const { isSecond } = useSide();
  const n = useMessages(navMessages);
  const state = useEngineState(engine);
  const isOpen = state.status === 'open';
  return (
    <div className={styles.bar} role="toolbar" aria-label={m.toolbar}>
      <div className={styles.group}>
        <IconButton
          label={panes.nav.isOpen ? n.hide : n.show}
          shortcut="Mod+Shift+."
          icon={<PanelLeft aria-hidden />}
          isActive={panes.nav.isOpen}
          onPress={panes.nav.toggle}
        />
        {files.length > 1 && (
          <Select
            label={m.version}
            hideLabel
            variant="quiet"
            items={files.map((file) => ({ id: file.sha256, label: file.label || file.sha256.slice(0, 8) }))}
            value={sha256}
            onChange={onFile}
            className={styles.version ?? ''}
          />
        )}
      </div>
      <div className={styles.group}>
        {isOpen && (
          <>
            <IconButton
              className={styles.spare ?? ''}
              label={m.previousPage}
              shortcut="Alt+PageUp"
              icon={<ChevronUp aria-hidden />}
              isDisabled={state.page <= 1}
              onPress={() => engine.turnPage(-1)}
            />
            <IconButton
              className={styles.spare ?? ''}
              label={m.nextPage}
              shortcut="Alt+PageDown"
              icon={<ChevronDown aria-hidden />}
              isDisabled={state.page >= state.pageCount}
              onPress={() => engine.turnPage(1)}
            />
            <PageBox engine={engine} state={state} inputRef={pageInput} />
            <span className={styles.gap} />
            <IconButton
              className={styles.spare ?? ''}
              label={m.zoomOut}
              shortcut="Mod+-"
              icon={<Minus aria-hidden />}
              onPress={() => engine.zoomBy(-1)}
            />
            <ZoomMenu engine={engine} state={state} />
            <IconButton
              className={styles.spare ?? ''}
              label={m.zoomIn}
              shortcut="Mod+="
              icon={<Plus aria-hidden />}
              onPress={() => engine.zoomBy(1)}
            />
            <IconButton
              label={m.rotate}
              shortcut="R"
              icon={<RotateCw aria-hidden />}
              onPress={() => engine.rotateBy(1)}
            />
          </>
        )}
      </div>
      <div className={styles.group}>
        <LookMenu engine={engine} sha256={sha256} className={styles.spare ?? ''} />
        {!isSecond && (
          <>
            <MarkTools isOpen={isOpen} group={m.group} />
            <span className={styles.gap} />
            <IconButton
              className={styles.spare ?? ''}
              label={b.toggle}
              icon={<Columns2 aria-hidden />}
              isActive={panes.beside !== null}
              onPress={onToggleBeside}
            />
            <IconButton
              label={panes.aside.isOpen ? m.hidePane : m.showPane}
              shortcut="Mod+."
              icon={<PanelRight aria-hidden />}
              isActive={panes.aside.isOpen}
              onPress={panes.aside.toggle}
            />
          </>
        )}
      </div>
    </div>
  );
}
