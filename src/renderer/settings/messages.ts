// Words of the settings, in both languages of the interface.
import { defineMessages } from '../ui/i18n.tsx';

export const messages = defineMessages({
  en: {
    settings: 'Settings',
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    sepia: 'Sepia',
    language: 'Language of the interface',
    useTheme: (name: string) => `Theme: ${name}`,
    useLanguage: (name: string) => `Language: ${name}`,
  },
  'zh-Hans': {
    settings: '设置',
    theme: '主题',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    sepia: '护眼',
    language: '界面语言',
    useTheme: (name) => `主题：${name}`,
    useLanguage: (name) => `界面语言：${name}`,
  },
});
