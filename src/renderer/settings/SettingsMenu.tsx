// Theme and language of the interface, one press away; also as commands.
import { Settings } from 'lucide-react';
import { type Command, runCommand, useCommand, useCommands } from '../ui/commands.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { UI_LANGUAGES } from '../ui/language.ts';
import { Menu } from '../ui/Menu.tsx';
import { messages } from './messages.ts';
import { THEMES, useTheme } from './theme.ts';
import { LANGUAGE_NAMES, useLanguageSetting } from './use-language-setting.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');
const group = 'settings';

/** The menu; mounted once, by the shell, for it also registers the commands. */
export function SettingsMenu() {
  const m = useMessages(messages);
  const [theme, setTheme] = useTheme();
  const [language, setLanguage] = useLanguageSetting();
  const drafts = useCommand('translation.setUp');
  useCommands([
    ...THEMES.map((id): Command => ({
      id: `settings.theme.${id}`,
      label: { en: en.useTheme(en[id]), 'zh-Hans': zh.useTheme(zh[id]) },
      enabled: id !== theme,
      run: () => setTheme(id),
      group,
    })),
    ...UI_LANGUAGES.map((id): Command => ({
      id: `settings.language.${id}`,
      label: { en: en.useLanguage(LANGUAGE_NAMES[id]), 'zh-Hans': zh.useLanguage(LANGUAGE_NAMES[id]) },
      enabled: id !== language,
      run: () => setLanguage(id),
      group,
    })),
  ]);
  return (
    <Menu
      label={m.settings}
      placement="bottom end"
      trigger={<IconButton label={m.settings} icon={<Settings aria-hidden />} />}
      groups={[
        {
          id: 'theme',
          title: m.theme,
          entries: THEMES.map((id) => ({
            id: `theme.${id}`,
            label: m[id],
            isChecked: id === theme,
            run: () => setTheme(id),
          })),
        },
        {
          id: 'language',
          title: m.language,
          entries: UI_LANGUAGES.map((id) => ({
            id: `language.${id}`,
            label: LANGUAGE_NAMES[id],
            lang: id,
            isChecked: id === language,
            run: () => setLanguage(id),
          })),
        },
        {
          id: 'drafts',
          entries: drafts ? [{ id: drafts.id, label: drafts.label[language], run: () => runCommand(drafts.id) }] : [],
        },
      ]}
    />
  );
}
