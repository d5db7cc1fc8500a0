// Message catalogues: every visible or spoken text, complete in both languages by type, and the languages' names.
import { useRead } from '../data/read.ts';
import { type UiLanguage, useUiLanguage } from './language.ts';

export { useUiLanguage };

/** A message: a text, or a function of what it speaks about. */
export type Message = string | ((...values: never[]) => string);

type SameShape<T> = { [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string };

/** One room's messages, by language. */
export type Catalogue<T> = { readonly en: T; readonly 'zh-Hans': SameShape<T> };

/** Declares a room's messages; a type error unless both languages have the same keys with the same parameters. */
export function defineMessages<T extends Record<string, Message>>(catalogue: {
  en: T;
  'zh-Hans': SameShape<T> & Record<Exclude<keyof SameShape<T>, keyof T>, never>;
}): Catalogue<T> {
  return catalogue;
}

/** The catalogue's messages in the interface's language. */
export function useMessages<T>(catalogue: Catalogue<T>): SameShape<T> {
  return messagesIn(catalogue, useUiLanguage());
}

/** The catalogue's messages in a given language, for code outside components. */
export function messagesIn<T>(catalogue: Catalogue<T>, language: UiLanguage): SameShape<T> {
  return catalogue[language] as SameShape<T>;
}

/** A content language: BCP 47 tag for `lang` attributes, and its name in the interface's language. */
export type LibraryLanguage = { tag: string; name: string };

/** The two languages of the library's notes and findings; en and zh-Hans until they are read. */
export function useLibraryLanguages(): { primary: LibraryLanguage; secondary: LibraryLanguage } {
  const info = useRead('library', 'info', {}).data;
  const ui = useUiLanguage();
  const named = (tag: string) => ({ tag, name: languageName(tag, ui) });
  return { primary: named(info?.primary ?? 'en'), secondary: named(info?.secondary ?? 'zh-Hans') };
}

/** A language's name as a reader of `ui` says it; the tag itself where the system has none. */
export function languageName(tag: string, ui: UiLanguage): string {
  if (ui === 'zh-Hans' && tag === 'zh-Hans') return '中文';
  if (ui === 'en' && tag === 'zh-Hans') return 'Chinese';
  try {
    return new Intl.DisplayNames([ui], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
