// The drawing tools of the reader's bar, with their keys.
import { Highlighter, PenLine, SquareDashed, StickyNote, Type } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ShapeKind } from '#shared/annotations.ts';
import { useCommands } from '../../ui/commands.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { messagesIn, useMessages } from '../../ui/i18n.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { takeTool, useTool } from '../overlay/tool.ts';
import { toolMessages } from '../overlay/tool-messages.ts';
import styles from './ReaderToolbar.module.css';

const TOOLS: readonly { tool: ShapeKind; key: string; icon: ReactNode }[] = [
  { tool: 'area', key: 'A', icon: <SquareDashed aria-hidden /> },
  { tool: 'ink', key: 'I', icon: <PenLine aria-hidden /> },
  { tool: 'note', key: 'S', icon: <StickyNote aria-hidden /> },
  { tool: 'text', key: 'T', icon: <Type aria-hidden /> },
];
const en = messagesIn(toolMessages, 'en');
const zh = messagesIn(toolMessages, 'zh-Hans');

/** A second press of the tool in hand lays it down, as Escape does. In a narrow bar they are a menu. */
export function MarkTools({ isOpen, group }: { isOpen: boolean; group: string }) {
  const text = useMessages(toolMessages);
  const inHand = useTool();
  useCommands(
    TOOLS.map(({ tool, key }) => ({
      id: `reader.tool.${tool}`,
      label: { en: en[tool], 'zh-Hans': zh[tool] },
      shortcut: key,
      group,
      enabled: isOpen,
      run: () => takeTool(tool),
    })),
  );
  return (
    <>
      <span className={styles.wide}>
        {TOOLS.map(({ tool, key, icon }) => (
          <IconButton
            key={tool}
            label={text[tool]}
            shortcut={key}
            icon={icon}
            isActive={inHand === tool}
            onPress={() => takeTool(tool)}
          />
        ))}
      </span>
      <span className={styles.narrow}>
        <Menu
          label={text.tools}
          trigger={<IconButton label={text.tools} icon={<Highlighter aria-hidden />} isActive={inHand !== null} />}
          groups={[
            {
              id: 'tools',
              entries: TOOLS.map(({ tool, key, icon }) => ({
                id: tool,
                label: text[tool],
                shortcut: key,
                icon,
                run: () => takeTool(tool),
              })),
            },
          ]}
        />
      </span>
    </>
  );
}
