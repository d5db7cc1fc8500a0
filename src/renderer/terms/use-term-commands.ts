// The commands of terms: going to the term base, underlining, and making a term of the words selected in a page.
import { useCommands } from '../ui/commands.tsx';
import { messagesIn, useLibraryLanguages } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import { sideOf } from '../findings/index.ts';
import { askForTerm } from './term-dialog.ts';
import { useTermUnderline } from './TermLayer.tsx';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Mounted once, by the shell. */
export function useTermCommands(): void {
  useCommands([
    {
      id: 'go.terms',
      label: { en: en.goTerms, 'zh-Hans': zh.goTerms },
      shortcut: 'G T',
      group: 'go',
      run: () => go({ view: 'terms' }),
    },
    {
      id: 'terms.new',
      label: { en: en.newTerm, 'zh-Hans': zh.newTerm },
      group: en.group,
      run: () => askForTerm({ start: {} }),
    },
  ]);
}

/** For the reader: `words` gives what is selected, '' for nothing. */
export function useTermOnSelection({ words, enabled }: { words: () => string; enabled: boolean }): void {
  const languages = useLibraryLanguages();
  const [isUnderlined, setUnderlined] = useTermUnderline();
  useCommands([
    {
      id: 'terms.fromSelection',
      label: { en: en.fromSelection, 'zh-Hans': zh.fromSelection },
      group: en.group,
      shortcut: 'D',
      enabled,
      run: () => {
        const form = words().replace(/\s+/g, ' ').trim().slice(0, 300);
        const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
        askForTerm({ start: { [sideOf(form, tags)]: form } });
      },
    },
    {
      id: 'terms.underline',
      label: isUnderlined
        ? { en: en.underlineOff, 'zh-Hans': zh.underlineOff }
        : { en: en.underline, 'zh-Hans': zh.underline },
      group: en.group,
      shortcut: 'Shift+D',
      run: () => setUnderlined(!isUnderlined),
    },
  ]);
}
