// The menu's part about newer versions: nothing is asked until the user chooses to, and at every start only if they said so.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, net } from 'electron';
import { writeAtomically } from '../core/atomic.ts';
import type { Log } from '../core/kinds.ts';
import { languageOf, type MenuContent } from './menu.ts';
import { newerVersion } from './updates.ts';

const words = {
  en: {
    newer: (version: string) => `Glossa ${version} is there. Get it where you got this one.`,
    newest: 'This is the newest version.',
    failed: 'It could not be found out whether there is a newer version. Are you online?',
  },
  'zh-Hans': {
    newer: (version: string) => `已有新版本 Glossa ${version}，请到您获取本程序的地方下载。`,
    newest: '当前已是最新版本。',
    failed: '无法确认是否有新版本。请检查网络连接。',
  },
};

/** Where new versions are told of: an https address given to the build or the start; without one nothing is ever asked. */
const feed = process.env['GLOSSA_UPDATE_FEED'] ?? '';

/** Null where there is no place to ask. */
export function updateMenu(renew: () => void, log: Log): MenuContent['update'] {
  if (!feed.startsWith('https://')) return null;
  const mark = join(app.getPath('userData'), 'check-for-updates');
  const ask = async (isAloud: boolean): Promise<void> => {
    const text = words[languageOf(app.getLocale())];
    try {
      const version = await newerVersion(feed, app.getVersion(), (url, init) => net.fetch(url, init));
      if (version) await dialog.showMessageBox({ message: text.newer(version) });
      else if (isAloud) await dialog.showMessageBox({ message: text.newest });
    } catch (error) {
      log('info', 'Asking for a newer version failed', error);
      if (isAloud) await dialog.showMessageBox({ message: text.failed });
    }
  };
  if (existsSync(mark)) void ask(false);
  return {
    check: () => void ask(true),
    get isAutomatic() {
      return existsSync(mark);
    },
    setAutomatic: (isOn) => {
      if (isOn) writeAtomically(mark, 'yes\n');
      else rmSync(mark, { force: true });
      renew();
    },
  };
}
