// Which window's commands the menu shows: those of the window in front, renewed as it changes.
import { app, BrowserWindow } from 'electron';
import { languageOf, readCommands, showMenu, type MenuContent } from './menu.ts';

type Rest = Pick<MenuContent, 'recents' | 'update'>;

export type Menus = {
  /** A page's commands changed; false when they are not of the form they should have. */
  take(window: BrowserWindow | null, language: unknown, commands: unknown): boolean;
  /** Something else of the menu changed. */
  renew(): void;
};

/** Shows a menu at once, without commands until a window sends its own. */
export function makeMenus(rest: () => Rest): Menus {
  const sent = new WeakMap<BrowserWindow, Pick<MenuContent, 'language' | 'commands'>>();
  let latest: Pick<MenuContent, 'language' | 'commands'> = { language: languageOf(app.getLocale()), commands: [] };
  const renew = (): void => showMenu({ ...latest, ...rest() });
  const front = (window: BrowserWindow): void => {
    latest = sent.get(window) ?? latest;
    renew();
  };
  app.on('browser-window-focus', (_event, window) => front(window));
  renew();
  return {
    take: (window, language, commands) => {
      const read = window && readCommands(language, commands);
      if (!read) return false;
      sent.set(window, read);
      if (window.isFocused() || BrowserWindow.getFocusedWindow() === null) front(window);
      return true;
    },
    renew,
  };
}
