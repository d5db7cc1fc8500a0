// The commands of findings that are there wherever one is.
import { useCommands } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Mounted once, by the shell. */
export function useFindingCommands(): void {
  useCommands([
    {
      id: 'go.findings',
      label: { en: en.goFindings, 'zh-Hans': zh.goFindings },
      shortcut: 'G F',
      group: 'go',
      run: () => go({ view: 'findings' }),
    },
  ]);
}
