// The native menu, built from the command list of the window in front, in the interface's language. Its items send a
// command's id to the page, which runs it; the page handles their keys itself, so the menu only shows them.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { z } from 'zod';
import { CHANNELS, OPEN_RECENT, type MenuCommand } from '#shared/native.ts';

const Words = z.string().max(200);
const Commands = z
  .array(
    z.object({
      id: z.string().regex(/^[\w.:-]{1,100}$/),
      label: Words,
      shortcut: z.string().max(40).optional(),
      enabled: z.boolean(),
      group: Words,
    }),
  )
  .max(400);

export type Language = 'en' | 'zh-Hans';
/** What the menu shows: the commands of the window in front, and the libraries open lately. */
export type MenuContent = {
  language: Language;
  commands: readonly Pick<MenuCommand, 'id' | 'label' | 'enabled' | 'group' | 'shortcut'>[];
  recents: readonly { ticket: string; name: string }[];
  /** Asks for a newer version; null where this build names no place to ask. */
  update: { check(): void; isAutomatic: boolean; setAutomatic(isOn: boolean): void } | null;
};

const words = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    window: 'Window',
    help: 'Help',
    settings: 'Settings',
    recent: 'Open Recent Library',
    none: 'None',
    about: 'About Glossa',
    check: 'Check for a newer version…',
    automatic: 'Check at every start',
  },
  'zh-Hans': {
    file: '文件',
    edit: '编辑',
    view: '显示',
    go: '前往',
    window: '窗口',
    help: '帮助',
    settings: '设置',
    recent: '打开最近的文献库',
    none: '无',
    about: '关于 Glossa',
    check: '检查新版本…',
    automatic: '每次启动时检查',
  },
} as const;

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };
/** Groups of the command list that have a menu of their own; all other groups follow in menus under their own name. */
const PLACED = new Set(['library', 'history', 'go', 'settings', 'window', 'view']);

/** The interface's language for a system locale such as `zh-CN`, until a window says which it shows. */
export const languageOf = (locale: string): Language => (/^zh/i.test(locale) ? 'zh-Hans' : 'en');

/** The menu's template. */
export function menuTemplate({ language, commands, recents, update }: MenuContent, isMac: boolean): Item[] {
  const text = words[language];
  const of = (group: string): Item[] => commands.filter((command) => command.group === group).map(commandItem);
  const others = [...new Set(commands.map(({ group }) => group))].filter((group) => !PLACED.has(group));
  const recent: Item = {
    label: text.recent,
    submenu: recents.length
      ? recents.map(({ ticket, name }) => ({ label: name, click: sender(OPEN_RECENT + ticket) }))
      : [{ label: text.none, enabled: false }],
  };
  const about: Item = { label: text.about, click: () => app.showAboutPanel() };
  const updates: Item[] = update
    ? [
        { label: text.check, click: () => update.check() },
        {
          label: text.automatic,
          type: 'checkbox',
          checked: update.isAutomatic,
          click: ({ checked }) => update.setAutomatic(checked),
        },
      ]
    : [];
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: text.file,
      submenu: parted([...of('library'), recent], of('window'), [{ role: isMac ? 'close' : 'quit' }]),
    },
    {
      label: text.edit,
      submenu: parted(of('history'), [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]),
    },
    {
      label: text.view,
      submenu: parted(of('view'), [{ label: text.settings, submenu: of('settings') }], [{ role: 'togglefullscreen' }]),
    },
    { label: text.go, submenu: of('go') },
    ...others.map((group): Item => ({ label: group, submenu: of(group) })),
    { label: text.window, role: 'windowMenu' },
    { label: text.help, role: 'help', submenu: parted(updates, [about]) },
  ];
}

/** Parts with lines between them; empty ones leave none. */
function parted(...parts: Item[][]): Item[] {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? [LINE, ...part] : part));
}

const sender =
  (id: string): NonNullable<Item['click']> =>
  (_item, window) => {
    if (window instanceof BrowserWindow) window.webContents.send(CHANNELS.command, id);
  };

function commandItem({ id, label, enabled, shortcut }: MenuContent['commands'][number]): Item {
  const accelerator = shortcut && acceleratorOf(shortcut);
  return { id, label, enabled, click: sender(id), ...(accelerator && { accelerator, registerAccelerator: false }) };
}

const KEYS: Record<string, string> = { ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down' };

/** `Mod+Shift+I` as Electron spells it; null for a bare letter or a sequence, which no menu may take from the page. */
export function acceleratorOf(shortcut: string): string | null {
  if (shortcut.includes(' ')) return null;
  const parts = shortcut.split('+').map((part) => (part === 'Mod' ? 'CmdOrCtrl' : (KEYS[part] ?? part)));
  const key = parts.at(-1) ?? '';
  const hasModifier = parts.includes('CmdOrCtrl') || parts.includes('Alt');
  const isKey =
    /^([A-Z0-9]|F\d{1,2}|[-=.,;'`\\[\]/]|Left|Right|Up|Down|Enter|Escape|Backspace|Delete|Space|Tab)$/i.test(key);
  return (hasModifier || /^F\d/.test(key)) && isKey ? parts.join('+') : null;
}

/** What the page sent, when it is what it should be; null otherwise. */
export function readCommands(language: unknown, commands: unknown): Pick<MenuContent, 'language' | 'commands'> | null {
  const read = Commands.safeParse(commands);
  if (!read.success || (language !== 'en' && language !== 'zh-Hans')) return null;
  return {
    language,
    commands: read.data.map(({ shortcut, ...rest }) => (shortcut === undefined ? rest : { ...rest, shortcut })),
  };
}

/** Puts the menu up. */
export function showMenu(content: MenuContent): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(content, process.platform === 'darwin')));
}
