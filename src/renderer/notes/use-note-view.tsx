// How passages are laid out: side by side, one below the other, or one language alone; kept for the next time.
import { Columns2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSetting } from '../data/setting.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { messages } from './messages.ts';

const VIEWS = ['auto', 'columns', 'interleaved', 'primary', 'secondary'] as const;
/** `auto` goes by the width of the pane. */
export type NoteLayout = (typeof VIEWS)[number];

const isView = (value: unknown): value is NoteLayout => VIEWS.some((view) => view === value);

/** The layout, and the menu that changes it. */
export function useNoteView(languages: { primary: LibraryLanguage; secondary: LibraryLanguage }): {
  view: NoteLayout;
  menu: ReactNode;
} {
  const text = useMessages(messages);
  const [view, setView] = useSetting<NoteLayout>('layout.notes', 'auto', isView);
  const labels: Record<NoteLayout, string> = {
    auto: text.viewAuto,
    columns: text.viewColumns,
    interleaved: text.viewInterleaved,
    primary: text.viewOnly(languages.primary.name),
    secondary: text.viewOnly(languages.secondary.name),
  };
  const menu = (
    <Menu
      label={text.view}
      placement="bottom end"
      trigger={<IconButton size="small" label={text.view} icon={<Columns2 aria-hidden />} />}
      groups={[
        {
          id: 'view',
          entries: VIEWS.map((id) => ({ id, label: labels[id], isChecked: id === view, run: () => setView(id) })),
        },
      ]}
    />
  );
  return { view, menu };
}
