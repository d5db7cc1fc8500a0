// Undo and redo for the top bar, with the step named in the tooltip; their commands for keyboard and palette.
import { Redo2, Undo2 } from 'lucide-react';
import { useRead } from '../data/read.ts';
import { useCommands } from '../ui/commands.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { moveThroughHistory, stepWords } from './steps.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');
const group = 'history';

/** Two buttons; mounted once, by the shell, for they also register the commands. */
export function UndoButtons() {
  const m = useMessages(messages);
  const { data } = useRead('history', 'state', {});
  const undo = data?.undo ?? null;
  const redo = data?.redo ?? null;
  const named = (step: typeof undo, words: (step: string) => string, plain: string) =>
    step ? words(stepWords(step)) : plain;
  useCommands([
    {
      id: 'history.undo',
      label: { en: named(undo, en.undoStep, en.undo), 'zh-Hans': named(undo, zh.undoStep, zh.undo) },
      shortcut: 'Mod+Z',
      enabled: undo !== null,
      run: () => void moveThroughHistory('undo'),
      group,
    },
    {
      id: 'history.redo',
      label: { en: named(redo, en.redoStep, en.redo), 'zh-Hans': named(redo, zh.redoStep, zh.redo) },
      shortcut: 'Mod+Shift+Z',
      alsoShortcuts: ['Mod+Y'],
      enabled: redo !== null,
      run: () => void moveThroughHistory('redo'),
      group,
    },
  ]);
  return (
    <>
      <IconButton
        label={named(undo, m.undoStep, m.undo)}
        icon={<Undo2 aria-hidden />}
        shortcut="Mod+Z"
        isDisabled={undo === null}
        onPress={() => void moveThroughHistory('undo')}
      />
      <IconButton
        label={named(redo, m.redoStep, m.redo)}
        icon={<Redo2 aria-hidden />}
        shortcut="Mod+Shift+Z"
        isDisabled={redo === null}
        onPress={() => void moveThroughHistory('redo')}
      />
    </>
  );
}
