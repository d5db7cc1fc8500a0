// The reader's commands: what keyboard, palette and menus offer while a document is open.
import type { AnnotationColor, TextKind } from '#shared/annotations.ts';
import { colorName, keyOfColor } from '../annotations/index.ts';
import type { Command } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import type { PageLayout, PdfEngine } from './pdf/index.ts';
import type { ScreenMode } from './use-screen.ts';

/** What the commands act on. */
export type ReaderAt = {
  /** Heading in the palette. */
  group: string;
  engine: PdfEngine;
  isOpen: boolean;
  hasSelection: boolean;
  /** A mark is lit. */
  hasMark: boolean;
  /** A mark's panel is open. */
  hasPanel: boolean;
  highlight: () => void;
  /** In the order of the number keys. */
  colors: readonly AnnotationColor[];
  /** Marks the selection, or recolours the lit mark. */
  color: (color: AnnotationColor) => void;
  /** Marks the selection in another way than highlighting. */
  mark: (kind: TextKind) => void;
  link: () => void;
  note: () => void;
  /** Clears the selection, or closes the panel. */
  clear: () => void;
  goToPage: () => void;
  /** The selected words as printed, and with where they are from. */
  copyRaw: () => void;
  copyCited: () => void;
  toggleCaret: () => void;
  screen: ScreenMode;
  setScreen: (mode: ScreenMode) => void;
};

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

export const LAYOUTS: readonly PageLayout[] = ['continuous', 'single', 'spread', 'cover'];

type Plain = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];

/** The words of a command, from the catalogue. */
export const words = (key: Plain): Command['label'] => ({ en: en[key], 'zh-Hans': zh[key] });

/** Marking: from the selection, or on the lit mark. */
export function markingCommands(at: ReaderAt): Command[] {
  const { hasSelection, hasMark, group } = at;
  const onWords = hasSelection || hasMark;
  return [
    {
      id: 'reader.highlight',
      label: words('highlight'),
      group,
      shortcut: 'H',
      enabled: hasSelection,
      run: at.highlight,
    },
    ...at.colors.map((color, index) => ({
      id: `reader.color.${color}`,
      label: hasSelection
        ? { en: en.highlightIn(colorName(color, 'en')), 'zh-Hans': zh.highlightIn(colorName(color, 'zh-Hans')) }
        : { en: en.recolor(colorName(color, 'en')), 'zh-Hans': zh.recolor(colorName(color, 'zh-Hans')) },
      group,
      ...(keyOfColor(index) ? { shortcut: keyOfColor(index) ?? '' } : {}),
      enabled: onWords,
      run: () => at.color(color),
    })),
    {
      id: 'reader.underline',
      label: words('underline'),
      group,
      shortcut: 'U',
      enabled: hasSelection,
      run: () => at.mark('underline'),
    },
    {
      id: 'reader.strikeout',
      label: words('strikeout'),
      group,
      shortcut: 'X',
      enabled: hasSelection,
      run: () => at.mark('strikeout'),
    },
    {
      id: 'reader.squiggly',
      label: words('squiggly'),
      group,
      shortcut: 'W',
      enabled: hasSelection,
      run: () => at.mark('squiggly'),
    },
    {
      id: 'reader.copyCited',
      label: words('copyCited'),
      group,
      shortcut: 'Shift+C',
      enabled: hasSelection,
      run: at.copyCited,
    },
    { id: 'reader.copyRaw', label: words('copyRaw'), group, enabled: hasSelection, run: at.copyRaw },
    { id: 'reader.link', label: words('link'), group, shortcut: 'L', enabled: onWords, run: at.link },
    { id: 'reader.note', label: words('note'), group, shortcut: 'N', enabled: onWords, run: at.note },
    {
      id: 'reader.clear',
      label: words('clear'),
      group,
      shortcut: 'Escape',
      enabled: hasSelection || at.hasPanel || at.screen !== 'window',
      hidden: true,
      run: at.clear,
    },
  ];
}

/** Getting around: pages, zoom, rotation. */
export function viewCommands({ engine, isOpen, goToPage, group, ...at }: ReaderAt): Command[] {
  const enabled = isOpen;
  const to = (page: number) => engine.goToPage(page);
  return [
    { id: 'reader.goToPage', label: words('goToPage'), group, shortcut: 'Mod+G', enabled, run: goToPage },
    {
      id: 'reader.nextPage',
      label: words('nextPage'),
      group,
      shortcut: 'Alt+PageDown',
      enabled,
      run: () => engine.turnPage(1),
    },
    {
      id: 'reader.previousPage',
      label: words('previousPage'),
      group,
      shortcut: 'Alt+PageUp',
      enabled,
      run: () => engine.turnPage(-1),
    },
    {
      id: 'reader.down',
      label: words('scrollDown'),
      group,
      shortcut: 'J',
      enabled,
      run: () => engine.scrollByLines(1),
    },
    { id: 'reader.up', label: words('scrollUp'), group, shortcut: 'K', enabled, run: () => engine.scrollByLines(-1) },
    { id: 'reader.first', label: words('firstPage'), group, shortcut: 'G G', enabled, run: () => to(1) },
    {
      id: 'reader.last',
      label: words('lastPage'),
      group,
      shortcut: 'Shift+G',
      enabled,
      run: () => to(engine.state().pageCount),
    },
    ...LAYOUTS.map((layout) => ({
      id: `reader.layout.${layout}`,
      label: words(layout),
      group,
      enabled,
      run: () => engine.layOut(layout),
    })),
    {
      id: 'reader.crop',
      label: words('cropMargins'),
      group,
      shortcut: 'M',
      enabled,
      run: () => engine.wantCrop(!engine.state().isCropped),
    },
    { id: 'reader.caret', label: words('caretMode'), group, shortcut: 'F7', enabled, run: at.toggleCaret },
    {
      id: 'reader.full',
      label: words('fullScreen'),
      group,
      shortcut: 'F',
      enabled,
      run: () => at.setScreen(at.screen === 'full' ? 'window' : 'full'),
    },
    {
      id: 'reader.present',
      label: words('present'),
      group,
      shortcut: 'Shift+F',
      enabled,
      run: () => at.setScreen(at.screen === 'present' ? 'window' : 'present'),
    },
    { id: 'reader.zoomIn', label: words('zoomIn'), group, shortcut: 'Mod+=', enabled, run: () => engine.zoomBy(1) },
    { id: 'reader.zoomOut', label: words('zoomOut'), group, shortcut: 'Mod+-', enabled, run: () => engine.zoomBy(-1) },
    {
      id: 'reader.fitWidth',
      label: words('fitWidth'),
      group,
      shortcut: 'Mod+0',
      enabled,
      run: () => engine.zoomTo('page-width'),
    },
    { id: 'reader.fitPage', label: words('fitPage'), group, enabled, run: () => engine.zoomTo('page-fit') },
    { id: 'reader.actualSize', label: words('actualSize'), group, enabled, run: () => engine.zoomTo(1) },
    { id: 'reader.rotate', label: words('rotate'), group, shortcut: 'R', enabled, run: () => engine.rotateBy(1) },
    {
      id: 'reader.rotateBack',
      label: words('rotateBack'),
      group,
      shortcut: 'Shift+R',
      enabled,
      run: () => engine.rotateBy(-1),
    },
  ];
}
