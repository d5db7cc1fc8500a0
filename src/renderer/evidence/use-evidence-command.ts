// One key from the finding at hand to everything it rests on.
import { useActive } from '../ui/active.tsx';
import { useCommands } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Mounted once, by the shell. The finding is the one lit: under the pointer, in focus, or arrived at. */
export function useEvidenceCommand(arrivedAt: string | undefined): void {
  const { findingId } = useActive();
  const at = findingId ?? arrivedAt;
  useCommands([
    {
      id: 'evidence.sideBySide',
      label: { en: en.title, 'zh-Hans': zh.title },
      group: 'go',
      shortcut: 'Shift+E',
      enabled: at !== undefined,
      run: () => {
        if (at) go({ view: 'evidence', findingId: at });
      },
    },
  ]);
}
