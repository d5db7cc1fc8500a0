// The user's palette: order of the colours, which the number keys follow, and what each means in both languages.
import { ArrowUp } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { TextField } from '../ui/TextField.tsx';
import { keyOfColor } from './colors.ts';
import { messages } from './messages.ts';
import { usePalette } from './palette.ts';
import styles from './PaletteEditor.module.css';

/** Saved as one types. */
export function PaletteEditor({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const { palette, setPalette } = usePalette();
  return (
    <Modal title={text.paletteTitle} isOpen={isOpen} onClose={onClose}>
      <p className={styles.what}>{text.paletteText}</p>
      <ol className={styles.list}>
        {palette.map((entry, index) => {
          const set = (fields: Partial<typeof entry>) =>
            setPalette(palette.map((each) => (each.color === entry.color ? { ...each, ...fields } : each)));
          const up = () =>
            setPalette([
              ...palette.slice(0, index - 1),
              entry,
              ...palette.slice(index - 1, index),
              ...palette.slice(index + 1),
            ]);
          return (
            <li key={entry.color} className={styles.row}>
              <kbd className={styles.key}>{keyOfColor(index) ?? ''}</kbd>
              <span className={styles.dot} style={{ background: `var(--mark-${entry.color})` }} aria-hidden />
              <span className={styles.name}>{text.color(entry.color)}</span>
              <TextField
                hideLabel
                label={text.meaning(text.color(entry.color), languages.primary.name)}
                placeholder={languages.primary.name}
                lang={languages.primary.tag}
                value={entry.primary}
                onChange={(primary) => set({ primary: primary.slice(0, 60) })}
              />
              <TextField
                hideLabel
                label={text.meaning(text.color(entry.color), languages.secondary.name)}
                placeholder={languages.secondary.name}
                lang={languages.secondary.tag}
                value={entry.secondary}
                onChange={(secondary) => set({ secondary: secondary.slice(0, 60) })}
              />
              <IconButton
                size="small"
                label={text.colorUp(text.color(entry.color))}
                icon={<ArrowUp aria-hidden />}
                isDisabled={index === 0}
                onPress={up}
              />
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}
