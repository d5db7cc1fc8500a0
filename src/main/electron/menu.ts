// The native menu, in the system's language. Its own items send a command's id to the page, which runs it; the page
// handles their keys itself, so the menu only shows them.
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { CHANNELS, MENU_COMMANDS } from '#shared/native.ts';

const words = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    importSurvey: 'Import survey…',
    addPdfs: 'Add PDFs…',
    undo: 'Undo',
    redo: 'Redo',
    palette: 'All commands…',
  },
  'zh-Hans': {
    file: '文件',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    importSurvey: '导入综述…',
    addPdfs: '添加 PDF…',
    undo: '撤销',
    redo: '重做',
    palette: '所有命令…',
  },
} as const;

/** The menu's template for a system locale such as `zh-CN`. */
export function menuTemplate(locale: string, isMac: boolean): MenuItemConstructorOptions[] {
  const text = words[/^zh/i.test(locale) ? 'zh-Hans' : 'en'];
  const command = (name: keyof typeof MENU_COMMANDS, accelerator: string): MenuItemConstructorOptions => ({
    label: text[name],
    accelerator,
    registerAccelerator: false,
    click: (_item, window) => {
      if (window instanceof BrowserWindow) window.webContents.send(CHANNELS.command, MENU_COMMANDS[name]);
    },
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: text.file,
      submenu: [
        command('importSurvey', 'CmdOrCtrl+Shift+I'),
        command('addPdfs', 'CmdOrCtrl+O'),
        line,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: text.edit,
      submenu: [
        command('undo', 'CmdOrCtrl+Z'),
        command('redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: text.view, submenu: [command('palette', 'CmdOrCtrl+K'), line, { role: 'togglefullscreen' }] },
    { label: text.window, role: 'windowMenu' },
  ];
}

/** Puts the menu up. */
export function showMenu(locale: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(locale, process.platform === 'darwin')));
}
