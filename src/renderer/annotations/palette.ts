// The user's palette: the order of the colours (which the number keys follow), and what each means to them.
import { useMemo } from 'react';
import { type AnnotationColor, type Palette, PALETTE_KEY } from '#shared/annotations.ts';
import { useSetting, type Json } from '../data/setting.ts';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { useLibraryLanguages } from '../ui/i18n.tsx';
import { COLORS, isColor } from './colors.ts';
import { messages } from './messages.ts';

type Stored = { color: string; primary: string; secondary: string }[];

const isStored = (value: unknown): value is Stored =>
  Array.isArray(value) &&
  value.every(
    (each: unknown) =>
      typeof each === 'object' &&
      each !== null &&
      'color' in each &&
      isColor(each.color) &&
      'primary' in each &&
      typeof each.primary === 'string' &&
      'secondary' in each &&
      typeof each.secondary === 'string',
  );
const NONE: Stored = [];

/** Every colour once: the user's own order first, then the rest as they come. */
export function wholePalette(stored: readonly Stored[number][]): Palette {
  const own = stored.filter(
    ({ color }, index) => isColor(color) && stored.findIndex((each) => each.color === color) === index,
  ) as Palette;
  const rest = COLORS.filter((color) => !own.some((each) => each.color === color));
  return [...own, ...rest.map((color) => ({ color, primary: '', secondary: '' }))];
}

/** The palette and its setter. */
export function usePalette(): { palette: Palette; setPalette: (palette: Palette) => void } {
  const [stored, set] = useSetting<Stored & Json>(PALETTE_KEY, NONE, isStored);
  const palette = useMemo(() => wholePalette(stored), [stored]);
  return { palette, setPalette: (next) => set(next) };
}

/** What a colour is called: its meaning in the interface's language where it has one, with its plain name. */
export function useColorNames(): (color: AnnotationColor) => string {
  const { palette } = usePalette();
  const text = useMessages(messages);
  const ui = useUiLanguage();
  const languages = useLibraryLanguages();
  return useMemo(() => {
    const isSecondary = languages.secondary.tag.split('-')[0] === ui.split('-')[0];
    return (color) => {
      const own = palette.find((each) => each.color === color);
      const meaning = (isSecondary ? own?.secondary || own?.primary : own?.primary || own?.secondary) ?? '';
      return meaning ? `${meaning} (${text.color(color)})` : text.color(color);
    };
  }, [palette, text, ui, languages]);
}
