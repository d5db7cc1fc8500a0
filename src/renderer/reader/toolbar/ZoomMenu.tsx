// The zoom: its size now, and sizes to choose.
import { ChevronDown } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { LAYOUTS } from '../commands.ts';
import { messages } from '../messages.ts';
import type { PdfEngine, PdfState } from '../pdf/index.ts';
import styles from './ReaderToolbar.module.css';

const SIZES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** A button that says the size in per cent and opens the choice. */
export function ZoomMenu({ engine, state }: { engine: PdfEngine; state: PdfState }) {
  const m = useMessages(messages);
  const percent = `${Math.round(state.scale * 100)}%`;
  return (
    <Menu
      label={m.zoom}
      trigger={
        <Button variant="quiet" size="small" label={`${m.zoom}: ${percent}`} className={styles.zoom ?? ''}>
          <span className={styles.percent}>{percent}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'fits',
          entries: [
            {
              id: 'page-width',
              label: m.fitWidth,
              shortcut: 'Mod+0',
              isChecked: state.fit === 'page-width',
              run: () => engine.zoomTo('page-width'),
            },
            {
              id: 'page-fit',
              label: m.fitPage,
              isChecked: state.fit === 'page-fit',
              run: () => engine.zoomTo('page-fit'),
            },
          ],
        },
        {
          id: 'sizes',
          entries: SIZES.map((size) => ({
            id: String(size),
            label: `${size * 100}%`,
            isChecked: state.fit === null && Math.abs(state.scale - size) < 0.005,
            run: () => engine.zoomTo(size),
          })),
        },
        {
          id: 'layouts',
          entries: LAYOUTS.map((layout) => ({
            id: layout,
            label: m[layout],
            isChecked: state.layout === layout,
            run: () => engine.layOut(layout),
          })),
        },
        {
          id: 'margins',
          entries: [
            {
              id: 'crop',
              label: m.cropMargins,
              shortcut: 'M',
              isChecked: state.isCropped,
              run: () => engine.wantCrop(!state.isCropped),
            },
          ],
        },
      ]}
    />
  );
}
