// The palette: its order (the number keys follow it) and its names.
import type { AnnotationColor, TextKind } from '#shared/annotations.ts';
import { messagesIn } from '../ui/i18n.tsx';
import type { UiLanguage } from '../ui/language.ts';
import { messages } from './messages.ts';

/** The colours in their first order: the number keys are 1 to 9 and 0. */
export const COLORS: readonly AnnotationColor[] = [
  'yellow',
  'green',
  'blue',
  'red',
  'purple',
  'orange',
  'magenta',
  'grey',
  'teal',
  'lime',
  'brown',
  'indigo',
];

/** The number key of a colour by its place in the palette; undefined for those past the tenth. */
export const keyOfColor = (index: number): string | undefined => (index < 10 ? String((index + 1) % 10) : undefined);

/** The kinds of marks on words in the order they are offered. */
export const KINDS: readonly TextKind[] = ['highlight', 'underline', 'strikeout', 'squiggly'];

/** A colour's name in a language of the interface. */
export const colorName = (color: AnnotationColor, language: UiLanguage): string =>
  messagesIn(messages, language).color(color);

/** Is it a colour of the palette? For values from settings. */
export const isColor = (value: unknown): value is AnnotationColor => COLORS.some((color) => color === value);

/** The colours in use, in the order of the palette. */
export const colorsInUse = (
  counts: readonly { value: AnnotationColor }[],
  palette: readonly { color: AnnotationColor }[],
): AnnotationColor[] =>
  palette.map(({ color }) => color).filter((color) => counts.some(({ value }) => value === color));
