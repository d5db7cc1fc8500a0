// The palette: its order (the number keys follow it) and its names.
import type { AnnotationColor, AnnotationKind } from '#shared/annotations.ts';
import { messagesIn } from '../ui/i18n.tsx';
import type { UiLanguage } from '../ui/language.ts';
import { messages } from './messages.ts';

/** The colours in the order of the number keys 1 to 8. */
export const COLORS: readonly AnnotationColor[] = [
  'yellow',
  'green',
  'blue',
  'red',
  'purple',
  'orange',
  'magenta',
  'grey',
];

/** The kinds in the order they are offered. */
export const KINDS: readonly AnnotationKind[] = ['highlight', 'underline', 'strikeout', 'squiggly'];

/** A colour's name in a language of the interface. */
export const colorName = (color: AnnotationColor, language: UiLanguage): string =>
  messagesIn(messages, language).color(color);

/** Is it a colour of the palette? For values from settings. */
export const isColor = (value: unknown): value is AnnotationColor => COLORS.some((color) => color === value);
