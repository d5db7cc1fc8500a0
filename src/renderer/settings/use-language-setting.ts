// The interface's language as a setting: the store in ui/language.ts follows what the library remembers.
import { useCallback, useEffect } from 'react';
import { setSetting } from '../data/setting.ts';
import { useRead } from '../data/read.ts';
import { isUiLanguage, setUiLanguage, type UiLanguage, useUiLanguage } from '../ui/language.ts';

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<UiLanguage, string> = { en: 'English', 'zh-Hans': '简体中文' };

/** The interface's language and the way to choose it. */
export function useLanguageSetting(): [UiLanguage, (language: UiLanguage) => void] {
  const language = useUiLanguage();
  const stored = useRead('settings', 'all', {}).data?.['uiLanguage'];
  useEffect(() => {
    if (isUiLanguage(stored)) setUiLanguage(stored);
  }, [stored]);
  const choose = useCallback((next: UiLanguage) => {
    setUiLanguage(next);
    setSetting('uiLanguage', next);
  }, []);
  return [language, choose];
}
